// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// GeoJSON (RFC 7946): places, and occasions where they were; what has no known position has no geometry.
package struct MapExport: ExportFormat {
    package let name = "geojson"
    package let summary = "GeoJSON: places, and occasions where they were"
    package let fileName: String? = "ledger.geojson"

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let walk = Walk(ledger)
        try destination.file("ledger.geojson") { sink in
            try sink.write("{\"type\":\"FeatureCollection\",\"features\":[\n")
            var list = ListWriter(sink)
            try walk.parties { record in
                guard [Party.Kind.city, .country, .place].map(\.rawValue).contains(record.row.kind) else { return }
                try list.add(
                    Self.feature(
                        record.row.id, options.locate(record.identifiers),
                        [
                            "kind": .text(record.row.kind), "name": .text(record.row.heading),
                            "sources": .count(record.row.sources), "origins": .count(record.row.origins),
                        ]
                    ).line)
            }
            try walk.facts(.engagement) { fact in
                guard let place = fact.parties("place").first else { return }
                let identifiers = try ledger.identifiers(ofRecords: [place.id])[place.id] ?? [:]
                try list.add(
                    Self.feature(
                        fact.row.id, options.locate(identifiers),
                        [
                            "kind": .text(fact.row.kind), "type": .text(fact.row.sort),
                            "name": .text(fact.row.heading), "place": .text(place.name),
                            "date": .optional(fact.date?.description), "status": .optional(fact.row.status),
                            "quote": .optional(fact.proofs.first?.evidence.quote),
                            "url": .optional(fact.proofs.lazy.compactMap { SafeLink.web($0.source.location) }.first),
                        ]
                    ).line)
            }
            try sink.write("\n]}\n")
        }
    }

    private static func feature(
        _ id: String, _ point: ExportOptions.Point?, _ properties: [String: JSONValue?]
    ) -> JSONValue {
        .object([
            "type": .text("Feature"), "id": .text(id), "properties": .members(properties),
            "geometry": point.map { point in
                .object([
                    "type": .text("Point"),
                    "coordinates": .list([.number(point.longitude), .number(point.latitude)]),
                ])
            } ?? .null,
        ])
    }
}
