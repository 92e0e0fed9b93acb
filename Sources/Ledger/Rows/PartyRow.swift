// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Organisations or places of one name, as `entente show organisations` and `entente show places` list them.
public struct PartyRow: LedgerRow {
    /// The fullest name.
    public let name: String
    /// What it is.
    public let kind: Party.Kind
    /// Other names that the sources use.
    public let aliases: [String]
    /// Numbers of public registers by register.
    public let identifiers: [String: String]
    /// How often the sources name it.
    public let mentions: Int
    /// The ids of the sources.
    public let sources: [String]
    /// The lasting ids of the parties that the row stands for, one a source.
    public let ids: [String]

    /// See `cells`.
    public static let columns = [
        Column("name", heading: "Name"), Column("kind", heading: "Kind"), Column("aliases", heading: "Also named"),
        Column("identifiers", heading: "Registers"),
        Column("mentions", heading: "Mentions", alignment: .trailing),
        Column("sources", heading: "Sources", alignment: .trailing),
    ]

    /// The names and kind, then how well they are known.
    public var cells: [Cell] {
        [
            .text(name), .text(kind.rawValue), .list(aliases),
            .list(identifiers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }),
            .count(mentions), .count(sources.count),
        ]
    }
}

extension Ledger {
    /// Organisations, governments and groups by name.
    public func organisations(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [PartyRow] {
        try partyGroups([.organisation, .government, .group], filter).map(PartyRow.init)
    }

    /// Cities, countries and other places by name.
    public func places(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [PartyRow] {
        try partyGroups([.city, .country, .place], filter).map(PartyRow.init)
    }
}

extension PartyRow {
    init(_ group: PartyGroup) {
        self.init(
            name: group.name, kind: group.kind, aliases: group.aliases, identifiers: group.identifiers,
            mentions: group.mentions, sources: group.sources, ids: group.ids)
    }
}
