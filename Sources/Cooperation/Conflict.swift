// SPDX-License-Identifier: Apache-2.0

/// Two pieces of evidence that cannot both hold.
///
/// Both sides are kept.
public struct Conflict: Hashable, Sendable, Codable {
    /// What the two disagree about.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Two holders of one office at one time.
        case officeHolder = "office-holder"
        /// Two values of one figure: headline, subtitle or caption against the text.
        case value
        /// Two days or years of one tie: headline, subtitle or caption against the text.
        case date
        /// Two spellings of one person's name.
        case spelling
        /// Numbers that do not add up: years gone by, parts and their total.
        case sum
    }

    /// What the two disagree about.
    public var kind: Kind
    /// The parties or entries that disagree: two ids.
    public var between: [String]
    /// The one that is likely wrong, judged by the block's role and the number of mentions; one of `between`.
    public var odd: String?
    /// A sentence that explains the conflict.
    public var reason: String
    /// The proof of each side, in the order of `between`.
    public var evidence: [Evidence]

    /// Makes a conflict.
    public init(kind: Kind, between: [String], odd: String?, reason: String, evidence: [Evidence]) {
        self.kind = kind
        self.between = between
        self.odd = odd
        self.reason = reason
        self.evidence = evidence
    }
}
