// SPDX-License-Identifier: Apache-2.0

/// A whole HTML document that needs nothing from elsewhere: the style sheet stands in it, and no script.
enum HTMLPage {
    /// The document around `body`, which is mark-up in the language of `words`; `title` is text.
    ///
    /// What `isDense` is set small on paper, in two columns where `body` has a `sheet`.
    static func text(title: String, words: Words, body: String, isDense: Bool = false) throws -> String {
        """
        <!DOCTYPE html>
        <html lang="\(words.language)"\(isDense ? " class=\"dense\"" : "")>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(MarkupText.escaped(title))</title>
        <style>
        \(try StyleSheet.document(runningHead: title))
        </style>
        </head>
        <body>
        <a class="skip" href="#main">\(words("language.skip"))</a>
        \(body)
        </body>
        </html>

        """
    }

    /// `text` as an element's content, with the language named where the script tells it; a day stays on one line.
    static func words(_ text: String) -> String {
        let escaped = MarkupText.escaped(text).replacing(/\b\d{4}-\d{2}(?:-\d{2})?\b/) {
            "<span class=\"day\">\($0.output)</span>"
        }
        let isHangul = text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
        let isKana = text.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
        let isLatin = text.unicodeScalars.contains { (0x41...0x7A).contains($0.value) }
        if isHangul, !isLatin { return "<span lang=\"ko\">\(escaped)</span>" }
        if isKana, !isLatin { return "<span lang=\"ja\">\(escaped)</span>" }
        return escaped
    }

    /// What stands at the beginning of a line; a span of days breaks between its days alone.
    static func label(_ text: String) -> String {
        guard text.contains("/"), text.allSatisfy({ $0.isNumber || "-/~?".contains($0) }) else { return words(text) }
        return text.split(separator: "/", omittingEmptySubsequences: false)
            .map { "<span class=\"day\">\(MarkupText.escaped(String($0)))</span>" }.joined(separator: "/<wbr>")
    }
}
