// SPDX-License-Identifier: Apache-2.0

/// The wordings by which a line is known for something other than the article's own text.
package final class PhraseLexicon: Sendable {
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
        var otherDateWords: [String]
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
    private let bylineSuffixes: [[UInt8]]
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
        bylineSuffixes = lists.bylineSuffixes.map { Array($0.utf8) }
        dateWords = lists.datePrefixes.map { Self.key($0).words }.filter { !$0.isEmpty }
        calls = PhraseSet(lists.calls)
        publicationWords = Set(lists.publicationWords)
        furniture = Set(lists.furniture.map(Self.key))
        sectionHeadings = Set(lists.sectionHeadings.map(Self.key))
    }

    /// A line as it is compared: lower case, letters and digits only, one blank between words.
    package static func key(_ line: String) -> String { key(lowered: LoweredLine.lowered(line)) }

    /// The same without blanks.
    static func tightKey(_ line: String) -> String {
        String(decoding: key(line).utf8.filter { $0 != 0x20 }, as: UTF8.self)
    }

    /// The same of a line in lower case.
    static func key(lowered line: [UInt8]) -> String {
        line.withUnsafeBufferPointer { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { result in
                var count = 0
                var isPending = false
                var index = 0
                while index < bytes.count {
                    let byte = bytes[index]
                    let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                    guard index + width <= bytes.count else { break }
                    if isKept(bytes, at: index, width: width) {
                        if isPending, count > 0 {
                            result[count] = 0x20
                            count += 1
                        }
                        isPending = false
                        for offset in 0..<width { result[count + offset] = bytes[index + offset] }
                        count += width
                    } else {
                        isPending = true
                    }
                    index += width
                }
                return count
            }
        }
    }

    private static func isKept(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, width: Int) -> Bool {
        let lead = bytes[index]
        if width == 1 { return lead &- 0x61 < 26 || lead &- 0x30 < 10 || lead == 0x2B }
        var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return Unicode.Scalar(value).map(isKept) ?? false
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: true
        case 0xAC00...0xD7A3: true
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    /// Whether the whole line is a label of furniture, such as `Share` or `본문 바로가기`.
    func isFurnitureLabel(_ line: LoweredLine) -> Bool {
        guard line.text.utf8.count <= 120 else { return false }
        let key = Self.key(lowered: line.bytes)
        if key.isEmpty || furniture.contains(key) || isCountedLabel(key) { return true }
        guard line.text.unicodeScalars.contains(where: Self.bars.contains) else { return false }
        let parts = line.text.unicodeScalars.split(whereSeparator: Self.bars.contains).map { Self.key(String($0)) }
        return parts.count > 1 && parts.allSatisfy { $0.isEmpty || furniture.contains($0) || isCountedLabel($0) }
    }

    /// Whether a short line begins as furniture does, such as `Read more: …`.
    func hasFurniturePrefix(_ line: LoweredLine) -> Bool {
        furniturePrefixes.prefixEnd(of: line.bytes) != nil
    }

    /// Whether a short paragraph asks the reader to subscribe, to follow or to write in.
    func isCall(_ line: LoweredLine) -> Bool {
        calls.firstEnd(in: line.bytes) != nil
    }

    /// Whether the line is the heading of a list of other articles, of comments or the like.
    package func isSectionHeading(_ line: String) -> Bool {
        line.utf8.count <= 90 && sectionHeadings.contains(Self.key(line))
    }

    /// Whether the line says who owns the text.
    func isCopyright(_ line: LoweredLine) -> Bool {
        guard line.length <= 300 else { return false }
        if copyrightSigns.prefixEnd(of: line.bytes) != nil { return true }
        return copyrightWords.firstEnd(in: line.bytes) != nil
            && (line.length <= 160 || copyrightSigns.firstEnd(in: line.bytes) != nil)
    }

    /// Words that follow the owner's name in a copyright line.
    package var copyrightTails: [String] { lists.copyrightTails }

    /// Whether the line begins or ends as the words under a picture do.
    func isCaption(_ line: LoweredLine) -> Bool {
        guard line.length <= 400 else { return false }
        return captionPrefixes.prefixEnd(of: line.bytes) != nil
            || (line.length <= 250 && captionMarks.firstEnd(in: line.bytes) != nil)
            || (line.length >= 20 && hasCredit(line.bytes))
    }

    /// Whether the line ends in a credit such as `Photo: Ann Bell` or `© Harbour Post`.
    private func hasCredit(_ lowered: [UInt8]) -> Bool {
        guard let end = captionTails.firstEnd(in: lowered, from: max(0, lowered.count - 56)) else { return false }
        return lowered[end...].split(separator: 0x20).count <= 5
    }

    /// What follows a word that opens a byline, such as `By `; `nil` if the line does not begin so.
    func afterBylinePrefix(_ line: LoweredLine) -> Substring? {
        guard let end = bylinePrefixes.prefixEnd(of: line.bytes) else { return nil }
        let scalars = line.bytes[..<end].count { $0 & 0xC0 != 0x80 }
        return Substring(line.text.unicodeScalars.dropFirst(scalars))
    }

    /// Whether the line ends in a word for a journalist, an e-mail address apart.
    func hasBylineSuffix(_ line: LoweredLine) -> Bool {
        bylineSuffixes.contains(where: line.hasSuffix)
    }

    /// The line without the words that announce a date, such as `Published` or `입력`.
    package func withoutDateWords(_ line: String) -> String {
        Self.removing(dateWords, from: Self.key(line))
    }

    /// Whether the line begins with words that announce a date or holds a word for publication.
    package func announcesDate(_ line: String) -> Bool {
        let words = Self.key(line).words
        return dateWords.contains { $0.count <= words.count && words.starts(with: $0) }
            || words.contains { publicationWords.contains(String($0)) }
    }

    /// Whether a text ends in words that announce a date, such as `Published on`; single small words do not.
    func endsInDateWords(_ text: String) -> Bool {
        let words = Self.key(text).words
        return dateWords.contains { phrase in
            phrase.count <= words.count && phrase.reduce(0) { $0 + $1.count } >= 5
                && words.suffix(phrase.count).elementsEqual(phrase)
        }
    }

    /// Whether words before a date say that it is of a change.
    package func meansModified(_ words: String) -> Bool {
        let key = Self.key(words)
        return lists.modifiedWords.contains { key.hasSuffix($0) || key.hasPrefix($0) || key.holds(" \($0) ") }
    }

    /// Whether words before a date say that it is of something else than the page, such as `Joined`.
    func meansOther(_ words: String) -> Bool {
        let key = Self.key(words)
        return lists.otherDateWords.contains { key == $0 || key.hasSuffix(" " + $0) }
    }

    /// Whether one of the few words before or after a date speaks of publication.
    func speaksOfPublication(before: String, after: String) -> Bool {
        let words = Self.key(before).words.suffix(5) + Self.key(after).words.prefix(5)
        return words.contains { publicationWords.contains(String($0)) }
    }

    private func isCountedLabel(_ key: String) -> Bool {
        guard key.scalarCount <= 24 else { return false }
        let words = key.words.filter { word in !word.unicodeScalars.allSatisfy(Self.isDigit) }
        return words.count <= 3 && (words.isEmpty || furniture.contains(words.joined(separator: " ")))
    }

    private static let bars: Set<Unicode.Scalar> = ["|", "•", "·", "/"]

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

    private static func removing(_ phrases: [[Substring]], from key: String) -> String {
        var words = key.words
        for phrase in phrases where phrase.count <= words.count && words.contains(phrase[0]) {
            while let range = words.firstRange(of: phrase) { words.removeSubrange(range) }
        }
        return words.joined(separator: " ")
    }
}
