// SPDX-License-Identifier: Apache-2.0

/// Any JSON value, for records whose fields differ by kind.
enum JSONValue: Hashable, Sendable, Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The member of an object; `nil` for everything else.
    subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self, let member = members[key], member != .null else { return nil }
        return member
    }

    /// The value of `{"value": …}`, as dates with their basis are written; everything else is its own value.
    var plain: JSONValue {
        guard case .object = self else { return self }
        return self["value"] ?? .null
    }

    /// The text of a string or number; `nil` for everything else.
    var string: String? {
        switch self {
        case .text(let text): text
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        default: nil
        }
    }

    /// The number, also one that is written as text, with or without commas between thousands.
    var number: Double? { string.flatMap(Numeral.value) }

    /// The members of a list; another value alone.
    var items: [JSONValue] {
        switch self {
        case .list(let list): list
        case .null: []
        default: [self]
        }
    }
}

/// Numbers as gold files write them.
enum Numeral {
    /// The number that `text` writes, with or without commas between thousands; `nil` where it is none.
    static func value(_ text: String) -> Double? {
        let digits = text.replacing(",", with: "").trimmingPrefix(while: \.isWhitespace)
        guard !digits.contains(where: { "xXpP".contains($0) }) else { return nil }
        return Double(digits)
    }
}
