// SPDX-License-Identifier: Apache-2.0

extension Tokenizer {
    /// Whether `</` at `index` begins an end tag with the name of the last start tag (13.2.5.9 to 13.2.5.17).
    func isAppropriateEndTag(at index: Int) -> Bool {
        guard index + 2 < count, base[index + 1] == 0x2F else { return false }
        let start = index + 2
        let end = lettersEnd(from: start)
        guard end > start, end < count, ByteScan.endsTagName(base[end]) else { return false }
        return tagNames.find(base + start, end - start, available: count - start) == lastStartTag
    }

    private func lettersEnd(from start: Int) -> Int {
        var end = start
        while end < count, ByteScan.isLetter(base[end]) { end += 1 }
        return end
    }

    // MARK: - RAWTEXT (13.2.5.3)

    mutating func readRawText() {
        var run = TextRun(from: position)
        var index = position
        while true {
            index = rawTextEnd(from: index)
            if index >= count { break }
            switch base[index] {
            case 0x3C:
                guard isAppropriateEndTag(at: index) else {
                    index += 1
                    continue
                }
                if index > run.start { return giveText(&run, to: index) }
                return readTag(.endTag, at: index, name: index + 2)
            case 0x0D: index = normalizeReturn(in: &run, at: index)
            default: index = replaceNull(in: &run, at: index)
            }
        }
        if index > run.start { return giveText(&run, to: count) }
        giveEnd()
    }

    @inline(never)
    private func rawTextEnd(from start: Int) -> Int {
        ByteScan.first(base, from: start, to: count, 0x3C, 0x0D, 0, 0)
    }

    // MARK: - Script data (13.2.5.4, 13.2.5.15 to 13.2.5.31)

    private enum Escape {
        /// Ordinary script.
        case none
        /// Behind `<!--`.
        case single
        /// Behind `<script` in that.
        case double
    }

    mutating func readScript() {
        var run = TextRun(from: position)
        var index = position
        var escape = Escape.none
        // Dashes before this place are not part of a `-->`.
        var escapeStart = 0
        while true {
            index = escape == .none ? rawTextEnd(from: index) : escapedEnd(from: index)
            if index >= count { break }
            switch base[index] {
            case 0x3C:
                if escape != .double, isAppropriateEndTag(at: index) {
                    if index > run.start { return giveText(&run, to: index) }
                    return readTag(.endTag, at: index, name: index + 2)
                }
                switch escape {
                case .none:
                    if startsEscape(at: index) {
                        escape = .single
                        escapeStart = index + 2
                        index += 4
                    } else {
                        index += 1
                    }
                case .single: index = doubleEscapeEnd(from: index + 1, to: .double, &escape)
                case .double:
                    let isClosing = index + 1 < count && base[index + 1] == 0x2F
                    index = isClosing ? doubleEscapeEnd(from: index + 2, to: .single, &escape) : index + 1
                }
            case 0x3E:
                if index - 2 >= escapeStart, base[index - 1] == 0x2D, base[index - 2] == 0x2D { escape = .none }
                index += 1
            case 0x0D: index = normalizeReturn(in: &run, at: index)
            default: index = replaceNull(in: &run, at: index)
            }
        }
        if escape != .none { report("eof-in-script-html-comment-like-text", at: count) }
        if index > run.start { return giveText(&run, to: count) }
        giveEnd()
    }

    @inline(never)
    private func escapedEnd(from start: Int) -> Int {
        let end = ByteScan.first(base, from: start, to: count, 0x3C, 0x3E, 0x0D, 0)
        return end
    }

    private func startsEscape(at index: Int) -> Bool {
        index + 3 < count && base[index + 1] == 0x21 && base[index + 2] == 0x2D && base[index + 3] == 0x2D
    }

    /// Behind a `<` or `</` in an escape: the name `script` there changes the kind of escape.
    private func doubleEscapeEnd(from start: Int, to target: Escape, _ escape: inout Escape) -> Int {
        let end = lettersEnd(from: start)
        guard end - start == 6, end < count, ByteScan.endsTagName(base[end]),
            tagNames.find(base + start, 6, available: count - start) == Int32(Tag.script.rawValue)
        else { return end }
        escape = target
        return end + 1
    }
}
