// SPDX-License-Identifier: Apache-2.0

/// Which row of the word vectors a word has, for half a million words: an open-addressing hash table, whose keys are
/// hashes already.
package struct VectorRows: Sendable {
    private var keys: [UInt64]
    /// One more than the row; 0 marks a free place.
    private var rows: [Int32]
    private let mask: Int

    /// Reads a MessagePack map of word ids to rows, without making half a million values of it.
    package init(_ bytes: [UInt8], path: String) throws(ModelError) {
        var reader = IntegerMapReader(bytes: bytes, path: path)
        let count = try reader.count()
        var capacity = 2
        while capacity < 2 * count { capacity *= 2 }
        mask = capacity - 1
        keys = [UInt64](repeating: 0, count: capacity)
        rows = [Int32](repeating: 0, count: capacity)
        for _ in 0..<count {
            let key = try reader.integer()
            guard let row = Int32(exactly: try reader.integer()), row < .max else {
                throw .malformed(path: path, reason: "a row number is too large")
            }
            let place = self.place(of: key)
            keys[place] = key
            rows[place] = row + 1
        }
        guard reader.isAtEnd else { throw .malformed(path: path, reason: "bytes follow the map") }
    }

    /// The row of the word with this id, if it has one.
    package subscript(id: UInt64) -> Int? {
        let row = rows[place(of: id)]
        return row > 0 ? Int(row) - 1 : nil
    }

    /// The largest row in the table.
    var largest: Int? {
        let largest = rows.max() ?? 0
        return largest > 0 ? Int(largest) - 1 : nil
    }

    private func place(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: key) & mask
        while rows[place] != 0, keys[place] != key { place = (place + 1) & mask }
        return place
    }
}

/// Reads a MessagePack map whose keys and values are whole numbers from nought up, one number after the other.
private struct IntegerMapReader {
    let bytes: [UInt8]
    let path: String
    private var position = 0

    init(bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func count() throws(ModelError) -> Int {
        let type = try number(width: 1)
        let count: Int
        switch type {
        case 0x80...0x8f: count = Int(type & 0x0f)
        case 0xde: count = Int(try number(width: 2))
        case 0xdf: count = Int(try number(width: 4))
        default: throw .malformed(path: path, reason: "not a MessagePack map")
        }
        // Every pair takes at least two bytes, so a lying count is caught before memory is reserved.
        guard 2 * count <= bytes.count - position else { throw .malformed(path: path, reason: "the map is cut off") }
        return count
    }

    mutating func integer() throws(ModelError) -> UInt64 {
        let type = try number(width: 1)
        switch type {
        case 0x00...0x7f: return type
        case 0xcc...0xcf: return try number(width: 1 << Int(type - 0xcc))
        default: throw .malformed(path: path, reason: "a key or value is not a whole number")
        }
    }

    private mutating func number(width: Int) throws(ModelError) -> UInt64 {
        guard width <= bytes.count - position else { throw .malformed(path: path, reason: "the map is cut off") }
        var number: UInt64 = 0
        for _ in 0..<width {
            number = number << 8 | UInt64(bytes[position])
            position += 1
        }
        return number
    }
}
