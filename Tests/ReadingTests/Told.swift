// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What a reading says, a line a fact, so that tests can name what they expect.
extension Reading {
    /// The name of a party; `?` where there is none.
    func name(_ id: String?) -> String {
        guard let id else { return "?" }
        return parties.first { $0.id == id }?.name ?? "unknown id \(id)"
    }

    /// The names of the parties of a kind, in the order of the text.
    func names(_ kind: Party.Kind) -> [String] { parties.filter { $0.kind == kind }.map(\.name) }

    /// The party of that name or with that other name.
    func party(_ name: String) -> Party? {
        parties.first { $0.name == name } ?? parties.first { $0.aliases.contains(name) }
    }

    /// The offices of all persons: `Anna Berg: Mayor of Turku, Chair`.
    var offices: [String] {
        parties.filter { $0.kind == .person && !$0.offices.isEmpty }.map { person in
            let titles = person.offices.map { office in
                office.of.map { "\(office.title) of \(name($0))" } ?? office.title
            }
            return "\(person.name): \(titles.joined(separator: ", "))"
        }
    }

    /// The statements: `Anna Berg: “We begin” … “We end”` where direct, `Anna Berg: the work begins` where reported.
    var statements: [String] {
        entries.compactMap { entry in
            guard case .statement(let statement) = entry.content else { return nil }
            let words = entry.evidence.map { statement.direct ? "“\($0.quote)”" : $0.quote }
            return "\(name(statement.speaker)): \(words.joined(separator: " … "))"
        }
    }

    /// The speakers of the statements, in the order of the text.
    var speakers: [String] {
        entries.compactMap { entry in
            guard case .statement(let statement) = entry.content else { return nil }
            return name(statement.speaker)
        }
    }

    /// The engagements: `visit: visitor Anna Berg; in Turku; 2024-05-03; planned`.
    var engagements: [String] {
        engagementValues.map { engagement in
            var parts: [String] = []
            if !engagement.participants.isEmpty {
                parts.append(
                    engagement.participants.map { "\($0.role.rawValue) \(name($0.party))" }.joined(separator: ", "))
            }
            if let place = engagement.place { parts.append("in \(name(place))") }
            if let date = engagement.date { parts.append(date.value.description) }
            if engagement.status == .planned { parts.append("planned") }
            return "\(engagement.type.rawValue): \(parts.joined(separator: "; "))"
        }
    }

    /// The engagements themselves.
    var engagementValues: [Engagement] {
        entries.compactMap { entry in
            if case .engagement(let engagement) = entry.content { engagement } else { nil }
        }
    }

    /// The figures: `Kenyan residents ≈ 2700 residents in Turku, said by Anna Berg`.
    var figures: [String] {
        entries.compactMap { entry in
            guard case .figure(let figure) = entry.content else { return nil }
            var line = "\(figure.indicator) \(figure.relation.rawValue) \(number(figure.value))"
            if let upper = figure.upper { line += "–\(number(upper))" }
            line += " \(figure.unit)"
            if let scope = figure.scope { line += " in \(name(scope))" }
            if let date = figure.asOf { line += " as of \(date.value)" }
            if let speaker = figure.saidBy { line += ", said by \(name(speaker))" }
            return line
        }
    }

    /// The agreements: `memorandum: Turku, Bergen; signed; 2023-05-03; signed by Anna Berg; before Carl Lund`.
    var agreements: [String] {
        entries.compactMap { entry in
            guard case .agreement(let agreement) = entry.content else { return nil }
            var parts = [list(agreement.parties)]
            if let status = agreement.status { parts.append(status.rawValue) }
            if let date = agreement.date { parts.append(date.value.description) }
            if !agreement.signatories.isEmpty { parts.append("signed by \(list(agreement.signatories))") }
            if !agreement.witnesses.isEmpty { parts.append("before \(list(agreement.witnesses))") }
            return "\(agreement.type.rawValue): \(parts.joined(separator: "; "))"
        }
    }

    /// The commitments: `hope by Anna Berg: trade reaches 5 million euros; target 5000000 EUR; until 2030`.
    var commitments: [String] {
        commitmentValues.map { commitment in
            var parts = [commitment.what]
            if let target = commitment.target { parts.append("target \(number(target.value)) \(target.unit)") }
            if let baseline = commitment.baseline { parts.append("from \(number(baseline.value)) \(baseline.unit)") }
            if let deadline = commitment.deadline { parts.append("until \(deadline.value)") }
            return "\(commitment.force.rawValue) by \(list(commitment.by)): \(parts.joined(separator: "; "))"
        }
    }

    /// The commitments themselves.
    var commitmentValues: [Commitment] {
        entries.compactMap { entry in
            if case .commitment(let commitment) = entry.content { commitment } else { nil }
        }
    }

    /// The institutions: `trade office: of Norway; in Turku; planned`.
    var institutions: [String] {
        entries.compactMap { entry in
            guard case .institution(let institution) = entry.content else { return nil }
            var parts: [String] = []
            if !institution.of.isEmpty { parts.append("of \(list(institution.of))") }
            if let place = institution.place { parts.append("in \(name(place))") }
            parts.append(institution.state.rawValue)
            return "\(institution.name): \(parts.joined(separator: "; "))"
        }
    }

    /// The programmes: `exchange of teachers: Turku, Bergen`.
    var programmes: [String] {
        entries.compactMap { entry in
            guard case .programme(let programme) = entry.content else { return nil }
            let words = programme.name ?? programme.description ?? "?"
            return programme.parties.isEmpty ? words : "\(words): \(list(programme.parties))"
        }
    }

    /// The relations: `trading-partner: Peru > Finland (rank 3) (in Latin America) (as of 2024)`.
    var relations: [String] {
        entries.compactMap { entry in
            guard case .relation(let relation) = entry.content else { return nil }
            let details = [
                relation.rank.map { "rank \($0)" }, relation.scope, relation.asOf.map { "as of \($0.value)" },
            ]
            return
                (["\(relation.type.rawValue): \(name(relation.subject)) > \(name(relation.object))"]
                + details.compactMap { $0.map { "(\($0))" } }).joined(separator: " ")
        }
    }

    private func list(_ ids: [String]) -> String { ids.map { name($0) }.joined(separator: ", ") }

    /// The conflicts: `Anna Berg / Carl Lund, odd Carl Lund`.
    var disputes: [String] {
        conflicts.map { conflict in
            let names = conflict.between.map { name($0) }.joined(separator: " / ")
            return conflict.odd.map { "\(names), odd \(name($0))" } ?? names
        }
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
