// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation

/// A value of JSON whose shape is not known before: the same value always gives the same text.
package enum JSONValue: Hashable, Sendable {
    case text(String)
    case number(Double)
    case count(Int)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])
    case null

    /// An object of the members that have a value.
    package static func members(_ members: [String: JSONValue?]) -> JSONValue {
        .object(members.compactMapValues { $0 })
    }

    /// A list of texts; `nil` where there are none.
    package static func texts(_ texts: [String]) -> JSONValue? {
        texts.isEmpty ? nil : .list(texts.map(JSONValue.text))
    }

    /// A text, or `nil` where there is none.
    package static func optional(_ text: String?) -> JSONValue? { text.map(JSONValue.text) }

    /// The value on one line, with sorted members.
    ///
    /// Exports write millions of them, for which Foundation's encoder takes several times as long.
    package var line: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): JSONString.append(text, to: &bytes)
        case .number(let number) where number.isFinite:
            bytes += (Int(exactly: number)?.description ?? number.description).utf8
        case .count(let count): bytes += count.description.utf8
        case .flag(let flag): bytes += flag.description.utf8
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONString.append(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .null, .number: bytes += "null".utf8
        }
    }
}

/// JSON on one line with sorted members and slashes as they are.
package enum JSONLine {
    /// `value` as JSON.
    package static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
