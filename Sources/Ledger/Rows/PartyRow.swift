// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// One organisation or place, as `entente show organisations` and `entente show places` list them.
public struct PartyRow: LedgerRow {
    /// The name by which most pages know it.
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
    /// How many of the sources are not copies of another.
    public let origins: Int
    /// The lasting id of the record.
    public let id: String
    /// The lasting ids of the parties of single pages that the record stands for.
    public let ids: [String]

    /// See `cells`.
    public static let columns = [
        Column("name", heading: "Name"), Column("kind", heading: "Kind"), Column("aliases", heading: "Also named"),
        Column("identifiers", heading: "Registers"),
        Column("mentions", heading: "Mentions", alignment: .trailing),
        Column("sources", heading: "Sources", alignment: .trailing),
        Column("origins", heading: "Origins", alignment: .trailing), Column("id", heading: "Id", isDetail: true),
    ]

    /// The names and kind, then how well they are known.
    public var cells: [Cell] {
        [
            .text(name), .text(kind.rawValue), .list(aliases),
            .list(identifiers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }),
            .count(mentions), .count(sources.count), .count(origins), .text(id),
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
            mentions: group.mentions, sources: group.sources, origins: group.origins, id: group.id, ids: group.ids)
    }
}
