// SPDX-License-Identifier: Apache-2.0

/// Reads the owner's name out of a copyright line.
enum CopyrightNotice {
    /// The owner in a line such as `© 2025 The Harbour Post (www.…). All rights reserved.`; `nil` if none is named.
    static func owner(in line: String, phrases: PhraseLexicon) -> String? {
        let signs: Set<Unicode.Scalar> = ["©", "ⓒ"]
        var words = Substring(line)
        if let sign = line.unicodeScalars.firstIndex(where: signs.contains) {
            words = Substring(line.unicodeScalars[line.unicodeScalars.index(after: sign)...])
        } else if let range = line.lowercased().firstRange(of: "copyright") {
            words = line.dropFirst(line.lowercased().distance(from: line.startIndex, to: range.upperBound))
            // `Copyright (c) 2025 Ann Bell`
            if let sign = words.firstRange(of: "(c)") ?? words.firstRange(of: "(C)") {
                words = words[sign.upperBound...]
            }
        } else {
            return nil
        }
        let ends: Set<Character> = ["(", "（", "<", "[", ",", "|", ":", "·", "."]
        let name = words.drop { !$0.isLetter }.prefix { !ends.contains($0) }
        var result = WhiteSpace.folded(String(name))
        for tail in phrases.copyrightTails {
            if let range = result.lowercased().firstRange(of: tail) {
                result = String(
                    result.prefix(result.lowercased().distance(from: result.startIndex, to: range.lowerBound)))
            }
        }
        var parts = WhiteSpace.folded(result).words
        while let last = parts.last, parts.count > 1, last.allSatisfy(\.isNumber) { parts.removeLast() }
        result = parts.joined(separator: " ")
        return (2...60).contains(result.scalarCount) ? result : nil
    }
}
