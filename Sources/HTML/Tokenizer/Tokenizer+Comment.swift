// SPDX-License-Identifier: Apache-2.0

extension Tokenizer {
    /// Reads what begins with `<!` (13.2.5.42).
    mutating func readDeclaration(at start: Int) {
        let index = start + 2
        if index + 1 < count, base[index] == 0x2D, base[index + 1] == 0x2D { return readComment(at: start) }
        if matches("doctype", at: index) { return readDoctype(at: start) }
        if matches("[CDATA[", at: index, exactly: true) {
            if allowsCDATA {
                position = index + 7
                content = .cdata
                return next()
            }
            report("cdata-in-html-content", at: index + 6)
        } else {
            report("incorrectly-opened-comment", at: index)
        }
        readBogusComment(at: start, from: index)
    }

    /// Whether the word, in lower case if not `exactly`, stands at `index`.
    func matches(_ word: StaticString, at index: Int, exactly: Bool = false) -> Bool {
        guard index + word.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<word.utf8CodeUnitCount {
            let byte = base[index + offset]
            if (exactly ? byte : ByteScan.lowercased(byte)) != word.utf8Start[offset] { return false }
        }
        return true
    }

    /// Reads up to the next `>` (13.2.5.41).
    mutating func readBogusComment(at start: Int, from first: Int) {
        let end = ByteScan.first(base, from: first, to: count, 0x3E)
        giveComment(from: start, data: first..<end, to: min(end + 1, count))
    }

    private mutating func giveComment(from start: Int, data: Range<Int>, to end: Int) {
        let content = normalized(data)
        give(.comment, from: start, to: end, content: content)
    }

    /// A range of the source with its line ends made one and its NULs replaced.
    func hasOddities(_ range: Range<Int>) -> Bool {
        ByteScan.first(base, from: range.lowerBound, to: range.upperBound, 0x0D, 0, 0, 0) < range.upperBound
    }

    mutating func normalized(_ range: Range<Int>) -> ByteRange {
        guard hasOddities(range) else { return ByteRange(range.lowerBound, range.upperBound) }
        var run = TextRun(from: range.lowerBound)
        var index = range.lowerBound
        while true {
            index = ByteScan.first(base, from: index, to: range.upperBound, 0x0D, 0, 0, 0)
            if index >= range.upperBound { break }
            index = base[index] == 0 ? replaceNull(in: &run, at: index) : normalizeReturn(in: &run, at: index)
        }
        return content(of: &run, to: range.upperBound)
    }

    /// Reads a comment (13.2.5.43 to 13.2.5.52).
    ///
    /// All states between come to this: it ends at the first `-->` or `--!>`, at a `>` or `->` that follows at once, or
    /// with the source, where dashes at the end are not part of it.
    private mutating func readComment(at start: Int) {
        let first = start + 4
        if first < count, base[first] == 0x3E { return giveAbruptComment(from: start, closing: first) }
        if first + 1 < count, base[first] == 0x2D, base[first + 1] == 0x3E {
            return giveAbruptComment(from: start, closing: first + 1)
        }
        var index = first
        while true {
            index = ByteScan.first(base, from: index, to: count, 0x2D)
            if index + 2 >= count { break }
            if base[index + 1] == 0x2D {
                if base[index + 2] == 0x3E {
                    return finishComment(from: start, data: first..<index, to: index + 3)
                }
                if base[index + 2] == 0x21, index + 3 < count, base[index + 3] == 0x3E {
                    if reportsErrors { reportNesting(first..<index) }
                    report("incorrectly-closed-comment", at: index + 3)
                    return giveComment(from: start, data: first..<index, to: index + 4)
                }
            }
            index += 1
        }
        var end = count
        if end - first >= 3, base[end - 1] == 0x21, base[end - 2] == 0x2D, base[end - 3] == 0x2D {
            end -= 3
        } else if end - first >= 2, base[end - 1] == 0x2D, base[end - 2] == 0x2D {
            end -= 2
        } else if end - first >= 1, base[end - 1] == 0x2D {
            end -= 1
        }
        if reportsErrors { reportNesting(first..<end) }
        report("eof-in-comment", at: count)
        giveComment(from: start, data: first..<max(first, min(end, count)), to: count)
    }

    private mutating func finishComment(from start: Int, data: Range<Int>, to end: Int) {
        if reportsErrors { reportNesting(data) }
        giveComment(from: start, data: data, to: end)
    }

    private mutating func giveAbruptComment(from start: Int, closing: Int) {
        report("abrupt-closing-of-empty-comment", at: closing)
        give(.comment, from: start, to: closing + 1, content: ByteRange(closing, closing))
    }

    /// A `<!--` inside a comment is noticed at what follows it, unless the comment ends there.
    @inline(never)
    private mutating func reportNesting(_ data: Range<Int>) {
        var index = data.lowerBound
        while index + 3 < data.upperBound {
            if base[index] == 0x3C, base[index + 1] == 0x21, base[index + 2] == 0x2D, base[index + 3] == 0x2D {
                let next = index + 4
                if next < count, base[next] != 0x3E { report("nested-comment", at: next) }
            }
            index += 1
        }
    }
}
