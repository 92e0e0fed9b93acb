// SPDX-License-Identifier: Apache-2.0

/// Something that parties have bound themselves to, or mean to bind themselves to, with one another.
public struct Agreement: Hashable, Sendable, Codable {
    /// What sort of agreement it is.
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        case treaty, memorandum, partnership, contract, declaration, other
        case sisterCity = "sister-city"
        case diplomaticRelations = "diplomatic-relations"
        case jointStatement = "joint-statement"
    }

    /// How far it has come.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is still to be signed.
        case planned
        /// It has been signed.
        case signed
        /// It holds at the time of the source.
        case inForce = "in force"
        /// It no longer holds.
        case ended
    }

    /// What sort of agreement it is.
    public var type: Form
    /// Its own name, or the words that the source calls it by.
    public var name: String?
    /// Whom it binds: ids of parties.
    ///
    /// Neither who signs for them nor who looks on, nor the place or its owner.
    public var parties: [String]
    /// The persons who signed for the parties: ids of parties.
    public var signatories: [String]
    /// Who was there to see it signed: ids of parties.
    public var witnesses: [String]
    /// Where it was or will be signed: a party's id.
    public var place: String?
    /// What it is about, in the source's words.
    public var scope: String?
    /// How far it has come, where the source says so.
    public var status: Status?
    /// When it was signed or established.
    public var date: DatedValue?

    /// Makes an agreement.
    public init(
        type: Form, name: String? = nil, parties: [String], signatories: [String] = [], witnesses: [String] = [],
        place: String? = nil, scope: String? = nil, status: Status? = nil, date: DatedValue? = nil
    ) {
        self.type = type
        self.name = name
        self.parties = parties
        self.signatories = signatories
        self.witnesses = witnesses
        self.place = place
        self.scope = scope
        self.status = status
        self.date = date
    }
}
