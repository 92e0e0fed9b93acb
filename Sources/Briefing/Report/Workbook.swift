// SPDX-License-Identifier: Apache-2.0

import CXLSXWriter
import Foundation

/// A workbook of XLSX that is written by libxlsxwriter, a sheet after the other.
final class Workbook {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let file: URL
    private let bold: UnsafeMutablePointer<lxw_format>?
    private let wrapped: UnsafeMutablePointer<lxw_format>?
    private var isClosed = false

    /// A cell.
    enum Cell {
        case text(String)
        case number(Double)
    }

    /// Begins a workbook in `file`; the same content gives the same bytes.
    init(at file: URL, title: String) throws(BriefingError) {
        guard let book = workbook_new(file.path) else { throw BriefingError(.cannotWrite, file.path) }
        self.book = book
        self.file = file
        bold = workbook_add_format(book)
        format_set_bold(bold)
        format_set_bottom(bold, UInt8(LXW_BORDER_THIN.rawValue))
        wrapped = workbook_add_format(book)
        format_set_text_wrap(wrapped)
        format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        var bytes = Array(title.utf8CString)
        bytes.withUnsafeMutableBufferPointer { title in
            var properties = lxw_doc_properties()
            properties.title = title.baseAddress
            // A fixed time, since the time of writing would make every file another.
            properties.created = 946_684_800
            workbook_set_properties(book, &properties)
        }
    }

    /// The number of A4 in SpreadsheetML (ECMA-376, 18.3.1.63).
    private static let paperA4: UInt8 = 9

    /// Adds a sheet with a row of headings that stays in sight and can be filtered by; `widths` in characters.
    func addSheet(_ name: String, headings: [String], widths: [Double], _ rows: [[Cell]]) {
        guard let sheet = workbook_add_worksheet(book, Self.sheetName(name)) else { return }
        for (column, heading) in headings.enumerated() {
            let column = UInt16(column)
            worksheet_write_string(sheet, 0, column, heading, bold)
            worksheet_set_column(sheet, column, column, widths[Int(column)], nil)
        }
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                switch cell {
                case .text(let text):
                    // A cell takes 32,767 characters.
                    worksheet_write_string(sheet, UInt32(row + 1), UInt16(column), String(text.prefix(8000)), wrapped)
                case .number(let number):
                    worksheet_write_number(sheet, UInt32(row + 1), UInt16(column), number, wrapped)
                }
            }
        }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_autofilter(sheet, 0, 0, UInt32(max(1, rows.count)), UInt16(max(1, headings.count) - 1))
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, Self.paperA4)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    /// Finishes the file; throws `BRIEF-005` where it cannot be written.
    func close() throws(BriefingError) {
        isClosed = true
        let status = workbook_close(book)
        guard status == LXW_NO_ERROR else {
            throw BriefingError(.cannotWrite, file.path, detail: String(cString: lxw_strerror(status)))
        }
    }

    deinit { if !isClosed { lxw_workbook_free(book) } }

    /// At most 31 characters, without those that a sheet's name must not have.
    private static func sheetName(_ name: String) -> String {
        String(name.filter { !"[]:*?/\\".contains($0) }.prefix(31))
    }
}
