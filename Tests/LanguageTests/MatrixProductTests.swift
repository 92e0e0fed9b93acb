// SPDX-License-Identifier: Apache-2.0

import Language
import Testing

@Suite("Matrix products")
struct MatrixProductTests {
    private let inputs = 288
    private let outputs = 96
    private let weights: [Float]
    private let row: [Float]

    init() {
        var generator = SeededGenerator(seed: 2)
        weights = (0..<inputs * outputs).map { _ in Float.random(in: -1...1, using: &generator) }
        row = (0..<inputs).map { _ in Float.random(in: -1...1, using: &generator) }
    }

    /// The products of `count` rows, all of them noise but for the known row at `place`.
    private func products(count: Int, place: Int) -> [Float] {
        var generator = SeededGenerator(seed: UInt64(count * 1000 + place))
        var rows = (0..<count * inputs).map { _ in Float.random(in: -1...1, using: &generator) }
        rows.replaceSubrange(place * inputs..<(place + 1) * inputs, with: row)
        var result = [Float](repeating: 0, count: count * outputs)
        rows.withUnsafeBufferPointer { rows in
            weights.withUnsafeBufferPointer { weights in
                result.withUnsafeMutableBufferPointer { result in
                    guard let rows = rows.baseAddress, let weights = weights.baseAddress,
                        let result = result.baseAddress
                    else { return }
                    MatrixProduct.multiply(
                        rows, count: count, inputs: inputs, weights: weights, outputs: outputs, into: result)
                }
            }
        }
        return Array(result[place * outputs..<(place + 1) * outputs])
    }

    @Test("a row's product is right")
    func values() {
        let product = products(count: MatrixProduct.unit, place: 5)
        for output in 0..<outputs {
            let expected = (0..<inputs).reduce(0.0) { $0 + Double(row[$1]) * Double(weights[$1 * outputs + output]) }
            #expect(abs(Double(product[output]) - expected) < 1e-4)
        }
    }

    @Test("a row's product has the same bits whatever is multiplied with it")
    func sameBits() {
        let expected = products(count: MatrixProduct.unit, place: 7)
        for count in stride(from: MatrixProduct.unit, through: 2 * MatrixProduct.block, by: MatrixProduct.unit) {
            for place in stride(from: 7, to: count, by: MatrixProduct.group) {
                #expect(products(count: count, place: place) == expected)
            }
        }
    }

    @Test("the rows of one half of a group are interchangeable", arguments: [0, MatrixProduct.interchangeable])
    func interchangeable(half: Int) {
        let expected = products(count: MatrixProduct.unit, place: half)
        for place in 0..<MatrixProduct.interchangeable {
            #expect(products(count: MatrixProduct.unit, place: MatrixProduct.group + half + place) == expected)
        }
    }
}
