// SPDX-License-Identifier: Apache-2.0

import Foundation

extension YearReport {
    /// The report as XLSX.
    package func workbook() throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try writeWorkbook(to: file)
        return try Data(contentsOf: file)
    }

    /// Writes the report as XLSX into `file`: the rows, the ties, the numbers and the dormant ties, a sheet each.
    package func writeWorkbook(to file: URL) throws {
        let book = try Workbook(at: file, title: words("report.title", ["subject": subject, "year": "\(year)"]))
        let rows = rows.map { row in shown(row).map { Workbook.Cell.text($0) } }
        book.addSheet(
            "\(year)", headings: columnNames, widths: [14, 18, 18, 14, 11, 10, 14, 40, 60, 40], rows)
        book.addSheet(
            words("report.ties"),
            headings: ["country", "city", "tie", "since", "quote", "source"].map { words("column.\($0)") },
            widths: [14, 18, 11, 14, 60, 40],
            ties.map { tie in
                [words.country(tie.country), tie.city, words.term("tie", tie.tie), tie.date, tie.quote, tie.source].map
                { .text($0) }
            })
        book.addSheet(
            words("report.numbers"), headings: ["column.kind", "report.what", "report.number"].map { words($0) },
            widths: [24, 48, 10],
            tables.flatMap { table in
                table.rows.map { [.text(table.title), .text($0.name), .number(Double($0.count))] }
            })
        book.addSheet(
            words("report.dormant"), headings: [words("column.city"), words("report.no-contact")], widths: [24, 30],
            dormant.map { [.text($0.partner), .text($0.day)] })
        try book.close()
    }
}
