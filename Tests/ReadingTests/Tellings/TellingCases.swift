// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The sentences of a file beside this one, each with what is to be read of it.
struct TellingCase: Sendable, CustomTestStringConvertible {
    let text: String
    /// Empty where nothing is to be read.
    let expected: [String]

    var testDescription: String { text }

    /// The day of the release that each sentence would stand in.
    static let published = "2025-06-12"

    /// The cases of the file: a line with ">" begins one, "none" says that nothing is to be read.
    static func all(in name: String) -> [TellingCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
        var found: [TellingCase] = []
        for line in lines where !line.hasPrefix("#") {
            if line.hasPrefix("> ") {
                found.append(TellingCase(text: String(line.dropFirst(2)), expected: []))
            } else if let last = found.popLast() {
                found.append(
                    TellingCase(text: last.text, expected: last.expected + (line == "none" ? [] : [String(line)])))
            }
        }
        return found
    }
}
