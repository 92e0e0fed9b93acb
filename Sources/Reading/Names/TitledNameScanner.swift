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
            knowledge.title(in: tokens, at: start) != nil
                || knowledge.honorific(in: tokens, at: start) != nil, !isPlace(at: start)
        else { return nil }
        // "Anna Berg (Mayor of Porto)", "an assistant to the Minister of Trade, Anna Berg"
        if start > 1, isToken(start - 1, "("), isPersonEntity(at: start - 2) { return nil }
        if isServed(start) { return nil }
        var position = start
        var offices: [OfficeMention] = []
        let isPast = isMarkedPast(before: start)
        while let office = office(at: position, isPast: isPast, isNamed: true) {
            offices.append(office.mention)
            position = office.end
            guard let next = titleAfterConjunction(at: position) else { break }
            // "the governor, First Lady Ann Berg": an office in small letters is that of somebody told of before.
            if isToken(position, ","), !tokens[start].isCapitalised, tokens[next].isCapitalised { return nil }
            // "the Secretary-General of the Port Union, Professor Ana Berg": a form of address, and no office there.
            if isToken(position, ","), isAddress(next) { break }
            position = next
        }
        // "Senior Minister of State, Ministry of Law and Ministry of Home Affairs Ann Berg"
        if let last = offices.indices.last, offices[last].body == nil, isToken(position, ","),
            let bodies = bodiesBeforeName(at: position + 1)
        {
            offices[last].body = bodies.first
            position = bodies.end
        }
        let afterTitles = position
        if !offices.isEmpty, isToken(position, ",") { position += 1 }
        var gender: Gender?
        var honorifics = 0
        while let match = knowledge.honorific(in: tokens, at: position), !isFamilyNameHe(position) {
            gender = gender ?? match.gender
            position += match.length
            honorifics += 1
        }
        guard !offices.isEmpty || honorifics > 0 else { return nil }
        // "His Excellency, Kofi Asante"
        if honorifics > 0, position - start > 1, isToken(position, ","), isPersonEntity(at: position + 1) {
            position += 1
        }
        let commaBetween = position > afterTitles && isToken(afterTitles, ",")
        guard
            let name = nameTokens(at: position)
                ?? (honorifics > 0 ? rankName(at: position - 1) ?? rulerName(at: position) : nil)
        else { return nil }
        // "the Director of the Oslo Observatory": the last word of what the model takes for a body is nobody's name.
        if name.count == 1, let entity = entity(at: name.lowerBound), ["ORG", "FAC"].contains(entity.label),
            honorifics == 0, entity.tokens.lowerBound < name.lowerBound, entity.tokens.lowerBound > start
        {
            return nil
        }
        if commaBetween, offices.contains(where: { $0.body != nil }), isRightBehindName(start) { return nil }
        if commaBetween, !isNewSubject(name), isBehindName(offices.map(\.tokens.lowerBound).min() ?? start) {
            return nil
        }
        // "PGFA Chairwoman": letters alone are no name, if it does not act like one: "Minister HAYAMA met …".
        if name.count == 1, honorifics == 0, tokens[name.lowerBound].text.count > 2,
            !(commaBetween == false && name.upperBound < tokens.count && tokens[name.upperBound].isVerb),
            tokens[name.lowerBound].text.unicodeScalars.allSatisfy(\.properties.isUppercase)
        {
            return nil
        }
        // "General Motors": for the model, title and name together are a company.
        if honorifics == 0, let entity = entity(at: start), entity.label == "ORG", entity.tokens.lowerBound == start,
            entity.tokens.upperBound >= name.upperBound, position == start + 1
        {
            return nil
        }
        if commaBetween, honorifics == 0 {
            // "the President, Seoul said" must not make Seoul a person: the model has to agree, or a second comma does.
            guard isPersonEntity(at: name.lowerBound) || isInApposition(name) || isSubjectBeside(name, start) else {
                return nil
            }
        }
        var end = name.upperBound
        if let last = offices.indices.last, offices[last].body == nil, isToken(end, "of"),
            let body = placeOrBody(at: end + 1)
        {
            offices[last].body = body
            end = body.upperBound
        }
        if commaBetween, start > 0, tokens[start - 1].tag == "PRP$" {
            offices.removeAll { $0.body == nil && !$0.isOfAntecedent }
        }
        let first = min(start, offices.map(\.tokens.lowerBound).min() ?? start)
        return Mention(
            passage: passage.index, tokens: first..<max(end, name.upperBound), nameTokens: name,
            name: cleanName(name), kind: .party(.person), place: nil, offices: offices, acronym: nil, gender: gender)
    }

    /// Whether a name of two words stands right before an office, which is its bearer's: "Anna Berg Consul of Fiji, Carl Lund".
    private func isRightBehindName(_ title: Int) -> Bool {
        guard title > 1 else { return false }
        return isPersonEntity(at: title - 1)
            || (title - 2..<title).allSatisfy { position in
                tokens[position].tag == "NNP" && isNamePart(position)
                    && !knowledge.lists.portfolioWords.contains(tokens[position].lower)
                    && !knowledge.lists.titleRanks.contains(tokens[position].lower)
                    && !knowledge.lists.pastMarkers.contains(tokens[position].lower)
                    && knowledge.places(tokens[position].text).isEmpty
            }
    }

    /// Whether a title stands right before a name, where it may be a form of address as well: "Professor".
    private func isAddress(_ title: Int) -> Bool {
        guard let address = knowledge.honorific(in: tokens, at: title) else { return false }
        return personEntity(at: title + address.length).map { $0.lowerBound <= title + address.length } ?? false
    }

    /// Whether somebody else works for whoever holds the office: "an assistant to the Minister".
    private func isServed(_ title: Int) -> Bool {
        guard title > 2, passage.words.definite.contains(tokens[title - 1].lower) else { return false }
        return passage.words.accrediting.contains(tokens[title - 2].lower)
            && knowledge.lists.assistants.contains(tokens[title - 3].lower)
    }

    /// Whether the word is a family name that is written like a form of address in capitals: "Vice Governor He Baoxiang".
    private func isFamilyNameHe(_ position: Int) -> Bool {
        startsEasternName(position) && tokens[position].text != tokens[position].text.uppercased()
            && knowledge.lists.notOrganisations.contains(tokens[position].lower)
    }

    /// A name whose first word is a word of rank elsewhere, as its particle shows: "Sultan bin Saad".
    private func rankName(at rank: Int) -> Range<Int>? {
        let particle = rank + 1
        guard particle < tokens.count, knowledge.lists.nameParticles.contains(tokens[particle].lower),
            let rest = nameTokens(at: particle + 1)
        else { return nil }
        return rank..<rest.upperBound
    }

    /// A name whose first word is a ruler's title elsewhere: "His Excellency Sultan Abdullah Al Harbi".
    private func rulerName(at position: Int) -> Range<Int>? {
        guard position < tokens.count, knowledge.lists.rulerNames.contains(tokens[position].lower),
            let rest = nameTokens(at: position + 1)
        else { return nil }
        return position..<rest.upperBound
    }

    /// Whether a name between commas is the subject of a sentence that opens with another phrase.
    ///
    /// "After meeting Anna Berg, the Mayor of Porto, Rui Sena, said": the parser may take what stands before for the subject.
    private func isNewSubject(_ name: Range<Int>) -> Bool {
        let sentence = passage.doc.sentences[passage.sentence[name.lowerBound]]
        guard isToken(name.upperBound, ","), name.upperBound + 1 < tokens.count, tokens[name.upperBound + 1].isVerb,
            ["IN", "TO", "VBG"].contains(tokens[sentence.lowerBound].tag),
            let comma = tokens[sentence].firstIndex(where: { $0.text == "," }), comma < name.lowerBound
        else { return false }
        return !tokens[sentence.lowerBound..<comma].contains { ["VBD", "VBZ", "VBP", "MD"].contains($0.tag) }
            && tokens[comma + 1..<name.lowerBound].count { $0.text == "," } == 1
    }

    /// Whether a person's name with a comma stands before the office, so that it is hers: "Ana Silva, Peru's Ambassador to
    /// Ghana, Kofi Mensah, …".
    private func isBehindName(_ office: Int) -> Bool {
        var position = office - 1
        while position > 0, office - position < 6,
            tokens[position].tag == "POS" || tokens[position].tag == "DT"
                || tokens[position].entityLabel == "GPE" || tokens[position].entityLabel == "NORP"
        { position -= 1 }
        return position > 0 && isToken(position, ",") && tokens[position - 1].entityLabel == "PERSON"
    }

    /// Whether a word of rank or courtesy begins the name of a country or province, or of a place that says what it is:
    /// `Sri Lanka`, `Prince Edward County`.
    private func isPlace(at start: Int) -> Bool {
        if let country = knowledge.country(in: tokens, at: start), country.length > 1 { return true }
        if let adjective = knowledge.demonyms.longestMatch(in: tokens, at: start), adjective.length > 1 { return true }
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

    /// Whether the name goes with the office before it as the subject of one verb: "Acting President, Ada Okafor on Monday
    /// received".
    private func isSubjectBeside(_ name: Range<Int>, _ title: Int) -> Bool {
        let head = tokens[passage.head(of: name)]
        return name.count > 1 && tokens[name].allSatisfy { $0.tag.hasPrefix("NNP") }
            && head.dep == "appos" && (title..<name.lowerBound).contains(head.head)
            && ["nsubj", "nsubjpass"].contains(tokens[head.head].dep)
            && knowledge.places(written: passage.text(of: name)).isEmpty
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

    /// Whether the adjective of a country ends before `position`: "Peruvian", "Sierra Leonean".
    func isCountryAdjective(before position: Int) -> Bool {
        (max(0, position - 3)..<position).contains {
            knowledge.demonyms.longestMatch(in: tokens, at: $0)?.length == position - $0
        }
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
        if isToken(end, ",") {
            // "Robert Blakely, Jr., Mayor of Cork".
            let isSuffix = isToken(end + 2, ",") && knowledge.isGeneration(tokens[end + 1].lower)
            return isSuffix ? end + 3 : end + 1
        }
        // "Anna Berg (Mayor of Porto)", "Anna Berg - Mayor of Porto"
        if isToken(end, "(") || isDash(end) { return end + 1 }
        // "Anna Berg High Commissioner of Fiji to Tonga"
        if end > 0, let match = knowledge.title(in: tokens, at: end),
            personEntity(at: end).map({ $0.upperBound <= end + match.length }) ?? true
        {
            return end
        }
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
        // "In the meeting with Anna Berg, the mayor said": the title is the subject.
        if let title = knowledge.titles.longestMatch(in: tokens, at: position), position + title.length < tokens.count,
            isDefinite(position), tokens[position + title.length].isVerb,
            ["nsubj", "nsubjpass"].contains(tokens[position + title.length - 1].dep)
        {
            return nil
        }
        var offices: [OfficeMention] = []
        while var office = office(at: position, isPast: isPast, isNamed: false) {
            if office.mention.body == nil { office.mention.body = body }
            offices.append(office.mention)
            position = office.end
            guard let next = titleAfterConjunction(at: position) else { break }
            position = next
        }
        guard let first = offices.first else { return nil }
        // Without a mark between, it takes whose office it is to tell that it is hers.
        if first.tokens.lowerBound == end, first.body == nil { return nil }
        // "After meeting Anna Berg, the Mayor of Porto, Rui Sena, said": so is this one.
        if isToken(position, ","), isPersonEntity(at: position + 1),
            let next = nameTokens(at: position + 1), isNewSubject(next)
        {
            return nil
        }
        // "President Salo, Dean Nancy Tarkka": the office is the next name's.
        let isNameNext =
            position < tokens.count
            && (isPersonEntity(at: position) || startsEasternName(position)
                || tokens[position].tag == "NNP" && isNamePart(position) && position + 1 < tokens.count
                    && tokens[position + 1].tag == "NNP" && isNamePart(position + 1))
        if isNameNext, !isToken(position - 1, ",") { return nil }
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

    /// Whether a dash stands between spaces.
    private func isDash(_ position: Int) -> Bool {
        position > 0 && position < tokens.count && ["-", "\u{2013}", "\u{2014}"].contains(tokens[position].text)
            && tokens[position - 1].hasTrailingSpace && tokens[position].hasTrailingSpace
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
