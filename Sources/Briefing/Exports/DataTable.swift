// SPDX-License-Identifier: Apache-2.0

import Ledger

/// A table of the CSV and Parquet exports: its columns, its key, what refers to what, and what stands in it.
struct DataTable: Sendable {
    /// What the values of a column are; the raw value is Frictionless' word for it.
    enum ValueType: String, Sendable {
        case string, integer, number, date
    }

    struct Column: Sendable {
        let name: String
        var type = ValueType.string
        var about: String
        var refersTo: String?
        var isRequired = false
    }

    let name: String
    let title: String
    var key: [String]?
    let columns: [Column]
    let content: Content

    /// Where the rows come from; each has a value or `nil` for each column.
    enum Content: Sendable {
        /// All that an entry gives, so that several tables can be filled in one walk over the entries.
        case ofEntry(@Sendable (Fact) -> [[String?]])
        /// All at once, handed over one after another.
        case whole(@Sendable (Ledger, ExportOptions, _ row: ([String?]) throws -> Void) throws -> Void)
    }

    /// The rows that an entry gives; none of a table that has other rows.
    func rows(of fact: Fact) -> [[String?]] {
        guard case .ofEntry(let rows) = content else { return [] }
        return rows(fact)
    }

    /// Hands over the rows one after another.
    func fill(_ ledger: Ledger, _ options: ExportOptions, _ row: ([String?]) throws -> Void) throws {
        switch content {
        case .ofEntry: try Walk(ledger).facts { fact in for one in rows(of: fact) { try row(one) } }
        case .whole(let fill): try fill(ledger, options, row)
        }
    }

    /// Frictionless Data Package (v1) over all tables.
    static func package(byteOrderMark: Bool) -> JSONValue {
        .object([
            "name": .text("entente-ledger"), "title": .text("A ledger of cooperation between cities and countries"),
            "profile": .text("tabular-data-package"),
            "resources": .list(records.map { $0.resource(byteOrderMark: byteOrderMark) }),
        ])
    }

    private func resource(byteOrderMark: Bool) -> JSONValue {
        let fields = columns.map { column in
            JSONValue.members([
                "name": .text(column.name), "type": .text(column.type.rawValue), "description": .text(column.about),
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
