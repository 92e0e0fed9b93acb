// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// What the ledger says to a question.
public struct Answer: Hashable, Sendable, Codable {
    /// An entry, office or party with the sentence that proves it.
    public struct Proof: Hashable, Sendable, Codable {
        /// What was asked for, in a few words: a date, a number, names.
        public var value: String
        /// `agreement`, `engagement` … or `office`.
        public var kind: String
        /// The lasting id.
        public var id: String
        /// The words that the reader rests the entry on.
        public var quotes: [String]
        /// The whole sentence that they stand in.
        public var sentence: String
        /// The day that the entry is of, or failing that of its page.
        public var day: PartialDate?
        /// Where it is said.
        public var source: SourceReference
        /// How many pages say the same.
        public var sources: Int
        /// From how many texts these pages come.
        public var origins: Int
        /// How well it bears the question out, 0 to 1.
        public var score: Double
    }

    /// The question as written.
    public var question: String
    /// The answer; `nil` where the ledger does not state one.
    public var proof: Proof?
    /// What others say instead, or what else there is; the likeliest first.
    public var others: [Proof]
    /// Without an answer: what comes nearest to one.
    public var nearest: [Proof]

    /// Whether the ledger states it.
    public var isStated: Bool { proof != nil }
}
