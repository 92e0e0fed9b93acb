// SPDX-License-Identifier: Apache-2.0

/// A value of a MessagePack file, as far as published pipelines use the format.
package enum MessagePackValue: Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case float(Double)
    case string(String)
    /// A run of bytes inside the file, not copied.
    case binary(ArraySlice<UInt8>)
    case array([MessagePackValue])
    case map([(key: MessagePackValue, value: MessagePackValue)])
}

/// What is wrong with a MessagePack file; `offset` counts bytes from the file's beginning.
package enum MessagePackError: Error, Equatable {
    case truncated(offset: Int)
    case unsupportedType(byte: UInt8, offset: Int)
    case nestedTooDeeply(offset: Int)
    case trailingBytes(offset: Int)
}

/// Reads MessagePack, the binary format of published pipelines.
package struct MessagePackReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private static let deepestNesting = 64

    /// Reads the one value that `bytes` hold.
    package static func value(of bytes: ArraySlice<UInt8>) throws(MessagePackError) -> MessagePackValue {
        var reader = MessagePackReader(bytes)
        let value = try reader.next(depth: 0)
        guard reader.position == bytes.endIndex else { throw .trailingBytes(offset: reader.position) }
        return value
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    private mutating func next(depth: Int) throws(MessagePackError) -> MessagePackValue {
        guard depth < Self.deepestNesting else { throw .nestedTooDeeply(offset: position) }
        let start = position
        let type = UInt8(try unsigned(width: 1))
        switch type {
        case 0x00...0x7f: return .integer(Int64(type))
        case 0x80...0x8f: return try map(count: Int(type & 0x0f), depth: depth)
        case 0x90...0x9f: return try array(count: Int(type & 0x0f), depth: depth)
        case 0xa0...0xbf: return try string(count: Int(type & 0x1f))
        case 0xc0: return .null
        case 0xc2: return .boolean(false)
        case 0xc3: return .boolean(true)
        case 0xc4...0xc6: return .binary(try slice(count: Int(try unsigned(width: 1 << Int(type - 0xc4)))))
        case 0xca: return .float(Double(Float(bitPattern: UInt32(try unsigned(width: 4)))))
        case 0xcb: return .float(Double(bitPattern: try unsigned(width: 8)))
        case 0xcc...0xcf: return .unsigned(try unsigned(width: 1 << Int(type - 0xcc)))
        case 0xd0: return .integer(Int64(Int8(truncatingIfNeeded: try unsigned(width: 1))))
        case 0xd1: return .integer(Int64(Int16(truncatingIfNeeded: try unsigned(width: 2))))
        case 0xd2: return .integer(Int64(Int32(truncatingIfNeeded: try unsigned(width: 4))))
        case 0xd3: return .integer(Int64(bitPattern: try unsigned(width: 8)))
        case 0xd9...0xdb: return try string(count: Int(try unsigned(width: 1 << Int(type - 0xd9))))
        case 0xdc: return try array(count: Int(try unsigned(width: 2)), depth: depth)
        case 0xdd: return try array(count: Int(try unsigned(width: 4)), depth: depth)
        case 0xde: return try map(count: Int(try unsigned(width: 2)), depth: depth)
        case 0xdf: return try map(count: Int(try unsigned(width: 4)), depth: depth)
        case 0xe0...0xff: return .integer(Int64(Int8(bitPattern: type)))
        default: throw .unsupportedType(byte: type, offset: start)
        }
    }

    private mutating func slice(count: Int) throws(MessagePackError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.endIndex - position else { throw .truncated(offset: position) }
        defer { position += count }
        return bytes[position..<position + count]
    }

    private mutating func unsigned(width: Int) throws(MessagePackError) -> UInt64 {
        try slice(count: width).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func string(count: Int) throws(MessagePackError) -> MessagePackValue {
        .string(String(decoding: try slice(count: count), as: UTF8.self))
    }

    private mutating func array(count: Int, depth: Int) throws(MessagePackError) -> MessagePackValue {
        // Every element takes at least one byte, so a lying count is caught before memory is reserved.
        guard count <= bytes.endIndex - position else { throw .truncated(offset: position) }
        var elements: [MessagePackValue] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try next(depth: depth + 1)) }
        return .array(elements)
    }

    private mutating func map(count: Int, depth: Int) throws(MessagePackError) -> MessagePackValue {
        guard 2 * count <= bytes.endIndex - position else { throw .truncated(offset: position) }
        var pairs: [(key: MessagePackValue, value: MessagePackValue)] = []
        pairs.reserveCapacity(count)
        for _ in 0..<count {
            let key = try next(depth: depth + 1)
            pairs.append((key, try next(depth: depth + 1)))
        }
        return .map(pairs)
    }
}

extension MessagePackValue {
    /// The text of a string, or of bytes that hold UTF-8.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .binary(let bytes): String(decoding: bytes, as: UTF8.self)
        default: nil
        }
    }

    /// The number, if it is whole and fits.
    package var int: Int? {
        switch self {
        case .integer(let number): Int(exactly: number)
        case .unsigned(let number): Int(exactly: number)
        default: nil
        }
    }

    /// The number as an unsigned one, as string ids are.
    package var id: UInt64? {
        switch self {
        case .integer(let number): UInt64(exactly: number)
        case .unsigned(let number): number
        default: nil
        }
    }

    /// The elements of an array.
    package var elements: [MessagePackValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The pairs of a map, in file order.
    package var pairs: [(key: MessagePackValue, value: MessagePackValue)]? {
        if case .map(let pairs) = self { pairs } else { nil }
    }

    /// The value for a textual key (string or binary) of a map.
    package subscript(key: String) -> MessagePackValue? {
        pairs?.first { $0.key.text == key }?.value
    }
}
