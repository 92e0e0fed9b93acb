// SPDX-License-Identifier: Apache-2.0

/// What the names given to an element by its author (`class`, `id`) say about it.
package struct Marks: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let articleBody = Marks(rawValue: 1 << 0)
    package static let article = Marks(rawValue: 1 << 1)
    package static let main = Marks(rawValue: 1 << 2)
    package static let navigation = Marks(rawValue: 1 << 3)
    package static let share = Marks(rawValue: 1 << 4)
    package static let related = Marks(rawValue: 1 << 5)
    package static let comments = Marks(rawValue: 1 << 6)
    package static let aside = Marks(rawValue: 1 << 7)
    package static let footer = Marks(rawValue: 1 << 8)
    package static let header = Marks(rawValue: 1 << 9)
    package static let advert = Marks(rawValue: 1 << 10)
    package static let newsletter = Marks(rawValue: 1 << 11)
    package static let tools = Marks(rawValue: 1 << 12)
    package static let tags = Marks(rawValue: 1 << 13)
    package static let bio = Marks(rawValue: 1 << 14)
    package static let byline = Marks(rawValue: 1 << 15)
    package static let date = Marks(rawValue: 1 << 16)
    package static let caption = Marks(rawValue: 1 << 17)
    package static let headline = Marks(rawValue: 1 << 18)
    package static let deck = Marks(rawValue: 1 << 19)
    package static let pull = Marks(rawValue: 1 << 20)
    /// An opening of this article or a pointer to another one.
    package static let teaser = Marks(rawValue: 1 << 21)

    /// Marks of what surrounds an article.
    package static let furniture: Marks = [
        .navigation, .share, .related, .comments, .aside, .footer, .header, .advert, .newsletter, .tools, .tags, .bio,
    ]

    static let names: [String: Marks] = [
        "articleBody": .articleBody, "article": .article, "main": .main, "navigation": .navigation, "share": .share,
        "related": .related, "comments": .comments, "aside": .aside, "footer": .footer, "header": .header,
        "advert": .advert, "newsletter": .newsletter, "tools": .tools, "tags": .tags, "bio": .bio, "byline": .byline,
        "date": .date, "caption": .caption, "headline": .headline, "deck": .deck, "pull": .pull, "teaser": .teaser,
    ]
}

/// Looks words of `class` and `id` values up.
package final class MarkLexicon: Sendable {
    private let marks: [ArraySlice<UInt8>: Marks]
    private let wholeNames: Set<ArraySlice<UInt8>>
    /// Words behind which a name says what the element has, not what it is: `section--has-ads`.
    private static let stateWords = Set(["has", "no", "with", "without", "not", "hasno"].map { ArraySlice($0.utf8) })
    /// Words at the start of a name that say a state: `is-hidden`.
    private static let openingWords = Set(["is", "page", "js"].map { ArraySlice($0.utf8) })

    /// Bytes of the longest name that has to be whole.
    private static let longestWhole = 24
    /// Bytes of a name that are looked at.
    private static let longestName = 120
    /// Names in a value that are looked at.
    private static let most = 24
    /// Words of the longest phrase.
    private static let longestPhrase = 3

    /// Takes the phrases of each mark: one to three lower-case words.
    ///
    /// Those under `wholeTools` have to be the whole name, since `label-hidden` says of a label and not of the element
    /// that it is hidden.
    package init(phrases: [String: [String]]) {
        var marks: [ArraySlice<UInt8>: Marks] = [:]
        for (name, list) in phrases {
            guard let mark = Marks.names[name] else { continue }
            for phrase in list { marks[ArraySlice(phrase.utf8), default: []].insert(mark) }
        }
        self.marks = marks
        wholeNames = Set((phrases["wholeTools"] ?? []).map { ArraySlice($0.utf8) })
    }

    /// The marks of a `class` or `id` value: each name in it is cut into words, and runs of up to three are looked up.
    package func marks(of value: String) -> Marks { marks(of: ArraySlice(value.utf8)) }

    /// The same of UTF-8 bytes.
    package func marks(of value: ArraySlice<UInt8>) -> Marks {
        var result: Marks = []
        for name in value.split(whereSeparator: { $0 <= 0x20 }).prefix(Self.most) {
            if name.count <= Self.longestWhole, wholeNames.contains(ArraySlice(name.map(Self.lower))) {
                result.insert(.tools)
            }
            let (text, words) = Self.words(of: name)
            let end = words.firstIndex { Self.stateWords.contains(text[$0]) } ?? words.count
            guard end > 0, end == 1 || !Self.openingWords.contains(text[words[0]]) else { continue }
            for first in 0..<end {
                for last in first..<min(first + Self.longestPhrase, end) {
                    if let found = marks[text[words[first].lowerBound..<words[last].upperBound]] {
                        result.formUnion(found)
                    }
                }
            }
        }
        return result
    }

    /// Cuts at everything that is no letter, at a capital after a small letter, and drops digits at a word's end.
    ///
    /// Gives the words in lower case, one blank between two, and where they stand.
    static func words(of name: ArraySlice<UInt8>) -> (text: [UInt8], words: [Range<Int>]) {
        var text: [UInt8] = []
        text.reserveCapacity(name.count + 8)
        var words: [Range<Int>] = []
        var start = 0
        var previousIsSmall = false
        func close() {
            while text.count - start > 2, let last = text.last, isDigit(last) { text.removeLast() }
            if text.count > start {
                words.append(start..<text.count)
                text.append(0x20)
                start = text.count
            }
            previousIsSmall = false
        }
        for byte in name.prefix(longestName) {
            switch byte {
            case 0x41...0x5A:
                if previousIsSmall { close() }
                text.append(byte | 0x20)
                previousIsSmall = false
            case 0x61...0x7A:
                text.append(byte)
                previousIsSmall = true
            case 0x30...0x39, 0x80...:
                text.append(byte)
                previousIsSmall = false
            default: close()
            }
        }
        close()
        return (text, words)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
