// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation

/// A reading that uses every part of the contract; its people are invented.
enum SampleReading {
    private static let text = """
        Visit to the harbour

        Sejin Mayor Han Doyun met Governor Đặng Thu Hà on 4 March. “We have at least 12 ships,” she said.

        Governor Phan Quốc Bảo in Sejin
        """

    static let full = Reading(
        id: "record-1",
        article: Article(
            source: Source(
                id: "sha256:" + String(repeating: "0a", count: 32), location: "https://harbour.example/visit",
                publisher: "Harbour Post", language: "en", published: dated("2024-03-05", .metadata),
                modified: dated("2024-03-06", .stated, "4 March"), retrieved: "2024-03-07T10:00:00Z"),
            title: "Visit to the harbour", authors: ["Kim Bora"], text: text,
            blocks: [
                Block(role: .headline, range: range(of: "Visit to the harbour")),
                Block(role: .body, range: range(of: text.split(separator: "\n").map(String.init)[1])),
                Block(role: .caption, range: range(of: "Governor Phan Quốc Bảo in Sejin")),
            ]),
        parties: [
            Party(
                id: "p1", kind: .person, name: "Han Doyun", aliases: ["Mayor Han"], mentions: [range(of: "Han Doyun")],
                offices: [Office(title: "Mayor", of: "p3", evidence: [proof("Sejin Mayor Han Doyun")])]),
            Party(
                id: "p2", kind: .person, name: "Đặng Thu Hà", mentions: [range(of: "Đặng Thu Hà")],
                offices: [Office(title: "Governor", of: nil, evidence: [proof("Governor Đặng Thu Hà")])]),
            Party(id: "p3", kind: .city, name: "Sejin", identifiers: ["geonames": "1", "wikidata": "Q0"]),
            Party(id: "p4", kind: .person, name: "Phan Quốc Bảo"),
        ],
        entries: [
            Entry(
                id: "e1",
                content: .engagement(
                    Engagement(
                        type: .meeting, title: "Han Doyun met Đặng Thu Hà",
                        participants: [.init(party: "p1", role: .host), .init(party: "p2", role: .visitor)],
                        place: "p3",
                        date: dated("2024-03-04", .inferred, "4 March"), status: .planned, partOf: "e2")),
                confidence: 0.75, evidence: [proof("Han Doyun met Governor Đặng Thu Hà on 4 March")]),
            Entry(
                id: "e2",
                content: .figure(
                    Figure(
                        indicator: "ships", value: 12, upper: 14.5, relation: .atLeast, unit: "ships", scope: "p3",
                        asOf: dated("2024~", .stated), saidBy: "p2")),
                confidence: 1, evidence: [proof("at least 12 ships")]),
            Entry(
                id: "e3",
                content: .statement(
                    Statement(speaker: "p2", text: "We have at least 12 ships", direct: true, verb: "said")),
                confidence: 0.5, evidence: [proof("We have at least 12 ships")]),
            Entry(
                id: "e4",
                content: .agreement(
                    Agreement(
                        type: .diplomaticRelations, parties: ["p3"], status: .inForce,
                        date: dated("2024-03-04", .stated, "4 March"))),
                confidence: 0.5, evidence: [proof("met Governor")]),
            Entry(
                id: "e5",
                content: .commitment(
                    Commitment(
                        by: ["p2"], force: .pledge, what: "have at least 12 ships",
                        target: .init(value: 12, unit: "ships"))),
                confidence: 0.5, evidence: [proof("have at least 12 ships")]),
            Entry(
                id: "e6", content: .institution(Institution(name: "harbour", of: ["p3"], state: .existing)),
                confidence: 0.5, evidence: [proof("the harbour")]),
            Entry(
                id: "e7", content: .programme(Programme(topics: ["harbour"], parties: [], description: "Visit")),
                confidence: 0.5, evidence: [proof("Visit to the harbour")]),
            Entry(
                id: "e8", content: .relation(Relation(type: .part, subject: "p2", object: "p3", rank: 2)),
                confidence: 0.5, evidence: [proof("the harbour")]),
        ],
        conflicts: [
            Conflict(
                kind: .officeHolder, between: ["p2", "p4"], odd: "p4", reason: "Two governors.",
                evidence: [proof("Governor Đặng Thu Hà"), proof("Governor Phan Quốc Bảo")])
        ])

    private static func dated(_ value: String, _ basis: DatedValue.Basis, _ premise: String? = nil) -> DatedValue? {
        PartialDate(value).map { DatedValue(value: $0, basis: basis, premises: premise.map { [proof($0)] } ?? []) }
    }

    private static func range(of words: String) -> TextRange {
        let found = text.range(of: words, options: .literal) ?? text.startIndex..<text.startIndex
        return TextRange(start: position(found.lowerBound), end: position(found.upperBound))
    }

    private static func position(_ index: String.Index) -> TextPosition {
        TextPosition(scalar: text.unicodeScalars[..<index].count, byte: text.utf8[..<index].count)
    }

    private static func proof(_ words: String) -> Evidence { Evidence(range: range(of: words), quote: words) }
}
