// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The fields of an article's line of NDJSON; what is not known is left out.
struct ArticleLine: Encodable {
    var file: String
    var title: String?
    var authors: [String]
    var date: String?
    var text: String

    /// The object as JSON with its keys in alphabetical order.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and arrays of strings always encode.
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}
