// SPDX-License-Identifier: Apache-2.0

/// The nouns that names of organisations, public bodies and venues turn on: `Ministry`, `Foundation`, `Museum`.
public struct OrganisationHeads: Sendable {
    /// What a name with such a noun names.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A public body: ministry, embassy, council …
        case government
        /// A foundation, company, university, association …
        case organisation
        /// A venue, building or site: museum, palace, park …
        case place
    }

    private let kinds: [[Substring]: Kind]
    private let longest: Int
    /// The heads of one word and their plurals.
    private let sieve: WordSieve

    /// Reads the list that belongs to this target.
    init() throws(GazetteerError) {
        let list = try Lexicon.load("organisation-heads", as: [String: [String]].self)
        var kinds: [[Substring]: Kind] = [:]
        for (name, heads) in list {
            guard let kind = Kind(rawValue: name) else {
                throw .lexicon(name: "organisation-heads", reason: "\(name) is no kind of party")
            }
            for head in heads where kinds.updateValue(kind, forKey: Words.split(head)) != nil {
                throw .lexicon(name: "organisation-heads", reason: "\(head) stands in it twice")
            }
        }
        self.kinds = kinds
        longest = kinds.keys.map(\.count).max() ?? 0
        sieve = WordSieve(kinds.keys.filter { $0.count == 1 }.flatMap { Words.plurals(of: $0[0]) + $0 })
    }

    /// What a single noun or fixed phrase heads, in any case, singular or plural.
    public func kind(ofHead head: String) -> Kind? { sieve.mayHold(head) ? kind(ofHead: Words.split(head)) : nil }

    private func kind(ofHead words: [Substring]) -> Kind? {
        if let kind = kinds[words] { return kind }
        guard let last = words.last else { return nil }
        for singular in Words.singulars(of: last) {
            if let kind = kinds[words.dropLast() + [singular]] { return kind }
        }
        return nil
    }

    /// What a whole name names, by its head: the last head before the first `of`, `for` or `in`, the longest that fits.
    ///
    /// A head may take its preposition along: a `Centre for` something is an organisation, other centres are venues.
    ///
    /// `Ministry of Culture`, `Busan Museum of Art`, `Korea Foundation`, `Consulate General of Viet Nam in Busan`.
    public func kind(ofName name: String) -> Kind? {
        let words = Words.split(name)
        let stem = words.prefix { !Self.links.contains($0) }
        if stem.count < words.count, let kind = kinds[Array(words[...stem.endIndex].suffix(2))] { return kind }
        for end in stride(from: stem.count, to: 0, by: -1) {
            for length in stride(from: min(longest, end), to: 0, by: -1) {
                if let kind = kind(ofHead: Array(stem[end - length..<end])) { return kind }
            }
        }
        return nil
    }

    /// Words after which a name only says whose or where.
    private static let links: Set<Substring> = ["of", "for", "in", "at", "to", "on"]
}
