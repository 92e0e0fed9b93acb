// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// JSON-LD: schema.org for what is said, W3C Web Annotation for the proof, PROV-O for where it comes from.
///
/// The context stands in the file, so that nothing need be fetched to read it.
package struct LinkedDataExport: ExportFormat {
    package let name = "jsonld"
    package let summary = "JSON-LD: schema.org, evidence as W3C Web Annotation, origin as PROV-O"
    package let fileName: String? = "ledger.jsonld"

    /// Makes the format.
    package init() {}

    private static let context: JSONValue = .object([
        "@vocab": .text("https://schema.org/"), "oa": .text("http://www.w3.org/ns/oa#"),
        "prov": .text("http://www.w3.org/ns/prov#"), "xsd": .text("http://www.w3.org/2001/XMLSchema#"),
        "entente": .text("urn:entente:vocabulary:"),
        "url": .object(["@type": .text("@id")]), "sameAs": .object(["@type": .text("@id")]),
    ])
    private static let reader = "urn:entente:program"

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let crosswalk = try Crosswalk.standard()
        let walk = Walk(ledger)
        try destination.file("ledger.jsonld") { sink in
            try sink.write("{\"@context\":\(Self.context.line),\"@graph\":[\n")
            var list = ListWriter(sink)
            try list.add(
                JSONValue.object([
                    "@id": .text(Self.reader), "@type": .texts(["prov:SoftwareAgent", "SoftwareApplication"]) ?? .null,
                    "name": .text("Entente"),
                ]).line)
            try walk.sources { source in
                let text = options.withText ? try ledger.reading(ofSource: source.id)?.article.text : nil
                try list.add(Self.article(source, text: text).line)
            }
            try walk.parties { try list.add(Self.party($0, crosswalk).line) }
            try walk.facts { fact in
                try list.add(Self.entry(fact, crosswalk).line)
                for (index, proof) in fact.proofs.enumerated() {
                    try list.add(Self.annotation(proof, index, of: fact).line)
                }
            }
            try sink.write("\n]}\n")
        }
    }

    private static func node(_ id: String) -> JSONValue { .object(["@id": .text(id)]) }
    private static func sourceId(_ id: String) -> String { "urn:entente:source:\(id)" }
    private static func partyId(_ id: String) -> String { "urn:entente:party:\(id)" }
    private static func entryId(_ id: String) -> String { "urn:entente:entry:\(id)" }

    private static func article(_ source: SourceRow, text: String?) -> JSONValue {
        .members([
            "@id": .text(sourceId(source.id)), "@type": .texts(["NewsArticle", "prov:Entity"]),
            "headline": .optional(source.title), "datePublished": .optional(source.published?.description),
            "dateModified": .optional(source.modified?.description), "inLanguage": .optional(source.language),
            "publisher": source.publisher.map {
                .object(["@type": .text("Organization"), "name": .text($0)])
            },
            "url": .optional(SafeLink.web(source.location)), "articleBody": .optional(text),
            "prov:generatedAtTime": .optional(source.retrieved),
        ])
    }

    private static func party(_ record: WalkedParty, _ crosswalk: Crosswalk) -> JSONValue {
        let names = record.names.map(\.name).filter { $0 != record.row.heading }
        let registers = record.identifiers.sorted { $0.key < $1.key }
        let same = registers.compactMap { register, value in
            switch register {
            case "geonames": "https://sws.geonames.org/\(value)/"
            case "wikidata": "http://www.wikidata.org/entity/\(value)"
            default: nil as String?
            }
        }
        let offices = record.tenures.map { tenure in
            JSONValue.members([
                "@type": .text("OrganizationRole"), "roleName": .text(tenure.title),
                "memberOf": tenure.body.map { node(partyId($0.id)) },
            ])
        }
        return .members([
            "@id": .text(partyId(record.row.id)),
            "@type": .texts([crosswalk.party(record.row.kind)?.schemaOrg ?? "Thing", "prov:Agent"]),
            "name": .text(record.row.heading), "alternateName": .texts(names), "sameAs": .texts(same),
            "identifier": registers.isEmpty
                ? nil
                : .list(
                    registers.map {
                        .object([
                            "@type": .text("PropertyValue"), "propertyID": .text($0.key), "value": .text($0.value),
                        ])
                    }), "hasOccupation": offices.isEmpty ? nil : .list(offices),
        ])
    }

    private static func entry(_ fact: Fact, _ crosswalk: Crosswalk) -> JSONValue {
        let row = crosswalk.entry(fact.row.kind, fact.row.sort)
        var members: [String: JSONValue?] = [
            "@id": .text(entryId(fact.row.id)), "@type": .texts([row?.schemaOrg ?? "Thing", "prov:Entity"]),
            "name": .text(fact.row.heading), "entente:kind": .text(fact.row.kind),
            "entente:type": fact.row.sort.isEmpty ? nil : .text(fact.row.sort),
            "entente:status": .optional(fact.row.status), "entente:origins": .count(fact.row.origins),
            "prov:wasAttributedTo": node(reader),
            "prov:wasDerivedFrom": .list(
                fact.proofs.map(\.source.id).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                    .map { node(sourceId($0)) }),
        ]
        func nodes(_ roles: String...) -> JSONValue? {
            let found = fact.participants.filter { roles.contains($0.role) }.map { node(partyId($0.party.id)) }
            return found.isEmpty ? nil : .list(found)
        }
        switch fact.kind {
        case .engagement:
            members["startDate"] = .optional(fact.date.map { $0.start.text })
            members["endDate"] = .optional(fact.date?.end.map { $0.text })
            members["location"] = nodes("place")
            members["organizer"] = nodes("host", "organiser")
            members["attendee"] = nodes("visitor", "participant", "witness")
        case .statement:
            members["text"] = .optional(fact.value("text"))
            members["creator"] = nodes("speaker")
        case .figure:
            members["measuredProperty"] = .optional(fact.value("indicator"))
            members["value"] = fact.number.map(JSONValue.number)
            members["unitText"] = .optional(fact.value("unit"))
            members["observationDate"] = .optional(fact.value("asOf"))
            members["observationAbout"] = nodes("scope")
            members["creator"] = nodes("saidBy")
        case .commitment:
            members["text"] = .optional(fact.value("what"))
            members["author"] = nodes("by")
            members["entente:force"] = .optional(fact.value("force"))
            members["entente:deadline"] = .optional(fact.value("deadline"))
        case .relation:
            members["roleName"] = .text(fact.row.sort)
            members["about"] = nodes("subject")
            members["entente:object"] = nodes("object")
            members["position"] = .optional(fact.value("rank"))
        default:
            members["dateCreated"] = .optional(fact.date?.description)
            members["about"] = nodes("party", "of", "signatory", "witness")
            members["location"] = nodes("place")
        }
        return .members(members)
    }

    private static func annotation(_ proof: Proof, _ index: Int, of fact: Fact) -> JSONValue {
        .object([
            "@id": .text("urn:entente:annotation:\(fact.row.id):\(index)"), "@type": .text("oa:Annotation"),
            "oa:hasBody": node(entryId(fact.row.id)), "oa:motivatedBy": node("oa:identifying"),
            "oa:hasTarget": .object([
                "@type": .text("oa:SpecificResource"), "oa:hasSource": node(sourceId(proof.source.id)),
                "oa:hasSelector": .list([
                    .object([
                        "@type": .text("oa:TextPositionSelector"),
                        "oa:start": .count(proof.evidence.range.start.scalar),
                        "oa:end": .count(proof.evidence.range.end.scalar),
                    ]),
                    .object(["@type": .text("oa:TextQuoteSelector"), "oa:exact": .text(proof.evidence.quote)]),
                ]),
            ]),
        ])
    }
}
