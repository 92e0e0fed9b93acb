// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A run of a capture without line ends at its edges, and where it stands.
struct CaptureLine: Hashable, Sendable {
    /// The text, without white space at its ends.
    var text: String
    /// Where it stands in the canonical text.
    var range: TextRange
    /// Blank lines before it.
    var blankBefore: Int
    /// Whether the page of a document ends between the line before and this one.
    var followsPageEnd = false
}

/// Cuts a capture into its lines, or into paragraphs where lines were broken at a fixed width.
enum CaptureLines {
    /// The text with all line ends as line feeds.
    static func normalised(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "\u{FEFF}", result.isEmpty { continue }
            if scalar == "\r" {
                result.append("\n")
            } else if scalar != "\n" || previous != "\r" {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    /// The lines of a normalised text; blank ones are left out.
    ///
    /// `isDate` tells which lines of a document's head hold a date and belong to no other line.
    static func lines(of text: String, isDate: (String) -> Bool = { _ in false }) -> [CaptureLine] {
        var lines: [CaptureLine] = []
        var position = TextPosition.zero
        var blank = 0
        var hasPageEnded = false
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let leading = line.prefix { WhiteSpace.contains($0) }
            if leading.contains("\u{C}") { hasPageEnded = true }
            let content = Substring(line.dropFirst(leading.count))
            let trimmed = WhiteSpace.trimmed(content)
            let start = position + size(leading)
            let end = start + size(trimmed.unicodeScalars)
            if trimmed.isEmpty || WhiteSpace.isBlank(String(trimmed)) {
                blank += 1
            } else {
                let range = TextRange(start: start, end: end)
                lines.append(
                    CaptureLine(
                        text: String(trimmed), range: range, blankBefore: blank, followsPageEnd: hasPageEnded))
                blank = 0
                hasPageEnded = false
            }
            position = position + size(line) + TextPosition(scalar: 1, byte: 1)
        }
        if text.unicodeScalars.contains("\u{C}") {
            return isPrinted(lines) ? joined(lines, in: text, goesOn: goesOnInPrint, isDate: isDate) : lines
        }
        return isWrapped(lines) ? joined(lines, in: text, goesOn: goesOn, isDate: isDate) : lines
    }

    private static func size(_ scalars: some Sequence<Unicode.Scalar>) -> TextPosition {
        scalars.reduce(into: TextPosition.zero) { size, scalar in
            size.scalar += 1
            size.byte += UTF8.width(scalar)
        }
    }

    /// Whether lines were broken at 60 to 80 columns, as mail programs do, or at fewer, as printed columns are: most lines
    /// that another follows directly are about as long as the longest, and most of short ones go on with a small letter.
    private static func isWrapped(_ lines: [CaptureLine]) -> Bool {
        guard let longest = lines.map(\.text.scalarCount).max(), (30...100).contains(longest) else {
            return false
        }
        let followed = zip(lines, lines.dropFirst()).filter { $1.blankBefore == 0 }
        let full = followed.filter { $0.0.text.scalarCount * 10 >= longest * 7 }
        guard followed.count >= 4, full.count * 10 >= followed.count * 7 else { return false }
        return longest >= 50 || followed.count { beginsSmall($1) } * 2 > followed.count
    }

    /// Whether the lines of a printed document are those of paragraphs: most that another follows directly fill the width, or
    /// the next goes on with a small letter; or, where a web page was printed with all its menus, most that fill the width
    /// go on so.
    private static func isPrinted(_ lines: [CaptureLine]) -> Bool {
        guard let longest = lines.map(\.text.scalarCount).max(), (20...200).contains(longest) else { return false }
        let followed = zip(lines, lines.dropFirst()).filter { $1.blankBefore == 0 }
        let running = followed.filter { beginsSmall($1) || $0.text.scalarCount * 10 >= longest * 7 }
        let full = followed.filter { $0.0.text.scalarCount * 100 >= longest * 85 }
        return followed.count >= 3 && running.count * 2 >= followed.count
            || full.count >= 3 && full.count { beginsSmall($1) } * 2 >= full.count
    }

    /// The same for print, whose letters differ in width: behind a line that had room for the next word another paragraph
    /// begins, and a small letter always goes on.
    private static func goesOnInPrint(_ line: CaptureLine, in next: CaptureLine, width: Int) -> Bool {
        if beginsSmall(next) { return next.blankBefore == 0 || next.followsPageEnd }
        let word = next.text.unicodeScalars.prefix { !WhiteSpace.contains($0) }.count
        return next.blankBefore == 0 && (line.text.scalarCount + 1 + word) * 100 >= width * 85
    }

    private static func beginsSmall(_ line: CaptureLine) -> Bool { line.text.first?.isLowercase == true }

    /// Whether a line goes on with the next: those that follow directly do, but behind a line that had room left for the
    /// next word; behind a page's end only where a sentence does.
    private static func goesOn(_ line: CaptureLine, in next: CaptureLine, width: Int) -> Bool {
        if next.blankBefore == 0 { return beginsSmall(next) || line.text.scalarCount * 10 >= width * 6 }
        return next.followsPageEnd && beginsSmall(next)
    }

    private static func joined(
        _ lines: [CaptureLine], in text: String, goesOn: (CaptureLine, CaptureLine, Int) -> Bool,
        isDate: (String) -> Bool
    ) -> [CaptureLine] {
        var result: [CaptureLine] = []
        let width = lines.map(\.text.scalarCount).max() ?? 0
        // A headline of any length stands right above the day.
        var inHead = true
        for (place, line) in lines.enumerated() {
            let isApart = inHead && place > 0 && (isDate(line.text) || isDate(lines[place - 1].text))
            if line.text.hasSuffix(".") { inHead = false }
            if place > 0, let last = result.last, !isApart, goesOn(lines[place - 1], line, width) {
                let range = TextRange(start: last.range.start, end: line.range.end)
                result[result.count - 1].range = range
                result[result.count - 1].text = text.text(at: range) ?? last.text
            } else {
                result.append(line)
            }
        }
        return result
    }
}
