// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What an entry gives to the aim of a question.
struct AnswerValue {
    let question: Question
    let page: PageText
    let sentences: Range<Int>
    let lexicon: QuestionLexicon
    /// The parties of the page that the question names.
    let asked: Set<String>
    /// Those of them for whom somebody acts.
    let represented: [NamedParties]

    /// How many words in front of a number tell whom it counts: "the Korean community of 80,000 residents".
    private static let reach = 4

    /// The value in a few words; `nil` where the entry does not give what is asked for.
    func text(of entry: Entry) -> String? {
        switch question.aim {
        case .date: return date(of: entry).flatMap { isDay($0) ? $0.value.description : nil }
        case .deadline:
            guard case .commitment(let commitment) = entry.content else { return nil }
            return commitment.deadline?.value.description
        case .place: return place(of: entry)
        case .person: return persons(of: entry)
        case .count: return number(of: entry, countsNoun: true)
        case .amount: return number(of: entry, countsNoun: false)
        case .thing, .whether: return thing(of: entry)
        }
    }

    // MARK: Dates and places

    /// Whether the date of an entry stands in its page as it is given.
    func isStated(_ entry: Entry) -> Bool { date(of: entry)?.basis == .stated }

    private func date(of entry: Entry) -> DatedValue? {
        switch entry.content {
        case .engagement(let engagement): engagement.date
        case .agreement(let agreement): agreement.date
        case .commitment(let commitment): question.isFuture || asksFor(.commitment) ? commitment.deadline : nil
        case .figure(let figure): asksFor(.figure) ? figure.asOf : nil
        case .relation(let relation): question.isSince ? nil : relation.asOf
        case .institution, .programme, .statement: nil
        }
    }

    /// Whether a date says when: neither a term of years nor a year that only the page is of.
    private func isDay(_ date: DatedValue) -> Bool {
        let start = date.value.start
        if let end = date.value.end, end.year - start.year > 1 { return false }
        return start.month != nil || date.basis != .inferred
            || date.premises.contains { $0.range != page.reading.article.source.published?.premises.first?.range }
    }

    private func place(of entry: Entry) -> String? {
        let party: String?
        switch entry.content {
        case .engagement(let engagement): party = engagement.place
        case .institution(let institution): party = institution.place
        case .agreement(let agreement): party = agreement.place
        case .relation(let relation): party = relation.type == .located ? relation.object : nil
        case .commitment, .figure, .programme, .statement: party = nil
        }
        if let party, !asked.contains(party), let name = name(of: party), !isPartOfAskedName(name) { return name }
        // A place that the question does not name itself has to stand in the sentence.
        let places = page.reading.parties.filter { [.city, .country, .place].contains($0.kind) }
        let named = places.filter { place in
            !asked.contains(place.id)
                && place.mentions.contains { mention in sentences.contains { isPlaced(mention, inSentence: $0) } }
        }.map(\.name).filter { !isPartOfAskedName($0) }
        return named.isEmpty ? nil : named.joined(separator: ", ")
    }

    /// Whether a word such as "in" stands in front of the name.
    private func isPlaced(_ mention: TextRange, inSentence index: Int) -> Bool {
        let sentence = page.sentences[index]
        guard sentence.bytes.overlaps(mention.bytes) else { return false }
        let before = sentence.tokens.prefix { $0.bytes.upperBound <= mention.bytes.lowerBound }
        let word = before.last { !lexicon.fillers.isSuperset(of: $0.words) }
        return word.map { $0.pos == "ADP" && $0.words.contains(where: lexicon.placing.contains) } ?? false
    }

    // MARK: Persons

    private func persons(of entry: Entry) -> String? {
        let roles = question.roles
        var ids: [String] = []
        switch entry.content {
        case .agreement(let agreement):
            if roles.contains("signatory") { ids += agreement.signatories }
            if !represented.isEmpty {
                ids = acting(ids)
                break
            }
            if roles.contains("witness") { ids += agreement.witnesses }
            // "Who signed it with Busan" asks for a party; where all are named, for a person.
            if ids.isEmpty, roles.contains("signatory"), asked.isDisjoint(with: agreement.parties) {
                ids += agreement.parties
            }
        case .engagement(let engagement):
            let others = others(in: engagement)
            for role in roles where ids.isEmpty {
                ids += others.filter { $0.role.rawValue == role }.map(\.party)
            }
            ids = acting(ids)
        case .commitment(let commitment): if roles.contains("by") { ids += commitment.by }
        case .statement(let statement): if roles.contains("speaker") { ids += [statement.speaker].compactMap(\.self) }
        case .figure(let figure): if roles.contains("speaker") { ids += [figure.saidBy].compactMap(\.self) }
        case .institution(let institution): ids += institution.of
        case .programme(let programme): ids += programme.parties.filter(isDoer)
        case .relation(let relation): if isAskedFor(relation) { ids.append(relation.subject) }
        }
        let parties = ids.filter { !asked.contains($0) }.compactMap(page.party)
        // "Leaders such as Nora Quill" are no others than those who are named as well.
        let names = parties.filter { party in
            let words = Wording.tokens(party.name)
            return party.kind != .group
                || !parties.contains { $0.id != party.id && Wording.stands(Wording.tokens($0.name), in: words) }
        }.map(\.name).filter { !isPartOfAskedName($0) }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// "Who signed it for Busan" asks for those who act for Busan.
    private func acting(_ parties: [String]) -> [String] {
        guard !represented.isEmpty else { return parties }
        let sides = Sides(page: page, lexicon: lexicon)
        return parties.filter { party in represented.contains { sides.isParty(party, of: $0) } }
    }

    /// Whether a party does what the question's verb asks for: "Who runs the course?" is not answered by who pays for it.
    private func isDoer(_ party: String) -> Bool {
        guard let verb = question.verb, let party = page.party(party) else { return true }
        let wordings = lexicon.wordings(of: verb)
        return sentences.contains { number in
            let sentence = page.sentences[number]
            guard let place = sentence.tokens.firstIndex(where: { $0.pos == "VERB" && wordings.contains($0.lemma) })
            else { return false }
            let agent = sentence.tokens[(place + 1)...].prefix(Self.reach).firstIndex {
                $0.words.contains(where: lexicon.agents.contains)
            }
            return party.mentions.contains { mention in
                guard let first = sentence.tokens.firstIndex(where: { $0.bytes.overlaps(mention.bytes) }) else {
                    return false
                }
                guard let agent else { return first < place }
                return first > agent && !sentence.tokens[agent..<first].contains { $0.pos == "VERB" }
            }
        }
    }

    /// Those who are there besides the asked; whoever came with a visitor is nobody whom the visitor met.
    private func others(in engagement: Engagement) -> [Engagement.Participant] {
        let others = engagement.participants.filter { !asked.contains($0.party) }
        let isVisitor = engagement.participants.contains { $0.role == .visitor && asked.contains($0.party) }
        return question.isMeeting && isVisitor ? others.filter { $0.role != .visitor } : others
    }

    /// Whether the question asks who is to a party that it names what the relation says: the other direction is another
    /// question, and another relation of the same sentence another fact.
    private func isAskedFor(_ relation: Relation) -> Bool {
        let noun = relation.type.rawValue.split(separator: "-").last.map(String.init) ?? ""
        return asked.contains(relation.object) && !asked.contains(relation.subject)
            && question.words.contains { $0.lemma == noun || $0.wordings.contains(noun) }
    }

    // MARK: Numbers

    private func number(of entry: Entry, countsNoun: Bool) -> String? {
        switch entry.content {
        case .figure(let figure):
            let isMeant = question.countsNamed ? countsNamed(figure, wordsBefore(entry)) : isCounted(figure)
            if countsNoun, !isMeant { return nil }
            if countsNoun, figure.unit == "rank" { return nil }
            if countsNoun, countsPopulation, !isOfAll(figure) { return nil }
            if !countsNoun, question.noun == nil, figure.unit == "rank" || isNoun(figure) { return nil }
            if !countsNoun, question.isLasting != isTime(figure) || isShareOfAnother(figure) { return nil }
            return quantity(figure)
        case .commitment(let commitment):
            guard let target = commitment.target, !countsNoun || isCounted(target.unit) else { return nil }
            return "\(digits(target.value)) \(target.unit)"
        case .agreement, .engagement, .institution, .programme, .relation, .statement: return nil
        }
    }

    private func quantity(_ figure: Figure) -> String {
        let sign = figure.relation == .equal ? "" : figure.relation.rawValue + " "
        let upper = figure.upper.map { "–" + digits($0) } ?? ""
        return "\(sign)\(digits(figure.value))\(upper) \(figure.unit)"
    }

    /// "How much was the loan" is not answered by the rate of its interest.
    private func isShareOfAnother(_ figure: Figure) -> Bool {
        guard figure.unit == lexicon.share else { return false }
        let told = Wording.tokens(figure.indicator)
        return question.noun == nil && !question.words.contains { !$0.wordings.isDisjoint(with: told) }
    }

    private func isTime(_ figure: Figure) -> Bool { !lexicon.durations.isDisjoint(with: Wording.tokens(figure.unit)) }

    /// Whether the question asks how many live at a place, whoever they are.
    private var countsPopulation: Bool {
        question.noun.map(lexicon.populations.contains) ?? false && !question.names.contains(where: \.isNear)
    }

    /// Whether a figure counts all who live at a place, and neither the "Irish residents" nor the "residents of the port".
    private func isOfAll(_ figure: Figure) -> Bool {
        let own = Set(question.names.flatMap(\.wordings).joined())
        return Wording.tokens(figure.indicator).allSatisfy { word in
            lexicon.populations.contains(word) || lexicon.fillers.contains(word) || lexicon.placing.contains(word)
                || own.contains(word)
        }
    }

    /// The last words in front of an entry's proof.
    private func wordsBefore(_ entry: Entry) -> [String] {
        guard let start = entry.evidence.first?.range.start.byte,
            let sentence = page.sentences.first(where: { $0.bytes.contains(start) })
        else { return [] }
        return sentence.tokens.prefix { $0.bytes.upperBound <= start }.suffix(Self.reach).flatMap(\.words)
    }

    private func isCounted(_ figure: Figure) -> Bool { isCounted(figure.unit) || isCounted(figure.indicator) }

    /// "How much" asks for a sum or a measure, and not for how many of what the figure counts.
    private func isNoun(_ figure: Figure) -> Bool {
        let unit = Wording.tokens(figure.unit)
        return !unit.isEmpty && figure.unit != figure.unit.uppercased() && lexicon.money.isDisjoint(with: unit)
            && Wording.stands(unit, in: Wording.tokens(figure.indicator))
    }

    /// Whether the figure counts all people of whom a name tells: "80,000 Koreans", and neither "2,000 Korean firms" nor
    /// "5,000 Korean students".
    private func countsNamed(_ figure: Figure, _ told: [String]) -> Bool {
        let wordings = question.names.filter(\.isNear).flatMap(\.wordings)
        let unit = Wording.tokens(figure.unit)
        if wordings.contains(where: { $0.elementsEqual(unit) { Wording.isNumber($1, of: $0) } }) { return true }
        guard let head = unit.last, lexicon.nationals.contains(where: { Wording.isNumber(head, of: $0) }) else {
            return false
        }
        return wordings.contains { wording in
            Wording.stands(wording, in: Wording.tokens(figure.indicator))
                || lexicon.communities.contains { Wording.stands(wording + [$0], in: told) }
        }
    }

    /// Whether the words name what the question counts, in the singular or plural.
    private func isCounted(_ words: String) -> Bool {
        guard let noun = question.noun else { return true }
        let wordings = question.words.first { $0.lemma == noun }?.wordings ?? [noun]
        return Wording.tokens(words).contains { word in
            wordings.contains { Wording.isNumber(word, of: $0) }
        }
    }

    private func digits(_ value: Double) -> String {
        Int(exactly: value).map { number in
            var text = String(number)
            var grouped = ""
            while text.count > 3 {
                grouped = "," + text.suffix(3) + grouped
                text.removeLast(3)
            }
            return text + grouped
        } ?? String(value)
    }

    // MARK: Things

    private func thing(of entry: Entry) -> String? {
        switch entry.content {
        case .agreement(let agreement):
            [agreement.name ?? form(of: agreement), agreement.scope.map(about)].compactMap(\.self)
                .joined(separator: " ")
        case .commitment(let commitment): commitment.what
        case .engagement(let engagement): engagement.title
        case .figure(let figure): isThing(figure) ? quantity(figure) : nil
        case .institution(let institution): institution.name
        case .programme(let programme): programme.name ?? programme.description ?? programme.topics.first
        case .relation(let relation): relation.type.rawValue.replacing("-", with: " ")
        case .statement(let statement): statement.text
        }
    }

    /// "Which universities" and "what did Oslo sign" ask for no number; "what is the rate" does.
    private func isThing(_ figure: Figure) -> Bool {
        guard question.aim == .thing else { return true }
        let asksForAll = question.words.contains { lexicon.populations.contains($0.lemma) }
        guard !asksForAll || isOfAll(figure) else { return false }
        let isCopular = question.verb.map(lexicon.copulas.contains) ?? false
        return (isCopular || question.kinds.contains(.figure)) && isCounted(figure)
    }

    /// A scope behind the name of what it is the scope of: "on trade", "to build a bridge".
    private func about(_ scope: String) -> String {
        let isAim = Wording.tokens(scope).first.map(lexicon.infinitives.contains) ?? false
        return isAim ? scope : "on " + scope
    }

    private func form(of agreement: Agreement) -> String {
        agreement.type == .other ? Entry.Kind.agreement.rawValue : agreement.type.rawValue
    }

    // MARK: Names

    private func asksFor(_ kind: Entry.Kind) -> Bool { question.kinds.first == kind }

    private func name(of party: String) -> String? { page.party(party)?.name }

    private func isPartOfAskedName(_ name: String) -> Bool {
        let words = Wording.tokens(name)
        return question.names.contains { $0.wordings.contains { Wording.stands(words, in: $0) } }
    }
}
