// SPDX-License-Identifier: Apache-2.0

import CNetworkKernels

/// The kinds of processor that the inner loops of the networks are built for.
///
/// `avx2` and `avx512` give the same bits; `portable` rounds more often, unless the architecture always fuses
/// multiplication and addition.
package enum NetworkBuild: Int32, CaseIterable, Sendable {
    /// Any processor.
    case portable
    /// x86-64 with AVX2 and FMA.
    case avx2
    /// x86-64 with 512-bit vectors.
    case avx512

    /// Whether this processor can run it.
    package var isUsable: Bool { network_can_run(rawValue) != 0 }

    /// The fastest one that this processor can run.
    package static let best = allCases.last { $0.isUsable } ?? .portable

    /// The numbers of a row of results, where the row holds `outputs` and room for what is written behind them.
    static func padded(_ outputs: Int) -> Int { (outputs + 63) / 64 * 64 }
}

/// Weights as one build of the kernels reads them, with the bias.
package struct PackedWeights: Sendable {
    let build: NetworkBuild
    let inputs: Int
    let outputs: Int
    let pieces: Int
    private var numbers: FloatBuffer

    /// Packs weights as files hold them: for each output its pieces, each a row of `inputs` numbers; the bias, in the
    /// same order, may be empty.
    package init(_ weights: [Float], bias: [Float], outputs: Int, pieces: Int, build: NetworkBuild) {
        self.build = build
        self.outputs = outputs
        self.pieces = pieces
        let inputs = weights.count / (outputs * pieces)
        self.inputs = inputs
        numbers = FloatBuffer(count: network_packed_count(build.rawValue, inputs, outputs, pieces))
        numbers.withUnsafeMutablePointer { packed in
            weights.withUnsafeBufferPointer { weights in
                bias.withUnsafeBufferPointer { bias in
                    network_pack(
                        build.rawValue, weights.baseAddress, bias.isEmpty ? nil : bias.baseAddress, inputs, outputs,
                        pieces, packed)
                }
            }
        }
    }

    /// Writes the largest pieces of every output for `count` rows that begin `stride` numbers after each other;
    /// `resultStride` is `NetworkBuild.padded` at least, or with more than one piece the number of outputs.
    func multiply(
        _ rows: UnsafePointer<Float>, stride: Int, count: Int, into result: UnsafeMutablePointer<Float>,
        resultStride: Int
    ) {
        numbers.withUnsafePointer {
            network_multiply(
                build.rawValue, rows, stride, count, $0, inputs, outputs, pieces, result, resultStride)
        }
    }

    /// The outputs of `rows`, which stand one behind the other, without what `multiply` writes between them.
    package func multiplied(_ rows: [Float]) -> [Float] {
        let (count, stride) = (rows.count / inputs, NetworkBuild.padded(outputs))
        var result = FloatBuffer(count: count * stride)
        return result.withUnsafeMutablePointer { result in
            rows.withUnsafeBufferPointer { rows in
                guard let rows = rows.baseAddress else { return }
                multiply(rows, stride: inputs, count: count, into: result, resultStride: stride)
            }
            return (0..<count).flatMap { UnsafeBufferPointer(start: result + $0 * stride, count: outputs) }
        }
    }
}
