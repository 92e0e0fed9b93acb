// SPDX-License-Identifier: Apache-2.0

/// Reads the zone of instants as mark-up writes them.
enum InstantZone {
    /// The zone at the end of an instant such as `2025-11-01T14:30:00+09:00`.
    static func zone(of text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.contains(0x3A) else { return nil }
        if text.hasSuffix("Z") || text.hasSuffix("GMT") || text.hasSuffix("UTC") { return "Z" }
        guard let sign = bytes.lastIndex(where: { $0 == 0x2B || $0 == 0x2D }) else { return nil }
        let rest = bytes[(sign + 1)...]
        let digits = rest.filter { $0 != 0x3A }
        guard digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }), rest.count <= 5,
            bytes[..<sign].contains(0x3A)
        else { return nil }
        let offset = String(decoding: digits, as: UTF8.self)
        if offset == "0000" { return "Z" }
        return String(decoding: [bytes[sign]], as: UTF8.self) + offset.prefix(2) + ":" + offset.suffix(2)
    }
}
