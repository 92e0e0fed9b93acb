// SPDX-License-Identifier: Apache-2.0

extension Tokenizer {
    /// Reads a document type (13.2.5.53 to 13.2.5.68).
    mutating func readDoctype(at start: Int) {
        doctype = DoctypeToken()
        var index = start + 9
        if index < count, !ByteScan.isSpace(base[index]), base[index] != 0x3E {
            report("missing-whitespace-before-doctype-name", at: index)
        }
        skipSpace(&index)
        if index < count, base[index] != 0x3E {
            let first = index
            while index < count, !ByteScan.isSpace(base[index]), base[index] != 0x3E {
                if base[index] == 0 { report("unexpected-null-character", at: index) }
                index += 1
            }
            doctype.name = lowercasedCopy(first..<index)
            skipSpace(&index)
            if index < count, base[index] != 0x3E { readIdentifiers(&index) }
        } else if index < count {
            report("missing-doctype-name", at: index)
            doctype.forcesQuirks = true
        }
        if index >= count, !doctype.isBogus {
            report("eof-in-doctype", at: count)
            doctype.forcesQuirks = true
        }
        give(.doctype, from: start, to: min(index + 1, count))
    }

    private func skipSpace(_ index: inout Int) {
        while index < count, ByteScan.isSpace(base[index]) { index += 1 }
    }

    private mutating func lowercasedCopy(_ range: Range<Int>) -> ByteRange {
        let start = decoded.count
        for index in range {
            if base[index] == 0 {
                decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
            } else {
                decoded.append(ByteScan.lowercased(base[index]))
            }
        }
        return ByteRange(count + start, count + decoded.count)
    }

    /// Reads what follows the name (13.2.5.56); leaves `index` at the `>` or the end of the source.
    private mutating func readIdentifiers(_ index: inout Int) {
        if matches("public", at: index) {
            index += 6
            guard
                let publicID = readIdentifier(
                    &index, missingSpace: "missing-whitespace-after-doctype-public-keyword",
                    missing: "missing-doctype-public-identifier",
                    missingQuote: "missing-quote-before-doctype-public-identifier",
                    abrupt: "abrupt-doctype-public-identifier", into: \.publicID)
            else { return }
            doctype.publicID = publicID
            readSystemAfterPublic(&index)
        } else if matches("system", at: index) {
            index += 6
            guard
                let systemID = readIdentifier(
                    &index, missingSpace: "missing-whitespace-after-doctype-system-keyword",
                    missing: "missing-doctype-system-identifier",
                    missingQuote: "missing-quote-before-doctype-system-identifier",
                    abrupt: "abrupt-doctype-system-identifier", into: \.systemID)
            else { return }
            doctype.systemID = systemID
            finishIdentifiers(&index)
        } else {
            report("invalid-character-sequence-after-doctype-name", at: index)
            doctype.forcesQuirks = true
            skipBogus(&index)
        }
    }

    /// Reads the identifier behind a keyword; `nil` if the document type is over with it.
    private mutating func readIdentifier(
        _ index: inout Int, missingSpace: StaticString, missing: StaticString, missingQuote: StaticString,
        abrupt: StaticString, into path: WritableKeyPath<DoctypeToken, ByteRange?>
    ) -> ByteRange? {
        guard index < count else { return nil }
        let hasSpace = ByteScan.isSpace(base[index])
        skipSpace(&index)
        guard index < count else { return nil }
        switch base[index] {
        case 0x22, 0x27:
            if !hasSpace { report(missingSpace, at: index) }
            return readQuotedIdentifier(&index, abrupt: abrupt, into: path)
        case 0x3E:
            report(missing, at: index)
            doctype.forcesQuirks = true
        default:
            report(missingQuote, at: index)
            doctype.forcesQuirks = true
            skipBogus(&index)
        }
        return nil
    }

    private mutating func readQuotedIdentifier(
        _ index: inout Int, abrupt: StaticString, into path: WritableKeyPath<DoctypeToken, ByteRange?>
    ) -> ByteRange? {
        let quote = base[index]
        let first = index + 1
        index = ByteScan.first(base, from: first, to: count, quote, 0x3E, quote, 0x3E)
        let value = normalized(first..<index)
        guard index < count, base[index] == quote else {
            doctype[keyPath: path] = value
            if index < count { report(abrupt, at: index) }
            doctype.forcesQuirks = true
            return nil
        }
        index += 1
        return value
    }

    private mutating func readSystemAfterPublic(_ index: inout Int) {
        let hasSpace = index < count && ByteScan.isSpace(base[index])
        skipSpace(&index)
        guard index < count, base[index] != 0x3E else { return }
        guard base[index] == 0x22 || base[index] == 0x27 else {
            report("missing-quote-before-doctype-system-identifier", at: index)
            doctype.forcesQuirks = true
            return skipBogus(&index)
        }
        if !hasSpace { report("missing-whitespace-between-doctype-public-and-system-identifiers", at: index) }
        guard
            let systemID = readQuotedIdentifier(&index, abrupt: "abrupt-doctype-system-identifier", into: \.systemID)
        else { return }
        doctype.systemID = systemID
        finishIdentifiers(&index)
    }

    private mutating func finishIdentifiers(_ index: inout Int) {
        skipSpace(&index)
        guard index < count, base[index] != 0x3E else { return }
        report("unexpected-character-after-doctype-system-identifier", at: index)
        skipBogus(&index)
    }

    private mutating func skipBogus(_ index: inout Int) {
        while index < count, base[index] != 0x3E {
            if base[index] == 0 { report("unexpected-null-character", at: index) }
            index += 1
        }
        doctype.isBogus = true
    }
}
