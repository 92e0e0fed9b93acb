// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The sentences and short releases of a file beside this one, each with what is to be read of it.
struct TellingCase: Sendable, CustomTestStringConvertible {
    /// The headline of a release; `nil` where the case is a text alone.
    var title: String?
    /// Paragraphs are parted by blank lines.
    var text: String
    /// Empty where nothing is to be read.
    var expected: [String] = []

    var testDescription: String { title ?? text }

    /// The day of the release that each sentence would stand in.
    static let published = "2025-06-12"

    /// The cases of the file: a line with ">" begins one, lines with "|" behind it are the paragraphs below a headline,
    /// "none" says that nothing is to be read.
    static func all(in name: String) -> [TellingCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
        var found: [TellingCase] = []
        for line in lines where !line.hasPrefix("#") {
            if line.hasPrefix("> ") {
                found.append(TellingCase(text: String(line.dropFirst(2))))
            } else if var last = found.popLast() {
                if line.hasPrefix("| ") {
                    let paragraph = String(line.dropFirst(2))
                    if last.title == nil {
                        (last.title, last.text) = (last.text, paragraph)
                    } else {
                        last.text += "\n\n" + paragraph
                    }
                } else if line != "none" {
                    last.expected.append(String(line))
                }
                found.append(last)
            }
        }
        return found
    }
}
