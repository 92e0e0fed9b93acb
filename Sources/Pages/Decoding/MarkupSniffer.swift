// SPDX-License-Identifier: Apache-2.0

/// Tells HTML from plain text.
enum MarkupSniffer {
    /// How many bytes of a text without a beginning of HTML are searched for tags.
    private static let window = 65_536
    private static let tags = [
        "<p>", "<p ", "<div", "<article", "<br", "<h1", "<h2", "<span", "<a href", "<table", "<title", "<meta",
        "<style", "<script", "<link",
    ]

    /// Whether a text in UTF-8 is to be read as HTML.
    ///
    /// What the text begins with counts before what was declared.
    static func isMarkup(_ text: [UInt8], contentType: String?, location: String?) -> Bool {
        let opening = beginning(of: text, scalars: 16)
        if ["<!doctype html", "<html", "<?xml", "<head", "<body", "<!--"].contains(where: opening.hasPrefix) {
            return true
        }
        let type = contentType?.lowercased() ?? ""
        if type.contains("html") || type.contains("xml") { return true }
        if type.hasPrefix("text/plain") { return false }
        let path = location?.lowercased().split(whereSeparator: { "?#".contains($0) }).first ?? ""
        if path.hasSuffix(".txt") || path.hasSuffix(".text") || path.hasSuffix(".md") { return false }
        if path.hasSuffix(".html") || path.hasSuffix(".htm") || path.hasSuffix(".xhtml") { return true }
        let lowered = beginning(of: text, scalars: window)
        return hasTags(Array(lowered.utf8), atLeast: lowered.hasPrefix("<") ? 1 : 2)
    }

    /// The first scalars of the text behind white space, in lower case.
    private static func beginning(of text: [UInt8], scalars count: Int) -> String {
        var start = text.startIndex
        while start < text.endIndex {
            // A piece may cut the scalar behind its white space, which is looked at again with the next one.
            let piece = String(decoding: text[start...].prefix(256), as: UTF8.self).unicodeScalars
            let blank = piece.prefix { WhiteSpace.contains($0) || $0 == "\u{FEFF}" }.reduce(0) { $0 + UTF8.width($1) }
            if blank == 0 { break }
            start += blank
        }
        return String(String(decoding: text[start...].prefix(4 * count), as: UTF8.self).unicodeScalars.prefix(count))
            .lowercased()
    }

    /// Whether so many different tags stand in a text in lower case.
    private static func hasTags(_ text: [UInt8], atLeast wanted: Int) -> Bool {
        var missing = tags
        for place in text.indices where text[place] == UInt8(ascii: "<") {
            guard let found = missing.firstIndex(where: { text[place...].starts(with: $0.utf8) }) else { continue }
            missing.remove(at: found)
            if tags.count - missing.count >= wanted { return true }
        }
        return false
    }
}
