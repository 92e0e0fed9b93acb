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

    /// Said by the first word of a name that says what an element is filed under: `category-comments`.
    fileprivate static let filing = Marks(rawValue: 1 << 28)
    /// Said by names of elements that have names of that kind.
    fileprivate static let filed = Marks(rawValue: 1 << 29)
    /// Said by words behind which a name says what the element has, not what it is: `section--has-ads`.
    fileprivate static let state = Marks(rawValue: 1 << 30)
    /// Said by words at the start of a name that say a state: `is-hidden`.
    fileprivate static let opening = Marks(rawValue: 1 << 31)

    static let names: [String: Marks] = [
        "articleBody": .articleBody, "article": .article, "main": .main, "navigation": .navigation, "share": .share,
        "related": .related, "comments": .comments, "aside": .aside, "footer": .footer, "header": .header,
        "advert": .advert, "newsletter": .newsletter, "tools": .tools, "tags": .tags, "bio": .bio, "byline": .byline,
        "date": .date, "caption": .caption, "headline": .headline, "deck": .deck, "pull": .pull, "teaser": .teaser,
        "filing": .filing, "filed": .filed,
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
    package func marks(of value: String) -> Marks {
        var value = value
        var words = NameWords()
        return value.withUTF8 { marks(of: $0, cutting: &words) }
    }

    /// The same of UTF-8 bytes; `words` is memory to cut them in.
    func marks(of value: UnsafeBufferPointer<UInt8>, cutting words: inout NameWords) -> Marks {
        var result: Marks = []
        // What names that begin as those of a filed element do would say of any other.
        var filing: Marks = []
        var names = 0
        var start = 0
        while start < value.count, names < Self.most {
            guard value[start] > 0x20 else {
                start += 1
                continue
            }
            var end = start + 1
            while end < value.count, value[end] > 0x20 { end += 1 }
            names += 1
            let name = UnsafeBufferPointer(rebasing: value[start..<end])
            if name.count <= Self.longestWhole { result.formUnion(wholeNames.marks(ofName: name)) }
            words.cut(name)
            let found = marks(of: words)
            if found.contains(.filing), words.words.count > 1 {
                filing.formUnion(found)
            } else {
                result.formUnion(found)
            }
            start = end
        }
        if !result.contains(.filed) { result.formUnion(filing) }
        return result.subtracting([.filing, .filed])
    }

    private func marks(of name: NameWords) -> Marks {
        let words = name.words
        var result: Marks = []
        // What stands behind a word such as `has` says what the element holds.
        var end = 0
        while end < words.count {
            let found = phrases[name.text, words[end]]
            if found.contains(.state) { break }
            result.formUnion(end == 0 ? found : found.subtracting(.filing))
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
