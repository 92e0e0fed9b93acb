// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Ledger

/// Makes views of entries, parties and proofs for templates.
struct EntryViews {
    let words: Words
    private let dates: DateText

    /// The order in which a reader asks: who did it, with whom, where, and who tells of it.
    private static let roles = [
        "speaker", "by", "of", "party", "subject", "object", "visitor", "host", "participant", "organiser", "signatory",
        "witness", "audience", "scope", "place", "occasion", "saidBy",
    ]
    init(_ words: Words) {
        self.words = words
        dates = DateText(words: words)
    }

    /// An entry as lists show it: when, what, who, how often told, and the first words that prove it.
    func view(_ fact: Fact) -> View {
        var view = view(fact.row)
        view = view.merging([
            "parties": .list(participants(fact.participants)),
            "proof": (fact.proofs(of: "value").first ?? fact.proofs.first).map { proof in
                .view(self.proof(proof, besides: fact.row.heading))
            } ?? .none,
            "value": .optional(valueText(fact)),
        ])
        if let date = fact.date {
            view["date"] = .text(dates.text(date))
            view["machineDate"] = .text(date.description)
            view["isReported"] = false
        }
        return view
    }

    /// A record as lists show it without its proof.
    func view(_ row: RecordRow) -> View {
        let day = row.firstDay ?? row.firstSeen
        let isParty = Party.Kind(rawValue: row.kind) != nil && row.sort.isEmpty
        return [
            "id": .text(row.id), "address": .text(isParty ? Address.party(row.id) : Address.entry(row.id)),
            "kind": .text(row.kind),
            "kindName": .text(kindName(row.kind, row.sort)), "heading": .view(Phrase.view(heading(row.heading))),
            "date": .optional(
                row.firstDay.map { dates.text(from: $0, to: row.lastDay) } ?? day.map { dates.text(day: $0) }),
            "machineDate": .optional(day), "isReported": .flag(row.firstDay == nil && day != nil),
            "status": .optional(row.status.map { words.term($0) }),
            "statusCode": .optional(row.status?.replacing(" ", with: "-")),
            "sources": .text(countText(row.sources, row.origins)),
        ]
    }

    /// What an entry is called; an agreement without a name goes by its form.
    func heading(_ name: String) -> String { Agreement.Form(rawValue: name) == nil ? name : words.term(name) }

    /// The finer kind of an entry in words, or its kind where it has no name of its own.
    func kindName(_ kind: String, _ sort: String) -> String {
        switch Entry.Kind(rawValue: kind) {
        case .engagement, .agreement, .relation: sort.isEmpty ? words.term(kind) : words.term(sort)
        case .commitment: words.text("entry.commitment", ["force": words.term(sort)])
        default: words.term(kind)
        }
    }

    /// How many pages and origins.
    func countText(_ sources: Int, _ origins: Int) -> String {
        let pages = words.counted("count.sources", sources)
        return origins == sources ? pages : "\(pages), \(words.counted("count.origins", origins))"
    }

    /// Who takes part, in their roles, each once.
    func participants(_ participants: [EntryRecordRow.Participant]) -> [View] {
        func place(_ role: String) -> Int { Self.roles.firstIndex(of: role) ?? Self.roles.count }
        var seen: Set<EntryRecordRow.Participant> = []
        return participants.filter { seen.insert($0).inserted }.enumerated()
            .sorted { (place($0.element.role), $0.offset) < (place($1.element.role), $1.offset) }
            .map { _, participant in
                [
                    "role": .text(words.role(participant.role)), "name": .view(Phrase.view(participant.party.name)),
                    "address": .text(Address.party(participant.party.id)),
                ]
            }
    }

    /// Words of a source with the way to them.
    func proof(_ proof: Proof) -> View { self.proof(proof.evidence, in: proof.source) }

    /// The same; where `heading` says the words already, they are not said again.
    private func proof(_ proof: Proof, besides heading: String) -> View {
        var view = self.proof(proof)
        if FoldedText(proof.evidence.quote) == FoldedText(heading) { view["isTold"] = true }
        return view
    }

    /// Words of a source with the way to them.
    func proof(_ evidence: Evidence, in source: SourceReference) -> View {
        [
            "quote": .view(Phrase.view(evidence.quote)), "address": .text(Address.evidence(source.id, evidence)),
            "source": .view(Phrase.view(label(source))), "citation": .text(citation(evidence, source)),
        ]
    }

    /// A source in a few words: publisher and day, else title or location.
    func label(_ source: SourceReference) -> String {
        let day = source.published.map { dates.text($0) }
        guard let publisher = source.publisher else { return source.label }
        return [publisher, day].compactMap(\.self).joined(separator: ", ")
    }

    /// The quote as one would paste it: words, publisher, title, day, location.
    func citation(_ evidence: Evidence, _ source: SourceReference) -> String {
        let rest = [
            source.publisher, source.title.map { words.text("quote.title", ["title": $0]) },
            source.published?.description, source.location,
        ]
        let quote = words.text("quote.marks", ["text": MarkupText.oneLine(evidence.quote)])
        return "\(quote) (\(rest.compactMap(\.self).joined(separator: ", ")))"
    }

    /// The number of a figure with its unit, its thousands set apart.
    func valueText(_ fact: Fact) -> String? {
        guard fact.kind == .figure, let value = fact.value("value") else { return nil }
        let unit = fact.value("unit") ?? ""
        let indicator = fact.value("indicator") ?? ""
        let counted = indicator.lowercased().contains(unit.lowercased()) ? "" : unit
        return [DigitGroups.text(value), counted].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// `day`, written `YYYY-MM-DD`, in words.
    func day(_ day: String) -> String { dates.text(day: day) }

    /// `date` in words.
    func date(_ date: PartialDate) -> String { dates.text(date) }
}
