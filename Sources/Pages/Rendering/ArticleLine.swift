// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The fields of an article's line of NDJSON; what is not known is left out.
struct ArticleLine: Encodable {
    var file: String
    var title: String?
    /// All authors in one string, for programs that take one.
    var author: String?
    var authors: [String]
    var date: String?
    var text: String

    init(file: String, title: String?, authors: [String], date: String?, text: String) {
        self.file = file
        self.title = title
        author = authors.isEmpty ? nil : authors.joined(separator: "; ")
        self.authors = authors
        self.date = date
        self.text = text
    }

    /// The object as JSON with its keys in alphabetical order.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and arrays of strings always encode.
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}
