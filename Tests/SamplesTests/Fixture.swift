// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Readings made by hand; the person in them is invented.
enum Fixture {
    static let text = "Anna Berg spoke"
    static let range = TextRange(start: .zero, end: TextPosition(scalar: 9, byte: 9))
    static let evidence = Evidence(range: range, quote: "Anna Berg")
    static let source = Source(id: "sha256:" + String(repeating: "0a", count: 32))

    static func dated(_ text: String, _ basis: DatedValue.Basis) -> DatedValue? {
        PartialDate(text).map { DatedValue(value: $0, basis: basis, premises: [evidence]) }
    }

    static func reading(_ content: [Entry.Content] = [], parties: [Party] = []) -> Reading {
        let entries = content.enumerated().map { number, content in
            Entry(id: "e\(number + 1)", content: content, confidence: 0.5, evidence: [evidence])
        }
        let article = Article(source: source, title: nil, authors: [], text: text, blocks: [])
        return Reading(article: article, parties: parties, entries: entries)
    }

    static let empty = reading()

    static var full: Reading {
        var reading = reading(
            [
                .engagement(
                    Engagement(
                        type: .visit, title: "Anna Berg", participants: [.init(party: "p1", role: .visitor)],
                        place: "p1", date: dated("2023-04-04", .stated), status: .planned, partOf: "e2")),
                .figure(
                    Figure(
                        indicator: "residents", value: 1.5, relation: .approximate, unit: "EUR", scope: "p1",
                        asOf: dated("2023-04/2024-02-29", .inferred), saidBy: "p1")),
                .statement(Statement(speaker: "p1", text: "Anna", direct: true, verb: "said")),
                .statement(Statement(speaker: nil, text: "Anna", direct: false, verb: "")),
                .agreement(
                    Agreement(
                        type: .sisterCity, name: "Anna", parties: ["p1"], signatories: ["p1"], witnesses: ["p1"],
                        scope: "spoke", status: .inForce, date: dated("1995", .stated))),
                .commitment(
                    Commitment(
                        by: ["p1"], force: .hope, what: "spoke", measure: "Anna",
                        target: .init(value: 150, unit: "USD"), baseline: .init(value: 100, unit: "USD"),
                        deadline: dated("2030", .stated))),
                .institution(Institution(name: "Anna", of: ["p1"], place: "p1", state: .planned)),
                .programme(Programme(name: "Anna", topics: ["spoke"], parties: ["p1"], description: "Anna")),
                .relation(
                    Relation(
                        type: .investor, subject: "p1", object: "p1", rank: 3, scope: "Anna",
                        asOf: dated("2023", .stated))),
            ],
            parties: [
                Party(
                    id: "p1", kind: .person, name: "Anna Berg", aliases: ["Berg"], identifiers: ["wikidata": "Q0"],
                    mentions: [range],
                    offices: [
                        Office(title: "Mayor", of: "p1", evidence: [evidence]),
                        Office(title: "Mayor", of: nil, evidence: []),
                    ])
            ])
        reading.id = "record-1"
        reading.article.title = "Anna Berg"
        reading.article.authors = ["Anna Berg"]
        reading.article.source = Source(
            id: source.id, location: "a.html", publisher: "A", language: "en", published: dated("2023", .metadata),
            modified: dated("1995~", .inferred), retrieved: "2023-04-04T00:00:00Z")
        reading.conflicts = [
            Conflict(
                kind: .officeHolder, between: ["p1", "p1"], odd: "p1", reason: "A.", evidence: [evidence, evidence])
        ]
        return reading
    }

    /// One reading for each value of each enumeration, so that none is missing from the schema.
    static var oneReadingForEachValue: [Reading] {
        var readings: [Reading] = []
        for type in Engagement.Form.allCases {
            readings.append(reading([.engagement(Engagement(type: type, title: "", participants: []))]))
        }
        for role in Engagement.Role.allCases {
            let participants = [Engagement.Participant(party: "p1", role: role)]
            readings.append(reading([.engagement(Engagement(type: .other, title: "", participants: participants))]))
        }
        for status in Engagement.Status.allCases {
            let engagement = Engagement(type: .other, title: "", participants: [], status: status)
            readings.append(reading([.engagement(engagement)]))
        }
        for relation in Figure.Comparison.allCases {
            readings.append(reading([.figure(Figure(indicator: "", value: 0, relation: relation, unit: ""))]))
        }
        for type in Agreement.Form.allCases {
            readings.append(reading([.agreement(Agreement(type: type, parties: []))]))
        }
        for status in Agreement.Status.allCases {
            readings.append(reading([.agreement(Agreement(type: .other, parties: [], status: status))]))
        }
        for force in Commitment.Force.allCases {
            readings.append(reading([.commitment(Commitment(by: [], force: force, what: ""))]))
        }
        for state in Institution.State.allCases {
            readings.append(reading([.institution(Institution(name: "", of: [], state: state))]))
        }
        readings.append(reading([.programme(Programme(parties: []))]))
        for type in Relation.Form.allCases {
            readings.append(reading([.relation(Relation(type: type, subject: "p1", object: "p1"))]))
        }
        for kind in Party.Kind.allCases {
            readings.append(reading(parties: [Party(id: "p1", kind: kind, name: "A")]))
        }
        for role in BlockRole.allCases {
            var one = empty
            one.article.blocks = [Block(role: role, range: range)]
            readings.append(one)
        }
        for kind in Conflict.Kind.allCases {
            var one = empty
            let sides = [evidence, evidence]
            one.conflicts = [Conflict(kind: kind, between: ["p1", "p2"], odd: nil, reason: "", evidence: sides)]
            readings.append(one)
        }
        return readings
    }
}
