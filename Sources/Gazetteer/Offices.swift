// SPDX-License-Identifier: Apache-2.0

/// A kind of office, such as that of a mayor.
public struct OfficeTitle: Hashable, Sendable, Decodable {
    /// What an office may belong to.
    public enum Body: String, Hashable, Sendable, Codable, CaseIterable {
        /// A country.
        case country
        /// A province, state, district or other subdivision.
        case province
        /// A city or town.
        case city
        /// A ministry or a department of a government.
        case ministry
        /// An organisation, company, embassy, parliament, party …
        case organisation
    }

    /// The title to show, such as `Vice Mayor`.
    public var title: String
    /// Other words for the very same office, such as `Deputy Mayor`.
    public var aliases: [String]
    /// Titles of this sort that say more, such as `First Vice Mayor`.
    public var narrower: [String]
    /// The word that the title turns on, in small letters, such as `mayor`.
    public var head: String
    /// What such an office may belong to, the likeliest first.
    public var of: [Body]
    /// Whether one body has exactly one holder at a time, so that two holders on one day contradict each other.
    ///
    /// False for an ambassador, of whom a country has as many as it has embassies.
    public var unique: Bool
    /// Whether the title takes a field of work, as in `Minister of Culture`.
    public var portfolio: Bool?
}

/// What a title was understood as.
public struct OfficeMatch: Hashable, Sendable {
    /// Whether the office is held, as far as the title says.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is held.
        case holder
        /// It was held: `former`, `then`, `outgoing`.
        case former
        /// It is held for a time: `acting`, `interim`.
        case acting
        /// It is going to be held: `president-elect`, `designate`.
        case elect
    }

    /// The kind of office.
    public var office: OfficeTitle
    /// The title without standing and field: the office's own, or the narrower one that was used.
    public var title: String
    /// The field of work, as written, such as `Culture, Sports and Tourism`.
    public var portfolio: String?
    /// Whether the office is held.
    public var standing: Standing
}

/// Office titles and the words around them.
public struct Offices: Sendable {
    private struct List: Decodable {
        let offices: [OfficeTitle]
        let portfolioWords: [String]
        let standing: [String: [String]]
    }

    private struct Entry {
        let office: Int
        let title: String
    }

    /// Every kind of office, in the order of the list.
    public let all: [OfficeTitle]
    private let byTitle: [[Substring]: Entry]
    private let longestTitle: Int
    private let portfolioWords: [[Substring]]
    private let standings: [[Substring]: OfficeMatch.Standing]

    /// Reads the list that belongs to this target.
    init() throws(GazetteerError) {
        let list = try Lexicon.load("offices", as: List.self)
        var byTitle: [[Substring]: Entry] = [:]
        for (index, office) in list.offices.enumerated() {
            let own = ([office.title] + office.aliases).map { ($0, office.title) }
            for (written, title) in own + office.narrower.map({ ($0, $0) }) {
                let entry = Entry(office: index, title: title)
                if let other = byTitle.updateValue(entry, forKey: Words.split(written)), other.office != index {
                    throw .lexicon(name: "offices", reason: "\(written) stands in it twice")
                }
            }
        }
        var standings: [[Substring]: OfficeMatch.Standing] = [:]
        for (name, words) in list.standing {
            guard let standing = OfficeMatch.Standing(rawValue: name) else {
                throw .lexicon(name: "offices", reason: "\(name) is no standing")
            }
            for word in words where standings.updateValue(standing, forKey: Words.split(word)) != nil {
                throw .lexicon(name: "offices", reason: "\(word) stands in it twice")
            }
        }
        all = list.offices
        self.byTitle = byTitle
        longestTitle = byTitle.keys.map(\.count).max() ?? 0
        portfolioWords = list.portfolioWords.map(Words.split)
        self.standings = standings
    }

    /// What `title` means: `Vice Mayor`, `former Foreign Minister`, `Minister of Culture, Sports and Tourism`,
    /// `Culture Minister`, `Permanent Secretary (Media)`, `president-elect`; `nil` where it is no title.
    ///
    /// The name of the body (`Busan` in `Busan Mayor`, `of Korea` in `President of Korea`) is not part of a title.
    public func office(titled title: String) -> OfficeMatch? {
        if let (title, field) = Self.bracketed(title), var found = office(titled: title) {
            found.portfolio = found.portfolio ?? field
            return found
        }
        let original = Words.splitKeepingCase(title)
        let words = original.map { Words.folded($0) }
        if let found = plainOffice(words) { return found }
        let (standing, range) = standing(of: words)
        let (bare, kept) = (Array(words[range]), original[range])
        return titleBeforePortfolio(bare, kept: kept, standing: standing)
            ?? titleAfterPortfolio(bare, kept: kept, standing: standing)
    }

    /// The longest title that `words` begin with and how many words it takes; fields of work are not looked for.
    ///
    /// Cut text into words at white space and hyphens: `Vice`, `Mayor`, `of`, `Busan` begin with a title of two.
    public func office(beginning words: [String]) -> (match: OfficeMatch, count: Int)? {
        let folded = words.map { Words.folded(Substring($0)) }
        for count in stride(from: min(words.count, longestTitle + 2), to: 0, by: -1) {
            if let match = plainOffice(Array(folded.prefix(count))) { return (match, count) }
        }
        return nil
    }

    /// The longest title that `words` end with and how many words it takes: `Busan`, `Vice`, `Mayor` end with two.
    public func office(ending words: [String]) -> (match: OfficeMatch, count: Int)? {
        let folded = words.map { Words.folded(Substring($0)) }
        for count in stride(from: min(words.count, longestTitle + 2), to: 0, by: -1) {
            if let match = plainOffice(Array(folded.suffix(count))) { return (match, count) }
        }
        return nil
    }

    /// The plural of a title as its singular: `mayors`, `ministers`, `secretaries-general`; `nil` where it is none.
    public func office(plural title: String) -> OfficeMatch? {
        let words = Words.split(title)
        for index in words.indices.reversed() {
            for singular in Words.singulars(of: words[index]) {
                var changed = words
                changed[index] = singular
                if let entry = byTitle[changed] { return match(entry, portfolio: nil, standing: .holder) }
            }
        }
        return nil
    }

    /// `Minister of Culture`: a title that takes a field, a word such as `of`, the field.
    private func titleBeforePortfolio(
        _ words: [Substring], kept: ArraySlice<Substring>, standing: OfficeMatch.Standing
    ) -> OfficeMatch? {
        for length in stride(from: min(longestTitle, words.count - 2), to: 0, by: -1) {
            guard let entry = takingPortfolio(words.prefix(length)) else { continue }
            for link in portfolioWords where words.dropFirst(length).starts(with: link) {
                let field = kept.dropFirst(length + link.count)
                if !field.isEmpty { return match(entry, portfolio: joined(field), standing: standing) }
            }
        }
        return nil
    }

    /// `Culture Minister`: the field, then a title that takes one; `Deputy Culture Minister`: the field inside the title.
    private func titleAfterPortfolio(
        _ words: [Substring], kept: ArraySlice<Substring>, standing: OfficeMatch.Standing
    ) -> OfficeMatch? {
        for length in stride(from: min(longestTitle, words.count - 1), to: 0, by: -1) {
            if words.count - length > 1, let entry = takingPortfolio(words.prefix(1) + words.suffix(length)) {
                return match(entry, portfolio: joined(kept.dropFirst().dropLast(length)), standing: standing)
            }
            if let entry = takingPortfolio(words.suffix(length)) {
                return match(entry, portfolio: joined(kept.dropLast(length)), standing: standing)
            }
        }
        return nil
    }

    private func takingPortfolio(_ title: ArraySlice<Substring>) -> Entry? {
        byTitle[Array(title)].flatMap { all[$0.office].portfolio == true ? $0 : nil }
    }

    /// A title without a field of work, with or without words on its standing.
    private func plainOffice(_ words: [Substring]) -> OfficeMatch? {
        // `Honorary Consul` is a title as it stands; only then is a first word about the holder.
        if let entry = byTitle[words] { return match(entry, portfolio: nil, standing: .holder) }
        let (standing, range) = standing(of: words)
        guard range.count < words.count else { return nil }
        return byTitle[Array(words[range])].map { match($0, portfolio: nil, standing: standing) }
    }

    /// What words such as `former` in front and `elect` behind say, and the words between.
    private func standing(of words: [Substring]) -> (OfficeMatch.Standing, Range<Int>) {
        var standing = OfficeMatch.Standing.holder
        var range = words.indices
        while let (found, length) = standingWords(range.count, { Array(words[range.prefix($0)]) }) {
            if found != .holder { standing = found }
            range = range.lowerBound + length..<range.upperBound
        }
        if let (found, length) = standingWords(range.count, { Array(words[range.suffix($0)]) }), found != .holder {
            standing = found
            range = range.lowerBound..<range.upperBound - length
        }
        return (standing, range)
    }

    /// Looks for one or two words on the standing where `words` cuts them; at least one word must remain.
    private func standingWords(
        _ available: Int, _ words: (Int) -> [Substring]
    ) -> (OfficeMatch.Standing, length: Int)? {
        for length in [2, 1] where available > length {
            if let found = standings[words(length)] { return (found, length) }
        }
        return nil
    }

    /// `Permanent Secretary (Media)` as title and field.
    private static func bracketed(_ title: String) -> (title: String, field: String)? {
        guard title.hasSuffix(")"), let open = title.lastIndex(of: "("), open > title.startIndex else { return nil }
        return (String(title[..<open]), String(title[title.index(after: open)...].dropLast()))
    }

    private func match(_ entry: Entry, portfolio: String?, standing: OfficeMatch.Standing) -> OfficeMatch {
        OfficeMatch(office: all[entry.office], title: entry.title, portfolio: portfolio, standing: standing)
    }

    private func joined(_ words: ArraySlice<Substring>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        return String(first.base[first.startIndex..<last.endIndex])
    }
}
