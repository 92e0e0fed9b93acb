// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Reads the day in the dateline that a paragraph opens with: `LIMA, 3 May 2024 (Andes Wire) –`.
struct OpeningDateline {
    let scanner: DateScanner

    /// No dateline is longer, in Unicode scalars.
    private static let length = 90
    private static let dashes: Set<Unicode.Scalar> = ["-", "\u{2013}", "\u{2014}"]

    /// The day, with the Unicode scalars of `paragraph` that name it.
    func day(of paragraph: String) -> DateScanner.Found? {
        let head = Array(paragraph.unicodeScalars.prefix(Self.length))
        guard
            let end = head.indices.last(where: { Self.isEnd($0, of: head) && Self.isDateline(head[..<$0]) })
        else { return nil }
        var opening = String.UnicodeScalarView()
        opening.append(contentsOf: head[..<end])
        let days = scanner.dates(in: String(opening)).filter { $0.date.start.day != nil }
        return days.count == 1 ? days.first : nil
    }

    /// Whether the scalar is a dash between spaces, or a colon behind a number or a bracket.
    private static func isEnd(_ place: Int, of head: [Unicode.Scalar]) -> Bool {
        guard place > 0, place + 1 < head.count else { return false }
        if head[place] == ":" { return head[place - 1] == ")" || head[place - 1].properties.numericType != nil }
        return dashes.contains(head[place]) && head[place - 1].properties.isWhitespace
    }

    /// Whether every word is a name or a number.
    private static func isDateline(_ head: ArraySlice<Unicode.Scalar>) -> Bool {
        head.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }.allSatisfy { word in
            guard let first = word.first else { return false }
            return !first.properties.isLowercase
        }
    }
}
