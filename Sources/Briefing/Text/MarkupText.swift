// SPDX-License-Identifier: Apache-2.0

/// Text made safe for mark-up.
package enum MarkupText {
    /// `text` for the content or an attribute's value of HTML and XML, without the characters that XML 1.0 forbids.
    package static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n", "\r": result.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// `text` for Markdown: on one line, with the characters escaped that could begin mark-up or HTML.
    package static func markdown(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in oneLine(text).unicodeScalars {
            if special.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// `text` on one line, without control characters.
    package static func oneLine(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
            .joined(separator: " ")
    }

    private static let special: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "!"]
}

/// Links that may be followed.
package enum SafeLink {
    /// `location` where it is an address on the web; `nil` for files, scripts and what was typed in.
    package static func web(_ location: String?) -> String? {
        guard let location, location.hasPrefix("https://") || location.hasPrefix("http://") else { return nil }
        return location.unicodeScalars.allSatisfy { $0.value > 32 && $0 != "\"" && $0 != "<" && $0 != ">" }
            ? location : nil
    }
}
