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
package struct MarkLexicon: Sendable {
    private let marks: [String: Marks]
    private let wholeNames: Set<String>
    /// Words behind which a name says what the element has, not what it is: `section--has-ads`.
    private static let stateWords: Set<String> = ["has", "no", "with", "without", "not", "hasno"]
    /// Words at the start of a name that say a state: `is-hidden`.
    private static let openingWords: Set<String> = ["is", "page", "js"]

    /// Bytes of the longest name that has to be whole.
    private static let longestWhole = 24

    /// Takes the phrases of each mark: one to three lower-case words.
    ///
    /// Those under `wholeTools` have to be the whole name, since `label-hidden` says of a label and not of the element
    /// that it is hidden.
    package init(phrases: [String: [String]]) {
        var marks: [String: Marks] = [:]
        for (name, list) in phrases {
            guard let mark = Marks.names[name] else { continue }
            for phrase in list { marks[phrase, default: []].insert(mark) }
        }
        self.marks = marks
        wholeNames = Set(phrases["wholeTools"] ?? [])
    }

    /// The marks of a `class` or `id` value: each name in it is cut into words, and runs of up to three are looked up.
    package func marks(of value: String) -> Marks {
        var result: Marks = []
        for name in value.utf8.split(whereSeparator: { $0 <= 0x20 }).prefix(24) {
            let name = Substring(name)
            if name.utf8.count <= Self.longestWhole, wholeNames.contains(name.lowercased()) { result.insert(.tools) }
            var words = Self.words(of: name)
            if let state = words.firstIndex(where: Self.stateWords.contains) { words.removeSubrange(state...) }
            guard let first = words.first, words.count == 1 || !Self.openingWords.contains(first) else { continue }
            for start in words.indices {
                var phrase = ""
                for end in start..<min(start + 3, words.count) {
                    phrase += end == start ? words[end] : " " + words[end]
                    if let found = marks[phrase] { result.formUnion(found) }
                }
            }
        }
        return result
    }

    /// Cuts at everything that is no letter, at a capital after a small letter, and drops digits at a word's end.
    static func words(of name: Substring) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var previousIsSmall = false
        func close() {
            while word.count > 2, let last = word.last, (48...57).contains(last) { word.removeLast() }
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in name.utf8.prefix(120) {
            switch byte {
            case 65...90:
                if previousIsSmall { close() }
                word.append(byte | 0x20)
                previousIsSmall = false
            case 97...122:
                word.append(byte)
                previousIsSmall = true
            case 48...57, 0x80...:
                word.append(byte)
                previousIsSmall = false
            default:
                close()
                previousIsSmall = false
            }
        }
        close()
        return words
    }
}
