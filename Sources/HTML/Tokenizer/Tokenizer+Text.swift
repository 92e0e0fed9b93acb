// SPDX-License-Identifier: Apache-2.0

/// A text that is being read: a range of the source as long as nothing has to be decoded.
struct TextRun {
    /// The first byte in the source.
    let start: Int
    /// The first byte that is not yet copied.
    var rest: Int
    /// Where the copy begins; negative if there is none.
    var copy = -1

    init(from start: Int) {
        self.start = start
        rest = start
    }
}

extension Tokenizer {
    // MARK: - Runs

    /// Copies what the run has read up to `end`; what follows is decoded.
    mutating func copy(_ run: inout TextRun, to end: Int) {
        if run.copy < 0 { run.copy = decoded.count }
        decoded.append(contentsOf: UnsafeBufferPointer(start: base + run.rest, count: end - run.rest))
        run.rest = end
    }

    /// The bytes of the run.
    mutating func content(of run: inout TextRun, to end: Int) -> ByteRange {
        if run.copy < 0 { return ByteRange(run.start, end) }
        copy(&run, to: end)
        return ByteRange(count + run.copy, count + decoded.count)
    }

    mutating func giveText(_ run: inout TextRun, to end: Int) {
        let content = content(of: &run, to: end)
        give(.text, from: run.start, to: end, content: content)
    }

    /// Makes one line feed of a carriage return and what may follow it; returns the place behind.
    mutating func normalizeReturn(in run: inout TextRun, at index: Int) -> Int {
        copy(&run, to: index)
        let next = index + 1
        run.rest = next
        if next < count, base[next] == 0x0A { return next + 1 }
        decoded.append(0x0A)
        return next
    }

    /// Puts U+FFFD in the place of a NUL; returns the place behind.
    mutating func replaceNull(in run: inout TextRun, at index: Int) -> Int {
        report("unexpected-null-character", at: index)
        copy(&run, to: index)
        decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
        run.rest = index + 1
        return index + 1
    }

    /// Decodes a character reference if there is one at the `&`; returns the place behind.
    mutating func decodeReference(in run: inout TextRun, at index: Int, isAttribute: Bool = false) -> Int {
        guard index + 1 < count else { return index + 1 }
        let next = base[index + 1]
        guard next == 0x23 || ByteScan.isLetter(next) || ByteScan.isDigit(next) else { return index + 1 }
        guard let end = readReference(at: index, isAttribute: isAttribute) else { return index + 1 }
        copy(&run, to: index)
        decoded += referenced
        run.rest = end
        return end
    }

    // MARK: - Data and RCDATA (13.2.5.1, 13.2.5.2)

    /// Reads a text up to the next tag, or what else begins with `<` if it stands there.
    mutating func readText(isData: Bool) {
        var run = TextRun(from: position)
        var index = position
        while true {
            index = textEnd(from: index)
            if index >= count { break }
            switch base[index] {
            case 0x3C:
                if isData {
                    guard let next = beginsText(at: index) else {
                        if index > run.start { return giveText(&run, to: index) }
                        return readMarkup(at: index)
                    }
                    if next == index {
                        // `</>` is nothing at all.
                        if index > run.start { return giveText(&run, to: index) }
                        report("missing-end-tag-name", at: index + 2)
                        index += 3
                        run = TextRun(from: index)
                    } else {
                        index = next
                    }
                } else if isAppropriateEndTag(at: index) {
                    if index > run.start { return giveText(&run, to: index) }
                    return readTag(.endTag, at: index, name: index + 2)
                } else {
                    index += 1
                }
            case 0x26: index = decodeReference(in: &run, at: index)
            case 0x0D: index = normalizeReturn(in: &run, at: index)
            default:
                if !isData {
                    index = replaceNull(in: &run, at: index)
                    continue
                }
                if index > run.start { return giveText(&run, to: index) }
                report("unexpected-null-character", at: index)
                return give(.null, from: index, to: index + 1)
            }
        }
        if index > run.start { return giveText(&run, to: count) }
        giveEnd()
    }

    @inline(never)
    private func textEnd(from start: Int) -> Int {
        ByteScan.first(base, from: start, to: count, 0x3C, 0x26, 0x0D, 0)
    }

    /// Where the text goes on behind a `<` that begins no mark-up; the `<` itself for `</>`; `nil` for mark-up.
    private mutating func beginsText(at index: Int) -> Int? {
        guard index + 1 < count else {
            report("eof-before-tag-name", at: count)
            return count
        }
        let next = base[index + 1]
        if ByteScan.isLetter(next) || next == 0x21 || next == 0x3F { return nil }
        guard next == 0x2F else {
            report("invalid-first-character-of-tag-name", at: index + 1)
            return index + 1
        }
        guard index + 2 < count else {
            report("eof-before-tag-name", at: count)
            return count
        }
        return base[index + 2] == 0x3E ? index : nil
    }

    /// Reads what begins with `<` and is no text (13.2.5.6, 13.2.5.7).
    private mutating func readMarkup(at index: Int) {
        let next = base[index + 1]
        if ByteScan.isLetter(next) { return readTag(.startTag, at: index, name: index + 1) }
        switch next {
        case 0x21: readDeclaration(at: index)
        case 0x3F:
            report("unexpected-question-mark-instead-of-tag-name", at: index + 1)
            readBogusComment(at: index, from: index + 1)
        default:
            if ByteScan.isLetter(base[index + 2]) { return readTag(.endTag, at: index, name: index + 2) }
            report("invalid-first-character-of-tag-name", at: index + 2)
            readBogusComment(at: index, from: index + 2)
        }
    }

    // MARK: - PLAINTEXT and CDATA (13.2.5.5, 13.2.5.69)

    mutating func readPlainText() {
        var run = TextRun(from: position)
        var index = position
        while true {
            index = ByteScan.first(base, from: index, to: count, 0x0D, 0, 0x0D, 0)
            if index >= count { break }
            index = base[index] == 0 ? replaceNull(in: &run, at: index) : normalizeReturn(in: &run, at: index)
        }
        if index > run.start { giveText(&run, to: count) } else { giveEnd() }
    }

    mutating func readCDATA() {
        var run = TextRun(from: position)
        var index = position
        while true {
            index = ByteScan.first(base, from: index, to: count, 0x5D, 0x0D, 0, 0)
            if index >= count { break }
            switch base[index] {
            case 0x5D:
                guard index + 2 < count, base[index + 1] == 0x5D, base[index + 2] == 0x3E else {
                    index += 1
                    continue
                }
                if index > run.start { return giveText(&run, to: index) }
                position = index + 3
                content = .data
                return next()
            case 0x0D: index = normalizeReturn(in: &run, at: index)
            default:
                if index > run.start { return giveText(&run, to: index) }
                return give(.null, from: index, to: index + 1)
            }
        }
        if index > run.start { return giveText(&run, to: count) }
        report("eof-in-cdata", at: count)
        content = .data
        giveEnd()
    }
}
