// SPDX-License-Identifier: Apache-2.0

/// Rows under headings, set in columns.
package struct TextTable {
    /// A column: its heading, whether its cells stand at its right side, and whether it goes first where room is short.
    package struct Column {
        let heading: String
        let isTrailing: Bool
        let isDetail: Bool

        package init(_ heading: String, isTrailing: Bool = false, isDetail: Bool = false) {
            self.heading = heading
            self.isTrailing = isTrailing
            self.isDetail = isDetail
        }
    }

    /// The columns.
    var columns: [Column]
    /// The cells, as many a row as there are columns.
    var rows: [[String]]

    private static let gap = "  "
    /// A cell that needs more lines ends in an ellipsis; the other formats have it whole.
    private static let tallestCell = 4
    /// What `2025-11-01` takes.
    private static let dayWidth = 10

    /// A table of `rows`, each with as many cells as there are columns.
    package init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The table as lines no wider than `limit`: details left out, cells broken and cut where that is needed.
    ///
    /// Nothing is left out, broken or cut where `limit` is `nil`.
    package func lines(limit: Int?, style: TextStyle) -> [String] {
        let whole = columnWidths(of: rows.map { $0.map { DisplayText.oneLine($0) } }, limit: nil)
        if let limit, whole.reduce(Self.gap.count * (whole.count - 1), +) > limit, columns.contains(where: \.isDetail) {
            return withoutDetails.lines(limit: limit, style: style)
        }
        let cells = rows.map { $0.map { DisplayText.oneLine($0) } }
        let widths = columnWidths(of: cells, limit: limit)
        var lines = set(columns.map(\.heading), in: widths, tallest: nil).map { style.heading($0) }
        lines.append(style.faint(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)))
        let tallest = limit == nil ? nil : Self.tallestCell
        for row in cells { lines.append(contentsOf: set(row, in: widths, tallest: tallest)) }
        return lines
    }

    /// The table of the columns that cannot be left out.
    private var withoutDetails: TextTable {
        let kept = columns.indices.filter { !columns[$0].isDetail }
        return TextTable(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
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

    /// Gives every column room for its heading and a day, or for its heading alone, where there is that much, and
    /// shares out the rest: a column gets what it asks for up to the common measure at which all fit.
    private func fitted(_ wanted: [Int], into room: Int) -> [Int] {
        let headings = columns.map { DisplayText.width($0.heading) }
        let days = zip(headings, wanted).map { max($0, min($1, Self.dayWidth)) }
        var widths =
            [days, headings].first { $0.reduce(0, +) <= room } ?? [Int](repeating: 0, count: wanted.count)
        var left = room - widths.reduce(0, +)
        let missing = zip(wanted, widths).map { $0 - $1 }
        for (served, index) in missing.indices.sorted(by: { (missing[$0], $0) < (missing[$1], $1) }).enumerated() {
            let given = min(missing[index], left / (missing.count - served))
            widths[index] += given
            left -= given
        }
        return widths
    }

    private func set(_ row: [String], in widths: [Int], tallest: Int?) -> [String] {
        let broken = zip(row, widths).map { cut(DisplayText.wrapped($0, to: $1), to: tallest, width: $1) }
        let height = broken.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let parts = columns.indices.map { index in
                let piece = line < broken[index].count ? broken[index][line] : ""
                return DisplayText.padded(piece, to: widths[index], atStart: columns[index].isTrailing)
            }
            return trimmed(parts.joined(separator: Self.gap))
        }
    }

    private func cut(_ lines: [String], to tallest: Int?, width: Int) -> [String] {
        guard let tallest, lines.count > tallest else { return lines }
        var last = lines[tallest - 1]
        while !last.isEmpty, DisplayText.width(last) >= width { last.removeLast() }
        return lines.prefix(tallest - 1) + [last + "…"]
    }

    private func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
