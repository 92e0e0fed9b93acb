// SPDX-License-Identifier: Apache-2.0

import Ledger

extension DataTable {
    /// The tables of what is known of the world.
    static let records = [sources, parties] + ofEntries
    /// Those of them that an entry gives the rows of.
    static let ofEntries = [entries, participants, evidence]

    static let sources = DataTable(
        name: "sources", title: "Pages", key: ["id"],
        columns: [
            Column(name: "id", about: "sha256: and the fingerprint of the page's bytes", isRequired: true),
            Column(name: "title", about: "The title of the article"),
            Column(name: "publisher", about: "Who published it"),
            Column(name: "published", about: "When, as EDTF"),
            Column(name: "modified", about: "When it was last changed, as EDTF"),
            Column(name: "retrieved", about: "When it was fetched"),
            Column(name: "language", about: "The language as a BCP 47 tag"),
            Column(name: "location", about: "The URL or path"),
            Column(name: "entries", type: .integer, about: "How many entries come from it"),
        ],
        content: .whole { ledger, _, row in
            try Walk(ledger).sources { source in
                try row([
                    source.id, source.title, source.publisher, source.published?.description,
                    source.modified?.description, source.retrieved, source.language, source.location,
                    "\(source.entries)",
                ])
            }
        })

    static let parties = DataTable(
        name: "parties", title: "Persons, bodies and places", key: ["id"],
        columns: [
            Column(name: "id", about: "The lasting id", isRequired: true),
            Column(name: "kind", about: "person, organisation, government, city, country, group or place"),
            Column(name: "name", about: "The shown name"),
            Column(name: "names", about: "All names, the commonest first, with ; between"),
            Column(name: "iso3166", about: "The code of ISO 3166"),
            Column(name: "geonames", about: "The number in GeoNames"),
            Column(name: "wikidata", about: "The number in Wikidata"),
        ] + counts,
        content: .whole { ledger, _, row in
            try Walk(ledger).parties { record in
                let shown = record.row
                try row(
                    [
                        shown.id, shown.kind, shown.heading, record.names.map(\.name).joined(separator: "; "),
                        record.identifiers["iso3166"], record.identifiers["geonames"], record.identifiers["wikidata"],
                    ] + counts(of: shown))
            }
        })

    static let entries = DataTable(
        name: "entries", title: "What pages say", key: ["id"],
        columns: [
            Column(name: "id", about: "The lasting id", isRequired: true),
            Column(name: "kind", about: "The kind of entry, such as engagement"),
            Column(name: "type", about: "The finer kind, such as visit; the unit of a figure"),
            Column(name: "heading", about: "A few words that stand for it"),
            Column(name: "date", about: "The date as stated, as EDTF"),
            Column(name: "first_day", type: .date, about: "The first day that the date can mean"),
            Column(name: "last_day", type: .date, about: "The last day that the date can mean"),
            Column(name: "status", about: "How far it has come"),
            Column(name: "value", about: "The value of a figure with its relation"),
            Column(name: "number", type: .number, about: "The number alone"),
            Column(name: "unit", about: "ISO 4217 for money, %, a unit, or the noun that is counted"),
        ] + counts,
        content: .ofEntry { fact in
            let shown = fact.row
            return [
                [
                    shown.id, shown.kind, shown.sort, shown.heading, fact.date?.description, shown.firstDay,
                    shown.lastDay, shown.status, fact.value("value"), fact.number.map { Cell.number($0).text },
                    fact.value("unit"),
                ] + counts(of: shown)
            ]
        })

    static let participants = DataTable(
        name: "participants", title: "Who takes part in what",
        columns: [
            Column(name: "entry", about: "The entry", refersTo: "entries", isRequired: true),
            Column(name: "role", about: "The part, such as host or speaker"),
            Column(name: "party", about: "The party", refersTo: "parties", isRequired: true),
            Column(name: "name", about: "Its shown name"),
        ],
        content: .ofEntry { fact in
            fact.participants.map { [fact.row.id, $0.role, $0.party.id, $0.party.name] }
        })

    static let evidence = DataTable(
        name: "evidence", title: "The words that prove it",
        columns: [
            Column(name: "entry", about: "The entry", refersTo: "entries", isRequired: true),
            Column(name: "source", about: "The page", refersTo: "sources", isRequired: true),
            Column(name: "start", type: .integer, about: "Unicode scalars before the words in the article's text"),
            Column(name: "end", type: .integer, about: "Unicode scalars before their end"),
            Column(name: "byte_start", type: .integer, about: "UTF-8 bytes before the words"),
            Column(name: "byte_end", type: .integer, about: "UTF-8 bytes before their end"),
            Column(name: "quote", about: "The words"),
        ],
        content: .ofEntry { fact in
            fact.proofs.map { proof in
                let range = proof.evidence.range
                return [
                    fact.row.id, proof.source.id, "\(range.start.scalar)", "\(range.end.scalar)",
                    "\(range.start.byte)", "\(range.end.byte)", proof.evidence.quote,
                ]
            }
        })

    /// What pages say, whole: the table that `entente import` takes back.
    ///
    /// The job for Apache Spark writes one like it.
    static let readings = DataTable(
        name: "readings", title: "Readings", key: ["source"],
        columns: [
            Column(name: "source", about: "sha256: and the fingerprint of the page's bytes", isRequired: true),
            Column(name: "location", about: "The URL or path"),
            Column(name: "published", about: "When, as EDTF"),
            Column(name: "language", about: "The language as a BCP 47 tag"),
            Column(name: "title", about: "The title of the article"),
            Column(name: "reading", about: "The reading as JSON (entente.reading/1)", isRequired: true),
        ],
        content: .whole { ledger, options, row in
            try Walk(ledger).readings(withText: options.withText) { reading in
                let source = reading.article.source
                try row([
                    source.id, source.location, source.published?.value.description, source.language,
                    reading.article.title, try JSONLine.text(of: reading),
                ])
            }
        })

    private static let counts = [
        Column(name: "first_seen", type: .date, about: "The first day on which a page spoke of it"),
        Column(name: "last_seen", type: .date, about: "The last day on which a page spoke of it"),
        Column(name: "sources", type: .integer, about: "How many pages speak of it"),
        Column(name: "origins", type: .integer, about: "How many of them are not copies of another"),
    ]

    private static func counts(of row: RecordRow) -> [String?] {
        [row.firstSeen, row.lastSeen, "\(row.sources)", "\(row.origins)"]
    }
}
