// SPDX-License-Identifier: Apache-2.0

/// NumPy's file format for one array, as far as word vectors use it: two dimensions of 32-bit floats in C order.
package enum NumPyFile {
    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Reads the array of the file at `path`, whose content is `bytes`.
    package static func tensor(of bytes: [UInt8], path: String) throws(ModelError) -> Tensor {
        guard bytes.count >= 12, bytes.starts(with: magic) else {
            throw .malformed(path: path, reason: "not a NumPy array")
        }
        // Version 1 counts the header with two bytes, later ones with four.
        let start = bytes[6] == 1 ? 10 : 12
        let length = (8..<start).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
        guard length <= bytes.count - start else { throw .malformed(path: path, reason: "its header is cut off") }
        let header = String(decoding: bytes[start..<start + length], as: UTF8.self)
        guard header.contains("'descr': '<f4'"), header.contains("'fortran_order': False"),
            let shape = shape(of: header)
        else { throw .malformed(path: path, reason: "not 32-bit floats in C order") }
        guard let tensor = Tensor(shape: shape, littleEndian: bytes[(start + length)...]) else {
            throw .malformed(path: path, reason: "its length does not fit its shape")
        }
        return tensor
    }

    private static func shape(of header: String) -> [Int]? {
        guard let key = header.firstRange(of: "'shape': ("),
            let end = header[key.upperBound...].firstIndex(of: ")")
        else { return nil }
        let extents = header[key.upperBound..<end].split(separator: ",").map { part in
            Int(part.filter { $0 != " " })
        }
        let shape = extents.compactMap { $0 }
        return shape.count == extents.count && shape.count == 2 ? shape : nil
    }
}
