// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// NDJSON: a line a page, each an `entente.reading/1`, as `entente read` prints it and `entente import` takes it.
package struct ReadingLinesExport: ExportFormat {
    package let name = "ndjson"
    package let summary = "one reading (entente.reading/1) a page, a line each; entente import takes it back"
    package let fileName: String? = "readings.ndjson"

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        try destination.file("readings.ndjson") { sink in
            try Walk(ledger).readings(withText: options.withText) { try sink.write(try JSONLine.text(of: $0) + "\n") }
        }
    }
}

extension Reading {
    /// The same reading with every letter of the text blanked out that proves nothing and names nobody.
    ///
    /// All ranges stay good: a blank takes the bytes and scalars of what it stands for.
    package func quotesAlone() -> Reading {
        var kept = [Bool](repeating: false, count: article.text.utf8.count)
        for range in citedRanges { for byte in range.bytes.clamped(to: kept.indices) { kept[byte] = true } }
        var blanked = String.UnicodeScalarView()
        var byte = 0
        for scalar in article.text.unicodeScalars {
            let size = UTF8.width(scalar)
            blanked.append(kept[byte] || scalar.properties.isWhitespace ? scalar : Self.blanks[size - 1])
            byte += size
        }
        var reading = self
        reading.article.text = String(blanked)
        return reading
    }

    /// White space, or what shows nothing, of one to four bytes of UTF-8.
    private static let blanks: [Unicode.Scalar] = [" ", "\u{A0}", "\u{2003}", "\u{E0020}"]

    private var citedRanges: [TextRange] {
        let dates = entries.flatMap { entry -> [Evidence] in
            var premises: [Evidence] = []
            var record = entry.content.record
            record.rewriteDates { _, date in
                premises += date.premises
                return date
            }
            return premises
        }
        let source = [article.source.published, article.source.modified].compactMap(\.self).flatMap(\.premises)
        let proofs =
            entries.flatMap(\.evidence) + conflicts.flatMap(\.evidence) + dates + source
            + parties.flatMap { $0.offices.flatMap(\.evidence) }
        let headline = article.blocks.filter { $0.role == .headline }.map(\.range)
        return proofs.map(\.range) + parties.flatMap(\.mentions) + headline
    }
}
