// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What stands over an entry for a person: a line on what it is, and one on its further members.
struct EntryHeading {
    /// The names of the parties, by id.
    let names: [String: String]

    /// The heading of an entry of any kind.
    func text(_ content: Entry.Content) -> (subject: String, detail: String) {
        switch content {
        case .agreement(let agreement): heading(agreement)
        case .commitment(let commitment): heading(commitment)
        case .engagement(let engagement): heading(engagement)
        case .figure(let figure): heading(figure)
        case .institution(let institution): heading(institution)
        case .programme(let programme): heading(programme)
        case .relation(let relation): heading(relation)
        case .statement(let statement): heading(statement)
        }
    }

    /// A date, with how it is known unless the source states it.
    func dated(_ date: DatedValue) -> String {
        date.basis == .stated ? date.value.description : "\(date.value) (\(date.basis.rawValue))"
    }

    private func heading(_ agreement: Agreement) -> (String, String) {
        let parties = agreement.parties.isEmpty ? "parties not stated" : listed(agreement.parties)
        let details = [
            agreement.status?.rawValue, agreement.date.map(dated), agreement.name,
            agreement.place.map { "at " + name($0) }, agreement.scope.map { "on: " + $0 },
            agreement.signatories.isEmpty ? nil : "signed by " + listed(agreement.signatories),
            agreement.witnesses.isEmpty ? nil : "in the presence of " + listed(agreement.witnesses),
        ]
        return ("\(agreement.type.rawValue): \(parties)", joined(details))
    }

    private func heading(_ commitment: Commitment) -> (String, String) {
        let who = commitment.by.isEmpty ? "not stated by whom" : listed(commitment.by)
        let target = commitment.target.map { target in
            [commitment.measure, amount(target)].compactMap { $0 }.joined(separator: ": ")
        }
        let details = [
            commitment.what, target.map { "target " + $0 },
            commitment.target == nil ? nil : commitment.baseline.map { "from " + amount($0) } ?? "baseline not stated",
            commitment.deadline.map { "by " + dated($0) },
        ]
        return ("\(commitment.force.rawValue): \(who)", joined(details))
    }

    private func heading(_ institution: Institution) -> (String, String) {
        let details = [
            institution.state.rawValue, institution.of.isEmpty ? nil : "of " + listed(institution.of),
            institution.place.map { "at " + name($0) },
        ]
        return (institution.name, joined(details))
    }

    private func heading(_ programme: Programme) -> (String, String) {
        let details = [
            programme.topics.isEmpty ? nil : programme.topics.joined(separator: "; "),
            programme.parties.isEmpty ? nil : listed(programme.parties),
        ]
        return (programme.name ?? programme.description ?? "programme", joined(details))
    }

    private func heading(_ relation: Relation) -> (String, String) {
        let details = [
            relation.rank.map { "rank \($0)" }, relation.scope, relation.asOf.map { "as of " + dated($0) },
        ]
        return ("\(relation.type.rawValue): \(name(relation.subject)), of \(name(relation.object))", joined(details))
    }

    private func heading(_ engagement: Engagement) -> (String, String) {
        let who = engagement.participants.map { participant in
            participant.role == .participant
                ? name(participant.party) : "\(name(participant.party)) (\(participant.role.rawValue))"
        }
        let details = [
            engagement.status == .planned ? "planned" : nil, engagement.date.map(dated),
            engagement.place.map { "at " + name($0) }, who.isEmpty ? nil : who.joined(separator: ", "),
        ]
        return ("\(engagement.type.rawValue): \(engagement.title)", joined(details))
    }

    private func heading(_ statement: Statement) -> (String, String) {
        let cue = [statement.direct ? "in their words" : "in the reporter's words", statement.verb]
        let speaker = statement.speaker.map(name) ?? "speaker not stated"
        return (speaker, cue.filter { !$0.isEmpty }.joined(separator: ", "))
    }

    private func heading(_ figure: Figure) -> (String, String) {
        let details = [
            figure.scope.map { "scope " + name($0) }, figure.asOf.map { "as of " + dated($0) },
            figure.saidBy.map { "said by " + name($0) },
        ]
        return (amount(figure), joined(details))
    }

    private func amount(_ figure: Figure) -> String {
        let bounds = [figure.value, figure.upper].compactMap { $0 }.map(NumberText.grouped)
        let number = (figure.relation == .equal ? "" : figure.relation.rawValue + " ") + bounds.joined(separator: "–")
        if figure.unit == "rank" { return "rank \(number), \(figure.indicator)" }
        // What is counted mostly names its unit: 14,000 Vietnamese residents.
        if figure.indicator.contains(figure.unit) { return "\(number) \(figure.indicator)" }
        return "\(number) \(figure.unit), \(figure.indicator)"
    }

    private func amount(_ amount: Commitment.Amount) -> String { NumberText.grouped(amount.value) + " " + amount.unit }

    private func joined(_ details: [String?]) -> String { details.compactMap { $0 }.joined(separator: " · ") }

    private func listed(_ ids: [String]) -> String { ids.map(name).joined(separator: ", ") }

    private func name(_ id: String) -> String { names[id] ?? id }
}
