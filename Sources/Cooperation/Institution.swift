// SPDX-License-Identifier: Apache-2.0

/// A body or house that serves cooperation: a consulate, trade office, centre, joint committee and the like.
public struct Institution: Hashable, Sendable, Codable {
    /// Whether it exists.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is to be opened or set up.
        case planned
        /// It exists.
        case existing
        /// It has been closed.
        case closed
    }

    /// Its name, or the words that the source calls it by.
    public var name: String
    /// Whose it is: ids of parties.
    public var of: [String]
    /// Where it is: a party's id.
    public var place: String?
    /// Whether it exists.
    public var state: State

    /// Makes an institution.
    public init(name: String, of: [String], place: String? = nil, state: State) {
        self.name = name
        self.of = of
        self.place = place
        self.state = state
    }
}
