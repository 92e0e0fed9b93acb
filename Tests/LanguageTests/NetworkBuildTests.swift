// SPDX-License-Identifier: Apache-2.0

import Language
import TestNumbers
import Testing

@Suite("The kernels of the networks")
struct NetworkBuildTests {
    private static let inputs = 288
    private let row: [Float]

    static let usable = NetworkBuild.allCases.filter(\.isUsable)

    init() {
        var generator = SeededNumbers(seed: 2)
        row = Self.noise(Self.inputs, &generator)
    }

    private static func noise(_ count: Int, _ generator: inout SeededNumbers) -> [Float] {
        (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
    }

    private func layer(
        outputs: Int, pieces: Int, build: NetworkBuild
    ) -> (packed: PackedWeights, weights: [Float], bias: [Float]) {
        var generator = SeededNumbers(seed: 3)
        let weights = Self.noise(outputs * pieces * Self.inputs, &generator)
        let bias = Self.noise(outputs * pieces, &generator)
        return (PackedWeights(weights, bias: bias, outputs: outputs, pieces: pieces, build: build), weights, bias)
    }

    @Test(
        "an output is the largest of its pieces",
        arguments: usable, [(96, 3), (64, 2), (50, 1), (106, 1), (1024, 1)])
    func values(build: NetworkBuild, shape: (outputs: Int, pieces: Int)) {
        let (packed, weights, bias) = layer(outputs: shape.outputs, pieces: shape.pieces, build: build)
        let results = packed.multiplied(row)
        for output in 0..<shape.outputs {
            let pieces = (0..<shape.pieces).map { piece in
                let number = output * shape.pieces + piece
                return (0..<Self.inputs).reduce(Double(bias[number])) {
                    $0 + Double(row[$1]) * Double(weights[number * Self.inputs + $1])
                }
            }
            #expect(abs(Double(results[output]) - pieces.max()!) < 1e-4)
        }
    }

    @Test("a row's outputs have the same bits whatever is multiplied with it", arguments: usable, [1, 2, 3])
    func sameBits(build: NetworkBuild, pieces: Int) {
        let packed = layer(outputs: 96, pieces: pieces, build: build).packed
        let expected = packed.multiplied(row)
        for count in 1...50 {
            var generator = SeededNumbers(seed: UInt64(count))
            for place in Set([0, count / 2, count - 1]) {
                var rows = Self.noise(count * Self.inputs, &generator)
                rows.replaceSubrange(place * Self.inputs..<(place + 1) * Self.inputs, with: row)
                let result = packed.multiplied(rows)
                #expect(Array(result[place * 96..<(place + 1) * 96]) == expected)
            }
        }
    }

    @Test("processors that fuse multiplication and addition give the same bits", arguments: [1, 2, 3])
    func sameOnAll(pieces: Int) {
        let fused = [NetworkBuild.avx2, .avx512].filter(\.isUsable)
        let results = fused.map { layer(outputs: 96, pieces: pieces, build: $0).packed.multiplied(row) }
        #expect(results.allSatisfy { $0 == results.first })
    }

    @Test("a pipeline gives the same documents with every build", arguments: usable)
    func pipelines(build: NetworkBuild) throws {
        let folder = try PublishedModel.small.folder()
        let texts = try ReferenceDocument.all("docs").map(\.text)
        let expected = try Pipeline(model: folder, build: .best).docs(texts)
        #expect(try Pipeline(model: folder, build: build).docs(texts) == expected)
    }

    @Test("the vectors of tokens have the same bits with AVX2 and with AVX-512")
    func vectors() throws {
        let fused = [NetworkBuild.avx2, .avx512].filter(\.isUsable)
        let pipelines = try fused.map { try Pipeline(model: PublishedModel.small.folder(), build: $0) }
        for reference in try ReferenceDocument.all("docs") {
            let vectors = pipelines.map { pipeline in
                pipeline.vectors(reference.text, tokens: pipeline(reference.text).tokens)
            }
            #expect(vectors.allSatisfy { $0.shared == vectors[0].shared && $0.entities == vectors[0].entities })
        }
    }
}
