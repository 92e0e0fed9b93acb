// SPDX-License-Identifier: Apache-2.0

/// A row of `entente merges`.
extension Judgement: LedgerRow {
    /// See `cells`.
    public static let columns = [
        Column("number", heading: "Number", alignment: .trailing), Column("verdict", heading: "Verdict"),
        Column("left", heading: "One"), Column("right", heading: "Other"),
        Column("score", heading: "Score", alignment: .trailing), Column("reasons", heading: "Reasons"),
        Column("author", heading: "By"), Column("note", heading: "Note", isDetail: true),
        Column("undoneBy", heading: "Undone by", isDetail: true), Column("leftId", heading: "Id", isDetail: true),
        Column("rightId", heading: "Other id", isDetail: true),
    ]

    /// The verdict on both sides, then what speaks for it and who said so.
    public var cells: [Cell] {
        [
            .text(String(number)), .text(verdict.rawValue), .text(left.name), .text(right.name),
            score.map(Cell.number) ?? .empty, .list(reasons), Cell(author?.name), Cell(note), Cell(undoneBy?.name),
            .text(left.id), .text(right.id),
        ]
    }
}
