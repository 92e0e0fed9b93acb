// SPDX-License-Identifier: Apache-2.0

/// The wordings by which a line is known for something other than the article's own text.
package struct PhraseLexicon: Sendable {
    struct Lists: Decodable {
        var furniture: [String]
        var furniturePrefixes: [String]
        var sectionHeadings: [String]
        var copyright: [String]
        var copyrightTails: [String]
        var bylinePrefixes: [String]
        var bylineSuffixes: [String]
        var captionPrefixes: [String]
        var captionMarks: [String]
        var captionTails: [String]
        var datePrefixes: [String]
        var modifiedWords: [String]
    }

    private let furniture: Set<String>
    private let sectionHeadings: Set<String>
    private let lists: Lists

    init(_ lists: Lists) {
        self.lists = lists
        furniture = Set(lists.furniture.map(Self.key))
        sectionHeadings = Set(lists.sectionHeadings.map(Self.key))
    }

    /// A line as it is compared: lower case, letters and digits only, one blank between words.
    package static func key(_ line: String) -> String {
        var key = String.UnicodeScalarView()
        var pending = false
        for scalar in line.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "+"
                || scalar.properties.generalCategory == .nonspacingMark
            {
                if pending, !key.isEmpty { key.append(" ") }
                pending = false
                key.append(scalar)
            } else {
                pending = true
            }
        }
        return String(key)
    }

    /// Whether the whole line is a label of furniture, such as `Share` or `본문 바로가기`.
    package func isFurnitureLabel(_ line: String) -> Bool {
        guard line.utf8.count <= 120 else { return false }
        let key = Self.key(line)
        if key.isEmpty || furniture.contains(key) || isCountedLabel(key) { return true }
        let parts = line.split(whereSeparator: { "|•·/".contains($0) }).map { Self.key(String($0)) }
        return parts.count > 1 && parts.allSatisfy { $0.isEmpty || furniture.contains($0) || isCountedLabel($0) }
    }

    /// Whether a short line begins as furniture does, such as `Read more: …`.
    package func hasFurniturePrefix(_ line: String) -> Bool {
        let lowered = line.lowercased()
        return lists.furniturePrefixes.contains { lowered.hasPrefix($0) }
    }

    /// Whether the line is the heading of a list of other articles, of comments or the like.
    package func isSectionHeading(_ line: String) -> Bool {
        line.utf8.count <= 90 && sectionHeadings.contains(Self.key(line))
    }

    /// Whether the line says who owns the text.
    package func isCopyright(_ line: String) -> Bool {
        let lowered = line.lowercased()
        guard line.unicodeScalars.count <= 300 else { return false }
        let signs = lists.copyright.prefix(3)
        if signs.contains(where: { lowered.hasPrefix($0) }) { return true }
        return lists.copyright.dropFirst(3).contains { lowered.contains($0) }
            && (line.unicodeScalars.count <= 160 || signs.contains { lowered.contains($0) })
    }

    /// Words that follow the owner's name in a copyright line.
    package var copyrightTails: [String] { lists.copyrightTails }

    /// Whether the line begins or ends as the words under a picture do.
    package func isCaption(_ line: String) -> Bool {
        let lowered = line.lowercased()
        guard line.unicodeScalars.count <= 400 else { return false }
        return lists.captionPrefixes.contains { lowered.hasPrefix($0) }
            || (line.unicodeScalars.count <= 250 && lists.captionMarks.contains { lowered.contains($0) })
            || hasCredit(lowered)
    }

    /// Whether the line ends in a credit such as `Photo: Ann Bell` or `© Harbour Post`.
    private func hasCredit(_ lowered: String) -> Bool {
        guard (20...400).contains(lowered.unicodeScalars.count) else { return false }
        let tail = String(lowered.unicodeScalars.suffix(48))
        return lists.captionTails.contains { mark in
            guard let range = tail.firstRange(of: mark) else { return false }
            return tail[range.upperBound...].split(separator: " ").count <= 5
        }
    }

    /// What follows a word that opens a byline, such as `By `; `nil` if the line does not begin so.
    package func afterBylinePrefix(_ line: String) -> Substring? {
        let lowered = line.lowercased()
        guard let prefix = lists.bylinePrefixes.first(where: { lowered.hasPrefix($0) }) else { return nil }
        let rest = line.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
        return Substring(rest)
    }

    /// Whether the line ends in a word for a journalist, an e-mail address apart.
    package func hasBylineSuffix(_ line: String) -> Bool {
        let lowered = line.lowercased()
        return lists.bylineSuffixes.contains { lowered.hasSuffix($0) }
    }

    /// The line without the words that announce a date, such as `Published` or `입력`.
    package func withoutDateWords(_ line: String) -> String {
        Self.removing(lists.datePrefixes, from: Self.key(line))
    }

    /// Whether words before a date say that it is of a change.
    package func meansModified(_ words: String) -> Bool {
        let key = Self.key(words)
        return lists.modifiedWords.contains { key.hasSuffix($0) || key.hasPrefix($0) }
    }

    private func isCountedLabel(_ key: String) -> Bool {
        let words = key.split(separator: " ").filter { word in !word.unicodeScalars.allSatisfy(Self.isDigit) }
        return words.count <= 3 && (words.isEmpty || furniture.contains(words.joined(separator: " ")))
            && key.unicodeScalars.count <= 24
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

    private static func removing(_ phrases: [String], from key: String) -> String {
        var words = key.split(separator: " ").map(String.init)
        for phrase in phrases {
            let parts = phrase.split(separator: " ").map(String.init)
            while let range = words.firstRange(of: parts) { words.removeSubrange(range) }
        }
        return words.joined(separator: " ")
    }
}
