// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// What stands behind the "of" of an office: fields of work, places and bodies.
extension TitledNameScanner {
    /// A run of capitalised words joined by commas and "and", as portfolios are: `Culture, Community and Youth`.
    func capitalisedList(at start: Int) -> Range<Int>? {
        guard start < tokens.count, isPortfolioWord(start) else { return nil }
        var end = start + 1
        while end < tokens.count {
            if isPortfolioWord(end) {
                // "Minister for Law Edwin Tong": behind a field of work, a word that is none begins the name.
                let fields = knowledge.lists.portfolioWords
                let isField = tokens[start..<end].allSatisfy { fields.contains($0.lower) || !$0.isCapitalised }
                // … but not where the word goes on: "Foreign Affairs of the Federal Republic of Germany".
                let goesOn =
                    end + 1 < tokens.count && passage.words.owning.contains(tokens[end + 1].lower)
                    && knowledge.titles.longestMatch(in: tokens, at: end) == nil
                if isField, !fields.contains(tokens[end].lower), !goesOn { break }
                // "Chairman of the People's Committee Do Quang Huy": so does one behind the head of a body's name.
                if knowledge.bodyKind(ofHead: tokens[end - 1].lower) != nil, !fields.contains(tokens[end - 1].lower),
                    knowledge.isEasternFamilyName(tokens[end].text)
                {
                    break
                }
                end += 1
            } else if tokens[end].tag == "POS", knowledge.lists.possessors.contains(tokens[end - 1].lower),
                end + 1 < tokens.count, isPortfolioWord(end + 1)
            {
                end += 2
            } else if knowledge.lists.portfolioLinks.contains(tokens[end].lower) || isToken(end, ",") {
                var next = end + 1
                while next < tokens.count, knowledge.lists.portfolioJoints.contains(tokens[next].lower) { next += 1 }
                guard next < tokens.count, isPortfolioWord(next),
                    knowledge.titles.longestMatch(in: tokens, at: next) == nil,
                    knowledge.titles.longestMatch(in: tokens, at: next + 1) == nil,
                    knowledge.honorific(in: tokens, at: next) == nil
                else { break }
                if isToken(end, ","), !isListMember(next) { break }
                end = next + 1
            } else {
                break
            }
        }
        return start..<end
    }

    /// Whether the model takes the words on both sides for parts of one organisation's name.
    func isInsideName(_ position: Int) -> Bool {
        guard let entity = entity(at: position), entity.label == "ORG" else { return false }
        return entity.tokens.contains(position - 1) && entity.tokens.contains(position + 1)
    }

    /// Whether the word at `position` goes on a list: another comma or "and" follows it within three words.
    func isListMember(_ position: Int) -> Bool {
        var next = position
        while next < tokens.count, next < position + 3, isPortfolioWord(next) { next += 1 }
        guard next < tokens.count, !isPersonEntity(at: position) else { return false }
        if passage.words.joining.contains(tokens[next].lower) { return true }
        // "Minister of Trade, Emeka Okoye, …": a comma alone goes on a list of fields only with a field.
        return isToken(next, ",")
            && tokens[position..<next].contains { knowledge.lists.portfolioWords.contains($0.lower) }
    }

    func isPortfolioWord(_ position: Int) -> Bool {
        let token = tokens[position]
        return token.isCapitalised && !token.isPunctuation
            && (token.entityLabel != "PERSON" || knowledge.lists.portfolioWords.contains(token.lower))
            && knowledge.honorific(in: tokens, at: position) == nil
    }

    /// A country, city or organisation that begins at `position`.
    func placeOrBody(at position: Int) -> Range<Int>? {
        var first = position
        if first < tokens.count, passage.words.definite.contains(tokens[first].lower) { first += 1 }
        guard first < tokens.count, tokens[first].isCapitalised else { return nil }
        if let entity = entity(at: first), ["GPE", "ORG", "NORP", "LOC"].contains(entity.label) {
            // "Foreign Minister of Peru H E Rosa Diaz": the model may take the form of address for a part of it.
            let end = (first + 1..<max(entity.tokens.upperBound, first + 1)).first {
                knowledge.honorific(in: tokens, at: $0) != nil
            }
            return first..<(end ?? entity.tokens.upperBound)
        }
        if let match = knowledge.countries.longestMatch(in: tokens, at: first) { return first..<first + match.length }
        if let match = knowledge.demonyms.longestMatch(in: tokens, at: first) { return first..<first + match.length }
        var end = first
        while end < tokens.count, tokens[end].isCapitalised, !tokens[end].isPunctuation,
            tokens[end].entityLabel != "PERSON"
        { end += 1 }
        return isBody(first..<end) ? first..<end : nil
    }

    /// Whether the words name a place or an organisation, not a field of work.
    func isBody(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        let isHead = { (word: String) in
            knowledge.bodyKind(ofHead: word) != nil && !knowledge.lists.portfolioWords.contains(word)
        }
        if tokens[range].contains(where: { isHead($0.lower) }) { return true }
        if range.contains(where: { tokens[$0].tag == "POS" && isInsideName($0) }) { return true }
        if knowledge.countries.longestMatch(in: tokens, at: range.lowerBound) != nil { return true }
        return tokens[range].allSatisfy { $0.entityLabel == "GPE" || $0.entityLabel == "ORG" && $0.text.count > 1 }
            && tokens[range.lowerBound].entityLabel == "GPE"
            || tokens[range].allSatisfy { token in
                token.text.count > 1 && token.text.unicodeScalars.allSatisfy(\.properties.isUppercase)
            }
    }

    /// Whether the model takes the very words for an organisation: "founder of Apple".
    func isOrganisation(_ range: Range<Int>) -> Bool {
        guard let entity = entity(at: range.lowerBound), entity.label == "ORG" else { return false }
        return entity.tokens.lowerBound == range.lowerBound && entity.tokens.upperBound <= range.upperBound
            && !tokens[range].contains { knowledge.lists.portfolioWords.contains($0.lower) }
    }
}
