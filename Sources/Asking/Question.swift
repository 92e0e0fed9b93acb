// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer

/// A question, understood: what is asked for, about whom, of what time, in what words.
public struct Question: Hashable, Sendable {
    /// What an answer has to give.
    public enum Aim: String, Hashable, Sendable, Codable, CaseIterable {
        /// A day or a time.
        case date
        /// The day until which something is to be done.
        case deadline
        /// Where it is.
        case place
        /// Who takes part, holds an office, said it …
        case person
        /// How many of something.
        case count
        /// A sum or measure.
        case amount
        /// What was signed, pledged, said …
        case thing
        /// Whether the ledger says so.
        case whether
    }

    /// Somebody or something that the question names.
    public struct Name: Hashable, Sendable, Codable {
        /// As written.
        public var text: String
        /// Folded words of every name it may go by, the written one first.
        package var wordings: [[String]]
        /// Whether it describes what is asked for, as `Vietnamese` does in `how many Vietnamese residents`.
        package var isNear: Bool
    }

    /// A word of the question that an answer has to bear out.
    struct Word: Hashable, Sendable {
        /// The base form, folded.
        let lemma: String
        /// All base forms that stand for it.
        let wordings: Set<String>
        /// How much it counts.
        let weight: Double
        /// The kinds of entry that bear it out by being of that kind.
        let impliedBy: Set<Entry.Kind>
    }

    /// The question as written.
    public let text: String
    /// What an answer has to give.
    public internal(set) var aim: Aim
    /// Whom and what it names.
    public internal(set) var names: [Name] = []
    /// The first and last day that an answer may be of, as ISO 8601.
    public internal(set) var days: ClosedRange<String>?
    /// Whether it asks for what is so now.
    var isPresent = true
    /// Whether it asks for what is still to come.
    var isFuture = false
    /// The kinds of entry that may answer, the likeliest first; empty for all.
    var kinds: [Entry.Kind] = []
    /// The parts of an entry that a "who" asks for.
    var roles: [String] = []
    /// The types that the question names.
    var types: [Entry.Kind: String] = [:]
    /// What is counted or asked for: the base form of the noun behind "how many" or "which".
    var noun: String?
    /// The office that is asked about.
    var office: OfficeMatch?
    /// What else an answer has to bear out.
    var words: [Word] = []
}
