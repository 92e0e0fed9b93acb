// SPDX-License-Identifier: Apache-2.0

/// The header fields of an HTTP message, in their order.
package struct HTTPHeaders: Hashable, Sendable {
    /// The fields; names are in lower case.
    package private(set) var fields: [(name: String, value: String)] = []

    /// Makes a list without fields.
    package init() {}

    /// The value of the first field of a name in lower case.
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Reads one line, with or without its end; what is no field is passed over.
    package mutating func add(line: some Sequence<UInt8>) {
        let line = Array(line)
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return }
        let blank: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 }
        let name = String(decoding: line[..<colon], as: UTF8.self).trimming(blank).lowercased()
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimming(blank)
        guard !name.isEmpty else { return }
        fields.append((name, value))
    }

    package static func == (left: HTTPHeaders, right: HTTPHeaders) -> Bool {
        left.fields.elementsEqual(right.fields, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name)
            hasher.combine(field.value)
        }
    }
}
