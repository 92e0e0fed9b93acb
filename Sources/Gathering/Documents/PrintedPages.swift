// SPDX-License-Identifier: Apache-2.0

/// Takes off a printed document's text what belongs to its paper.
///
/// That is heads and feet that come again on every page, numbers of pages, and hyphens at the ends of lines. Every line
/// stays where it is, counted from the beginning of its page.
package struct PrintedPages {
    /// Lines at the top and at the bottom of a page among which heads and feet are.
    private static let edge = 2
    private static let hyphens: Set<Character> = ["-", "\u{2010}", "\u{AD}"]

    private var pages: [[String]]

    /// Takes a text in which a form feed ends each page.
    package init(_ text: String) {
        pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false).map { page in
            page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The text without them.
    package func cleaned() -> String {
        var cleaned = self
        cleaned.dropRunningLines()
        let words = cleaned.words()
        for page in cleaned.pages.indices {
            cleaned.joinWords(on: page, known: words)
            cleaned.dropSoftHyphens(on: page)
        }
        return cleaned.pages.map { $0.joined(separator: "\n") }.joined(separator: "\u{C}")
    }

    /// Empties lines at the edges that are the same, numbers apart, on most pages.
    private mutating func dropRunningLines() {
        let edges = pages.map { page -> [Int] in
            let lines = page.indices.filter { !page[$0].allSatisfy(\.isWhitespace) }
            return Array(lines.prefix(Self.edge)) + lines.dropFirst(Self.edge).suffix(Self.edge)
        }
        let printed = edges.count { !$0.isEmpty }
        guard printed > 1 else { return }
        var counts: [String: Int] = [:]
        for (page, lines) in zip(pages, edges) {
            for key in Set(lines.map { Self.key(page[$0]) }) { counts[key, default: 0] += 1 }
        }
        for (index, lines) in edges.enumerated() {
            for line in lines where counts[Self.key(pages[index][line]), default: 0] * 3 >= printed * 2 {
                pages[index][line] = ""
            }
        }
    }

    /// A line whose numbers may be any.
    private static func key(_ line: String) -> String {
        var key = ""
        for character in line where !character.isWhitespace {
            if !character.isNumber { key.append(character) } else if key.last != "#" { key.append("#") }
        }
        return key
    }

    /// The words with a hyphen and without that stand in the middle of lines.
    private func words() -> Set<Substring> {
        var words: Set<Substring> = []
        for line in pages.joined() {
            words.formUnion(line.split { !$0.isLetter && !Self.hyphens.contains($0) }.dropLast())
        }
        return words
    }

    /// Takes out hyphens that were meant for ends of lines and stand elsewhere.
    private mutating func dropSoftHyphens(on page: Int) {
        for line in pages[page].indices where pages[page][line].unicodeScalars.contains("\u{AD}") {
            pages[page][line].unicodeScalars.removeAll { $0 == "\u{AD}" }
        }
    }

    /// Puts a word that is cut at the end of a line together on that line.
    private mutating func joinWords(on page: Int, known: Set<Substring>) {
        for line in pages[page].indices.dropLast() {
            let head = pages[page][line]
            let next = pages[page][line + 1]
            guard let hyphen = head.last, Self.hyphens.contains(hyphen), head.dropLast().last?.isLetter == true,
                let tail = next.split(separator: " ", maxSplits: 1).first, tail.first?.isLowercase == true
            else { continue }
            let beginning = head.dropLast().split { !$0.isLetter && !Self.hyphens.contains($0) }.last ?? ""
            let letters = tail.prefix { $0.isLetter }
            let isCompound =
                hyphen == "-" && known.contains("\(beginning)-\(letters)")
                && !known.contains("\(beginning)\(letters)")
            pages[page][line] = (isCompound ? head : String(head.dropLast())) + tail
            pages[page][line + 1] = String(next[tail.endIndex...].drop { $0 == " " })
        }
    }
}
