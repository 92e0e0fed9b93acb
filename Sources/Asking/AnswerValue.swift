// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What an entry gives to the aim of a question.
struct AnswerValue {
    let question: Question
    let page: PageText
    let sentences: Range<Int>
    /// The parties of the page that the question names.
    let asked: Set<String>

    /// The value in a few words; `nil` where the entry does not give what is asked for.
    func text(of entry: Entry) -> String? {
        switch question.aim {
        case .date: return date(of: entry)?.description
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

    private func date(of entry: Entry) -> PartialDate? {
        switch entry.content {
        case .engagement(let engagement): engagement.date?.value
        case .agreement(let agreement): agreement.date?.value
        case .commitment(let commitment): question.isFuture || asksFor(.commitment) ? commitment.deadline?.value : nil
        case .figure(let figure): asksFor(.figure) ? figure.asOf?.value : nil
        case .relation(let relation): relation.asOf?.value
        case .institution, .programme, .statement: nil
        }
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
                && place.mentions.contains { mention in
                    sentences.contains { page.sentences[$0].bytes.overlaps(mention.bytes) }
                }
        }.map(\.name).filter { !isPartOfAskedName($0) }
        return named.isEmpty ? nil : named.joined(separator: ", ")
    }

    // MARK: Persons

    private func persons(of entry: Entry) -> String? {
        let roles = question.roles
        var ids: [String] = []
        switch entry.content {
        case .agreement(let agreement):
            if roles.contains("signatory") { ids += agreement.signatories }
            if roles.contains("witness") { ids += agreement.witnesses }
            // "Who signed it with Busan" asks for a party; where all are named, for a person.
            if ids.isEmpty, roles.contains("signatory"), asked.isDisjoint(with: agreement.parties) {
                ids += agreement.parties
            }
        case .engagement(let engagement):
            for role in roles where ids.isEmpty {
                ids += engagement.participants.filter { $0.role.rawValue == role }.map(\.party)
            }
        case .commitment(let commitment): if roles.contains("by") { ids += commitment.by }
        case .statement(let statement): if roles.contains("speaker") { ids += [statement.speaker].compactMap(\.self) }
        case .figure(let figure): if roles.contains("speaker") { ids += [figure.saidBy].compactMap(\.self) }
        case .institution(let institution): ids += institution.of
        case .programme(let programme): ids += programme.parties
        case .relation(let relation): if isAskedFor(relation) { ids.append(relation.subject) }
        }
        let names = ids.filter { !asked.contains($0) }.compactMap(name(of:))
        return names.isEmpty ? nil : names.joined(separator: ", ")
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
            if countsNoun, !isCounted(figure.unit) && !isCounted(figure.indicator) { return nil }
            if !countsNoun, question.noun == nil, figure.unit == "rank" { return nil }
            let sign = figure.relation == .equal ? "" : figure.relation.rawValue + " "
            let upper = figure.upper.map { "–" + digits($0) } ?? ""
            return "\(sign)\(digits(figure.value))\(upper) \(figure.unit)"
        case .commitment(let commitment):
            guard let target = commitment.target, !countsNoun || isCounted(target.unit) else { return nil }
            return "\(digits(target.value)) \(target.unit)"
        case .agreement, .engagement, .institution, .programme, .relation, .statement: return nil
        }
    }

    /// Whether the words name what the question counts, in the singular or plural.
    private func isCounted(_ words: String) -> Bool {
        guard let noun = question.noun else { return true }
        let wordings = question.words.first { $0.lemma == noun }?.wordings ?? [noun]
        return Wording.tokens(words).contains { word in
            wordings.contains { word == $0 || word == $0 + "s" || word == $0 + "es" }
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
            [agreement.name ?? agreement.type.rawValue, agreement.scope.map { "on " + $0 }].compactMap(\.self)
                .joined(separator: " ")
        case .commitment(let commitment): commitment.what
        case .engagement(let engagement): engagement.title
        case .figure(let figure): "\(digits(figure.value)) \(figure.unit)"
        case .institution(let institution): institution.name
        case .programme(let programme): programme.name ?? programme.description ?? programme.topics.first
        case .relation(let relation): relation.type.rawValue.replacing("-", with: " ")
        case .statement(let statement): statement.text
        }
    }

    // MARK: Names

    private func asksFor(_ kind: Entry.Kind) -> Bool { question.kinds.first == kind }

    private func name(of party: String) -> String? { page.reading.parties.first { $0.id == party }?.name }

    private func isPartOfAskedName(_ name: String) -> Bool {
        let words = Wording.tokens(name)
        return question.names.contains { $0.wordings.contains { Wording.stands(words, in: $0) } }
    }
}
