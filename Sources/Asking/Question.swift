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
        /// Whether it is the subject of the question's verb, as in `what did Busan say`.
        package var isSubject: Bool
        /// Whether the question only asks what was there, as in `who met in Busan`.
        package var isPlace: Bool
        /// Whether some city, country or region goes by it.
        package var isKnownPlace: Bool
        /// Whether somebody acts for it, as in `who signed for Busan`.
        package var isRepresented: Bool
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
        /// Whether it has to stand where the entry is told, or right before.
        let isParticular: Bool
        /// Whether an answer has to bear it out in its own sentence: the verb of the question, the noun that is counted.
        let isNeeded: Bool
        /// Whether it is a verb of meeting, which every occasion of both sides bears out.
        let isMeeting: Bool
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
    /// Whether it asks for what has happened, which no promise and no plan tells.
    var isDone = false
    /// Whether it asks for what is so, as in "how large is trade", which no promise and no target tells.
    var asksWhatIs = false
    /// The base form of its verb, where it asks for what has happened.
    var verb: String?
    /// Whether it asks for the last of several.
    var isLast = false
    /// Whether it asks how long something lasts or is.
    var isLasting = false
    /// Whether it asks from when on something has been so.
    var isSince = false
    /// Whether those are counted whom a name tells, as in `how many Koreans`.
    var countsNamed: Bool {
        aim == .count && noun != nil && names.contains { $0.isNear && Self.isNumber($0, of: noun ?? "") }
    }
    /// Whether a name is the noun itself, in the singular or plural.
    private static func isNumber(_ name: Name, of noun: String) -> Bool {
        let words = Wording.tokens(name.text)
        return words.count == 1 && Wording.isNumber(words[0], of: noun)
    }

    /// Whether it asks about coming together.
    var isMeeting: Bool { words.contains(where: \.isMeeting) }
    /// Whether it asks about going to a place.
    var isVisit: Bool { roles.first == Engagement.Role.visitor.rawValue && !isMeeting }
    /// Whether it asks about receiving or holding something.
    var isHost: Bool { roles.contains(Engagement.Role.host.rawValue) && !isMeeting }
    /// Whether it asks for a number that is aimed at.
    var asksForTarget = false
    /// Whether it asks who somebody is.
    var isIdentity = false
    /// Whether it asks who leads others.
    var isLeader = false
    /// How firm a commitment has to be; empty for any.
    var forces: Set<Commitment.Force> = []
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
    /// Whether it asks who came into the office.
    var isOfficeBegun = false
    /// What else an answer has to bear out.
    var words: [Word] = []
}

extension Question {
    /// How the question was understood, a line a part.
    public var explanation: [String] {
        var lines = ["asks for: \(aim.rawValue)"]
        if !kinds.isEmpty { lines.append("told by: " + kinds.map(\.rawValue).joined(separator: ", ")) }
        if let office { lines.append("office: \(office.title)") }
        if !names.isEmpty { lines.append("names: " + names.map(\.text).joined(separator: ", ")) }
        if let days { lines.append("time: \(days.lowerBound) to \(days.upperBound)") }
        if !types.isEmpty { lines.append("type: " + types.values.sorted().joined(separator: ", ")) }
        if !words.isEmpty { lines.append("words: " + words.map(\.lemma).joined(separator: ", ")) }
        return lines
    }
}
