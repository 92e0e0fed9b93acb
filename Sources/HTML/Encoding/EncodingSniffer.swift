// SPDX-License-Identifier: Apache-2.0

/// Finds out which encoding a page says that it is in, from its first bytes (WHATWG HTML, 13.2.3.2).
public struct EncodingSniffer {
    /// How many bytes a declaration must begin within.
    public static let window = 1024

    /// The encoding of the byte order mark that the page begins with, and the mark's length.
    public static func byteOrderMark(of page: [UInt8]) -> (encoding: String, length: Int)? {
        if page.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
        if page.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
        if page.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
        return nil
    }

    /// The label that the page's `meta` elements or its XML declaration give, in lower case.
    ///
    /// Labels that `isKnown` turns down are passed over. A declaration of UTF-16 that can be read as bytes cannot be
    /// true and means UTF-8.
    public static func declaredLabel(
        in page: [UInt8], isKnown: (String) -> Bool = { EncodingLabels.name(for: $0) != nil }
    ) -> String? {
        var sniffer = EncodingSniffer(Array(page.prefix(window)))
        let label = sniffer.scan(isKnown) ?? sniffer.declarationLabel().flatMap { isKnown($0) ? $0 : nil }
        return label.map(readable)
    }

    /// The label that a `meta` element further behind gives, which a browser would begin anew for (13.2.3.5).
    ///
    /// Parses the whole page.
    public static func lateLabel(
        in page: [UInt8], isKnown: (String) -> Bool = { EncodingLabels.name(for: $0) != nil }
    ) -> String? {
        var options = ParserOptions()
        options.scripting = true
        guard let document = try? Document(parsing: page, options: options) else { return nil }
        for index in document.nodes.indices where document.nodes[index].tag == .meta {
            var label = document.attribute(.charset, of: index)
            if label == nil, document.attribute(.httpEquiv, of: index)?.lowercased() == "content-type" {
                label = document.attribute(.content, of: index).flatMap { self.label(inContent: $0.lowercased()) }
            }
            if let label = label.map({ trimmedLabel($0.lowercased()) }), isKnown(label) { return readable(label) }
        }
        return nil
    }

    /// Pages whose declaration could be read as single bytes are in no encoding of two bytes.
    private static func readable(_ label: String) -> String {
        if label.hasPrefix("utf-16") || EncodingLabels.name(for: label)?.hasPrefix("utf-16") == true { return "utf-8" }
        return label == "x-user-defined" ? "windows-1252" : label
    }

    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func has(_ word: StaticString, at index: Int) -> Bool {
        guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy {
            ByteScan.lowercased(bytes[index + $0]) == word.utf8Start[$0]
        }
    }

    // MARK: - Prescan

    private mutating func scan(_ isKnown: (String) -> Bool) -> String? {
        while position < bytes.count {
            guard bytes[position] == 0x3C else {
                position += 1
                continue
            }
            if has("<!--", at: position) {
                skipComment()
            } else if has("<meta", at: position), position + 5 < bytes.count,
                ByteScan.isSpace(bytes[position + 5]) || bytes[position + 5] == 0x2F
            {
                position += 5
                if let label = metaLabel(), isKnown(label) { return label }
            } else if let name = tagName(at: position) {
                position = name
                while position < bytes.count, !ByteScan.isSpace(bytes[position]), bytes[position] != 0x3E {
                    position += 1
                }
                while attribute() != nil {}
            } else if has("<!", at: position) || has("</", at: position) || has("<?", at: position) {
                while position < bytes.count, bytes[position] != 0x3E { position += 1 }
            }
            position += 1
        }
        return nil
    }

    private mutating func skipComment() {
        position += 4
        // The dashes of the beginning may be those of the end.
        while position < bytes.count {
            if bytes[position] == 0x3E, bytes[position - 1] == 0x2D, bytes[position - 2] == 0x2D { return }
            position += 1
        }
    }

    private func tagName(at index: Int) -> Int? {
        guard bytes[index] == 0x3C else { return nil }
        let first = has("</", at: index) ? index + 2 : index + 1
        return first < bytes.count && ByteScan.isLetter(bytes[first]) ? first : nil
    }

    private mutating func metaLabel() -> String? {
        var seen: Set<String> = []
        var isPragma = false
        var needsPragma: Bool?
        var label: String?
        while let (name, value) = attribute() {
            guard seen.insert(name).inserted else { continue }
            switch name {
            case "http-equiv": if value == "content-type" { isPragma = true }
            case "content":
                if label == nil, let found = Self.label(inContent: value) {
                    label = found
                    needsPragma = true
                }
            case "charset":
                label = Self.trimmedLabel(value)
                needsPragma = false
            default: break
            }
        }
        // A tag that the window cuts off counts for nothing.
        guard byte != nil, let needsPragma, !needsPragma || isPragma else { return nil }
        return label
    }

    /// "Get an attribute": the next one of the tag, in lower case; `nil` at its end.
    private mutating func attribute() -> (name: String, value: String)? {
        while let byte, ByteScan.isSpace(byte) || byte == 0x2F { position += 1 }
        guard let first = byte, first != 0x3E else { return nil }
        var name: [UInt8] = []
        while let byte {
            if byte == 0x3D, !name.isEmpty { break }
            if ByteScan.isSpace(byte) || byte == 0x2F || byte == 0x3E { break }
            name.append(ByteScan.lowercased(byte))
            position += 1
        }
        while let byte, ByteScan.isSpace(byte) { position += 1 }
        guard byte == 0x3D else { return (String(decoding: name, as: UTF8.self), "") }
        position += 1
        while let byte, ByteScan.isSpace(byte) { position += 1 }
        return (String(decoding: name, as: UTF8.self), attributeValue())
    }

    private mutating func attributeValue() -> String {
        var value: [UInt8] = []
        guard let quote = byte else { return "" }
        let isQuoted = quote == 0x22 || quote == 0x27
        if isQuoted { position += 1 }
        while let byte {
            if isQuoted ? byte == quote : ByteScan.isSpace(byte) || byte == 0x3E { break }
            value.append(ByteScan.lowercased(byte))
            position += 1
        }
        if isQuoted, byte != nil { position += 1 }
        return String(decoding: value, as: UTF8.self)
    }

    // MARK: - Labels

    /// The label in a value such as `text/html; charset=euc-kr`.
    ///
    /// The value must be in lower case.
    public static func label(inContent value: String) -> String? {
        let bytes = Array(value.utf8)
        let word = Array("charset".utf8)
        var index = 0
        while index + word.count <= bytes.count {
            guard bytes[index...].starts(with: word) else {
                index += 1
                continue
            }
            index += word.count
            var next = index
            while next < bytes.count, ByteScan.isSpace(bytes[next]) { next += 1 }
            guard next < bytes.count, bytes[next] == 0x3D else { continue }
            next += 1
            while next < bytes.count, ByteScan.isSpace(bytes[next]) { next += 1 }
            guard next < bytes.count else { return nil }
            let rest = bytes[next...]
            if let quote = rest.first, quote == 0x22 || quote == 0x27 {
                guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
                return trimmedLabel(String(decoding: bytes[next + 1..<end], as: UTF8.self))
            }
            let label = rest.prefix { !ByteScan.isSpace($0) && $0 != 0x3B }
            return trimmedLabel(String(decoding: label, as: UTF8.self))
        }
        return nil
    }

    private static func trimmedLabel(_ label: String) -> String {
        String(label.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The encoding in `<?xml version="1.0" encoding="…"?>` at the very beginning.
    private func declarationLabel() -> String? {
        guard has("<?xml", at: 0), let end = bytes.firstIndex(of: 0x3E) else { return nil }
        guard let start = (0..<end).first(where: { has("encoding", at: $0) }) else { return nil }
        var sniffer = EncodingSniffer(Array(bytes[..<end]))
        sniffer.position = start
        return sniffer.attribute()?.value
    }
}
