// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A value of JSON whose shape is not known before: the same value always gives the same text.
package enum JSONValue: Hashable, Sendable, Encodable {
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

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number):
            if let whole = Int(exactly: number) { try container.encode(whole) } else { try container.encode(number) }
        case .count(let count): try container.encode(count)
        case .flag(let flag): try container.encode(flag)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        case .null: try container.encodeNil()
        }
    }

    /// The value on one line, with sorted members.
    package var line: String { get throws { try JSONLine.text(of: self) } }
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
