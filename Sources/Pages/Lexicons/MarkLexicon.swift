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

    /// Said by words behind which a name says what the element has, not what it is: `section--has-ads`.
    fileprivate static let state = Marks(rawValue: 1 << 30)
    /// Said by words at the start of a name that say a state: `is-hidden`.
    fileprivate static let opening = Marks(rawValue: 1 << 31)

    static let names: [String: Marks] = [
        "articleBody": .articleBody, "article": .article, "main": .main, "navigation": .navigation, "share": .share,
        "related": .related, "comments": .comments, "aside": .aside, "footer": .footer, "header": .header,
        "advert": .advert, "newsletter": .newsletter, "tools": .tools, "tags": .tags, "bio": .bio, "byline": .byline,
        "date": .date, "caption": .caption, "headline": .headline, "deck": .deck, "pull": .pull, "teaser": .teaser,
    ]
}

/// Looks words of `class` and `id` values up.
package final class MarkLexicon: Sendable {
    private let phrases: MarkTable
    private let wholeNames: MarkTable

    private static let stateWords = ["has", "no", "with", "without", "not", "hasno"]
    private static let openingWords = ["is", "page", "js"]
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
        var marks: [String: Marks] = [:]
        for (name, list) in phrases {
            guard let mark = Marks.names[name] else { continue }
            for phrase in list { marks[phrase, default: []].insert(mark) }
        }
        for word in Self.stateWords { marks[word, default: []].insert(.state) }
        for word in Self.openingWords { marks[word, default: []].insert(.opening) }
        self.phrases = MarkTable(marks)
        let whole = (phrases["wholeTools"] ?? []).map { ($0, Marks.tools) }
        wholeNames = MarkTable(Dictionary(whole) { first, _ in first })
    }

    /// The marks of a `class` or `id` value: each name in it is cut into words, and runs of up to three are looked up.
    package func marks(of value: String) -> Marks { marks(of: ArraySlice(value.utf8)) }

    /// The same of UTF-8 bytes.
    package func marks(of value: ArraySlice<UInt8>) -> Marks {
        var result: Marks = []
        var words = NameWords()
        var names = 0
        var start = value.startIndex
        while start < value.endIndex, names < Self.most {
            guard value[start] > 0x20 else {
                start += 1
                continue
            }
            var end = start + 1
            while end < value.endIndex, value[end] > 0x20 { end += 1 }
            names += 1
            if end - start <= Self.longestWhole {
                words.take(whole: value[start..<end])
                result.formUnion(wholeNames[words.text, 0..<words.text.count])
            }
            words.cut(value[start..<min(end, start + Self.longestName)])
            result.formUnion(marks(of: words))
            start = end
        }
        return result
    }

    private func marks(of name: NameWords) -> Marks {
        let words = name.words
        var result: Marks = []
        // What stands behind a word such as `has` says what the element holds.
        var end = 0
        while end < words.count {
            let found = phrases[name.text, words[end]]
            if found.contains(.state) { break }
            result.formUnion(found)
            end += 1
        }
        if end > 1, phrases[name.text, words[0]].contains(.opening) { return [] }
        for first in 0..<max(0, end - 1) {
            var hash = ByteHash()
            hash.add(name.text, words[first])
            for last in (first + 1)..<min(first + Self.longestPhrase, end) {
                let range = words[first].lowerBound..<words[last].upperBound
                if range.count > phrases.longest { break }
                hash.add(name.text, words[last - 1].upperBound..<range.upperBound)
                result.formUnion(phrases.marks(of: name.text, range, hash: hash.value))
            }
        }
        return result.subtracting([.state, .opening])
    }
}
