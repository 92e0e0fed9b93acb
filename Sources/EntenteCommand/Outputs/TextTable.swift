// SPDX-License-Identifier: Apache-2.0

/// Rows under headings, set in columns.
package struct TextTable {
    /// A column: its heading, and whether its cells stand at its right side.
    package struct Column {
        let heading: String
        let isTrailing: Bool

        package init(_ heading: String, isTrailing: Bool = false) {
            self.heading = heading
            self.isTrailing = isTrailing
        }
    }

    /// The columns.
    var columns: [Column]
    /// The cells, as many a row as there are columns.
    var rows: [[String]]

    private static let gap = "  "

    /// A table of `rows`, each with as many cells as there are columns.
    package init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The table as lines, cells broken so that no line is wider than `limit`; not broken where `limit` is `nil`.
    package func lines(limit: Int?, style: TextStyle) -> [String] {
        let cells = rows.map { $0.map { DisplayText.oneLine($0) } }
        let widths = columnWidths(of: cells, limit: limit)
        var lines = set(columns.map(\.heading), in: widths).map { style.heading($0) }
        lines.append(style.faint(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)))
        for row in cells { lines.append(contentsOf: set(row, in: widths)) }
        return lines
    }

    /// Natural widths, the widest columns cut down until all fit.
    private func columnWidths(of cells: [[String]], limit: Int?) -> [Int] {
        var widths = columns.map { DisplayText.width($0.heading) }
        for row in cells {
            for (index, cell) in row.enumerated() where index < widths.count {
                widths[index] = max(widths[index], DisplayText.width(cell))
            }
        }
        guard let limit, !widths.isEmpty else { return widths }
        let room = max(limit - Self.gap.count * (widths.count - 1), widths.count * 4)
        let excess = widths.reduce(0, +) - room
        guard excess > 0 else { return widths }
        return fitted(widths, into: room)
    }

    /// Gives every column what it asks for up to the common measure at which all fit.
    private func fitted(_ wanted: [Int], into room: Int) -> [Int] {
        var widths = [Int](repeating: 0, count: wanted.count)
        var left = room
        for (served, index) in wanted.indices.sorted(by: { (wanted[$0], $0) < (wanted[$1], $1) }).enumerated() {
            widths[index] = min(wanted[index], left / (wanted.count - served))
            left -= widths[index]
        }
        return widths
    }

    private func set(_ row: [String], in widths: [Int]) -> [String] {
        let broken = zip(row, widths).map { DisplayText.wrapped($0, to: $1) }
        let height = broken.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let parts = columns.indices.map { index in
                let piece = line < broken[index].count ? broken[index][line] : ""
                return DisplayText.padded(piece, to: widths[index], atStart: columns[index].isTrailing)
            }
            return trimmed(parts.joined(separator: Self.gap))
        }
    }

    private func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
