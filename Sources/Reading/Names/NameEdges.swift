// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Moves the ends of names to where the text's own marks say that they are.
///
/// The model and the runs of capitals stop short of some words that belong to a name, and take in some that do not.
struct NameEdges {
    let knowledge: NameKnowledge
    let passages: [Passage]

    /// The mentions with their right ends; what lies inside a name that has grown is left out.
    func settled(_ mentions: [Mention]) -> [Mention] {
        var grown: [Mention] = []
        let letters = officeLetters(of: mentions)
        let moved = mentions.compactMap { mention -> Mention? in
            guard case .party(let kind) = mention.kind else { return mention }
            let passage = passages[mention.passage]
            guard var range = edges(of: mention.nameTokens, kind, in: passage) else { return nil }
            // "SMS Berg", behind "Senior Minister of State (SMS)": the letters are the office.
            if kind == .person, range.count > 1, letters.contains(passage.tokens[range.lowerBound].text) {
                range = range.lowerBound + 1..<range.upperBound
            }
            guard range != mention.nameTokens else { return mention }
            var new = mention.moved(to: range, in: passage)
            if range.lowerBound > mention.nameTokens.lowerBound, kind == .person,
                isLocating(mention.nameTokens.lowerBound, in: passage)
            {
                // "Near Bayji": what a word of place leads to is one.
                let place = knowledge.places(new.name).first
                new.kind = .party(place?.kind ?? .place)
                new.place = place
            }
            if range.count > mention.nameTokens.count { grown.append(new) }
            return new
        }
        return moved.filter { mention in
            !grown.contains { $0 != mention && $0.overlaps(mention) && $0.nameTokens.count > mention.nameTokens.count }
        }
    }

    /// The letters that brackets give for an office: "Senior Minister of State (SMS)".
    private func officeLetters(of mentions: [Mention]) -> Set<String> {
        Set(
            mentions.flatMap { mention in
                let tokens = passages[mention.passage].tokens
                return mention.offices.flatMap(\.tokens).filter { open in
                    tokens[open].text == "(" && open + 2 < tokens.count && tokens[open + 2].text == ")"
                        && tokens[open + 1].text.count > 1
                        && tokens[open + 1].text.unicodeScalars.allSatisfy(\.properties.isUppercase)
                }.map { tokens[$0 + 1].text }
            })
    }

    private func edges(of name: Range<Int>, _ kind: Party.Kind, in passage: Passage) -> Range<Int>? {
        let tokens = passage.tokens
        var range = name
        // "Bashar al-Assad,[1]": the mark of a note ends a name.
        if let note = range.dropFirst().first(where: { tokens[$0].text.utf8.contains(UInt8(ascii: "[")) }) {
            range = range.lowerBound..<note
        }
        if range.count > 1, isLocating(range.lowerBound, in: passage) {
            range = range.lowerBound + 1..<range.upperBound
        }
        guard !range.isEmpty else { return nil }
        range = withJoinedArticle(range, in: passage)
        switch kind {
        case .organisation, .government:
            return withCapitalArticle(withLegalForm(upToLegalForm(range, in: passage), in: passage), in: passage)
        case .person: return withNickname(range, in: passage)
        default: return range
        }
    }

    /// Whether the word leads to a place and is part of none: `Near`.
    private func isLocating(_ token: Int, in passage: Passage) -> Bool {
        passage.tokens[token].tag == "IN" && knowledge.lists.locatingWords.contains(passage.tokens[token].lower)
    }

    /// `al-Zarqawi`: an Arabic article that a hyphen joins to the name.
    private func withJoinedArticle(_ range: Range<Int>, in passage: Passage) -> Range<Int> {
        let tokens = passage.tokens
        let hyphen = range.lowerBound - 1
        guard hyphen > 0, tokens[hyphen].text == "-", !tokens[hyphen].hasTrailingSpace,
            !tokens[hyphen - 1].hasTrailingSpace, knowledge.lists.joinedArticles.contains(tokens[hyphen - 1].lower)
        else { return range }
        return hyphen - 1..<range.upperBound
    }

    /// `Chrysler LLC Jim Press`: the form of a company ends its name, unless another one or a head follows.
    private func upToLegalForm(_ range: Range<Int>, in passage: Passage) -> Range<Int> {
        let isForm = { (token: Int) in knowledge.isLegalForm(passage.tokens[token].lower) }
        guard let form = range.dropFirst().dropLast().first(where: isForm), passage.tokens[form].isCapitalised,
            passage.tokens[form - 1].isCapitalised || passage.tokens[form - 1].isPunctuation,
            range.dropFirst(form - range.lowerBound + 1).allSatisfy({
                !isForm($0) && knowledge.bodyKind(ofHead: passage.tokens[$0].lower) == nil
            })
        else { return range }
        return range.lowerBound..<form + 1
    }

    /// `CBS, Inc.`, `Sunderland A.F.C.`: the form of a company behind its name, with a comma or without.
    private func withLegalForm(_ range: Range<Int>, in passage: Passage) -> Range<Int> {
        let tokens = passage.tokens
        var next = range.upperBound
        if next < tokens.count, tokens[next].text == "," { next += 1 }
        guard next < tokens.count, tokens[next].isCapitalised,
            knowledge.isLegalForm(tokens[next].lower)
        else { return range }
        return range.lowerBound..<next + 1
    }

    /// `The Straits Times`: an article with a capital letter inside a sentence is part of the name.
    private func withCapitalArticle(_ range: Range<Int>, in passage: Passage) -> Range<Int> {
        let article = range.lowerBound - 1
        guard article > 0, passage.tokens[article].text == "The", !passage.isTitleCase,
            !passage.tokens[article].isSentenceStart, !passage.tokens[article - 1].isPunctuation
        else { return range }
        return article..<range.upperBound
    }

    /// `Pat "Buckshot" Moyo`: a nickname in quotation marks between two parts of a name.
    private func withNickname(_ range: Range<Int>, in passage: Passage) -> Range<Int> {
        let tokens = passage.tokens
        let opening = range.upperBound
        guard opening + 3 < tokens.count, passage.isOpeningMark(opening), tokens[opening].text != "(",
            tokens[opening + 1].isCapitalised, !tokens[opening].hasTrailingSpace,
            tokens[opening + 2].isPunctuation, !tokens[opening + 1].hasTrailingSpace,
            tokens[opening + 3].isCapitalised, tokens[opening + 3].tag.hasPrefix("NNP")
        else { return range }
        var end = opening + 4
        while end < tokens.count, tokens[end].isCapitalised, tokens[end].entityLabel == "PERSON",
            tokens[end].entityPosition == .inside
        { end += 1 }
        return range.lowerBound..<end
    }
}

extension Mention {
    /// The same mention with another stretch of words for its name; titles before it stay.
    fileprivate func moved(to name: Range<Int>, in passage: Passage) -> Mention {
        let start =
            tokens.lowerBound == nameTokens.lowerBound ? name.lowerBound : min(tokens.lowerBound, name.lowerBound)
        let end =
            tokens.upperBound == nameTokens.upperBound ? name.upperBound : max(tokens.upperBound, name.upperBound)
        return Mention(
            passage: self.passage, tokens: start..<end, nameTokens: name, name: passage.text(of: name), kind: kind,
            place: place, offices: offices, acronym: acronym, shortOf: shortOf, gender: gender)
    }
}
