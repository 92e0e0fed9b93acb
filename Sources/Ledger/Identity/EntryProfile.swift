// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// What one page says of an entry, with its parties as records, ready to be compared.
struct EntryProfile {
    let item: Int64
    let source: Int64
    let kind: Entry.Kind
    let sort: String
    let heading: String
    let content: Entry.Content
    /// The days that its own date can mean.
    let span: DaySpan?
    /// The day from which its page counts.
    let seen: Day?
    /// The records that take part, by role; places and speakers have roles of their own.
    let parties: [String: Set<Int64>]
    /// Those who take part and whom they hold office in; countries only where nobody else does.
    let actors: Set<Int64>
    /// Those who take part, each with whom they stand for.
    let sides: [Int64: Set<Int64>]
    /// The place, and what its name or number says it lies in.
    let place: Int64?

    /// What the records of parties are.
    let kinds: [Int64: Party.Kind]

    /// The offices of which a body has one holder at a time, by the person who holds them on this page.
    let offices: [Int64: Set<UniqueOffice>]

    /// The words of the heading that tell it from others.
    let words: Set<String>
    /// The letters of the sentence that proves it; empty where it is short.
    let sentence: String

    /// A party with a part in an entry.
    struct Participant {
        let role: String
        let record: Int64
        /// What the party's record is.
        let kind: Party.Kind

        /// Whether the part does not make the party one of those who act.
        var isAside: Bool { ["place", "witness", "scope", "saidBy"].contains(role) }
    }

    /// Puts together what one page says; `represented` gives whom a party stands for.
    init(
        item: Int64, source: Int64, sort: String, heading: String, content: Entry.Content, span: DaySpan?, seen: Day?,
        participants: [Participant], offices: [Int64: Set<UniqueOffice>], quote: String?,
        knowledge: IdentityKnowledge, represented: (Participant) throws -> Set<Int64>
    ) rethrows {
        var parties: [String: Set<Int64>] = [:]
        var kinds: [Int64: Party.Kind] = [:]
        var sides: [Int64: Set<Int64>] = [:]
        for participant in participants {
            parties[participant.role, default: []].insert(participant.record)
            kinds[participant.record] = participant.kind
            if !participant.isAside { sides[participant.record] = try represented(participant) }
        }
        // Who signs may differ from page to page; whom an agreement binds makes it what it is.
        let bound = content.kind == .agreement ? parties["party"] ?? [] : []
        let all = bound.isEmpty ? Set(sides.keys).union(sides.values.joined()) : bound
        let nearer = all.filter { (kinds[$0] ?? .city) != .country && kinds[$0] != .group }
        let sentence = NameTokens.joined(quote ?? "")
        self.item = item
        self.source = source
        kind = content.kind
        self.sort = sort
        self.heading = heading
        self.content = content
        self.span = span
        self.seen = seen
        self.parties = parties
        actors = nearer.isEmpty ? all : nearer
        self.sides = sides
        place = parties["place"]?.min()
        self.kinds = kinds
        self.offices = offices
        words = knowledge.contentWords(of: heading)
        self.sentence = sentence.unicodeScalars.count >= 40 ? sentence : ""
    }

    /// The days in which it lies, by its own date or by its page.
    var window: (first: Day, last: Day, isOwn: Bool)? {
        if let span, let first = Day(span.first), let last = Day(span.last) { return (first, last, true) }
        guard let seen else { return nil }
        if case .engagement(let engagement) = content, engagement.status == .planned {
            return (seen, seen + 120, false)
        }
        return (seen - 10, seen, false)
    }
}

/// An office of which a body has one holder at a time.
struct UniqueOffice: Hashable, Sendable {
    let title: String
    let body: Int64
}

/// A day as the number of days since 1 January 1970, for arithmetic.
struct Day: Hashable, Comparable, Sendable {
    let number: Int

    init(number: Int) { self.number = number }

    /// Reads `YYYY-MM-DD`.
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        // Days from civil (Howard Hinnant, "chrono-compatible low-level date algorithms").
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

extension DaySpan {
    /// Days already known.
    init(first: String, last: String) {
        self.first = first
        self.last = last
    }
}

extension IdentityKnowledge {
    /// The words of a heading or sentence that tell it from others, without endings of number.
    func contentWords(of text: String) -> Set<String> {
        Set(
            NameTokens.folded(text).filter { $0.unicodeScalars.count > 2 && !matching.common.contains($0) }
                .map { $0.utf8.count > 3 && $0.utf8.last == UInt8(ascii: "s") ? String($0.dropLast()) : $0 })
    }
}

extension Set {
    /// The share of what both have in what either has, from 0 to 1.
    func likeness(to other: Set) -> Double {
        let all = union(other).count
        return all == 0 ? 0 : Double(intersection(other).count) / Double(all)
    }

    /// The share of what both have in the smaller one, from 0 to 1.
    func containment(with other: Set) -> Double {
        let least = Swift.min(count, other.count)
        return least == 0 ? 0 : Double(intersection(other).count) / Double(least)
    }
}
