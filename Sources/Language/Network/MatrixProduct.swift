// SPDX-License-Identifier: Apache-2.0

import COpenBLAS

/// Products of many rows with one weight matrix, by OpenBLAS on the calling thread.
///
/// The last bit of a sum depends on the order of its terms, and OpenBLAS chooses the order by how many rows are
/// multiplied and where in a group of rows one stands. Results of a document must not depend on what else is
/// multiplied with it, hence the rules below; they were found by trying every count and place with the kernels for
/// Sandy Bridge, Haswell, Zen and Skylake-X.
package enum MatrixProduct {
    /// Rows at the same place of a group get the same bits.
    package static let group = 12
    /// The places of the first half of a group get the same bits, and so do those of the second half.
    package static let interchangeable = 6
    /// Rows are always multiplied in multiples of this number.
    package static let unit = 48
    /// The most rows that are multiplied at once; so many, with their results, stay in the second-level cache.
    package static let block = 240

    private static let useOneThread: Void = openblas_set_num_threads(1)

    /// The number of rows to make room for where `count` are needed.
    package static func padded(_ count: Int) -> Int { (count + unit - 1) / unit * unit }

    /// Writes the products of `count` rows (a multiple of `unit`) of `inputs` numbers with `weights`, stored as
    /// `inputs` rows of `outputs` numbers.
    package static func multiply(
        _ rows: UnsafePointer<Float>, count: Int, inputs: Int, weights: UnsafePointer<Float>, outputs: Int,
        into result: UnsafeMutablePointer<Float>
    ) {
        precondition(count.isMultiple(of: unit), "rows are multiplied in whole units")
        _ = useOneThread
        var start = 0
        while start < count {
            let taken = min(block, count - start)
            cblas_sgemm(
                CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(taken), Int32(outputs), Int32(inputs), 1,
                rows + start * inputs, Int32(inputs), weights, Int32(outputs), 0, result + start * outputs,
                Int32(outputs))
            start += taken
        }
    }
}
