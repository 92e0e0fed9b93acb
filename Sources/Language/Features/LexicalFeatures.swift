// SPDX-License-Identifier: Apache-2.0

/// The parts of a token that the networks look at, as strings.
package struct LexicalFeatures: Hashable, Sendable {
    /// The first scalar.
    package let prefix: String
    /// The last three scalars, or all where there are fewer.
    package let suffix: String
    /// The kinds of the scalars in order, such as `Xxxx` or `d,ddd`; runs of one kind are cut to four.
    package let shape: String
    /// Whether every scalar is white space.
    package let isSpace: Bool

    private static let longestShaped = 100
    private static let longestRun = 4

    /// Takes the features of the token written as `text`.
    package init(of text: String) {
        let scalars = text.unicodeScalars
        prefix = String(scalars.prefix(1))
        suffix = String(scalars.suffix(3))
        isSpace = !scalars.isEmpty && scalars.allSatisfy(\.isPythonWhiteSpace)
        shape = Self.shape(of: scalars)
    }

    private static func shape(of scalars: String.UnicodeScalarView) -> String {
        // Counting bytes first spares counting the scalars of ordinary tokens.
        if String(scalars).utf8.count >= longestShaped, scalars.count >= longestShaped { return "LONG" }
        var shape = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        var run = 0
        for scalar in scalars {
            let kind = kind(of: scalar)
            run = kind == last ? run + 1 : 1
            last = kind
            if run <= longestRun { shape.append(kind) }
        }
        return String(shape)
    }

    private static func kind(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "a"..."z": return "x"
        case "A"..."Z": return "X"
        case "0"..."9": return "d"
        case _ where scalar.isASCII: return scalar
        case _ where scalar.isLetter: return scalar.properties.isUppercase ? "X" : "x"
        default: break
        }
        switch scalar.properties.numericType {
        case .decimal, .digit: return "d"
        default: return scalar
        }
    }
}
