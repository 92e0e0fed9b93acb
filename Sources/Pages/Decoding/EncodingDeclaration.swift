// SPDX-License-Identifier: Apache-2.0

/// Finds the encoding that a page or its server declares.
enum EncodingDeclaration {
    /// The label in a `Content-Type` value such as `text/html; charset=euc-kr`.
    static func label(inHeader header: String) -> String? {
        label(after: "charset", in: Array(header.utf8)[...])
    }

    /// The label of a `meta` element or an XML declaration among the first bytes.
    static func label(inMarkup bytes: ArraySlice<UInt8>) -> String? {
        let lowered = bytes.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        if lowered.starts(with: "<?xml".utf8), let end = lowered.firstIndex(of: 0x3E),
            let label = label(after: "encoding", in: lowered[..<end])
        {
            return label
        }
        var rest = lowered[...]
        while let start = rest.firstRange(of: Array("<meta".utf8)) {
            rest = rest[start.upperBound...]
            let end = rest.firstIndex(of: 0x3E) ?? rest.endIndex
            // A declaration of UTF-16 that could be read as bytes cannot be true (WHATWG, "prescan").
            if let label = label(after: "charset", in: rest[..<end]) {
                return label.hasPrefix("utf-16") ? "utf-8" : label
            }
            rest = rest[end...]
        }
        return nil
    }

    private static func label(after word: String, in bytes: ArraySlice<UInt8>) -> String? {
        let lowered = bytes.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        guard let found = lowered.firstRange(of: Array(word.utf8)) else { return nil }
        let skipped: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0x3D, 0x22, 0x27]
        let value = lowered[found.upperBound...].drop { skipped.contains($0) }
        let label = value.prefix { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
        }
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }
}
