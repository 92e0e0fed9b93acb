// SPDX-License-Identifier: Apache-2.0

extension String {
    private static let capitalSigma: Unicode.Scalar = "\u{3a3}"

    /// The text in lower case, as Python gives it: a capital sigma at the end of a word becomes a final sigma.
    package func lowercasedLikePython() -> String {
        let lower = lowercased()
        guard !utf8.allSatisfy({ $0 < 0x80 }), unicodeScalars.contains(Self.capitalSigma) else { return lower }
        var result = String.UnicodeScalarView()
        let scalars = Array(unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar == Self.capitalSigma {
                let follows = Self.isNextToCased(scalars[..<index].reversed())
                let precedes = Self.isNextToCased(scalars[(index + 1)...])
                result.append(follows && !precedes ? "\u{3c2}" : "\u{3c3}")
            } else {
                result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(result)
    }

    /// Whether the first of `scalars` that counts for the case of its neighbours has case.
    private static func isNextToCased(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        scalars.first { !$0.properties.isCaseIgnorable }?.properties.isCased ?? false
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a letter in the sense of its general category.
    var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
