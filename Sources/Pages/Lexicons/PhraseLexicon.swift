// SPDX-License-Identifier: Apache-2.0

/// The wordings by which a line is known for something other than the article's own text.
package struct PhraseLexicon: Sendable {
    struct Lists: Decodable {
        var furniture: [String]
        var furniturePrefixes: [String]
        var sectionHeadings: [String]
        var copyrightSigns: [String]
        var copyrightWords: [String]
        var copyrightTails: [String]
        var bylinePrefixes: [String]
        var bylineSuffixes: [String]
        var captionPrefixes: [String]
        var captionMarks: [String]
        var captionTails: [String]
        var datePrefixes: [String]
        var modifiedWords: [String]
        var publicationWords: [String]
        var calls: [String]
    }

    private let furniture: Set<String>
    private let sectionHeadings: Set<String>
    private let lists: Lists
    private let furniturePrefixes: PhraseSet
    private let copyrightSigns: PhraseSet
    private let copyrightWords: PhraseSet
    private let captionPrefixes: PhraseSet
    private let captionMarks: PhraseSet
    private let captionTails: PhraseSet
    private let bylinePrefixes: PhraseSet
    private let dateWords: [[Substring]]
    private let publicationWords: Set<String>
    private let calls: PhraseSet

    init(_ lists: Lists) {
        self.lists = lists
        furniturePrefixes = PhraseSet(lists.furniturePrefixes)
        copyrightSigns = PhraseSet(lists.copyrightSigns)
        copyrightWords = PhraseSet(lists.copyrightWords)
        captionPrefixes = PhraseSet(lists.captionPrefixes)
        captionMarks = PhraseSet(lists.captionMarks)
        captionTails = PhraseSet(lists.captionTails)
        bylinePrefixes = PhraseSet(lists.bylinePrefixes)
        dateWords = lists.datePrefixes.map { Self.key($0).split(separator: " ") }.filter { !$0.isEmpty }
        calls = PhraseSet(lists.calls)
        publicationWords = Set(lists.publicationWords)
        furniture = Set(lists.furniture.map(Self.key))
        sectionHeadings = Set(lists.sectionHeadings.map(Self.key))
    }

    /// A line as it is compared: lower case, letters and digits only, one blank between words.
    package static func key(_ line: String) -> String {
        var line = line
        let ascii = line.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? asciiKey(bytes) : nil }
        if let ascii { return ascii }
        var key = String.UnicodeScalarView()
        var pending = false
        for scalar in line.lowercased().unicodeScalars {
            if isKept(scalar) {
                if pending, !key.isEmpty { key.append(" ") }
                pending = false
                key.append(scalar)
            } else {
                pending = true
            }
        }
        return String(key)
    }

    private static func asciiKey(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { result in
            var count = 0
            var isPending = false
            for byte in bytes {
                let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                guard (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) || lower == 0x2B else {
                    isPending = count > 0
                    continue
                }
                if isPending {
                    result[count] = 0x20
                    count += 1
                    isPending = false
                }
                result[count] = lower
                count += 1
            }
            return count
        }
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A, 0x2B: true
        case 0..<0x80: false
        case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: true
        case 0xAC00...0xD7A3: true
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    /// Whether the whole line is a label of furniture, such as `Share` or `본문 바로가기`.
    package func isFurnitureLabel(_ line: String) -> Bool {
        guard line.utf8.count <= 120 else { return false }
        let key = Self.key(line)
        if key.isEmpty || furniture.contains(key) || isCountedLabel(key) { return true }
        guard line.unicodeScalars.contains(where: Self.bars.contains) else { return false }
        let parts = line.unicodeScalars.split(whereSeparator: Self.bars.contains).map { Self.key(String($0)) }
        return parts.count > 1 && parts.allSatisfy { $0.isEmpty || furniture.contains($0) || isCountedLabel($0) }
    }

    /// Whether a short line begins as furniture does, such as `Read more: …`.
    package func hasFurniturePrefix(_ line: String) -> Bool {
        furniturePrefixes.prefixEnd(of: Array(line.lowercased().utf8)) != nil
    }

    /// Whether a short paragraph asks the reader to subscribe, to follow or to write in.
    package func isCall(_ line: String) -> Bool {
        calls.firstEnd(in: Array(line.lowercased().utf8)) != nil
    }

    /// Whether the line is the heading of a list of other articles, of comments or the like.
    package func isSectionHeading(_ line: String) -> Bool {
        line.utf8.count <= 90 && sectionHeadings.contains(Self.key(line))
    }

    /// Whether the line says who owns the text.
    package func isCopyright(_ line: String) -> Bool {
        let length = line.unicodeScalars.count
        guard length <= 300 else { return false }
        let lowered = Array(line.lowercased().utf8)
        if copyrightSigns.prefixEnd(of: lowered) != nil { return true }
        return copyrightWords.firstEnd(in: lowered) != nil
            && (length <= 160 || copyrightSigns.firstEnd(in: lowered) != nil)
    }

    /// Words that follow the owner's name in a copyright line.
    package var copyrightTails: [String] { lists.copyrightTails }

    /// Whether the line begins or ends as the words under a picture do.
    package func isCaption(_ line: String) -> Bool {
        let length = line.unicodeScalars.count
        guard length <= 400 else { return false }
        let lowered = Array(line.lowercased().utf8)
        return captionPrefixes.prefixEnd(of: lowered) != nil
            || (length <= 250 && captionMarks.firstEnd(in: lowered) != nil)
            || (length >= 20 && hasCredit(lowered))
    }

    /// Whether the line ends in a credit such as `Photo: Ann Bell` or `© Harbour Post`.
    private func hasCredit(_ lowered: [UInt8]) -> Bool {
        guard let end = captionTails.firstEnd(in: lowered, from: max(0, lowered.count - 56)) else { return false }
        return lowered[end...].split(separator: 0x20).count <= 5
    }

    /// What follows a word that opens a byline, such as `By `; `nil` if the line does not begin so.
    package func afterBylinePrefix(_ line: String) -> Substring? {
        let lowered = line.lowercased()
        guard let end = bylinePrefixes.prefixEnd(of: Array(lowered.utf8)) else { return nil }
        let scalars = String(decoding: lowered.utf8.prefix(end), as: UTF8.self).unicodeScalars.count
        return Substring(line.unicodeScalars.dropFirst(scalars))
    }

    /// Whether the line ends in a word for a journalist, an e-mail address apart.
    package func hasBylineSuffix(_ line: String) -> Bool {
        let lowered = line.lowercased()
        return lists.bylineSuffixes.contains { lowered.hasSuffix($0) }
    }

    /// The line without the words that announce a date, such as `Published` or `입력`.
    package func withoutDateWords(_ line: String) -> String {
        Self.removing(dateWords, from: Self.key(line))
    }

    /// Whether the line begins with words that announce a date or holds a word for publication.
    package func announcesDate(_ line: String) -> Bool {
        let words = Self.key(line).split(separator: " ")
        return dateWords.contains { $0.count <= words.count && words.starts(with: $0) }
            || words.contains { publicationWords.contains(String($0)) }
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

    private static let bars: Set<Unicode.Scalar> = ["|", "•", "·", "/"]

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

    private static func removing(_ phrases: [[Substring]], from key: String) -> String {
        var words = key.split(separator: " ")
        for phrase in phrases where phrase.count <= words.count && words.contains(phrase[0]) {
            while let range = words.firstRange(of: phrase) { words.removeSubrange(range) }
        }
        return words.joined(separator: " ")
    }
}
