// SPDX-License-Identifier: Apache-2.0

import Language

/// A title with its field of work and whose the office is.
extension TitledNameScanner {
    /// How many tokens a title takes before the country that it goes on with: "President" of "President of the Republic of
    /// Ghana".
    private func titleLength(_ length: Int, at position: Int) -> Int {
        for start in position + 1..<position + max(length, 1) {
            guard let country = knowledge.country(in: tokens, at: start), start + country.length > position + length
            else { continue }
            let before = tokens[position..<start].lastIndex { $0.tag != "DT" && $0.tag != "IN" } ?? position
            return before - position + 1
        }
        return length
    }

    /// The title at `position`, with its portfolio or body.
    func office(at position: Int, isPast: Bool, isNamed: Bool) -> (mention: OfficeMention, end: Int)? {
        guard let match = knowledge.title(in: tokens, at: position) else { return nil }
        // A title before a name is written with a capital letter, unless an article stands before it.
        if isNamed, !tokens[position].isCapitalised {
            let isDefinite = isDefinite(position) || isCountryAdjective(before: position)
            // "society president Tenzin Rai": without an article the name has to follow at once.
            guard isDefinite || personEntity(at: position + match.length)?.lowerBound == position + match.length else {
                return nil
            }
        }
        var end = position + titleLength(match.length, at: position)
        if isToken(end, "("), let close = tokens[end..<min(end + 8, tokens.count)].firstIndex(where: { $0.text == ")" })
        {
            end = close + 1
        }
        var titleEnd = end
        var body: Range<Int>?
        let word = end < tokens.count ? tokens[end].lower : ""
        let isPosting = passage.words.accrediting.contains(word)
        if isPosting || knowledge.lists.ownerPrepositions.contains(word) || isInCharge(end) {
            let complementStart = end + (isInCharge(end) ? knowledge.lists.inCharge.count : 1)
            var first = complementStart
            if first < tokens.count, passage.words.definite.contains(tokens[first].lower) { first += 1 }
            // "special envoy of President Vega" names the president, "special envoy of the President Rosa Diaz" the envoy.
            if isNamed, first == complementStart, first < tokens.count,
                !knowledge.lists.portfolioWords.contains(tokens[first].lower),
                let other = knowledge.titles.longestMatch(in: tokens, at: first),
                personEntity(at: first + other.length)?.lowerBound == first + other.length
            {
                return nil
            }
            if let owner = ownerPhrase(at: complementStart) {
                // "the Finnish ambassador to Morocco" is Finland's.
                if !isPosting { body = owner }
                end = owner.upperBound
                while let further = furtherOwner(behind: end, isNamed: isNamed) {
                    if body == nil, knowledge.lists.ownerPrepositions.contains(tokens[end].lower) { body = further }
                    end = further.upperBound
                }
            } else if let complement = capitalisedList(at: first).map({ isNamed ? ownerBeforeName(in: $0) : $0 }) {
                if isBody(complement) || !match.value.takesPortfolio && isOrganisation(complement) {
                    // "her representative to Accra" is no representative of Accra.
                    let isOwned = position > 0 && tokens[position - 1].tag == "PRP$"
                    if !isPosting || !isCountryAdjective(before: position) && !isOwned { body = complement }
                    end = complement.upperBound
                } else if let owner = owner(in: complement) {
                    body = owner
                    end = owner.upperBound
                    titleEnd = owner.lowerBound - 1
                } else if !isPosting {
                    end = complement.upperBound
                    titleEnd = end
                }
            }
        } else if isNamed, let posting = furtherOwner(behind: end, isNamed: true) {
            end = posting.upperBound
        }
        // "President of the Port Union (PU), Rosa Diaz"
        if body != nil, isToken(end, "("), isToken(end + 2, ")"),
            tokens[end + 1].text == tokens[end + 1].text.uppercased()
        {
            end += 3
        }
        let start = match.value.takesPortfolio ? portfolioStart(before: position) : position
        // "Consul General in Edinburgh" says where the office is held, not whose it is.
        if body == nil, isToken(end, "in"), let place = placeOrBody(at: end + 1), isToken(place.upperBound, ",") {
            end = place.upperBound
        }
        // A country has many ministers, but one for each field.
        let hasField = start < position || titleEnd > position + match.length
        let isUnique = match.value.isUnique && (hasField || !match.value.takesPortfolio)
        let title = passage.text(of: start..<titleEnd)
        return (
            OfficeMention(
                title: title, tokens: start..<titleEnd, body: body, isPast: isPast, isUnique: isUnique,
                isOfCity: match.value.isOfCity,
                isOfAntecedent: start > 0 && knowledge.lists.bodyPossessives.contains(tokens[start - 1].lower)),
            end
        )
    }

    /// The country or province behind a field of work: "Portugal" of "Minister of Economy of Portugal".
    func owner(in complement: Range<Int>) -> Range<Int>? {
        for of in complement.dropFirst() where knowledge.lists.ownerPrepositions.contains(tokens[of].lower) {
            if let owner = ownerPhrase(at: of + 1) { return of + 1..<owner.upperBound }
            let rest = of + 1..<complement.upperBound
            if knowledge.isProvince(passage.text(of: rest)) { return rest }
        }
        return nil
    }

    /// Where the field of work begins that stands before a title: `Trade` in "Peruvian Trade Minister".
    func portfolioStart(before position: Int) -> Int {
        var start = position
        while start > 0, position - start < 3 {
            let token = tokens[start - 1]
            guard token.isCapitalised, ["NN", "NNP", "NNS", "NNPS", "JJ", "VBG"].contains(token.tag),
                !knowledge.lists.notNames.contains(token.lower),
                !["GPE", "NORP", "PERSON"].contains(token.entityLabel),
                !isCountryAdjective(before: start), knowledge.demonyms.longestMatch(in: tokens, at: start - 1) == nil,
                knowledge.countries.longestMatch(in: tokens, at: start - 1) == nil,
                knowledge.titles.longestMatch(in: tokens, at: start - 1) == nil,
                knowledge.bodyKind(ofHead: token.lower) == nil, !knowledge.lists.pastMarkers.contains(token.lower),
                knowledge.lists.portfolioWords.contains(token.lower) || knowledge.places(token.text).isEmpty
            else { break }
            start -= 1
        }
        return start
    }

    /// Where the next title begins if one is joined by "and" or a comma.
    func titleAfterConjunction(at position: Int) -> Int? {
        var next = position
        if isToken(next, ",") { next += 1 }
        if next < tokens.count, passage.words.joining.contains(tokens[next].lower) { next += 1 }
        guard next > position else { return nil }
        if knowledge.titles.longestMatch(in: tokens, at: next) != nil { return next }
        // "and Trade Minister …": the second title has its field of work in front.
        let behind = next + 1
        guard behind < tokens.count, tokens[next].isCapitalised, !["PERSON", "GPE"].contains(tokens[next].entityLabel),
            knowledge.titles.longestMatch(in: tokens, at: behind)?.value.takesPortfolio == true
        else { return nil }
        return behind
    }

    func isInCharge(_ position: Int) -> Bool {
        let words = knowledge.lists.inCharge
        return position + words.count < tokens.count
            && zip(words, tokens[position...]).allSatisfy { $0 == $1.lower }
    }
}
