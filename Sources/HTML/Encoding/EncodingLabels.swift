// SPDX-License-Identifier: Apache-2.0

/// The encodings that pages can name.
public enum EncodingLabels {
    /// The standard's name, in lower case, of the encoding that a label means: `windows-1252` for `Latin1`.
    ///
    /// White space around the label does not matter; `nil` if no encoding is called so.
    public static func name(for label: String) -> String? {
        names[trimmed(label.lowercased())]
    }

    private static func trimmed(_ label: String) -> String {
        let bytes = Array(label.utf8)
        guard let first = bytes.firstIndex(where: { !ByteScan.isSpace($0) }),
            let last = bytes.lastIndex(where: { !ByteScan.isSpace($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        var current = ""
        for word in EncodingLabelData.labels.description.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            // Labels have colons too, but none at the end.
            if word.hasSuffix(":") { current = String(word.dropLast()) }
            names[word.hasSuffix(":") ? current : String(word)] = current
        }
        return names
    }()
}
