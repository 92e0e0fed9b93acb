// SPDX-License-Identifier: Apache-2.0

/// People of one name, as `entente show people` lists them.
public struct PersonRow: LedgerRow {
    /// The fullest name.
    public let name: String
    /// Other names that the sources use.
    public let aliases: [String]
    /// The offices stated, such as `Mayor of Busan`, the earliest published first.
    public let offices: [String]
    /// How often the sources name the person.
    public let mentions: Int
    /// The ids of the sources.
    public let sources: [String]
    /// The lasting ids of the parties that the row stands for, one a source.
    public let ids: [String]

    /// See `cells`.
    public static let columns = [
        Column("name", heading: "Name"), Column("offices", heading: "Offices"),
        Column("aliases", heading: "Also named"),
        Column("mentions", heading: "Mentions", alignment: .trailing),
        Column("sources", heading: "Sources", alignment: .trailing),
    ]

    /// The names and offices, then how well they are known.
    public var cells: [Cell] {
        [.text(name), .list(offices), .list(aliases), .count(mentions), .count(sources.count)]
    }
}

extension Ledger {
    /// People by name.
    public func people(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [PersonRow] {
        try partyGroups([.person], filter).map { group in
            PersonRow(
                name: group.name, aliases: group.aliases, offices: group.offices, mentions: group.mentions,
                sources: group.sources, ids: group.ids)
        }
    }
}
