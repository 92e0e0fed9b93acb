// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Whose an office is and where it is held: the words behind "of", "to" and "in" up to the name of its holder, which may
/// follow without a comma: `Chairman of the municipal People's Committee Tran Van An`.
extension TitledNameScanner {
    /// The country, place or body that is named at `position`, behind an article and words such as "municipal".
    func ownerPhrase(at position: Int) -> Range<Int>? {
        var first = position
        while first < tokens.count, tokens[first].tag == "DT" || isModifier(first) && !tokens[first].isCapitalised {
            first += 1
        }
        guard first < tokens.count, first - position <= 3, tokens[first].isCapitalised else { return nil }
        if let end = bodyEnd(from: first) { return first..<end }
        if let country = knowledge.country(in: tokens, at: first) { return first..<first + country.length }
        // "Secretary General of ASEAN Siti Rahayu".
        let letters = tokens[first].text.unicodeScalars
        if letters.count > 1, letters.allSatisfy(\.properties.isUppercase),
            !knowledge.lists.notOrganisations.contains(tokens[first].lower)
        {
            return first..<first + 1
        }
        return placeBeforeName(at: first)
    }

    /// The place that words behind a title begin with, where the name of its holder follows: "Kunene" in "the Governor of
    /// Kunene Anna Maria Berg"; else all of them.
    func ownerBeforeName(in complement: Range<Int>) -> Range<Int> {
        guard !isBody(complement), !isOrganisation(complement), let place = placeOrBody(at: complement.lowerBound),
            place.upperBound + 1 < complement.upperBound,
            tokens[place.upperBound..<complement.upperBound].allSatisfy({ $0.tag == "NNP" && $0.entityLabel != "ORG" }),
            knowledge.places(written: passage.text(of: complement)).isEmpty
        else { return complement }
        return complement.lowerBound..<place.upperBound
    }

    /// The bodies between a title's comma and the name of its holder, and where they end: "Ministry of Law and Ministry of
    /// Home Affairs".
    func bodiesBeforeName(at position: Int) -> (first: Range<Int>, end: Int)? {
        guard let first = ownerPhrase(at: position), isOffice(first) else { return nil }
        var end = first.upperBound
        while end < tokens.count, passage.words.joining.contains(tokens[end].lower),
            let next = ownerPhrase(at: end + 1), isOffice(next)
        { end = next.upperBound }
        guard let name = nameTokens(at: end), name.count > 1 else { return nil }
        return (first, end)
    }

    /// Whether a word says that the body is a part of a government.
    private func isOffice(_ body: Range<Int>) -> Bool {
        body.contains { knowledge.bodyKind(ofHead: tokens[$0].lower) == .government }
    }

    /// A second place or body behind the first: "of Japan in Da Nang", "of Ghana to Korea".
    ///
    /// Where an office is held is told before the name of its holder; behind it, "in" may say where something happens.
    func furtherOwner(behind end: Int, isNamed: Bool) -> Range<Int>? {
        guard end < tokens.count, let further = ownerPhrase(at: end + 1) else { return nil }
        let lists = knowledge.lists
        let word = tokens[end].lower
        if passage.words.accrediting.contains(word) { return further }
        guard isNamed, lists.postingPrepositions.contains(word) || lists.ownerPrepositions.contains(word) else {
            return nil
        }
        let next = further.upperBound
        return next < tokens.count && isNamePart(next) || isToken(next, ",") ? further : nil
    }

    /// Whether the words are a place that the gazetteer knows, so that "Park" behind them may be a family name: "Ulsan
    /// Park Jin Woo".
    private func isKnownPlace(_ words: Range<Int>) -> Bool {
        guard !words.isEmpty else { return false }
        if let country = knowledge.country(in: tokens, at: words.lowerBound) { return country.length == words.count }
        // "Ho Chi Minh City" begins with the name of a town and a family name.
        let longest = (words.lowerBound + 1...min(words.upperBound + 2, tokens.count)).last { end in
            let place = knowledge.places(passage.text(of: words.lowerBound..<end)).first
            return place.map { !$0.isWord } ?? false
        }
        return longest == words.upperBound
    }

    /// The kind of the body that an office's owner is, where its own words say so: a place or a country has none.
    func namedBody(_ owner: Range<Int>) -> Party.Kind? {
        let name = owner.prefix { !knowledge.lists.bodyFieldPrepositions.contains(tokens[$0].lower) }
        guard let head = name.last(where: { isHead($0) }), let kind = knowledge.bodyKind(ofHead: tokens[head].lower),
            kind.isBody, name.count > 1
        else { return nil }
        return kind
    }

    /// Where the name of a body ends that begins at `first`: behind the last word that says what it is, and what follows
    /// that with "of".
    private func bodyEnd(from first: Int) -> Int? {
        var end: Int?
        var position = first
        while position < tokens.count, position < first + 14 {
            if isRunWord(position) {
                if startsEasternName(position), end != nil || isKnownPlace(first..<position) { break }
                if isHead(position) || position > first && isHeadOfPlace(position, from: first) { end = position + 1 }
                position += 1
            } else if isRunJoint(position) {
                position += 1
            } else {
                break
            }
        }
        guard var end else { return nil }
        while end < tokens.count, knowledge.lists.bodyFieldPrepositions.contains(tokens[end].lower),
            let inner = ownerPhrase(at: end + 1) ?? capitalisedList(at: isArticle(end + 1) ? end + 2 : end + 1)
        { end = inner.upperBound }
        if knowledge.relates(end, in: passage) {
            end = tokens[(end + 1)...].indices.first { !isRunWord($0) || isPersonEntity(at: $0) } ?? tokens.count
        }
        return end
    }

    /// The longest place that the gazetteer knows, where a name stands right behind it.
    private func placeBeforeName(at first: Int) -> Range<Int>? {
        let words = tokens[first...].prefix(5).prefix { $0.isCapitalised && !$0.isPunctuation }
        let longest = (first..<words.endIndex).reversed().first { last in
            let name = passage.text(of: first..<last + 1)
            return !knowledge.lists.notPlaces.contains(name.lowercased())
                && !knowledge.lists.portfolioWords.contains(name.lowercased())
                && knowledge.places(written: name).first.map { !$0.isAlternate && !$0.isWord } ?? false
        }
        guard let longest, longest + 1 < tokens.count, isNamePart(longest + 1) else { return nil }
        return first..<longest + 1
    }

    /// Whether the word says what sort of body or district the words before it name.
    private func isHead(_ position: Int) -> Bool {
        let word = tokens[position].lower
        if knowledge.lists.placeSuffixes[word] != nil || knowledge.lists.venuesOrBodies.contains(word) { return true }
        return knowledge.bodyKind(ofHead: word)?.isBody == true && !knowledge.lists.portfolioWords.contains(word)
    }

    /// Whether the word ends the name of a body that begins with a place, though alone it is a field of work: "Beijing
    /// Tourism Administration".
    private func isHeadOfPlace(_ position: Int, from first: Int) -> Bool {
        knowledge.bodyKind(ofHead: tokens[position].lower)?.isBody == true
            && !(position + 1 < tokens.count && isRunWord(position + 1)) && knowledge.isPlace(tokens[first].text)
    }

    /// Whether the word can stand in the name of a body.
    private func isRunWord(_ position: Int) -> Bool {
        let token = tokens[position]
        return token.isCapitalised && !token.isPunctuation
            && knowledge.titles.longestMatch(in: tokens, at: position) == nil
            && knowledge.honorific(in: tokens, at: position) == nil
    }

    /// Whether the word joins parts of a body's name, the next of which follows: "and", "'s", "city".
    private func isRunJoint(_ position: Int) -> Bool {
        let next = position + 1
        guard next < tokens.count, isRunWord(next) else { return false }
        let token = tokens[position]
        return token.tag == "CC" || token.tag == "POS" || isModifier(position)
            || token.tag == "HYPH"
            || token.isPunctuation && !token.hasTrailingSpace && !tokens[position - 1].hasTrailingSpace
    }

    /// Whether the word in small letters says of which level of the state a body is: "municipal".
    private func isModifier(_ position: Int) -> Bool { knowledge.lists.bodyModifiers.contains(tokens[position].lower) }

    private func isArticle(_ position: Int) -> Bool { position < tokens.count && tokens[position].tag == "DT" }
}
