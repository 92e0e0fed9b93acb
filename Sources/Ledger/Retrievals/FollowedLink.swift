// SPDX-License-Identifier: Apache-2.0

/// A page, or a list of pages, that a feed named and what became of it.
public struct FollowedLink: Hashable, Sendable {
    /// What became of it.
    public enum State: String, Hashable, Sendable, Codable {
        /// It is still to be fetched.
        case waiting
        /// It was read.
        case read
        /// It cannot be had or read.
        case failed
    }

    /// Its URL.
    public var location: String
    /// The URL of the feed that named it.
    public var via: String
    /// When the feed said that it last changed, as an ISO 8601 instant.
    public var dated: String?
    /// What became of it.
    public var state: State
    /// How often it was asked for in vain.
    public var attempts: Int

    /// Describes a link that is still to be fetched.
    public init(location: String, via: String, dated: String? = nil, state: State = .waiting, attempts: Int = 0) {
        self.location = location
        self.via = via
        self.dated = dated
        self.state = state
        self.attempts = attempts
    }
}
