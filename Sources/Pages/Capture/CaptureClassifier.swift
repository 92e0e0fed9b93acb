// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Gives the lines of a capture their roles.
struct CaptureClassifier {
    let rules: LineRules
    let events: EventLabels

    /// A line at least this wide that ends as a sentence does is a paragraph.
    private static let paragraphWidth = 100
    /// Words that a menu's entry has at most.
    private static let menuWords = 3

    /// The blocks of a capture in the order of its text.
    func blocks(of lines: [CaptureLine], in text: String) -> [Block] {
        // A date in numbers alone, which among menus is furniture, is a line of its own here.
        var roles = lines.map { rules.isDateLine($0.text) ? .dateline : rules.role(of: $0.text) }
        let opening = roles.indices.first { roles[$0] == nil && isParagraph(lines[$0].text) } ?? lines.count
        let isPrinted = text.unicodeScalars.contains("\u{C}")
        let headline = headline(in: lines, roles: roles, before: opening, isPrinted: isPrinted)
        let title = headline.map { (key: PhraseLexicon.key(lines[$0].text), bytes: lines[$0].text.utf8.count) }
        var blocks: [Block] = []
        var inFurniture = false
        var hasBody = false
        var hasEnded = false
        for (index, line) in lines.enumerated() {
            if index == headline {
                blocks += headlineBlocks(of: line)
                continue
            }
            if let headline, let split = split(line, after: lines[headline].text, in: text) {
                blocks += split
                continue
            }
            if let title, line.text.utf8.count <= title.bytes + 60, PhraseLexicon.key(line.text) == title.key {
                roles[index] = .furniture
            }
            if rules.phrases.isSectionHeading(line.text), hasBody { inFurniture = true }
            var role = roles[index]
            if role == nil, inFurniture || hasEnded {
                if isParagraph(line.text), !hasEnded || rules.width(of: line.text) >= 2 * Self.paragraphWidth {
                    inFurniture = false
                    hasEnded = false
                } else {
                    role = .furniture
                }
            }
            if role == nil, let headline, index < headline { role = .furniture }
            if role == nil, !hasBody, index < opening, isDeck(line.text) { role = .deck }
            if role == .copyright, hasBody { hasEnded = true }
            if role == nil { hasBody = true }
            blocks.append(Block(role: role ?? .body, range: line.range))
        }
        return blocks
    }

    private func isParagraph(_ line: String) -> Bool {
        let width = rules.width(of: line)
        return (width >= Self.paragraphWidth && rules.endsSentence(line)) || width >= 2 * Self.paragraphWidth
    }

    /// The line that reads as the title: the first one before the text that is more than a menu's entry.
    ///
    /// Print has it beside the day, below a letterhead of some lines.
    private func headline(
        in lines: [CaptureLine], roles: [BlockRole?], before opening: Int, isPrinted: Bool
    ) -> Int? {
        let candidates = lines.indices.prefix(opening).filter {
            roles[$0] == nil && isHeadline(lines[$0].text) && !events.isRow(lines[$0].text)
        }
        // A page that repeats a line, alone or glued in front of a caption, repeats its headline, or the one word of a menu.
        let repeated = candidates.prefix(12).first { candidate in
            let title = lines[candidate].text
            return title.words.count > 1
                && lines.indices.contains { $0 != candidate && lines[$0].text.hasPrefix(title) }
        }
        if let repeated { return repeated }
        // `City of Marwick | Press office` heads the paper.
        let telling = candidates.filter {
            rules.width(of: lines[$0].text) >= 24 && lines[$0].text.words.count > Self.menuWords
        }
        let titles = telling.filter { !lines[$0].text.unicodeScalars.contains(where: LineRules.isBar) }
        let besideDay = titles.first { place in
            [place - 1, place + 1].contains { roles.indices.contains($0) && roles[$0] == .dateline }
        }
        return (isPrinted ? besideDay : nil) ?? titles.first ?? telling.first ?? candidates.last
    }

    private func isHeadline(_ line: String) -> Bool {
        let width = rules.width(of: line)
        return (8...300).contains(width) && !line.hasSuffix(".")
    }

    /// The headline and, apart from it, the number signs that mark it in Markdown.
    private func headlineBlocks(of line: CaptureLine) -> [Block] {
        let scalars = line.text.unicodeScalars
        let signs = scalars.prefix { $0 == "#" }.count
        let gap = scalars.dropFirst(signs).prefix { WhiteSpace.contains($0) }
        guard (1...6).contains(signs), !gap.isEmpty else { return [Block(role: .headline, range: line.range)] }
        let signsEnd = line.range.start + TextPosition(scalar: signs, byte: signs)
        let start = signsEnd + TextPosition(scalar: gap.count, byte: gap.reduce(0) { $0 + UTF8.width($1) })
        return [
            Block(role: .furniture, range: TextRange(start: line.range.start, end: signsEnd)),
            Block(role: .headline, range: TextRange(start: start, end: line.range.end)),
        ]
    }

    private func isDeck(_ line: String) -> Bool {
        rules.width(of: line) < Self.paragraphWidth && !(rules.endsSentence(line) && rules.width(of: line) > 60)
    }

    /// Cuts a line that begins with the headline into the repeated headline and the caption glued to it.
    private func split(_ line: CaptureLine, after headline: String, in text: String) -> [Block]? {
        guard line.text.hasPrefix(headline) else { return nil }
        let rest = line.text.unicodeScalars.dropFirst(headline.scalarCount)
        let gap = rest.prefix { WhiteSpace.contains($0) || [":", "-", "–", "—", "|", "/"].contains($0) }
        let caption = rest.dropFirst(gap.count)
        guard !gap.isEmpty, caption.count >= 8, gap.contains(where: WhiteSpace.contains) else { return nil }
        let start = line.range.start
        let middle = start + TextPosition(scalar: headline.scalarCount, byte: headline.utf8.count)
        let bytes = gap.reduce(0) { $0 + UTF8.width($1) }
        let captionStart = middle + TextPosition(scalar: gap.count, byte: bytes)
        // Signs between the two belong to the repetition, since only white space may stand between blocks.
        let signs =
            gap.lastIndex { !WhiteSpace.contains($0) }.map { gap[...$0] } ?? gap[gap.startIndex..<gap.startIndex]
        let furnitureEnd =
            middle
            + TextPosition(scalar: signs.count, byte: signs.reduce(0) { $0 + UTF8.width($1) })
        return [
            Block(role: .furniture, range: TextRange(start: start, end: furnitureEnd)),
            Block(role: .caption, range: TextRange(start: captionStart, end: line.range.end)),
        ]
    }
}
