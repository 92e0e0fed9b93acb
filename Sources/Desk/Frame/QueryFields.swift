// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The fields of an address or a form, in their order; a name may stand more than once.
package struct QueryFields: Hashable, Sendable {
    /// One name with its value, both decoded.
    package struct Field: Hashable, Sendable {
        /// The name.
        package let name: String
        /// The value; what is no UTF-8 has become U+FFFD.
        package let value: String
    }

    /// All fields.
    package private(set) var fields: [Field]

    /// Reads `application/x-www-form-urlencoded` (URL Standard, 5.1).
    package init(_ text: String?) {
        fields = (text ?? "").split(separator: "&").prefix(2000).map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Field(name: Self.decoded(parts[0]), value: parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// Makes fields of names and values.
    package init(_ fields: [(String, String)]) {
        self.fields = fields.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value called `name` that is not blank, without white space around it.
    package subscript(name: String) -> String? {
        all(name).first
    }

    /// The values called `name` that are not blank, without white space around them.
    package func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map { $0.value.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }

    /// The first value called `name` as it was typed.
    package func verbatim(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The same fields with `name` set once to `value`, or gone.
    package func setting(_ name: String, to value: String?) -> QueryFields {
        var copy = self
        copy.fields.removeAll { $0.name == name }
        if let value { copy.fields.append(Field(name: name, value: value)) }
        return copy
    }

    /// The fields as the query of an address, without those that are empty.
    package var text: String {
        fields.filter { !$0.value.isEmpty }.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
            .joined(separator: "&")
    }

    /// `text` for one part of a path or query.
    package static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                if rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
