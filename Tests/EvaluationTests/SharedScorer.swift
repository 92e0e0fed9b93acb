// SPDX-License-Identifier: Apache-2.0

import Evaluation
import Foundation

/// The scorers that others wrote, beside this checkout; tests that need them are skipped where they are not there.
struct SharedScorer {
    private static let house = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let shared = house.deletingLastPathComponent().appending(path: "shared")

    /// The gold that the scorers were made for.
    static let gold = shared.appending(path: "data/gold")
    /// Whether the scorers are there.
    static let isPresent = FileManager.default.fileExists(
        atPath: shared.appending(path: "tools/score_cooperation.py").path)
    /// Whether their gold is there too.
    static let hasGold = isPresent && FileManager.default.fileExists(atPath: gold.appending(path: "cooperation").path)
    /// Why tests are skipped.
    static let absence = "the shared scorers are not beside this checkout"

    private let output: String

    /// Runs `scorer` to its end.
    init(_ scorer: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", Self.shared.appending(path: "tools/\(scorer).py").path] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
    }

    /// The numbers in the first line that begins with `label`; empty where there is none.
    func numbers(_ label: String) -> [Double] {
        let line = output.split(separator: "\n").first { $0.hasPrefix(label + " ") }
        return (line?.dropFirst(label.count) ?? "").split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
    }
}
