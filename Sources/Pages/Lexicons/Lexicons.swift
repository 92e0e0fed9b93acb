// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The word lists that pages are read with, loaded once from the program's resources.
package final class Lexicons: Sendable {
    /// The encodings of characters and the names that pages call them by.
    package let encodings: [CharacterEncoding]
    /// What words in `class` and `id` say about an element.
    package let marks: MarkLexicon
    /// The wordings of furniture, bylines, captions and copyright lines.
    package let phrases: PhraseLexicon
    /// The names of months and of metadata that hold dates.
    package let dates: DateLexicon
    /// The names of metadata that hold titles, authors and publishers.
    package let metadata: MetadataLexicon

    /// The lists, or which of them is missing or damaged.
    package static let shared: Result<Lexicons, PageError> = {
        do throws(PageError) {
            return .success(try Lexicons())
        } catch {
            return .failure(error)
        }
    }()

    private init() throws(PageError) {
        encodings = try Self.load("encodings")
        marks = MarkLexicon(phrases: try Self.load("marks"))
        phrases = PhraseLexicon(try Self.load("phrases"))
        dates = DateLexicon(try Self.load("dates"))
        metadata = try Self.load("metadata")
    }

    private static func load<Value: Decodable>(_ name: String) throws(PageError) -> Value {
        let file = Bundle.module.bundleURL.appendingPathComponent("Resources/\(name).json")
        do {
            return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
        } catch {
            throw PageError(.missingResource(name: "\(name).json"))
        }
    }
}
