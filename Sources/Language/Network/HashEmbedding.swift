// SPDX-License-Identifier: Apache-2.0

import CNetworkKernels

/// A table that gives any 64-bit number a vector: the sum of four rows that the number's hash picks.
struct HashEmbedding: Sendable {
    let width: Int
    private let seed: UInt32
    private let rowCount: UInt32
    private let rows: FloatBuffer
    private let build: NetworkBuild

    /// Reads `layer` of `file`.
    init(_ file: NetworkFile, _ layer: NetworkFile.Layer, width: Int, build: NetworkBuild) throws(ModelError) {
        let table = try file.tensor(layer, "E", shape: [0, width])
        guard let seed = try file.attribute(layer, "seed").int, let seed = UInt32(exactly: seed),
            let rowCount = UInt32(exactly: table.shape[0])
        else { throw .malformed(path: file.path, reason: "a hash embedding without a usable seed") }
        self.width = width
        self.seed = seed
        self.rowCount = rowCount
        rows = FloatBuffer(table.values)
        self.build = build
    }

    /// Writes the vector of `id`; a row that is picked twice counts twice.
    func write(_ id: UInt64, to result: UnsafeMutablePointer<Float>) {
        let buckets = MurmurHash.buckets(of: id, seed: seed)
        rows.withUnsafePointer { rows in
            result.update(from: rows + Int(buckets.0 % rowCount) * width, count: width)
            for bucket in [buckets.1, buckets.2, buckets.3] {
                network_add(build.rawValue, rows + Int(bucket % rowCount) * width, width, result)
            }
        }
    }
}
