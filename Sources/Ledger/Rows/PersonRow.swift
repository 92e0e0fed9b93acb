// SPDX-License-Identifier: Apache-2.0

/// One person, as `entente show people` lists them.
public struct PersonRow: LedgerRow {
    /// The name by which most pages know it.
    public let name: String
    /// Other names that the sources use.
    public let aliases: [String]
    /// The offices stated, such as `Mayor of Busan`, the earliest published first.
    public let offices: [String]
    /// How often the sources name the person.
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
        Column("name", heading: "Name"), Column("offices", heading: "Offices"),
        Column("aliases", heading: "Also named"),
        Column("mentions", heading: "Mentions", alignment: .trailing),
        Column("sources", heading: "Sources", alignment: .trailing),
        Column("origins", heading: "Origins", alignment: .trailing), Column("id", heading: "Id", isDetail: true),
    ]

    /// The names and offices, then how well they are known.
    public var cells: [Cell] {
        [
            .text(name), .list(offices), .list(aliases), .count(mentions), .count(sources.count), .count(origins),
            .text(id),
        ]
    }
}

extension Ledger {
    /// People by name.
    public func people(_ filter: LedgerFilter = LedgerFilter()) throws(LedgerError) -> [PersonRow] {
        try partyGroups([.person], filter).map { group in
            PersonRow(
                name: group.name, aliases: group.aliases, offices: group.offices, mentions: group.mentions,
                sources: group.sources, origins: group.origins, id: group.id, ids: group.ids)
        }
    }
}
