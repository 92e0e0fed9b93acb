// SPDX-License-Identifier: Apache-2.0

import Language

/// The personal name that stands behind a title or form of address.
extension TitledNameScanner {
    /// The tokens of a personal name that begins at `start`, behind a title or honorific, so that a capital letter is
    /// proof enough.
    func nameTokens(at start: Int) -> Range<Int>? {
        guard start < tokens.count, isNamePart(start) else { return nil }
        var end = start + 1
        var parts = 1
        while end < tokens.count, parts < 6 {
            if isNamePart(end) || parts > 1 && isFamilyNameOfCountry(end) {
                end += 1
                parts += 1
            } else if isToken(end, "-"), end + 1 < tokens.count, tokens[end - 1].hasTrailingSpace == false,
                tokens[end].hasTrailingSpace == false,
                tokens[end + 1].text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
            {
                end += 2
            } else if knowledge.lists.nameParticles.contains(tokens[end].lower), end + 1 < tokens.count {
                var next = end + 1
                while next < tokens.count, knowledge.lists.nameParticles.contains(tokens[next].lower), next < end + 3 {
                    next += 1
                }
                // "Nayef al-Harbi"
                if isToken(next, "-"), !tokens[next].hasTrailingSpace, !tokens[next - 1].hasTrailingSpace { next += 1 }
                guard next < tokens.count, isNamePart(next) else { return start..<end }
                end = next + 1
                parts += 1
            } else if isToken(end, ","), end + 1 < tokens.count,
                knowledge.isGeneration(tokens[end + 1].lower)
            {
                end += 2
            } else {
                break
            }
        }
        // In a headline where every word has a capital letter, the model knows better where the name ends.
        if passage.isTitleCase, let entity = personEntity(at: start), entity.lowerBound == start {
            end = min(end, max(entity.upperBound, start + 1))
        }
        // "Chairman of the Ghana PGC Dr Kofi Asante": the letters are those of a body.
        let isBody =
            end > start + 1 && tokens[start].text.count > 1 && tokens[start].text == tokens[start].text.uppercased()
            && knowledge.honorific(in: tokens, at: start + 1) != nil
        return isBody || isFieldOfWork(start..<end) || passage.isAbbreviated(start..<end) ? nil : start..<end
    }

    /// Whether the adjective of a country ends a name, with no noun behind it: "Omar Khalid Iraqi met".
    private func isFamilyNameOfCountry(_ position: Int) -> Bool {
        tokens[position].tag == "NNP" && knowledge.demonyms.longestMatch(in: tokens, at: position)?.length == 1
            && !(position + 1 < tokens.count && (tokens[position + 1].isNoun || tokens[position + 1].isCapitalised))
    }

    /// Whether the words begin what an office is of: "Head of Health Professions Education Unit".
    private func isFieldOfWork(_ words: Range<Int>) -> Bool {
        guard words.upperBound < tokens.count, !isPersonEntity(at: words.lowerBound) else { return false }
        let next = tokens[words.upperBound]
        return next.isCapitalised
            && (knowledge.lists.portfolioWords.contains(next.lower) || knowledge.bodyKind(ofHead: next.lower) != nil)
    }

    func isNamePart(_ position: Int) -> Bool {
        let token = tokens[position]
        // "Wetang'ula" is a mark to the model.
        guard token.isCapitalised, !token.isPunctuation || token.text.utf8.count > 2 else { return false }
        // "Chairman Do Quang Huy": a family name may look like a verb.
        if token.tag.hasPrefix("VB"), token.entityLabel != "PERSON", !startsEasternName(position) { return false }
        if ["MD", "PRP", "PRP$", "DT", "CC", "WP", "WDT", "POS"].contains(token.tag), token.entityLabel != "PERSON",
            !startsEasternName(position)
        {
            return false
        }
        let lower = token.lower
        if position + 1 < tokens.count, tokens[position + 1].tag == "POS", knowledge.lists.possessors.contains(lower) {
            return false
        }
        if token.entityLabel != "PERSON",
            knowledge.lists.placeSuffixes[lower] != nil || knowledge.lists.portfolioWords.contains(lower)
                || knowledge.isPluralTitle(token)
        {
            return false
        }
        if knowledge.lists.notNames.contains(lower)
            || knowledge.bodyKind(ofHead: lower) != nil && token.entityLabel != "PERSON"
                && !startsEasternName(position)
        {
            return false
        }
        if knowledge.demonyms.longestMatch(in: tokens, at: position) != nil, token.entityLabel != "PERSON" {
            return false
        }
        return knowledge.titles.longestMatch(in: tokens, at: position) == nil || token.entityLabel == "PERSON"
    }

    /// Whether a family name of the east stands at `position` with a given name behind it.
    func startsEasternName(_ position: Int) -> Bool {
        let next = position + 1
        return !passage.isTitleCase && tokens[position].isCapitalised
            && knowledge.isEasternFamilyName(tokens[position].text) && next < tokens.count
            && tokens[next].isCapitalised && tokens[next].tag.hasPrefix("NNP")
    }

    /// Where the letters of honours end that stand between commas behind a name: "Anna Berg, P.C., O.M., met".
    func endOfHonours(behind name: Int) -> Int {
        var end = name
        while isToken(end, ","), end + 2 < tokens.count, knowledge.arePostNominals(tokens[end + 1].text),
            tokens[end + 2].isPunctuation || tokens[end + 2].isVerb
        { end += 2 }
        return end
    }

    func cleanName(_ range: Range<Int>) -> String {
        let letters = knowledge.postNominals(tokens[range].map(\.text))
        var end = range.upperBound - letters
        while end - 1 > range.lowerBound, tokens[end - 1].text == "," { end -= 1 }
        return passage.text(of: range.lowerBound..<end)
    }
}
