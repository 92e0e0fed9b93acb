// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds countries, their adjectives, cities and other places by the gazetteer and the model together.
struct PlaceScanner {
    let passage: Passage
    let knowledge: NameKnowledge
    /// The place in capital letters that a wire story opens with.
    let dateline: Range<Int>?

    /// No place name of the gazetteer that is looked for has more words.
    private static let longestName = 5

    private var tokens: [Token] { passage.tokens }

    /// The places of the passage that touch none of the tokens in `covered`.
    func mentions(outside covered: TokenSet) -> [Mention] {
        var found: [Mention] = []
        var position = 0
        while position < tokens.count {
            guard tokens[position].isCapitalised || passage.words.definite.contains(tokens[position].lower),
                !covered.contains(position),
                let mention = place(at: position, outside: covered, after: found.last)
                    ?? placeByNoun(at: position, covered)
            else {
                position += 1
                continue
            }
            found.append(mention)
            position = mention.tokens.upperBound
        }
        return found
    }

    private func place(at start: Int, outside covered: TokenSet, after last: Mention?) -> Mention? {
        // "US $20 million" is a sum of money.
        if start + 1 < tokens.count, tokens[start + 1].tag == "$" { return nil }
        let isArticle = passage.words.definite.contains(tokens[start].lower)
        if let whole = placeAfterKind(at: isArticle ? start + 1 : start, outside: covered) { return whole }
        // "Economy Minister": a field of work before its minister is no town of that name.
        if knowledge.lists.portfolioWords.contains(tokens[start].lower),
            knowledge.titles.longestMatch(in: tokens, at: start + 1)?.value.takesPortfolio == true
        {
            return nil
        }
        // "New Jersey" is not Jersey.
        let pair = start..<start + 2
        if pair.upperBound <= tokens.count, tokens[start].isCapitalised, tokens[start + 1].isCapitalised,
            isFree(pair, covered), knowledge.countries.longestMatch(in: tokens, at: start + 1)?.length == 1,
            knowledge.isProvince(passage.text(of: pair))
        {
            return mention(pair, kind: .party(.place), place: knowledge.places(passage.text(of: pair)).first)
        }
        if let match = knowledge.country(in: tokens, at: start),
            isFree(start..<start + match.length, covered)
        {
            // "Mexico City" is a city.
            if let longer = cityAfter(match.value, at: start, length: match.length, outside: covered, after: last) {
                return longer
            }
            return mention(start..<start + match.length, kind: .party(.country), place: match.value)
        }
        guard tokens[start].isCapitalised, !opensAsArticle(start) else { return nil }
        let demonym = knowledge.demonyms.longestMatch(in: tokens, at: start)
        if let demonym, isFree(start..<start + demonym.length, covered) {
            // "British Columbia" is not British.
            if let longer = knownPlace(at: start, outside: covered, after: last), longer.tokens.count > demonym.length,
                longer.place?.isAlternate == false
            {
                return longer
            }
            // Nor is "North American" American.
            if start > 0, tokens[start - 1].isCapitalised,
                knowledge.isAdjectiveOfRegion(passage.text(of: start - 1..<start + demonym.length))
            {
                return nil
            }
            return mention(start..<start + demonym.length, kind: .demonym, place: demonym.value)
        }
        return knownPlace(at: start, outside: covered, after: last) ?? modelPlace(at: start, outside: covered)
    }

    /// The mention with the word behind it that says what kind of place it is: "Da Nang City".
    private func withKind(_ mention: Mention, outside covered: TokenSet) -> Mention {
        let kind = mention.tokens.upperBound
        guard kind < tokens.count, tokens[kind].isCapitalised, !covered.contains(kind), !passage.isTitleCase,
            knowledge.lists.placeSuffixes[tokens[kind].lower] != nil,
            kind + 1 == tokens.count || !tokens[kind + 1].isCapitalised
        else { return mention }
        return Mention(
            passage: mention.passage, tokens: mention.tokens.lowerBound..<kind + 1, nameTokens: mention.nameTokens,
            name: mention.name, kind: mention.kind, place: mention.place)
    }

    /// A known city that begins with a country's name and goes on with what kind of place it is.
    private func cityAfter(
        _ country: KnownPlace, at start: Int, length: Int, outside covered: TokenSet, after last: Mention?
    ) -> Mention? {
        let kind = start + length
        guard kind < tokens.count, tokens[kind].isCapitalised, knowledge.lists.placeSuffixes[tokens[kind].lower] != nil,
            let city = knownPlace(at: start, outside: covered, after: last), city.tokens.count == length + 1,
            city.place?.country == country.country
        else { return nil }
        return city
    }

    /// Whether a word is the article that opens a sentence or headline, as "A New" does, which is also a village; inside of
    /// a sentence it is a name's own: "in An Giang".
    private func opensAsArticle(_ token: Int) -> Bool {
        tokens[token].tag == "DT" && (tokens[token].isSentenceStart || passage.block.role == .headline)
    }

    /// The longest run from `start` that the gazetteer knows and the sentence lets be a place.
    private func knownPlace(at start: Int, outside covered: TokenSet, after last: Mention?) -> Mention? {
        var end = start
        var ends: [Int] = []
        while end < tokens.count, end - start < Self.longestName, !covered.contains(end),
            tokens[end].isCapitalised
                || (tokens[end].text == "-" || knowledge.lists.placeParticles.contains(tokens[end].lower))
                    && end > start
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
            if !passage.isTitleCase, let entity = longerPlace(than: range) {
                return mention(entity, kind: .party(.place), place: nil)
            }
            guard !isShortForm(range), let place = knowledge.places(written: passage.text(of: range)).first,
                isPlausible(range) || !place.isAlternate && isListed(range, after: last),
                !place.isWord || range.count > 1 || isPlaceToTheModel(range),
                range.count > 1 || !isPartOfName(range)
            else { continue }
            return withKind(mention(range, kind: .party(place.kind), place: place), outside: covered)
        }
        return nil
    }

    /// A known place with what it is before it: "the City of Kutaisi".
    private func placeAfterKind(at start: Int, outside covered: TokenSet) -> Mention? {
        guard start + 2 < tokens.count, tokens[start].isCapitalised,
            passage.words.owning.contains(tokens[start + 1].lower),
            knowledge.lists.placeSuffixes[tokens[start].lower] != nil, isFree(start..<start + 2, covered),
            let named = knownPlace(at: start + 2, outside: covered, after: nil), let place = named.place,
            !place.isAlternate
        else { return nil }
        let whole = start..<named.tokens.upperBound
        return Mention(
            passage: passage.index, tokens: whole, nameTokens: whole, name: named.name, kind: named.kind, place: place)
    }

    /// A name that the sentence calls a place: "the village of Kampungu", "the Artibonite region".
    private func placeByNoun(at start: Int, _ covered: TokenSet) -> Mention? {
        guard tokens[start].isCapitalised, tokens[start].tag.hasPrefix("NNP"), !passage.isTitleCase else { return nil }
        var end = start + 1
        while end < tokens.count, !covered.contains(end),
            tokens[end].isCapitalised && tokens[end].tag.hasPrefix("NNP")
                || tokens[end].text == "-" && end + 1 < tokens.count && tokens[end + 1].isCapitalised
        { end += 1 }
        let range = start..<end
        return passage.callsPlace(range, knowledge) ? mention(range, kind: .party(.place), place: nil) : nil
    }

    /// Whether the words go on a list of places or say where the last one lies: "Turku, Southwest Finland".
    private func isListed(_ range: Range<Int>, after last: Mention?) -> Bool {
        guard let last, last.kind != .demonym, last.tokens.upperBound == range.lowerBound - 1 else { return false }
        return tokens[range.lowerBound - 1].text == ","
    }

    /// Whether a single word is no place here: a word such as "Republic", a courtesy, or a person's given name.
    private func isPartOfName(_ range: Range<Int>) -> Bool {
        let word = tokens[range.lowerBound].lower
        if knowledge.lists.notPlaces.contains(word) || knowledge.lists.placeSuffixes[word] != nil { return true }
        if knowledge.honorific(in: tokens, at: range.lowerBound) != nil { return true }
        let next = range.upperBound
        // "Porto Mayor Marta Oliveira" is a person to the model as a whole.
        guard knowledge.titles.longestMatch(in: tokens, at: next) == nil else { return false }
        return next < tokens.count && tokens[next].entityLabel == "PERSON" && tokens[next].tag == "NNP"
            && tokens[next].entityPosition == .inside
    }

    /// Whether the words are an abbreviation, such as `HIV`: a village of that name is never meant.
    private func isShortForm(_ range: Range<Int>) -> Bool {
        guard range != dateline, range.count == 1, let word = tokens[range].first?.text, word.unicodeScalars.count <= 5,
            !isPlaceToTheModel(range)
        else { return false }
        return word.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0.properties.numericType != nil }
    }

    private func isPlaceToTheModel(_ range: Range<Int>) -> Bool {
        tokens[range].allSatisfy { ["GPE", "LOC"].contains($0.entityLabel) }
    }

    /// A place of the model that begins with the words and goes on with capitalised ones.
    private func longerPlace(than range: Range<Int>) -> Range<Int>? {
        passage.doc.entities.first { entity in
            entity.tokens.lowerBound == range.lowerBound && entity.tokens.upperBound > range.upperBound
                && ["LOC", "GPE", "FAC"].contains(entity.label) && tokens[entity.tokens].allSatisfy(\.isCapitalised)
        }?.tokens
    }

    /// A place that only the model knows: kept without an identifier.
    private func modelPlace(at start: Int, outside covered: TokenSet) -> Mention? {
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
        // The model takes abbreviations of bodies for places; a country's or region's is in the lists.
        let word = tokens[start].text.unicodeScalars
        let isAcronym =
            trimmed.count == 1 && word.count > 2
            && word.allSatisfy { $0.properties.isUppercase || $0.properties.numericType != nil }
        return mention(trimmed, kind: .party(isAcronym ? .organisation : .place), place: nil)
    }

    /// Whether the sentence lets the words be a place: the model says so, or they stand where a place stands.
    private func isPlausible(_ range: Range<Int>) -> Bool {
        // "Porto Mayor Helena Quintas": a place stands before the office of its mayor.
        if knowledge.titles.longestMatch(in: tokens, at: range.upperBound) != nil { return true }
        if range == dateline { return true }
        // "Hai Phong" is a person to the model now and then.
        if range.count > 1, knowledge.isNoPerson(passage.text(of: range)) { return true }
        let labels = Set(tokens[range].map(\.entityLabel))
        if !labels.isDisjoint(with: ["GPE", "LOC"]) { return true }
        if range.count > 1, passage.isBesidePlace(range) { return true }
        if labels == ["ORG"], range.count > 1, knowledge.isProvince(passage.text(of: range)) { return true }
        if labels.contains("PERSON") || labels.contains("DATE") { return false }
        guard tokens[range].allSatisfy({ ["NNP", "NNPS"].contains($0.tag) || !$0.isCapitalised }) else { return false }
        guard range.lowerBound > 0 else { return passage.isTitleCase || labels == [""] && range.count > 1 }
        let before = tokens[range.lowerBound - 1].lower
        return knowledge.lists.placeLeads.contains(before)
    }

    private func isFree(_ range: Range<Int>, _ covered: TokenSet) -> Bool { range.allSatisfy { !covered.contains($0) } }

    private func mention(_ range: Range<Int>, kind: Mention.Kind, place: KnownPlace?) -> Mention {
        var name = range
        if passage.words.definite.contains(tokens[name.lowerBound].lower), name.count > 1 {
            name = name.lowerBound + 1..<name.upperBound
        }
        var text = passage.text(of: name)
        // "Viña del Mar." ends a sentence, though "Mar." is a month's short form; "D.C." keeps its full stop.
        if text.hasSuffix("."), text.unicodeScalars.count(where: { $0 == "." }) == 1, name.count > 1 {
            text.removeLast()
        }
        return Mention(
            passage: passage.index, tokens: range, nameTokens: name, name: text, kind: kind, place: place)
    }
}

extension Passage {
    /// Whether the name is coordinated with what the model takes for a place: "Gdynia and Hoi An".
    func isBesidePlace(_ name: Range<Int>) -> Bool {
        var first = head(of: name)
        while tokens[first].dep == "conj", tokens[tokens[first].head].isNoun { first = tokens[first].head }
        return conjuncts(of: first).contains { !name.contains($0) && ["GPE", "LOC"].contains(tokens[$0].entityLabel) }
    }

    /// Whether a noun beside a name says that it is a place: `villages of …`, `… province`.
    func callsPlace(_ name: Range<Int>, _ knowledge: NameKnowledge) -> Bool {
        func isPlaceNoun(_ token: Int) -> Bool {
            !tokens[token].isCapitalised && knowledge.lists.placeSuffixes[tokens[token].lemma.asLowercase] != nil
        }
        let end = name.upperBound
        if end < tokens.count, isPlaceNoun(end), tokens[end].tag == "NN" { return true }
        // "Bomet, Kericho and Nandi counties"
        let list = endOfList(from: end)
        if list < tokens.count, isPlaceNoun(list), tokens[list].tag == "NNS",
            tokens[name.lowerBound..<list].contains(where: { $0.dep == "cc" })
                || name.lowerBound > 0 && tokens[name.lowerBound - 1].dep == "cc"
        {
            return true
        }
        return name.lowerBound > 1 && words.owning.contains(tokens[name.lowerBound - 1].lower)
            && isPlaceNoun(name.lowerBound - 2)
    }

    /// Where a list of names ends, read from one of them on.
    private func endOfList(from end: Int) -> Int {
        var end = end
        while end < tokens.count, words.listing.contains(tokens[end].lower) || tokens[end].tag.hasPrefix("NNP") {
            end += 1
        }
        return end
    }
}
