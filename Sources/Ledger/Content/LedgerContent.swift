// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What the ledger must know of a kind of entry in order to keep it.
///
/// A new kind conforms in a file of its own and gets a line in each switch below; the tables stay as they are.
package protocol LedgerContent: Codable, Hashable, Sendable {
    /// The finer sort inside the kind, such as `meeting`; what the filter by kind looks at.
    var sort: String { get }
    /// A few words that stand for the entry in a list.
    var heading: String { get }
    /// The date that the entry is found by, if it has one of its own.
    var date: DatedValue? { get }
    /// The same fact as the content of an entry.
    var content: Entry.Content { get }

    /// Replaces the id of every party, which comes with the part that the party has in the entry.
    mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows
    /// Replaces the id of every other entry, which comes with the name of the member that holds it.
    mutating func rewriteEntries(_ rewrite: (_ field: String, _ id: String) throws -> String) rethrows
    /// Replaces every date, which comes with the name of the member that holds it.
    mutating func rewriteDates(_ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue) rethrows
}

extension LedgerContent {
    /// Most kinds refer to no other entry.
    package mutating func rewriteEntries(_ rewrite: (_ field: String, _ id: String) throws -> String) rethrows {}
}

extension Entry.Content {
    /// The fact as the ledger sees it.
    package var record: any LedgerContent {
        switch self {
        case .agreement(let agreement): agreement
        case .commitment(let commitment): commitment
        case .engagement(let engagement): engagement
        case .figure(let figure): figure
        case .institution(let institution): institution
        case .programme(let programme): programme
        case .relation(let relation): relation
        case .statement(let statement): statement
        }
    }

    /// Reads back what the ledger stored as JSON for an entry of this kind.
    package init(kind: Entry.Kind, json: String) throws {
        switch kind {
        case .agreement: self = .agreement(try CompactJSON.value(Agreement.self, from: json))
        case .commitment: self = .commitment(try CompactJSON.value(Commitment.self, from: json))
        case .engagement: self = .engagement(try CompactJSON.value(Engagement.self, from: json))
        case .figure: self = .figure(try CompactJSON.value(Figure.self, from: json))
        case .institution: self = .institution(try CompactJSON.value(Institution.self, from: json))
        case .programme: self = .programme(try CompactJSON.value(Programme.self, from: json))
        case .relation: self = .relation(try CompactJSON.value(Relation.self, from: json))
        case .statement: self = .statement(try CompactJSON.value(Statement.self, from: json))
        }
    }
}
