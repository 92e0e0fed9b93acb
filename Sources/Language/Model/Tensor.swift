// SPDX-License-Identifier: Apache-2.0

/// An array of 32-bit floating-point numbers with any number of dimensions, the last one running fastest.
package struct Tensor: Sendable {
    package let shape: [Int]
    package let values: [Float]

    /// Takes little-endian numbers as they stand in a file; `nil` if their count does not fit `shape`.
    init?(shape: [Int], littleEndian bytes: ArraySlice<UInt8>) {
        var count = 1
        for extent in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: extent)
            guard extent >= 0, !overflow else { return nil }
            count = product
        }
        guard bytes.count.isMultiple(of: 4), bytes.count / 4 == count else { return nil }
        self.shape = shape
        values = bytes.withUnsafeBytes { raw in
            (0..<count).map { index in
                Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
            }
        }
    }

    /// Takes an array of a model file: a map of `type`, `shape` and `data`.
    init?(_ value: MessagePackValue) {
        guard value["type"]?.text == "<f4", let extents = value["shape"]?.elements,
            case .binary(let data) = value["data"]
        else { return nil }
        self.init(shape: extents.map { $0.int ?? -1 }, littleEndian: data)
    }

    /// The array whose rows are this one's columns, for an array seen as `rows` times the rest.
    static func transposed(_ values: [Float], rows: Int) -> [Float] {
        let columns = rows == 0 ? 0 : values.count / rows
        var result = [Float](repeating: 0, count: values.count)
        for row in 0..<rows {
            for column in 0..<columns { result[column * rows + row] = values[row * columns + column] }
        }
        return result
    }
}
