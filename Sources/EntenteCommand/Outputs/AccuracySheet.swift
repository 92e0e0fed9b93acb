// SPDX-License-Identifier: Apache-2.0

import Evaluation

/// How well the reader reads, as a table.
struct AccuracySheet {
    /// One line of the table as data.
    struct Row: Encodable {
        let gold: String
        let capability: String
        let texts: Int
        let wanted: Int
        let read: Int
        let right: Int
        let precision: Double
        let recall: Double
        let f1: Double
        let low: Double?
        let high: Double?
        let found: Int?
        let f1Found: Double?

        init(_ measure: Measure) {
            let total = measure.total
            gold = measure.gold
            capability = measure.capability
            texts = measure.right.count
            (wanted, read, right) = (total.gold, total.read, total.right)
            (precision, recall, f1) = (measure.precision, measure.recall, measure.f1)
            (low, high) = (measure.interval?.lowerBound, measure.interval?.upperBound)
            (found, f1Found) = (measure.totalFound?.right, measure.totalFound?.f1)
        }

        /// What stands in the columns.
        var cells: [String] {
            let interval = low.flatMap { low in high.map { "\(Row.share(low))–\(Row.share($0))" } } ?? ""
            return [gold, capability] + [texts, wanted, read, right].map(String.init)
                + [precision, recall, f1].map(Row.share) + [interval, f1Found.map(Row.share) ?? ""]
        }

        /// A share to three places.
        private static func share(_ value: Double) -> String {
            let thousandths = Int((value * 1000).rounded())
            let fraction = String(thousandths % 1000)
            return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
        }
    }

    /// The lines of the table.
    let rows: [Row]

    private static let headings = [
        "set", "capability", "texts", "gold", "read", "right", "P", "R", "F1", "95 %", "F1 found",
    ]

    /// The table of `measures`, in their order.
    init(_ measures: [Measure]) {
        rows = measures.map(Row.init)
    }

    /// The table for a terminal.
    func table(limit: Int?) -> [String] {
        let columns = Self.headings.enumerated().map { TextTable.Column($1, isTrailing: $0 > 1) }
        return TextTable(columns: columns, rows: rows.map(\.cells)).lines(limit: limit, style: TextStyle(isOn: false))
    }

    /// The table in Markdown.
    var markdown: [String] {
        let rule = Self.headings.indices.map { $0 > 1 ? "---:" : "---" }
        return ([Self.headings, rule] + rows.map(\.cells)).map { "| " + $0.joined(separator: " | ") + " |" }
    }
}
