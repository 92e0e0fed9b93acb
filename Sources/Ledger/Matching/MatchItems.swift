// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Hashing

/// Takes the items of one round out of a page.
package struct MatchItems: Sendable {
    let knowledge: IdentityKnowledge
    let thresholds: IdentityThresholds
    let round: MatchRound

    /// Takes out what `round` compares; parties on whom even two equal descriptions do not prove that they are one, by
    /// `thresholds`, stay nodes of their own.
    package init(of round: MatchRound, knowledge: IdentityKnowledge, thresholds: IdentityThresholds) {
        self.knowledge = knowledge
        self.thresholds = thresholds
        self.round = round
    }

    /// The items of `page` in the order of its reading.
    package func items(of page: MatchPage) throws -> [MatchItem] {
        switch round {
        case .bodies: try page.reading.parties.filter { $0.kind != .person }.map { try item(of: $0, on: page) }
        case .persons: try page.reading.parties.filter { $0.kind == .person }.map { try item(of: $0, on: page) }
        case .entries: try page.reading.entries.map { try item(of: $0, on: page) }
        }
    }

    private func item(of party: Party, on page: MatchPage) throws -> MatchItem {
        let appearance = PartyAppearance(
            kind: party.kind, names: [party.name] + party.aliases, identifiers: party.identifiers,
            offices: offices(of: party, on: page))
        let profile = knowledge.profile(of: appearance)
        let text = try CompactJSON.text(of: MatchProfile.party(appearance))
        let id = "\(page.key)#\(party.id)"
        let alike = PartyComparison(knowledge: knowledge, left: profile, right: profile).assessment()
        let isTelling = alike.map { $0.score >= thresholds.merge } ?? false
        return MatchItem(
            id: id, node: isTelling ? String(SHA256Digest(of: Array(text.utf8)).description.prefix(32)) : id,
            keys: knowledge.keys(of: profile), kind: party.kind.rawValue, name: party.name, profile: text)
    }

    private func item(of entry: Entry, on page: MatchPage) throws -> MatchItem {
        let parties = Dictionary(page.reading.parties.map { ($0.id, $0) }) { first, _ in first }
        var record = entry.content.record
        var participants: [EntryAppearance.Participant] = []
        record.rewriteParties { role, id in
            if let party = parties[id], let placed = page.records?[id] {
                participants.append(
                    EntryAppearance.Participant(
                        role: role, record: placed.record, kind: placed.kind, offices: offices(of: party, on: page)))
            }
            return id
        }
        var shown = entry
        shown.evidence = Array(entry.evidence.prefix(1))
        let appearance = EntryAppearance(
            page: page.key, seen: page.seen, participants: participants, entry: shown)
        let id = "\(page.key)#\(entry.id)"
        return MatchItem(
            id: id, node: id, keys: knowledge.keys(of: try knowledge.profile(of: appearance)),
            kind: entry.kind.rawValue, name: record.heading,
            profile: try CompactJSON.text(of: MatchProfile.entry(appearance)))
    }

    private func offices(of party: Party, on page: MatchPage) -> [PartyAppearance.Office] {
        party.offices.map { office in
            PartyAppearance.Office(title: office.title, of: office.of.flatMap { page.records?[$0]?.record })
        }
    }
}

extension IdentityKnowledge {
    /// The number by which comparisons know a record that is named by text.
    private func number(_ record: String?) -> Int64 { record.map(BlockKey.number) ?? 0 }

    /// A party as the ledger compares it.
    func profile(of appearance: PartyAppearance) -> PartyProfile {
        PartyProfile(
            kind: appearance.kind, names: names(appearance.names, of: appearance.kind),
            identifiers: appearance.identifiers.mapValues { [$0] },
            tenures: appearance.offices.map { tenure($0.title, of: number($0.of), seen: nil) })
    }

    /// An entry as the ledger compares it.
    func profile(of appearance: EntryAppearance) throws -> EntryProfile {
        let record = appearance.entry.content.record
        var represented: [Int64: Set<Int64>] = [:]
        var offices: [Int64: Set<UniqueOffice>] = [:]
        for participant in appearance.participants where participant.kind == .person {
            let holder = number(participant.record)
            for held in participant.offices {
                let tenure = tenure(held.title, of: number(held.of), seen: nil)
                guard tenure.body != 0, tenure.standing != .former else { continue }
                represented[holder, default: []].insert(tenure.body)
                guard tenure.isUnique, tenure.standing == .holder else { continue }
                offices[holder, default: []].insert(UniqueOffice(title: tenure.title, body: tenure.body))
            }
        }
        return EntryProfile(
            item: 0, source: number(appearance.page), sort: record.sort, heading: record.heading,
            content: record.content, span: record.date.map { DaySpan($0.value) },
            seen: appearance.seen.flatMap { Day($0) },
            participants: appearance.participants.map {
                EntryProfile.Participant(role: $0.role, record: number($0.record), kind: $0.kind)
            },
            offices: offices, quote: appearance.entry.evidence.first?.quote, knowledge: self
        ) { represented[$0.record] ?? [] }
    }
}
