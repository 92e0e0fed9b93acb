// SPDX-License-Identifier: Apache-2.0

/// White space as Unicode knows it, no-break and ideographic spaces included.
package enum WhiteSpace {
    /// Whether the scalar is white space.
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// The text with every run of white space made one blank and none at its ends.
    package static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in text.unicodeScalars {
            if contains(scalar) {
                pending = true
            } else {
                if pending, !result.isEmpty { result.append(" ") }
                pending = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text without white space at its ends.
    package static func trimmed(_ text: Substring) -> Substring {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !contains($0) }),
            let last = scalars.lastIndex(where: { !contains($0) })
        else { return text[text.startIndex..<text.startIndex] }
        return Substring(scalars[first...last])
    }

    /// Whether nothing in the text can be seen: white space, zero-width and soft hyphens only.
    package static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            contains(scalar) || [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD].contains(scalar.value)
        }
    }
}
