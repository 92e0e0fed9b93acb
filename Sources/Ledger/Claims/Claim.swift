// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// One statement of a value: which page or person gives a field of a record this value, and on what evidence.
public struct Claim: Hashable, Sendable, Codable {
    /// How close the words stand to the reporting: the smaller, the better.
    public enum Directness: Int, Hashable, Sendable, Codable, Comparable {
        /// In the article's body.
        case body
        /// In a headline or deck.
        case headline
        /// In a caption, or worked out from other words.
        case caption

        /// Orders the most direct first.
        public static func < (left: Directness, right: Directness) -> Bool { left.rawValue < right.rawValue }
    }

    /// The number by which a person's claim is withdrawn; `nil` for what a page says.
    public let number: Int64?
    /// The lasting id of the item of the page.
    public let item: String
    /// The field, as in the contract, such as `date`.
    public let field: String
    /// The value as text; for a party its name.
    public let value: String
    /// The record of the party, where the value is one.
    public let party: NamedItem?
    /// The page that says so; `nil` for a person.
    public let source: SourceReference?
    /// The page whose text the source copies; the page itself where it copies none.
    public let origin: Int64?
    /// The person who says so; `nil` for a page.
    public let author: Author?
    /// What the person added.
    public let note: String?
    /// The words that say it.
    public let evidence: [Evidence]
    /// How close the words stand to the reporting.
    public let directness: Directness
    /// The first day on which it was said, as `YYYY-MM-DD`.
    public let firstSeen: String?
    /// The last day on which it was said.
    public let lastSeen: String?
    /// Who withdrew it, or `reading` where a newer reading of the page does not find it; `nil` while it holds.
    public let withdrawnBy: String?
}

/// A value of a field with everything that speaks for it.
public struct ClaimedValue: Hashable, Sendable, Codable {
    /// The field.
    public let field: String
    /// The value as text.
    public let value: String
    /// The record of the party, where the value is one.
    public let party: NamedItem?
    /// Whether it is the one, or one of those, to show.
    public internal(set) var isShown: Bool
    /// How many pages say so.
    public let sources: Int
    /// How many origins say so.
    public let origins: Int
    /// The first day on which it was said.
    public let firstSeen: String?
    /// The last day on which it was said.
    public let lastSeen: String?
    /// What says so.
    public let claims: [Claim]
}

extension ClaimedValue {
    /// Gathers the claims of a record by field and value, and ranks the values of each field.
    ///
    /// A person's word comes first, the latest of them; then the number of origins, where a date also counts those
    /// that give it less precisely; then the most direct words; then the latest day.
    static func ranked(_ claims: [Claim]) -> [ClaimedValue] {
        let standing = claims.filter { $0.withdrawnBy == nil }
        let fields = Dictionary(grouping: standing, by: \.field)
        return fields.keys.sorted().flatMap { field -> [ClaimedValue] in
            let values = Dictionary(grouping: fields[field] ?? []) { $0.party?.id ?? $0.value }
            let ranked = values.values.map { Ranked($0, among: fields[field] ?? []) }.sorted { $0.isBefore($1) }
            let isMany = Entry.Content.manyFields.contains(field)
            return ranked.enumerated().map { index, value in value.made(isShown: isMany || index == 0) }
        }
    }

    private struct Ranked {
        let claims: [Claim]
        let person: Int64
        let origins: Set<Int64>
        let support: Int
        let directness: Claim.Directness
        let lastSeen: String
        let value: String

        init(_ claims: [Claim], among all: [Claim]) {
            self.claims = claims
            let value = claims[0].value
            self.value = value
            person = claims.filter { $0.author != nil }.compactMap(\.number).max() ?? 0
            origins = Set(claims.compactMap(\.origin))
            directness = claims.map(\.directness).min() ?? .caption
            lastSeen = claims.compactMap(\.lastSeen).max() ?? ""
            guard Entry.Content.dateFields.contains(claims[0].field), let date = PartialDate(value) else {
                support = origins.count
                return
            }
            let wider = all.filter { claim in
                claim.value == value || PartialDate(claim.value).map { $0.isLessPrecise(than: date) } ?? false
            }
            support = Set(wider.compactMap(\.origin)).count
        }

        func isBefore(_ other: Ranked) -> Bool {
            if person != other.person { return person > other.person }
            if support != other.support { return support > other.support }
            if directness != other.directness { return directness < other.directness }
            if lastSeen != other.lastSeen { return lastSeen > other.lastSeen }
            return value < other.value
        }

        func made(isShown: Bool) -> ClaimedValue {
            ClaimedValue(
                field: claims[0].field, value: value, party: claims[0].party, isShown: isShown,
                sources: Set(claims.compactMap { $0.source?.id }).count, origins: origins.count,
                firstSeen: claims.compactMap(\.firstSeen).min(), lastSeen: claims.compactMap(\.lastSeen).max(),
                claims: claims)
        }
    }
}

extension PartialDate {
    /// Whether this is a month or year that `other` lies in; days from one to another say something else than one of them.
    fileprivate func isLessPrecise(than other: PartialDate) -> Bool {
        guard end == nil else { return false }
        let mine = DaySpan(self)
        let theirs = DaySpan(other)
        return mine.first <= theirs.first && theirs.last <= mine.last
    }
}
