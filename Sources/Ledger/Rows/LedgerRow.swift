// SPDX-License-Identifier: Apache-2.0

/// A row of an answer that can be shown as a table, CSV or JSON without knowing what it is about.
public protocol LedgerRow: Codable, Hashable, Sendable {
    /// The columns of a table of such rows, in order.
    static var columns: [Column] { get }
    /// One cell a column, in the order of `columns`.
    var cells: [Cell] { get }
}

/// A column of a table.
public struct Column: Hashable, Sendable, Codable {
    /// On which side of the column its cells stand.
    public enum Alignment: String, Hashable, Sendable, Codable {
        /// At the left, for words.
        case leading
        /// At the right, for numbers.
        case trailing
    }

    /// The name for machines, such as the heading in CSV.
    public let name: String
    /// The heading for people.
    public let heading: String
    /// On which side the cells stand.
    public let alignment: Alignment
    /// Whether a table that is too narrow may leave the column out.
    public let isDetail: Bool

    /// Describes a column.
    public init(_ name: String, heading: String, alignment: Alignment = .leading, isDetail: Bool = false) {
        self.name = name
        self.heading = heading
        self.alignment = alignment
        self.isDetail = isDetail
    }
}

/// A value in a table.
public enum Cell: Hashable, Sendable {
    /// Nothing is stated.
    case empty
    /// Words.
    case text(String)
    /// A count.
    case count(Int)
    /// A measured or stated number.
    case number(Double)
    /// Several words or sentences of equal standing.
    case list([String])

    /// Words, or nothing where there are none.
    public init(_ text: String?) {
        self = text.map(Cell.text) ?? .empty
    }

    /// The value in one piece: no grouping of digits, no fraction where the number is whole, lists joined by `; `.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .count(let count): String(count)
        case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
        case .list(let texts): texts.joined(separator: "; ")
        }
    }
}
