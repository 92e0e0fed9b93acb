// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages

// All pages in these tests are written for them. Every person, paper and event in them is invented.

/// A block as a test names it.
struct Line: Hashable, CustomStringConvertible {
    var role: BlockRole
    var text: String

    init(_ role: BlockRole, _ text: String) {
        self.role = role
        self.text = text
    }

    var description: String { "[\(role.rawValue)] \(text)" }
}

extension Article {
    /// The blocks with their text.
    var lines: [Line] { blocks.map { Line($0.role, text.text(at: $0.range) ?? "(range does not fit)") } }
    /// The texts of the blocks with one role.
    func texts(_ role: BlockRole) -> [String] { lines.filter { $0.role == role }.map(\.text) }
}

/// Reads HTML given as text.
func read(html: String, location: String? = nil, retrieved: String? = nil) throws -> Article {
    try PageReader().article(
        from: Page(
            bytes: Array(html.utf8), location: location, contentType: "text/html; charset=utf-8", retrieved: retrieved))
}

/// Reads a text capture.
func read(capture: String) throws -> Article {
    try PageReader().article(from: Page(bytes: Array(capture.utf8), location: "capture.txt"))
}

/// A page around the inside of a body, with enough text for an article where the body needs some.
func page(head: String = "", body: String, language: String = "en") -> String {
    "<!DOCTYPE html><html lang=\"\(language)\"><head><meta charset=\"utf-8\">\(head)</head><body>\(body)</body></html>"
}

/// Paragraphs of an invented article, long enough to be found without a heading.
enum Prose {
    static let first =
        "The port of Seldon and the city of Marwick agreed on Tuesday to share their experience with electric "
        + "ferries, and to train twenty captains together before the end of the year."
    static let second =
        "Harbour master Ilse Brandt said that the first joint course would begin in May, and that both councils had "
        + "set money aside for it."
    static let third =
        "Marwick has run three electric ferries since 2021. Seldon wants to order two of the same kind, but has not "
        + "decided on a yard."
    static let paragraphs = "<p>\(first)</p><p>\(second)</p><p>\(third)</p>"
}
