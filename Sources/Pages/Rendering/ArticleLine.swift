// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// The fields of an article's line of NDJSON; what is not known is left out.
struct ArticleLine {
    var file: String
    var title: String?
    var authors: [String]
    var date: String?
    var text: String

    /// The object as JSON with its keys in alphabetical order; `author` has all authors in one string, for programs
    /// that take one.
    var json: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + text.utf8.count / 16 + 512)
        bytes += "{".utf8
        if !authors.isEmpty {
            bytes += "\"author\":".utf8
            JSONString.append(authors.joined(separator: "; "), to: &bytes)
            bytes += ",".utf8
        }
        bytes += "\"authors\":[".utf8
        for (place, author) in authors.enumerated() {
            if place > 0 { bytes += ",".utf8 }
            JSONString.append(author, to: &bytes)
        }
        bytes += "]".utf8
        for (name, value) in [("date", date), ("file", file), ("text", text), ("title", title)] {
            guard let value else { continue }
            bytes += ",\"\(name)\":".utf8
            JSONString.append(value, to: &bytes)
        }
        bytes += "}".utf8
        return String(decoding: bytes, as: UTF8.self)
    }
}
