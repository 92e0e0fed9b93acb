// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds persons by their offices: `Busan Mayor Park Hyungjun`, `the mayor of New Orleans, LaToya Cantrell`,
/// `Sharon Ong, Director-General, Ministry of Law`.
struct TitledNameScanner {
    let passage: Passage
    let knowledge: NameKnowledge

    var tokens: [Token] { passage.tokens }

    /// The person named at `start` by titles, honorifics or both, followed by a name.
    func mention(at start: Int) -> Mention? {
        // Most words begin neither.
        guard
            knowledge.titles.longestMatch(in: tokens, at: start) != nil
                || knowledge.honorific(in: tokens, at: start) != nil, !isPlace(at: start)
        else { return nil }
        var position = start
        var offices: [OfficeMention] = []
        let isPast = isMarkedPast(before: start)
        while let office = office(at: position, isPast: isPast, isNamed: true) {
            offices.append(office.mention)
            position = office.end
            guard let next = titleAfterConjunction(at: position) else { break }
            position = next
        }
        let afterTitles = position
        if !offices.isEmpty, isToken(position, ",") { position += 1 }
        var gender: Gender?
        var honorifics = 0
        while let match = knowledge.honorific(in: tokens, at: position) {
            gender = gender ?? match.gender
            position += match.length
            honorifics += 1
        }
        guard !offices.isEmpty || honorifics > 0 else { return nil }
        let commaBetween = position > afterTitles && isToken(afterTitles, ",")
        guard let name = nameTokens(at: position, isIntroduced: true) else { return nil }
        // "General Motors": for the model, title and name together are a company.
        if honorifics == 0, let entity = entity(at: start), entity.label == "ORG", entity.tokens.lowerBound == start,
            entity.tokens.upperBound >= name.upperBound, position == start + 1
        {
            return nil
        }
        if commaBetween, honorifics == 0 {
            // "the President, Seoul said" must not make Seoul a person: the model has to agree, or a second comma does.
            guard isPersonEntity(at: name.lowerBound) || isInApposition(name) else { return nil }
        }
        var end = name.upperBound
        if let last = offices.indices.last, offices[last].body == nil, isToken(end, "of"),
            let body = placeOrBody(at: end + 1)
        {
            offices[last].body = body
            end = body.upperBound
        }
        // "Its chief executive, Sofia Braga, said": a person, though the words do not name whose office it is.
        if commaBetween, start > 0, tokens[start - 1].tag == "PRP$" { offices.removeAll { $0.body == nil } }
        let first = min(start, offices.map(\.tokens.lowerBound).min() ?? start)
        return Mention(
            passage: passage.index, tokens: first..<max(end, name.upperBound), nameTokens: name,
            name: cleanName(name), kind: .party(.person), place: nil, offices: offices, acronym: nil, gender: gender)
    }

    /// Whether a word of rank or courtesy begins the name of a country or province, or of a place that says what it is:
    /// `Sri Lanka`, `Prince Edward County`.
    private func isPlace(at start: Int) -> Bool {
        if let country = knowledge.country(in: tokens, at: start), country.length > 1 { return true }
        let end = tokens[start...].prefix(4).prefix(while: \.isCapitalised).endIndex
        return (start..<end).dropFirst().contains { last in
            let name = passage.text(of: start..<last + 1)
            return knowledge.isProvince(name)
                || knowledge.lists.placeSuffixes[tokens[last].lower] != nil && knowledge.isPlace(name)
        }
    }

    /// Whether a name of several words, of no place, stands between commas: "its director, Sofia Braga, said".
    func isInApposition(_ name: Range<Int>) -> Bool {
        name.count > 1 && isToken(name.upperBound, ",") && tokens[name].allSatisfy { $0.tag.hasPrefix("NNP") }
            && knowledge.places(written: passage.text(of: name)).isEmpty
            && knowledge.countries.longestMatch(in: tokens, at: name.lowerBound) == nil
    }

    /// Whether "the" or a possessive stands before the title, with an adjective of a country between or without.
    func isDefinite(_ title: Int) -> Bool {
        guard title > 0 else { return false }
        if passage.words.definite.contains(tokens[title - 1].lower) || ["POS", "PRP$"].contains(tokens[title - 1].tag) {
            return true
        }
        return title > 1 && passage.words.definite.contains(tokens[title - 2].lower)
            && isCountryAdjective(before: title)
    }

    func isCountryAdjective(before position: Int) -> Bool {
        position > 0 && knowledge.demonyms.longestMatch(in: tokens, at: position - 1)?.length == 1
    }

    /// Whether "former" or the like stands before the title, with or without a place between: "Former Turku Mayor".
    func isMarkedPast(before start: Int) -> Bool {
        var position = start - 1
        while position >= 0, start - position <= 4 {
            let token = tokens[position]
            if knowledge.lists.pastMarkers.contains(token.lower) { return true }
            guard token.isCapitalised || token.text == "-" || token.tag == "POS" else { return false }
            position -= 1
        }
        return false
    }

    /// Where a title can begin behind a name: after a comma, or after words such as "took office as".
    func titleStart(behind end: Int) -> Int? {
        if isToken(end, ",") { return end + 1 }
        for words in knowledge.lists.takingOffice where end + words.count < tokens.count {
            if zip(tokens[end...], words).allSatisfy({ $0.lower == $1 }) { return end + words.count }
        }
        return nil
    }

    /// The offices that stand in apposition behind a name which ends before `end`, or that its bearer takes there.
    func offices(behind end: Int) -> (offices: [OfficeMention], end: Int)? {
        guard var position = titleStart(behind: end) else { return nil }
        if position < tokens.count, passage.words.articles.contains(tokens[position].lower) { position += 1 }
        let isPast = position < tokens.count && knowledge.lists.pastMarkers.contains(tokens[position].lower)
        if isPast { position += 1 }
        // A body may stand before the title: "…, Singapore's Minister for Law".
        var body: Range<Int>?
        if knowledge.titles.longestMatch(in: tokens, at: position) == nil {
            guard let named = placeOrBody(at: position) else { return nil }
            body = named
            position = named.upperBound
            if position < tokens.count, tokens[position].tag == "POS" { position += 1 }
        }
        var offices: [OfficeMention] = []
        while var office = office(at: position, isPast: isPast, isNamed: false) {
            if office.mention.body == nil { office.mention.body = body }
            offices.append(office.mention)
            position = office.end
            guard let next = titleAfterConjunction(at: position) else { break }
            position = next
        }
        guard !offices.isEmpty else { return nil }
        // "Director-General, MinLaw;" names the body as the next member of the apposition.
        if let last = offices.indices.last, offices[last].body == nil, isToken(position, ","),
            let named = placeOrBody(at: position + 1),
            knowledge.titles.longestMatch(in: tokens, at: position + 1) == nil
        {
            offices[last].body = named
            position = named.upperBound
        }
        return (offices, position)
    }

    /// The title at `position`, with its portfolio or body.
    func office(at position: Int, isPast: Bool, isNamed: Bool) -> (mention: OfficeMention, end: Int)? {
        guard let match = knowledge.titles.longestMatch(in: tokens, at: position) else { return nil }
        // A title before a name is written with a capital letter, unless an article stands before it.
        if isNamed, !tokens[position].isCapitalised {
            let isDefinite = isDefinite(position)
            // "society president Tenzin Rai": without an article the name has to follow at once.
            guard isDefinite || personEntity(at: position + match.length)?.lowerBound == position + match.length else {
                return nil
            }
        }
        var end = position + match.length
        if isToken(end, "("), let close = tokens[end..<min(end + 8, tokens.count)].firstIndex(where: { $0.text == ")" })
        {
            end = close + 1
        }
        var titleEnd = end
        var body: Range<Int>?
        if end < tokens.count, knowledge.lists.officePrepositions.contains(tokens[end].lower) || isInCharge(end) {
            let complementStart = end + (isInCharge(end) ? knowledge.lists.inCharge.count : 1)
            var first = complementStart
            if first < tokens.count, passage.words.definite.contains(tokens[first].lower) { first += 1 }
            if let complement = capitalisedList(at: first) {
                if isBody(complement) || !match.value.takesPortfolio && isOrganisation(complement) {
                    // "the Finnish ambassador to Morocco" is Finland's.
                    if !knowledge.lists.accrediting.contains(tokens[end].lower) || !isCountryAdjective(before: position)
                    {
                        body = complement
                    }
                    end = complement.upperBound
                } else if let owner = owner(in: complement) {
                    body = owner
                    end = complement.upperBound
                    titleEnd = owner.lowerBound - 1
                } else if !knowledge.lists.accrediting.contains(tokens[end].lower) {
                    end = complement.upperBound
                    titleEnd = end
                }
            }
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
                title: title, tokens: start..<titleEnd, body: body, isPast: isPast, isUnique: isUnique),
            end
        )
    }

    /// The country behind a field of work: "Portugal" of "Minister of Economy of Portugal".
    func owner(in complement: Range<Int>) -> Range<Int>? {
        guard let of = complement.last(where: { passage.words.owning.contains(tokens[$0].lower) }),
            of > complement.lowerBound,
            let match = knowledge.countries.longestMatch(in: tokens, at: of + 1),
            of + 1 + match.length == complement.upperBound
        else { return nil }
        return of + 1..<complement.upperBound
    }

    /// Where the field of work begins that stands before a title: `Trade` in "Peruvian Trade Minister".
    func portfolioStart(before position: Int) -> Int {
        var start = position
        while start > 0, position - start < 3 {
            let token = tokens[start - 1]
            guard token.isCapitalised, ["NN", "NNP", "NNS", "NNPS", "JJ", "VBG"].contains(token.tag),
                !knowledge.lists.notNames.contains(token.lower),
                !["GPE", "NORP", "PERSON"].contains(token.entityLabel),
                knowledge.demonyms.longestMatch(in: tokens, at: start - 1) == nil,
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
        guard behind < tokens.count, tokens[next].isCapitalised, tokens[next].entityLabel != "PERSON",
            knowledge.titles.longestMatch(in: tokens, at: behind)?.value.takesPortfolio == true
        else { return nil }
        return behind
    }

    /// The tokens of a personal name that begins at `start`.
    ///
    /// An introduced name stands behind a title or honorific, so that a capital letter is proof enough; any other
    /// name has to be one for the model.
    func nameTokens(at start: Int, isIntroduced: Bool) -> Range<Int>? {
        guard start < tokens.count, isNamePart(start) else { return nil }
        var end = start + 1
        var parts = 1
        while end < tokens.count, parts < 6 {
            if isNamePart(end) {
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
                guard next < tokens.count, isNamePart(next) else { return start..<end }
                end = next + 1
                parts += 1
            } else if isToken(end, ","), end + 1 < tokens.count,
                knowledge.lists.generations.contains(tokens[end + 1].lower)
            {
                end += 2
            } else {
                break
            }
        }
        // In a headline where every word has a capital letter, the model knows better where the name ends.
        if passage.isTitleCase, let entity = personEntity(at: start) {
            end = min(end, max(entity.upperBound, start + 1))
        }
        return start..<end
    }

    func isNamePart(_ position: Int) -> Bool {
        let token = tokens[position]
        guard token.isCapitalised, !token.isPunctuation else { return false }
        // "Chairman Do Quang Huy": a family name may look like a verb.
        if token.tag.hasPrefix("VB"), token.entityLabel != "PERSON", !startsEasternName(position) { return false }
        if ["MD", "PRP", "PRP$", "DT", "CC", "WP", "WDT", "POS"].contains(token.tag), token.entityLabel != "PERSON" {
            return false
        }
        let lower = token.lower
        if knowledge.lists.placeSuffixes[lower] != nil, token.entityLabel != "PERSON" { return false }
        if knowledge.lists.notNames.contains(lower)
            || knowledge.bodyKind(ofHead: lower) != nil && token.entityLabel != "PERSON"
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
        return !passage.isTitleCase && knowledge.isEasternFamilyName(tokens[position].text) && next < tokens.count
            && tokens[next].isCapitalised && tokens[next].tag.hasPrefix("NNP")
    }

    func isInCharge(_ position: Int) -> Bool {
        let words = knowledge.lists.inCharge
        return position + words.count < tokens.count
            && zip(words, tokens[position...]).allSatisfy { $0 == $1.lower }
    }

    func cleanName(_ range: Range<Int>) -> String {
        let letters = knowledge.postNominals(tokens[range].map(\.text))
        return passage.text(of: range.lowerBound..<range.upperBound - letters)
    }

    func isToken(_ position: Int, _ text: String) -> Bool {
        position < tokens.count && tokens[position].text == text
    }

    func entity(at position: Int) -> EntitySpan? {
        passage.doc.entities.first { $0.tokens.contains(position) }
    }

    func personEntity(at position: Int) -> Range<Int>? {
        guard let entity = entity(at: position), entity.label == "PERSON" else { return nil }
        return entity.tokens
    }

    func isPersonEntity(at position: Int) -> Bool { personEntity(at: position) != nil }
}
