// SPDX-License-Identifier: Apache-2.0

/// An occasion on which parties come together.
public struct Engagement: Hashable, Sendable, Codable {
    /// What sort of occasion it is.
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        case visit, meeting, call, ceremony, forum, summit, celebration, training, exhibition, opening, announcement
        case other
    }

    /// Whether it took place.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// It took place, or is taking place.
        case past
        /// It is still to come.
        case planned
    }

    /// What part a party has in an occasion.
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case host, visitor, participant, organiser, witness
    }

    /// A party and its part.
    public struct Participant: Hashable, Sendable, Codable {
        /// The party's id.
        public var party: String
        /// Its part.
        public var role: Role

        /// Makes a participant.
        public init(party: String, role: Role) {
            self.party = party
            self.role = role
        }
    }

    /// What sort of occasion it is.
    public var type: Form
    /// A short heading made of the source's own words.
    public var title: String
    /// Who takes part, in the order named.
    public var participants: [Participant]
    /// Where: a party's id.
    public var place: String?
    /// When.
    public var date: DatedValue?
    /// Whether it took place.
    public var status: Status
    /// The larger occasion that it belongs to: an entry's id.
    public var partOf: String?

    /// Makes an engagement.
    public init(
        type: Form, title: String, participants: [Participant], place: String? = nil, date: DatedValue? = nil,
        status: Status = .past, partOf: String? = nil
    ) {
        self.type = type
        self.title = title
        self.participants = participants
        self.place = place
        self.date = date
        self.status = status
        self.partOf = partOf
    }
}
