// SPDX-License-Identifier: Apache-2.0

extension Tokenizer {
    /// Reads a tag (13.2.5.8, 13.2.5.32 to 13.2.5.40); `name` is the place of its first letter.
    mutating func readTag(_ kind: Token.Kind, at start: Int, name: Int) {
        beginTag()
        token.start = start
        token.isSelfClosing = false
        let base = base
        let count = count
        var index = name
        while index < count, !ByteScan.endsTagName(base[index]) { reportNull(at: index); index += 1 }
        guard index < count else { return giveEndInTag() }
        let number = tagNames.number(of: base + name, index - name, available: count - name)
        while true {
            while index < count, ByteScan.isSpace(base[index]) { index += 1 }
            guard index < count else { return giveEndInTag() }
            let byte = base[index]
            if byte == 0x3E { break }
            if byte == 0x2F {
                index += 1
                guard index < count else { return giveEndInTag() }
                if base[index] == 0x3E {
                    token.isSelfClosing = true
                    break
                }
                report("unexpected-solidus-in-tag", at: index)
                continue
            }
            guard readAttribute(&index) else { return giveEndInTag() }
        }
        if kind == .startTag {
            lastStartTag = number
        } else {
            if attributes.count > attributeStart { report("end-tag-with-attributes", at: index) }
            if token.isSelfClosing { report("end-tag-with-trailing-solidus", at: index) }
        }
        content = .data
        token.name = number
        token.tag = Int(number) < Names.tagCount ? Tag(rawValue: UInt8(truncatingIfNeeded: number)) ?? .other : .other
        give(kind, from: start, to: index + 1)
    }

    private mutating func giveEndInTag() {
        report("eof-in-tag", at: count)
        content = .data
        giveEnd()
    }

    @inline(__always)
    private mutating func reportNull(at index: Int) {
        if reportsErrors, base[index] == 0 { report("unexpected-null-character", at: index) }
    }

    /// Reads a name and the value that may follow; `false` if the source ends in it.
    @inline(__always)
    private mutating func readAttribute(_ index: inout Int) -> Bool {
        let base = base
        let count = count
        let start = index
        if base[index] == 0x3D {
            report("unexpected-equals-sign-before-attribute-name", at: index)
            index += 1
        }
        while index < count, !ByteScan.endsAttributeName(base[index]) {
            if reportsErrors { reportName(at: index) }
            index += 1
        }
        let name = attributeNames.number(of: base + start, index - start, available: count - start)
        let nameEnd = index
        while index < count, ByteScan.isSpace(base[index]) { index += 1 }
        guard index < count else {
            // Behind the name it is known whether it is new, although the tag will not be given.
            add(name, value: .empty, nameEnd: nameEnd)
            return false
        }
        guard base[index] == 0x3D else {
            add(name, value: .empty, nameEnd: nameEnd)
            return true
        }
        index += 1
        while index < count, ByteScan.isSpace(base[index]) { index += 1 }
        // A repeated name is noticed before its value is read.
        add(name, value: .empty, nameEnd: nameEnd)
        let place = attributes.count - 1
        let isNew = place >= attributeStart && attributes[place].name == name && attributes[place].value.isEmpty
        guard index < count else { return false }
        let value: ByteRange
        switch base[index] {
        case 0x22, 0x27:
            guard let quoted = readQuoted(&index) else { return false }
            value = quoted
        case 0x3E:
            report("missing-attribute-value", at: index)
            return true
        default:
            guard let unquoted = readUnquoted(&index) else { return false }
            value = unquoted
        }
        if isNew { attributes[place].value = value }
        return true
    }

    @inline(never)
    private mutating func reportName(at index: Int) {
        switch base[index] {
        case 0: report("unexpected-null-character", at: index)
        case 0x22, 0x27, 0x3C: report("unexpected-character-in-attribute-name", at: index)
        default: break
        }
    }

    /// Reads a value in the quotation marks at `index`.
    private mutating func readQuoted(_ index: inout Int) -> ByteRange? {
        let quote = base[index]
        var run = TextRun(from: index + 1)
        index += 1
        while true {
            index = ByteScan.first(base, from: index, to: count, quote, 0x26, 0x0D, 0)
            if index >= count { return nil }
            switch base[index] {
            case 0x26: index = decodeReference(in: &run, at: index, isAttribute: true)
            case 0x0D: index = normalizeReturn(in: &run, at: index)
            case 0: index = replaceNull(in: &run, at: index)
            default:
                let value = content(of: &run, to: index)
                index += 1
                if index < count, !ByteScan.isSpace(base[index]), base[index] != 0x2F, base[index] != 0x3E {
                    report("missing-whitespace-between-attributes", at: index)
                }
                return value
            }
        }
    }

    private mutating func readUnquoted(_ index: inout Int) -> ByteRange? {
        var run = TextRun(from: index)
        while index < count {
            switch base[index] {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x3E: return content(of: &run, to: index)
            case 0x26: index = decodeReference(in: &run, at: index, isAttribute: true)
            case 0: index = replaceNull(in: &run, at: index)
            case 0x22, 0x27, 0x3C, 0x3D, 0x60:
                report("unexpected-character-in-unquoted-attribute-value", at: index)
                index += 1
            default: index += 1
            }
        }
        return nil
    }
}
