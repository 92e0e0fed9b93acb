// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A party or entry of one page, ready to be compared with those of other pages apart from any ledger.
package struct MatchItem: Codable, Hashable, Sendable {
    /// Page and short id, such as `3f9a#p1`.
    package let id: String
    /// What is compared in the item's place: one node stands for all parties that nothing tells apart.
    package let node: String
    /// The block keys, as in a ledger: two items that may be one share at least one.
    package let keys: [Int64]
    /// What the item is.
    package let kind: String
    /// What the page calls it.
    package let name: String
    /// What is compared, as JSON that only `MatchPairs` reads.
    package let profile: String
}

/// What is known of a party or entry, with the records of earlier rounds by their names.
enum MatchProfile: Codable, Hashable, Sendable {
    case party(PartyAppearance)
    case entry(EntryAppearance)
}

/// A party as one page shows it.
struct PartyAppearance: Codable, Hashable, Sendable {
    /// An office that the page gives to a person; `of` is the record of whom it belongs to.
    struct Office: Codable, Hashable, Sendable {
        let title: String
        let of: String?
    }

    let kind: Party.Kind
    let names: [String]
    let identifiers: [String: String]
    let offices: [Office]
}

/// An entry as one page shows it.
struct EntryAppearance: Codable, Hashable, Sendable {
    /// A party with a part in the entry, and the offices in which it has it.
    struct Participant: Codable, Hashable, Sendable {
        let role: String
        let record: String
        let kind: Party.Kind
        let offices: [PartyAppearance.Office]
    }

    let page: String
    let seen: String?
    let participants: [Participant]
    /// The entry with the one sentence that is compared.
    let entry: Entry
}
