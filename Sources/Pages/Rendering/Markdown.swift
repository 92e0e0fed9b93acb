// SPDX-License-Identifier: Apache-2.0

/// Text made safe for Markdown.
enum Markdown {
    /// The text with a backslash before every sign that Markdown would take for mark-up.
    static func escaped(_ text: String) -> String {
        var result = ""
        for (index, character) in text.enumerated() {
            if "\\`*_[]<>".contains(character) || (index == 0 && "#+-=|~".contains(character)) { result += "\\" }
            result.append(character)
        }
        return escapingListNumber(result)
    }

    /// `12. ` at the beginning of a paragraph would open a list.
    private static func escapingListNumber(_ text: String) -> String {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let sign = text.dropFirst(digits.count).first, sign == "." || sign == ")" else {
            return text
        }
        return digits + "\\" + text.dropFirst(digits.count)
    }
}
