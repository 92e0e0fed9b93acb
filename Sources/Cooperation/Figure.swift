// SPDX-License-Identifier: Apache-2.0

/// A number that the source gives, with what it counts and for whom or where.
public struct Figure: Hashable, Sendable, Codable {
    /// How the true number relates to the value.
    public enum Comparison: String, Hashable, Sendable, Codable, CaseIterable {
        case equal = "="
        case approximate = "≈"
        case greater = ">"
        case less = "<"
        case atLeast = "≥"
        case atMost = "≤"
    }

    /// What is counted, in the source's words, such as `Vietnamese residents`.
    public var indicator: String
    /// The number.
    public var value: Double
    /// The upper bound where the source gives a range; `value` is then the lower one.
    public var upper: Double?
    /// How the true number relates to it.
    public var relation: Comparison
    /// An ISO 4217 code for money, `%`, `rank`, a unit, or the noun that is counted.
    public var unit: String
    /// Whom or where it counts: a party's id.
    public var scope: String?
    /// The day or year that it is good for.
    public var asOf: DatedValue?
    /// Who gave the number, if somebody is quoted: a party's id.
    public var saidBy: String?

    /// Makes a figure.
    public init(
        indicator: String, value: Double, upper: Double? = nil, relation: Comparison = .equal, unit: String,
        scope: String? = nil, asOf: DatedValue? = nil, saidBy: String? = nil
    ) {
        self.indicator = indicator
        self.value = value
        self.upper = upper
        self.relation = relation
        self.unit = unit
        self.scope = scope
        self.asOf = asOf
        self.saidBy = saidBy
    }
}
