// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Names as they are compared: small letters without accents and marks, one space between words.
enum FoldedName {
    static func fold(_ text: String) -> String {
        var words = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: continue
            default: break
            }
            let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
            words.append(isWord ? (scalar == "đ" ? "d" : scalar) : " ")
        }
        return String(words).split(separator: " ").joined(separator: " ")
    }

    static func fold(names: [String]) -> Set<String> { Set(names.map { fold($0) }).subtracting([""]) }

    /// Whether one of `left` is one of `right`, or stands inside it in whole words.
    static func agree(_ left: Set<String>, _ right: Set<String>) -> Bool {
        left.contains { one in
            right.contains { other in
                one == other
                    || min(one.unicodeScalars.count, other.unicodeScalars.count) > 3
                        && (" \(other) ".contains(" \(one) ") || " \(one) ".contains(" \(other) "))
            }
        }
    }
}
