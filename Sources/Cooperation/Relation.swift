// SPDX-License-Identifier: Apache-2.0

/// What one party is to another for longer than an occasion: "SUBJECT is a TYPE of OBJECT".
public struct Relation: Hashable, Sendable, Codable {
    /// What the subject is to the object.
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        /// The subject trades with the object.
        case tradingPartner = "trading-partner"
        /// The object's goods go to the subject.
        case exportMarket = "export-market"
        /// The object's goods come from the subject.
        case supplier
        /// The subject invests in the object.
        case investor
        /// The subject gives aid to the object.
        case donor
        /// The subject and the object are sister cities.
        case sisterCity = "sister-city"
        /// The subject is a member of the object.
        case member
        /// The subject is a part of the object.
        case part
        /// The subject stands or has its seat in the object.
        case located
    }

    /// What the subject is to the object.
    public var type: Form
    /// Who or what is told of: a party's id.
    public var subject: String
    /// To whom or where: a party's id.
    public var object: String
    /// The subject's place among those who are the same to the object, 1 for the largest.
    public var rank: Int?
    /// Among whom or where the rank counts, in the source's words, such as `in Latin America`.
    public var scope: String?
    /// The day or year that it is good for.
    public var asOf: DatedValue?

    /// Makes a relation.
    public init(
        type: Form, subject: String, object: String, rank: Int? = nil, scope: String? = nil, asOf: DatedValue? = nil
    ) {
        self.type = type
        self.subject = subject
        self.object = object
        self.rank = rank
        self.scope = scope
        self.asOf = asOf
    }
}
