// SPDX-License-Identifier: Apache-2.0

import TestNumbers

/// Texts made of letters of all lengths in bytes, combining marks, breaks and what the rules of texts forbid nowhere.
enum RandomText {
    private static let scalars = Array(
        "aZ9 \n\t\"“”.,é\u{0301}ảđ세진한漢字ไ😀\u{1F1F0}\u{1F1F7}\u{200D}\u{FEFF}\u{0}\\/{}[]".unicodeScalars)

    static func text(length: Int, using random: inout SeededNumbers) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<length { text.append(scalars.randomElement(using: &random) ?? "a") }
        return String(text)
    }
}
