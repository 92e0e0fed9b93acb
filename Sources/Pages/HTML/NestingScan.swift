// SPDX-License-Identifier: Apache-2.0

/// Counts how deeply mark-up is nested, in one pass over the bytes and before the parser sees them.
///
/// Follows the rules of HTML only as far as depth goes: void elements do not nest, `p`, `li`, cells and options close
/// their like, and formatting elements (`b`, `a`, `font` …) live on past the end of the block that held them.
struct NestingScan {
    private var open: [UInt64] = []
    private var openCounts: [UInt64: Int] = [:]
    private var formatting: [(name: UInt64, tag: UInt64)] = []

    /// What is too much for the parser, and the byte where it begins.
    enum Excess: Hashable {
        case depth(byte: Int)
        case attributes(byte: Int)
    }

    /// The first place where the nesting passes `limit` or a tag has too many attributes; `nil` if there is none.
    static func excess(over limit: Int, in source: String) -> Excess? {
        var source = source
        return source.withUTF8 { bytes in
            var scan = NestingScan()
            return scan.run(bytes, limit: limit)
        }
    }

    private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Excess? {
        var index = 0
        let count = bytes.count
        while index < count {
            guard bytes[index] == 0x3C, index + 1 < count else {
                index += 1
                continue
            }
            let start = index
            if bytes[index + 1] == 0x21 {
                index = Self.skipDeclaration(bytes, from: index)
                continue
            }
            let closing = bytes[index + 1] == 0x2F
            index += closing ? 2 : 1
            guard index < count, (97...122).contains(bytes[index] | 0x20) else { continue }
            var name: UInt64 = 0xCBF2_9CE4_8422_2325
            while index < count, !Self.endsName(bytes[index]) {
                name = (name ^ UInt64(Self.lowered(bytes[index]))) &* 0x100_0000_01B3
                index += 1
            }
            let tag = TagScan(bytes, from: index, hash: name)
            if tag.attributes > PageLimits.attributes { return .attributes(byte: start) }
            index = tag.end
            if closing {
                close(name)
            } else {
                // In drawings and formulas a title may hold elements.
                if Self.rawTextNames.contains(name), !isOpen(Self.foreignNames) {
                    index = Self.skipRawText(bytes, from: index, name: name)
                    continue
                }
                if isOpen(Self.foreignNames), !isOpen(Self.integrationNames) {
                    if Self.breakoutNames.contains(name) { leaveForeign() } else if tag.isSelfClosing { continue }
                }
                openElement(name, tag: tag.hash)
                if open.count + formatting.count > limit { return .depth(byte: start) }
            }
        }
        return nil
    }

    private mutating func openElement(_ name: UInt64, tag: UInt64) {
        if Self.voidNames.contains(name) { return }
        if Self.formattingNames.contains(name) {
            // At most three alike are opened again in a later block ("Noah's Ark clause" of the standard).
            let alike = formatting.indices.filter { formatting[$0].tag == tag }
            if alike.count >= 3 { formatting.remove(at: alike[0]) }
            formatting.append((name, tag))
        } else if Self.selfClosingNames.contains(name) {
            closeLike(name)
        }
        open.append(name)
        openCounts[name, default: 0] += 1
    }

    private func isOpen(_ names: Set<UInt64>) -> Bool { names.contains { openCounts[$0, default: 0] > 0 } }

    /// An element of HTML ends the drawing or formula that it stands in.
    private mutating func leaveForeign() {
        while isOpen(Self.foreignNames), let last = open.popLast() { openCounts[last, default: 1] -= 1 }
    }

    /// A cell ends the one before it, a row the row, a paragraph the paragraph, and what they hold.
    private mutating func closeLike(_ name: UInt64) {
        guard openCounts[name, default: 0] > 0 else { return }
        var index = open.count
        while index > 0, !Self.scopeNames.contains(open[index - 1]) || open[index - 1] == name {
            index -= 1
            if open[index] == name {
                for closed in open[index...] { openCounts[closed, default: 1] -= 1 }
                open.removeSubrange(index...)
                return
            }
        }
    }

    private mutating func close(_ name: UInt64) {
        if let index = formatting.lastIndex(where: { $0.name == name }) {
            formatting.remove(at: index)
            if let index = open.lastIndex(of: name) {
                open.remove(at: index)
                openCounts[name, default: 1] -= 1
            }
            return
        }
        guard openCounts[name, default: 0] > 0 else { return }
        while let last = open.popLast() {
            openCounts[last, default: 1] -= 1
            if last == name { break }
        }
    }
}

extension NestingScan {
    private static func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static let voidNames = Set(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr", "keygen", "frame", "html", "head", "body",
        ].map(hash))
    private static let formattingNames = Set(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"].map(hash))
    private static let selfClosingNames = Set(
        ["p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "tbody", "thead", "tfoot"].map(hash))
    private static let foreignNames = Set(["svg", "math"].map(hash))
    /// Elements of drawings and formulas that hold HTML, and one that drawings are not opened in.
    private static let integrationNames = Set(
        ["foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml", "select"].map(hash))
    private static let breakoutNames = Set(
        [
            "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "font",
            "h1",
            "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p",
            "pre", "ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
        ].map(hash))
    /// Elements that a paragraph, item or cell outside of them does not reach into.
    private static let scopeNames = Set(
        [
            "table", "ul", "ol", "dl", "menu", "template", "object", "button", "caption", "select", "article",
            "section",
            "aside", "nav", "main", "blockquote", "figure", "form", "fieldset", "details", "svg", "math",
        ].map(hash))
    private static let rawTextNames = Set(
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"].map(hash))

    private static func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte == 0x3E || byte == 0x2F || byte == 0x20 || (9...13).contains(byte)
    }

    private static func skipDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start + 2
        let isComment = index + 1 < bytes.count && bytes[index] == 0x2D && bytes[index + 1] == 0x2D
        while index < bytes.count {
            if bytes[index] == 0x3E {
                if !isComment || (bytes[index - 1] == 0x2D && bytes[index - 2] == 0x2D) { return index + 1 }
                if bytes[index - 1] == 0x21, bytes[index - 2] == 0x2D, bytes[index - 3] == 0x2D { return index + 1 }
            }
            index += 1
        }
        return index
    }

    private static func skipRawText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, name: UInt64) -> Int {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == 0x3C, bytes[index + 1] == 0x2F {
                var position = index + 2
                var found: UInt64 = 0xCBF2_9CE4_8422_2325
                while position < bytes.count, !endsName(bytes[position]) {
                    found = (found ^ UInt64(lowered(bytes[position]))) &* 0x100_0000_01B3
                    position += 1
                }
                if found == name { return index }
            }
            index += 1
        }
        return bytes.count
    }
}
