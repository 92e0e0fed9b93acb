// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Ledger

/// The filter of a relationship as it stands in the address.
struct PairFilter {
    /// What is left out.
    let filter: Relationship.Filter
    private let fields: QueryFields

    /// Reads the fields; throws `DESK-002` for a date or kind that is none.
    init(_ fields: QueryFields) throws(DeskError) {
        self.fields = fields
        filter = Relationship.Filter(
            kind: try fields["kind"].map { text throws(DeskError) in
                guard let kind = Entry.Kind(rawValue: text) else { throw DeskError(.badField, "kind", detail: text) }
                return kind
            },
            since: try fields.day("since", \.first), until: try fields.day("until", \.last),
            asOf: try fields.day("as-of", \.last), text: fields["q"].map { String($0.prefix(200)) })
    }

    /// Whether anything is left out.
    var isActive: Bool { filter != Relationship.Filter() }

    /// What the form shows.
    func view(_ words: Words) -> View {
        let kinds = Entry.Kind.allCases.map { kind -> View in
            [
                "code": .text(kind.rawValue), "name": .text(words.term(kind.rawValue)),
                "isChosen": .flag(filter.kind == kind),
            ]
        }
        return [
            "kinds": .list(kinds), "since": .text(fields["since"] ?? ""), "until": .text(fields["until"] ?? ""),
            "asOf": .text(fields["as-of"] ?? ""), "q": .text(fields["q"] ?? ""), "isActive": .flag(isActive),
        ]
    }
}

extension QueryFields {
    /// A day of the date in the field `name`; throws `DESK-002` for what is no date.
    func day(_ name: String, _ end: KeyPath<DaySpan, String>) throws(DeskError) -> String? {
        guard let text = self[name] else { return nil }
        guard let date = PartialDate(text) else { throw DeskError(.badField, name, detail: text) }
        return DaySpan(date)[keyPath: end]
    }
}
