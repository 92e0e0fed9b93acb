// SPDX-License-Identifier: Apache-2.0

import Language

/// A parsed text set for a person: a line a token in columns, an empty line between sentences.
struct DocSheet {
    private let doc: Doc

    /// Sets `doc`.
    init(_ doc: Doc) {
        self.doc = doc
    }

    /// The lines, each with its end.
    var text: String {
        let rows = doc.tokens.indices.map(row)
        var widths = [Int](repeating: 0, count: 7)
        for row in rows {
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayText.width(cell)) }
        }
        var text = ""
        for (index, row) in rows.enumerated() {
            if index > 0, doc.tokens[index].isSentenceStart { text += "\n" }
            var line = zip(row, widths).map { DisplayText.padded($0, to: $1) }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
        return text
    }

    private func row(_ index: Int) -> [String] {
        let token = doc.tokens[index]
        let head = token.head == index ? "-" : "\(token.head) \(shown(doc.tokens[token.head].text))"
        let entity = token.entityPosition == .outside ? "" : "\(token.entityPosition.rawValue)-\(token.entityLabel)"
        return [
            "\(index)", shown(token.text), shown(token.lemma), "\(token.pos) \(token.tag)", token.dep, head, entity,
        ]
    }

    /// White space as what it is, since it would not show.
    private func shown(_ text: String) -> String {
        let line = DisplayText.oneLine(text)
        return line.isEmpty ? "␣" : line
    }
}
