// SPDX-License-Identifier: Apache-2.0

import CUchardet
import HTML

/// Turns the bytes of a page into text.
///
/// The first that is known decides: byte order mark, HTTP header, `meta` in the first 1,024 bytes, UTF-8 if the bytes
/// are that, a later `meta`, uchardet's guess, windows-1252. What is declared but plainly untrue is passed over. Single
/// wrong sequences become U+FFFD; where more than one character in a hundred would, the page is refused.
package struct PageDecoder: Sendable {
    /// The text and the encoding that it was in.
    package struct Result: Hashable, Sendable {
        /// The decoded text in UTF-8, without a byte order mark.
        package var utf8: [UInt8]
        /// The standard name of the encoding, such as `euc-kr`.
        package var encoding: String

        /// The decoded text without a byte order mark.
        package var text: String { String(decoding: utf8, as: UTF8.self) }
    }

    private let encodings: [CharacterEncoding]

    package init(encodings: [CharacterEncoding]) { self.encodings = encodings }

    /// Decodes `bytes`; throws `.undecodable` or `.binary`.
    package func decode(_ bytes: [UInt8], contentType: String?) throws(PageError) -> Result {
        if let marked = decodeByMark(bytes) { return try accept(marked.text, as: marked.name) }
        if let bigEndian = unmarkedUTF16(bytes) {
            return try accept(UnicodeDecoding.utf16(bytes[...], bigEndian: bigEndian), as: "utf-16")
        }
        let unicode = UnicodeDecoding.utf8(bytes)
        let declared = declaredLabels(bytes, contentType: contentType, isUnicode: unicode.repairs == 0)
        for label in declared {
            guard let encoding = encoding(labelled: label) else { continue }
            // Many servers keep a stale declaration beside pages that have moved to UTF-8.
            if unicode.repairs == 0, !bytes.contains(0x1B) {
                let sequences = UnicodeDecoding.validSequences(bytes)
                if encoding.kind == .western || sequences == 0 || sequences >= 8 { break }
            }
            let repaired = encoding.decodeRepairing(bytes)
            if isAcceptable(repaired) { return try accept(repaired, as: encoding.name) }
        }
        if unicode.repairs == 0 { return try accept(unicode, as: "utf-8") }
        let valid = UnicodeDecoding.validSequences(bytes)
        let claimsUnicode = declared.contains { $0 == "utf-8" || $0 == "utf8" }
        if isAcceptable(unicode), claimsUnicode || valid > unicode.repairs { return try accept(unicode, as: "utf-8") }
        if let guess = guess(bytes) { return try accept(guess.text, as: guess.name) }
        throw PageError(.undecodable(encoding: "utf-8", byte: unicode.firstRepair ?? 0))
    }

    /// What header and mark-up say, the header first.
    private func declaredLabels(_ bytes: [UInt8], contentType: String?, isUnicode: Bool) -> [String] {
        let isKnown = { encoding(labelled: $0) != nil }
        var labels = contentType.flatMap { EncodingSniffer.label(inContent: $0.lowercased()) }.map { [$0] } ?? []
        if let label = EncodingSniffer.declaredLabel(in: bytes, isKnown: isKnown) { labels.append(label) }
        if labels.isEmpty, !isUnicode, let late = EncodingSniffer.lateLabel(in: bytes, isKnown: isKnown) {
            labels.append(late)
        }
        return labels
    }

    private func encoding(labelled label: String) -> CharacterEncoding? {
        encodings.first { $0.labels.contains(label) }
    }

    private func decodeByMark(_ bytes: [UInt8]) -> (text: RepairedText, name: String)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (UnicodeDecoding.utf8(Array(bytes[3...])), "utf-8") }
        if bytes.starts(with: [0xFF, 0xFE]) { return (UnicodeDecoding.utf16(bytes[2...], bigEndian: false), "utf-16") }
        if bytes.starts(with: [0xFE, 0xFF]) { return (UnicodeDecoding.utf16(bytes[2...], bigEndian: true), "utf-16") }
        return nil
    }

    /// Latin text in UTF-16 has a zero in every second byte.
    private func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(512)
        guard sample.count >= 16 else { return nil }
        var zeros = [0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
        let half = sample.count / 2
        if zeros[0] > half * 3 / 4, zeros[1] < half / 8 { return true }
        if zeros[1] > half * 3 / 4, zeros[0] < half / 8 { return false }
        return nil
    }

    private func guess(_ bytes: [UInt8]) -> (text: RepairedText, name: String)? {
        var candidates: [CharacterEncoding] = []
        if let label = uchardetLabel(bytes), let encoding = encoding(labelled: label) { candidates.append(encoding) }
        if let western = encoding(labelled: "windows-1252") { candidates.append(western) }
        for encoding in candidates {
            let repaired = encoding.decodeRepairing(bytes)
            if isAcceptable(repaired), TextPlausibility.isPlausible(repaired.text, kind: encoding.kind) {
                return (repaired, encoding.name)
            }
        }
        return nil
    }

    private func uchardetLabel(_ bytes: [UInt8]) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let failed = bytes.withUnsafeBytes { buffer in
            uchardet_handle_data(detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count) != 0
        }
        if failed { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        let label = String(cString: name).lowercased()
        return label.isEmpty ? nil : label
    }

    private func isAcceptable(_ repaired: RepairedText) -> Bool {
        repaired.repairs == 0 || repaired.repairs * 100 <= repaired.utf8.count { $0 & 0xC0 != 0x80 }
    }

    private func accept(_ repaired: RepairedText, as name: String) throws(PageError) -> Result {
        guard isAcceptable(repaired) else {
            throw PageError(.undecodable(encoding: name, byte: repaired.firstRepair ?? 0))
        }
        if TextPlausibility.isBinary(repaired.utf8) { throw PageError(.binary(kind: "binary file")) }
        return Result(utf8: repaired.utf8, encoding: name)
    }
}
