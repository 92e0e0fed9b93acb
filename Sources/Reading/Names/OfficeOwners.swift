// SPDX-License-Identifier: Apache-2.0

import Language

/// Whose an office is and where it is held: the words behind "of", "to" and "in" up to the name of its holder, which may
/// follow without a comma: `Chairman of the municipal People's Committee Tran Van An`.
extension TitledNameScanner {
    /// The country, place or body that is named at `position`, behind an article and words such as "municipal".
    func ownerPhrase(at position: Int) -> Range<Int>? {
        var first = position
        while first < tokens.count, tokens[first].tag == "DT" || isModifier(first) { first += 1 }
        guard first < tokens.count, first - position <= 3, tokens[first].isCapitalised else { return nil }
        if let end = bodyEnd(from: first) { return first..<end }
        if let country = knowledge.country(in: tokens, at: first) { return first..<first + country.length }
        return placeBeforeName(at: first)
    }

    /// A second place or body behind the first: "of Japan in Da Nang", "of Ghana to Korea".
    ///
    /// Where an office is held is told before the name of its holder; behind it, "in" may say where something happens.
    func furtherOwner(behind end: Int, isNamed: Bool) -> Range<Int>? {
        guard end < tokens.count, let further = ownerPhrase(at: end + 1) else { return nil }
        let lists = knowledge.lists
        let word = tokens[end].lower
        if lists.accreditingPrepositions.contains(word) { return further }
        guard isNamed, lists.postingPrepositions.contains(word) || lists.ownerPrepositions.contains(word) else {
            return nil
        }
        let next = further.upperBound
        return next < tokens.count && isNamePart(next) || isToken(next, ",") ? further : nil
    }

    /// Where the name of a body ends that begins at `first`: behind the last word that says what it is, and what follows
    /// that with "of".
    private func bodyEnd(from first: Int) -> Int? {
        var end: Int?
        var position = first
        while position < tokens.count, position < first + 14 {
            if isRunWord(position) {
                // "the Council Park Jin Muk": a family name may look like a park.
                if end != nil, startsEasternName(position) { break }
                if isHead(position) { end = position + 1 }
                position += 1
            } else if isRunJoint(position) {
                position += 1
            } else {
                break
            }
        }
        guard var end else { return nil }
        while end < tokens.count, knowledge.lists.ownerPrepositions.contains(tokens[end].lower),
            let inner = ownerPhrase(at: end + 1) ?? capitalisedList(at: isArticle(end + 1) ? end + 2 : end + 1)
        { end = inner.upperBound }
        return end
    }

    /// A place that the gazetteer knows, where a name stands right behind it.
    private func placeBeforeName(at first: Int) -> Range<Int>? {
        let run = first..<(tokens[first...].prefix(5).firstIndex { !$0.isCapitalised || $0.isPunctuation }
            ?? min(first + 5, tokens.count))
        for end in run.dropFirst().reversed() where isNamePart(end) {
            let name = passage.text(of: first..<end)
            guard let place = knowledge.places(written: name).first, !place.isAlternate, !place.isWord,
                !knowledge.lists.notPlaces.contains(name.lowercased()),
                !knowledge.lists.portfolioWords.contains(name.lowercased())
            else { continue }
            return first..<end
        }
        return nil
    }

    /// Whether the word says what sort of body or place the words before it name.
    private func isHead(_ position: Int) -> Bool {
        let word = tokens[position].lower
        return knowledge.lists.placeSuffixes[word] != nil
            || knowledge.bodyKind(ofHead: word) != nil && !knowledge.lists.portfolioWords.contains(word)
    }

    /// Whether the word can stand in the name of a body.
    private func isRunWord(_ position: Int) -> Bool {
        let token = tokens[position]
        return token.isCapitalised && !token.isPunctuation && knowledge.titles.longestMatch(in: tokens, at: position) == nil
            && knowledge.honorific(in: tokens, at: position) == nil
    }

    /// Whether the word joins parts of a body's name, the next of which follows: "and", "'s", "city".
    private func isRunJoint(_ position: Int) -> Bool {
        let next = position + 1
        guard next < tokens.count, isRunWord(next) else { return false }
        let token = tokens[position]
        return token.tag == "CC" || token.tag == "POS" || isModifier(position)
            || token.tag == "HYPH" || token.isPunctuation && !token.hasTrailingSpace && !tokens[position - 1].hasTrailingSpace
    }

    /// Whether the word in small letters says of which level of the state a body is: "municipal".
    private func isModifier(_ position: Int) -> Bool { knowledge.lists.bodyModifiers.contains(tokens[position].lower) }

    private func isArticle(_ position: Int) -> Bool { position < tokens.count && tokens[position].tag == "DT" }
}
