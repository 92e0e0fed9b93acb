// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// CSV by RFC 4180, a file a table, under a Frictionless `datapackage.json` that says what the columns are.
package struct TablesExport: ExportFormat {
    package let name = "csv"
    package let summary = "a folder of CSV tables with a Frictionless datapackage.json"
    package let fileName: String? = nil

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let walk = Walk(ledger)
        let start = options.byteOrderMark ? "\u{FEFF}" : ""
        func table(_ table: DataTable, _ fill: (any TextSink) throws -> Void) throws {
            try destination.file("\(table.name).csv") { sink in
                try sink.write(start + CommaSeparatedRecord.text(table.columns.map(\.name)))
                try fill(sink)
            }
        }
        try table(.sources) { sink in
            try walk.sources { try sink.write(Self.line($0)) }
        }
        try table(.parties) { sink in try walk.parties { try sink.write(Self.line($0)) } }
        try table(.entries) { sink in try walk.facts { try sink.write(Self.line($0)) } }
        try table(.participants) { sink in
            try walk.facts { fact in
                for one in fact.participants {
                    try sink.write(CommaSeparatedRecord.text([fact.row.id, one.role, one.party.id, one.party.name]))
                }
            }
        }
        try table(.evidence) { sink in
            try walk.facts { fact in
                for proof in fact.proofs { try sink.write(Self.line(proof, of: fact)) }
            }
        }
        try destination.file("datapackage.json") { sink in
            try sink.write(try DataTable.package(byteOrderMark: options.byteOrderMark).line + "\n")
        }
    }

    private static func line(_ source: SourceRow) -> String {
        CommaSeparatedRecord.text([
            source.id, source.title, source.publisher, source.published?.description, source.modified?.description,
            source.retrieved, source.language, source.location, "\(source.entries)",
        ])
    }

    private static func line(_ record: Record) -> String {
        let row = record.row
        return CommaSeparatedRecord.text([
            row.id, row.kind, row.heading, record.names.map(\.name).joined(separator: "; "),
            record.identifiers["iso3166"], record.identifiers["geonames"], record.identifiers["wikidata"],
            row.firstSeen, row.lastSeen, "\(row.sources)", "\(row.origins)",
        ])
    }

    private static func line(_ fact: Fact) -> String {
        let row = fact.row
        return CommaSeparatedRecord.text([
            row.id, row.kind, row.sort, row.heading, fact.date?.description, row.firstDay, row.lastDay, row.status,
            fact.value("value"), fact.number.map { Cell.number($0).text }, fact.value("unit"), row.firstSeen,
            row.lastSeen, "\(row.sources)", "\(row.origins)",
        ])
    }

    private static func line(_ proof: Proof, of fact: Fact) -> String {
        let range = proof.evidence.range
        return CommaSeparatedRecord.text([
            fact.row.id, proof.source.id, "\(range.start.scalar)", "\(range.end.scalar)", "\(range.start.byte)",
            "\(range.end.byte)", proof.evidence.quote,
        ])
    }
}

/// A table of the CSV export: its columns, its key, and what refers to what.
struct DataTable: Sendable {
    struct Column: Sendable {
        let name: String
        var type = "string"
        var about: String
        var refersTo: String?
        var isRequired = false
    }

    let name: String
    let title: String
    var key: [String]?
    let columns: [Column]

    /// Frictionless Data Package (v1) over all tables.
    static func package(byteOrderMark: Bool) -> JSONValue {
        .object([
            "name": .text("entente-ledger"), "title": .text("A ledger of cooperation between cities and countries"),
            "profile": .text("tabular-data-package"),
            "resources": .list(all.map { $0.resource(byteOrderMark: byteOrderMark) }),
        ])
    }

    private func resource(byteOrderMark: Bool) -> JSONValue {
        let fields = columns.map { column in
            JSONValue.members([
                "name": .text(column.name), "type": .text(column.type), "description": .text(column.about),
                "constraints": column.isRequired ? .object(["required": .flag(true)]) : nil,
            ])
        }
        let foreign = columns.compactMap { column in
            column.refersTo.map { table in
                JSONValue.object([
                    "fields": .text(column.name),
                    "reference": .object(["resource": .text(table), "fields": .text("id")]),
                ])
            }
        }
        return .object([
            "name": .text(name), "title": .text(title), "path": .text("\(name).csv"),
            "profile": .text("tabular-data-resource"), "format": .text("csv"), "mediatype": .text("text/csv"),
            "encoding": .text(byteOrderMark ? "utf-8-sig" : "utf-8"),
            "dialect": .object(["delimiter": .text(","), "lineTerminator": .text("\r\n"), "doubleQuote": .flag(true)]),
            "schema": .members([
                "fields": .list(fields), "primaryKey": key.flatMap(JSONValue.texts),
                "foreignKeys": foreign.isEmpty ? nil : .list(foreign),
            ]),
        ])
    }
}
