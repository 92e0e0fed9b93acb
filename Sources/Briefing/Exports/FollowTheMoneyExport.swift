// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Entities of FollowTheMoney, a line each: what investigators' tools such as Aleph and OpenSanctions read.
package struct FollowTheMoneyExport: ExportFormat {
    package let name = "ftm"
    package let summary = "FollowTheMoney entities, a line each"
    package let fileName: String? = "entities.ftm.json"

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let crosswalk = try Crosswalk.standard()
        let walk = Walk(ledger)
        try destination.file("entities.ftm.json") { sink in
            func add(_ id: String, _ schema: String, _ properties: [String: [String]]) throws {
                let members = properties.filter { !$0.value.isEmpty }.mapValues { JSONValue.texts($0) ?? .null }
                let entity = JSONValue.object([
                    "id": .text(id), "schema": .text(schema), "properties": .object(members),
                ])
                try sink.write(entity.line + "\n")
            }
            try walk.sources { source in
                let text = options.withText ? try ledger.reading(ofSource: source.id)?.article.text : nil
                try add(Self.id(source.id), "Article", Self.properties(of: source, text: text))
            }
            try walk.parties { record in
                let schema = crosswalk.party(record.row.kind)?.followTheMoney ?? "LegalEntity"
                try add(Self.id(record.row.id), schema, Self.properties(of: record, schema))
                for (index, tenure) in record.tenures.enumerated() {
                    try Self.office(tenure, index, of: record, add)
                }
            }
            try walk.facts { fact in
                let schema = crosswalk.entry(fact.row.kind, fact.row.sort)?.followTheMoney ?? "Note"
                try add(Self.id(fact.row.id), schema, Self.properties(of: fact, schema))
            }
        }
    }

    private static func id(_ id: String) -> String { "entente-\(id.replacing(":", with: "-"))" }

    private static func dates(_ dates: String?...) -> [String] { dates.compactMap(\.self) }

    private static func properties(of source: SourceRow, text: String?) -> [String: [String]] {
        [
            "title": dates(source.title), "publisher": dates(source.publisher),
            "publishedAt": dates(source.published?.start.text), "language": [],
            "retrievedAt": dates(source.retrieved.map { String($0.prefix(10)) }),
            "sourceUrl": dates(SafeLink.web(source.location)), "bodyText": dates(text),
        ]
    }

    private static func properties(of record: WalkedParty, _ schema: String) -> [String: [String]] {
        let names = record.names.map(\.name).filter { $0 != record.row.heading }
        var properties = ["name": [record.row.heading], "alias": names]
        properties["country"] = dates(record.country?.lowercased())
        if schema != "Address" {
            properties["wikidataId"] = dates(record.identifiers["wikidata"])
        } else {
            properties["full"] = [record.row.heading]
        }
        return properties
    }

    private static func office(
        _ tenure: Record.Tenure, _ index: Int, of record: WalkedParty,
        _ add: (String, String, [String: [String]]) throws -> Void
    ) throws {
        let name = tenure.body.map { "\(tenure.title), \($0.name)" } ?? tenure.title
        let post = "\(id(record.row.id))-post-\(index)"
        try add(post, "Position", ["name": [name]])
        try add(
            "\(post)-held", "Occupancy",
            ["holder": [id(record.row.id)], "post": [post], "date": dates(tenure.firstSeen, tenure.lastSeen)])
    }

    private static func properties(of fact: Fact, _ schema: String) -> [String: [String]] {
        let parties = fact.participants.map { id($0.party.id) }
        var properties: [String: [String]] = [
            "name": [fact.row.heading], "proof": unique(fact.proofs.map { id($0.source.id) }),
            "sourceUrl": unique(fact.proofs.compactMap { SafeLink.web($0.source.location) }),
            "keywords": [fact.row.kind, fact.row.sort].filter { !$0.isEmpty },
            "description": unique(fact.proofs.prefix(3).map(\.evidence.quote)),
        ]
        switch schema {
        case "Event":
            properties["date"] = dates(fact.date?.start.text)
            properties["involved"] = fact.participants.filter { $0.role != "place" && $0.role != "organiser" }
                .map { id($0.party.id) }
            properties["organizer"] = fact.parties("organiser").map { id($0.id) }
            properties["location"] = fact.parties("place").map(\.name)
        case "Project":
            properties["participants"] = []
            properties["goal"] = fact.values("topic")
        case "UnknownLink":
            (properties["name"], properties["keywords"]) = (nil, nil)
            properties["subject"] = fact.parties("subject").map { id($0.id) }
            properties["object"] = fact.parties("object").map { id($0.id) }
            properties["role"] = [fact.row.heading]
        case "Note": properties["entity"] = unique(parties)
        default: break
        }
        return properties
    }

    private static func unique(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
