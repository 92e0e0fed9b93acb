// SPDX-License-Identifier: Apache-2.0

import Evaluation
import Foundation
import Testing

@Suite("Scoring chains of mentions")
struct CoreferenceScoreTests {
    @Test("the example of Bagga and Baldwin has their figures")
    func published() {
        let gold = [[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]]
        let first = CoreferenceScore(gold: gold, read: [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]])
        #expect(first.muc.recall.value == 1)
        #expect(abs(first.muc.precision.value - 0.9) < 1e-12)
        #expect(first.bCubed.recall.value == 1)
        #expect(abs(first.bCubed.precision.value - 16.0 / 21) < 1e-12)
        // Luo's pairing: the first chain with itself, the joined one with the larger of its parts.
        #expect(abs(first.ceaf.recall.value - (1 + 10.0 / 12) / 3) < 1e-12)
        #expect(abs(first.ceaf.precision.value - (1 + 10.0 / 12) / 2) < 1e-12)
        let second = CoreferenceScore(gold: gold, read: [[1, 2, 3, 4, 5, 8, 9, 10, 11, 12], [6, 7]])
        #expect(second.muc.precision == first.muc.precision)
        #expect(abs(second.bCubed.precision.value - 7.0 / 12) < 1e-12)
    }

    @Test("the same chains are perfect in any order, and nothing against nothing too")
    func perfection() {
        #expect(CoreferenceScore(gold: [["a", "b"], ["c"]], read: [["c"], ["b", "a"]]).f1 == 1)
        #expect(CoreferenceScore(gold: [[Int]](), read: []).f1 == 1)
        #expect(CoreferenceScore(gold: [[1, 2]], read: [[Int]]()).f1 == 0)
    }

    @Test(
        "scorch gives the same numbers for chains drawn at random",
        .enabled(if: Scorch.isPresent, "scorch is not installed; make test-tools fetches it"))
    func peer() throws {
        var numbers = Draw(state: 11)
        let mentions = Array(0..<24)
        let cases = (0..<40).map { _ in (numbers.chains(of: mentions), numbers.chains(of: mentions)) }
        let theirs = try Scorch.scores(cases)
        try #require(theirs.count == cases.count)
        for ((gold, read), expected) in zip(cases, theirs) {
            let ours = CoreferenceScore(gold: gold, read: read)
            let values = [ours.muc, ours.bCubed, ours.ceaf].flatMap { [$0.recall.value, $0.precision.value, $0.f1] }
            for (value, other) in zip(values + [ours.f1], expected) { #expect(abs(value - other) < 1e-9) }
        }
    }
}

/// A scorer that somebody else wrote, Loïc Grobol's.
private enum Scorch {
    private static let python = ProcessInfo.processInfo.environment["ENTENTE_PYTHON"] ?? "/usr/bin/python3"
    static let isPresent = (try? run("import scorch.scores", on: Data()))?.status == 0

    /// Recall, precision and F1 by MUC, B-cubed and CEAF-e, and their mean.
    static func scores(_ cases: [([[Int]], [[Int]])]) throws -> [[Double]] {
        let script = """
            import json, sys
            from scorch.scores import muc, b_cubed, ceaf_e
            for gold, read in json.load(sys.stdin):
                gold, read = [set(chain) for chain in gold], [set(chain) for chain in read]
                values = [list(measure(gold, read)) for measure in (muc, b_cubed, ceaf_e)]
                print(json.dumps([float(v) for row in values for v in row] + [float(sum(row[2] for row in values)) / 3]))
            """
        let input = try JSONEncoder().encode(cases.map { [$0.0, $0.1] })
        return try run(script, on: input).output.split(separator: "\n")
            .map { try JSONDecoder().decode([Double].self, from: Data($0.utf8)) }
    }

    private static func run(_ script: String, on input: Data) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", script]
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: input)
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

/// Chains drawn with a fixed seed.
private struct Draw {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    /// Some of the mentions, in up to seven chains.
    mutating func chains(of mentions: [Int]) -> [[Int]] {
        var chains = [[Int]](repeating: [], count: 7)
        for mention in mentions where below(4) > 0 { chains[below(7)].append(mention) }
        return chains.filter { !$0.isEmpty }
    }
}
