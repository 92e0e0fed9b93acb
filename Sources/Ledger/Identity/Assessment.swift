// SPDX-License-Identifier: Apache-2.0

/// How likely two descriptions mean the same thing, and why.
public struct Assessment: Hashable, Sendable, Codable {
    /// From 0, surely not, to 1, surely.
    public private(set) var score: Double
    /// What speaks for it and against it, in words.
    public private(set) var reasons: [String]

    /// Begins with what the names or kinds alone say.
    public init(_ score: Double, _ reason: String) {
        self.score = score
        reasons = [reason]
    }

    /// Takes away a share of the doubt that is left: 1 leaves none.
    mutating func support(_ share: Double, _ reason: String) {
        score = 1 - (1 - score) * (1 - share)
        reasons.append(reason)
    }

    /// Keeps only a share of the score: 0 rules it out.
    mutating func oppose(_ share: Double, _ reason: String) {
        score *= share
        reasons.append(reason)
    }
}

/// How sure the program must be before it acts.
public struct IdentityThresholds: Hashable, Sendable {
    /// From this score on two things are made one; 1.01 leaves every merge to a person.
    public var merge: Double
    /// From this score on a merge is proposed.
    public var propose: Double

    /// Thresholds from 0 to 1.
    public init(merge: Double = 0.85, propose: Double = 0.6) {
        self.merge = merge
        self.propose = propose
    }
}

/// What kind of thing a record is compared with.
enum PartyFamily: String, Hashable, Sendable {
    case person, body, place, country, group
}
