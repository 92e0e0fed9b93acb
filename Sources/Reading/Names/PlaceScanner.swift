// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds countries, their adjectives, cities and other places by the gazetteer and the model together.
struct PlaceScanner {
    let passage: Passage
    let knowledge: NameKnowledge

    /// No place name of the gazetteer that is looked for has more words.
    private static let longestName = 5

    private var tokens: [Token] { passage.tokens }

    /// The places of the passage that touch none of the tokens in `covered`.
    func mentions(outside covered: Set<Int>) -> [Mention] {
        var found: [Mention] = []
        var position = 0
        while position < tokens.count {
            guard !covered.contains(position), let mention = place(at: position, outside: covered) else {
                position += 1
                continue
            }
            found.append(mention)
            position = mention.tokens.upperBound
        }
        return found
    }

    private func place(at start: Int, outside covered: Set<Int>) -> Mention? {
        guard tokens[start].isCapitalised || tokens[start].lower == "the" else { return nil }
        // "Economy Minister": a field of work before its minister is no town of that name.
        if knowledge.lists.portfolioWords.contains(tokens[start].lower),
            knowledge.titles.longestMatch(in: tokens, at: start + 1)?.value.takesPortfolio == true
        {
            return nil
        }
        if let match = knowledge.countries.longestMatch(in: tokens, at: start),
            isFree(start..<start + match.length, covered)
        {
            return mention(start..<start + match.length, kind: .party(.country), place: match.value)
        }
        guard tokens[start].isCapitalised else { return nil }
        let demonym = knowledge.demonyms.longestMatch(in: tokens, at: start)
        if let demonym, isFree(start..<start + demonym.length, covered) {
            return mention(start..<start + demonym.length, kind: .demonym, place: demonym.value)
        }
        return knownPlace(at: start, outside: covered) ?? modelPlace(at: start, outside: covered)
    }

    /// The longest run from `start` that the gazetteer knows and the sentence lets be a place.
    private func knownPlace(at start: Int, outside covered: Set<Int>) -> Mention? {
        var end = start
        var ends: [Int] = []
        while end < tokens.count, end - start < Self.longestName, !covered.contains(end),
            tokens[end].isCapitalised || ["-", "de", "la", "of", "and"].contains(tokens[end].lower) && end > start
        {
            end += 1
            if tokens[end - 1].isCapitalised { ends.append(end) }
        }
        for end in ends.reversed() {
            let range = start..<end
            if knowledge.isRegion(passage.text(of: range)), isPlausible(range) || range.count > 1 {
                return mention(range, kind: .party(.place), place: nil)
            }
            // "East Africa" is no town called East: the model sees the longer name.
            if let entity = longerPlace(than: range) { return mention(entity, kind: .party(.place), place: nil) }
            var name = passage.text(of: range)
            var suffix: Party.Kind?
            if range.count > 1, let kind = knowledge.lists.placeSuffixes[tokens[end - 1].lower] {
                suffix = Party.Kind(rawValue: kind)
                name = passage.text(of: start..<end - 1)
            }
            let whole = knowledge.places(passage.text(of: range)).first
            guard let place = whole ?? knowledge.places(name).first, isPlausible(range) else { continue }
            return mention(range, kind: .party(whole?.kind ?? suffix ?? place.kind), place: place)
        }
        return nil
    }

    /// A place of the model that begins with the words and goes on with capitalised ones.
    private func longerPlace(than range: Range<Int>) -> Range<Int>? {
        passage.doc.entities.first { entity in
            entity.tokens.lowerBound == range.lowerBound && entity.tokens.upperBound > range.upperBound
                && ["LOC", "GPE", "FAC"].contains(entity.label) && tokens[entity.tokens].allSatisfy(\.isCapitalised)
        }?.tokens
    }

    /// A place that only the model knows: kept without an identifier.
    private func modelPlace(at start: Int, outside covered: Set<Int>) -> Mention? {
        guard
            let entity = passage.doc.entities.first(where: {
                $0.tokens.lowerBound == start || $0.tokens.lowerBound == start - 1
            }),
            ["GPE", "LOC", "FAC"].contains(entity.label), entity.tokens.contains(start), !passage.isTitleCase
        else { return nil }
        let range = start..<entity.tokens.upperBound
        guard isFree(range, covered), tokens[start].tag.hasPrefix("NNP") else { return nil }
        let trimmed =
            ["'s", "\u{2019}s"].contains(tokens[range.upperBound - 1].text) ? start..<range.upperBound - 1 : range
        guard !trimmed.isEmpty else { return nil }
        return mention(trimmed, kind: .party(.place), place: nil)
    }

    /// Whether the sentence lets the words be a place: the model says so, or they stand where a place stands.
    private func isPlausible(_ range: Range<Int>) -> Bool {
        // "Porto Mayor Helena Quintas": a place stands before the office of its mayor.
        if knowledge.titles.longestMatch(in: tokens, at: range.upperBound) != nil { return true }
        let labels = Set(tokens[range].map(\.entityLabel))
        if !labels.isDisjoint(with: ["GPE", "LOC"]) { return true }
        if labels.contains("PERSON") || labels.contains("DATE") { return false }
        guard tokens[range].allSatisfy({ ["NNP", "NNPS"].contains($0.tag) || !$0.isCapitalised }) else { return false }
        guard range.lowerBound > 0 else { return passage.isTitleCase || labels == [""] && range.count > 1 }
        let before = tokens[range.lowerBound - 1].lower
        return ["in", "to", "at", "from", "between", "and", "of", "near", "-", "visited", "visit"].contains(before)
    }

    private func isFree(_ range: Range<Int>, _ covered: Set<Int>) -> Bool { range.allSatisfy { !covered.contains($0) } }

    private func mention(_ range: Range<Int>, kind: Mention.Kind, place: KnownPlace?) -> Mention {
        var name = range
        if tokens[name.lowerBound].lower == "the", name.count > 1 { name = name.lowerBound + 1..<name.upperBound }
        return Mention(
            passage: passage.index, tokens: range, nameTokens: name, name: passage.text(of: name), kind: kind,
            place: place)
    }
}
