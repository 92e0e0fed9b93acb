// SPDX-License-Identifier: Apache-2.0

/// A project that cooperation consists of: an exchange, training, scholarship, campaign, aid and the like.
public struct Programme: Hashable, Sendable, Codable {
    /// Its own name, if it has one.
    public var name: String?
    /// What it is about, in the source's words.
    public var topics: [String]
    /// Who runs it, gives to it or benefits from it: ids of parties.
    public var parties: [String]
    /// The words that describe it, where it has no name of its own.
    public var description: String?

    /// Makes a programme.
    public init(name: String? = nil, topics: [String] = [], parties: [String], description: String? = nil) {
        self.name = name
        self.topics = topics
        self.parties = parties
        self.description = description
    }
}
