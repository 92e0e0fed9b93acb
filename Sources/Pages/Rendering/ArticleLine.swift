// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The fields of an article's line of NDJSON.
struct ArticleLine: Encodable {
    var file: String
    var title: String?
    var authors: [String]
    var date: String?
    var text: String

    private enum CodingKeys: String, CodingKey { case file, title, authors, date, text }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file, forKey: .file)
        try container.encode(title, forKey: .title)
        try container.encode(authors, forKey: .authors)
        try container.encode(date, forKey: .date)
        try container.encode(text, forKey: .text)
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
