// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// An occasion before reports of it are merged and parties have their final names.
struct DraftEngagement: Sendable {
    /// A party's number with its part.
    struct Participant: Sendable, Hashable {
        let party: Int
        let role: Engagement.Role
    }

    /// One place in the text that tells of it.
    struct Telling: Sendable {
        let passage: Int
        /// The words from the first to the last part of it.
        let tokens: Range<Int>
        /// Words fit for a heading.
        let heading: Range<Int>
    }

    var type: Engagement.Form
    /// The folded name for occasions that have one, such as `apec summit`.
    var name: String?
    var participants: [Participant]
    var place: Int?
    var date: DatedValue?
    /// Words such as "that day", which give it the date of an event told before.
    var backReference: BackReference?
    var modality: Modality
    var tellings: [Telling]
    /// Whether it is told with "the", so that it may be one told before.
    var isDefinite: Bool
    /// The base form of the noun that tells of it; empty for a verb.
    var noun = ""
    /// The noun for what is visited, where it is a site without a name.
    var site: String?
    /// Whether the words are those of a speaker.
    var isQuoted: Bool
    /// The forms of occasion told elsewhere to which it only adds participants; `nil` for an occasion of its own.
    var joins: Set<Engagement.Form>?
    /// Whether it only adds to an occasion whose name its sentence writes.
    var joinsByName = false
    /// The forms of occasion told right before of which it is a part, where one of its visitors takes part in them.
    var follows: Set<Engagement.Form>?
    /// Whether it tells in the present tense who belongs to it, whenever that is: "the delegation includes …".
    var isTimeless = false
    /// Whether it adds to something rather than being an occasion of its own.
    var isAddition: Bool { joins != nil }

    /// Whether it comes right before or after an occasion told before: "After the ceremony, the mayor visited …".
    var isRightAfter = false

    /// Whether it is an occasion only if it has a place or is told of elsewhere too.
    var isWeak = false

    /// Whether it tells that somebody receives a delegation, which can be told of as a meeting too.
    var isReception = false

    /// Whether it tells with whom somebody met, but not who did: a visitor told of before.
    var awaitsVisitor = false

    /// Whether it is an occasion only where that visitor is found.
    var isNothingAlone = false

    /// Whether it only tells who else was at an occasion told before.
    var isAttendance = false

    /// Whether the present tense tells of it as of something that has begun or is about to.
    var isOngoing = false

    /// Whether it only tells that somebody goes away to where it is.
    var isDeparture = false

    /// Whether it is a visit only named as the time of something else: "during his visit".
    var isBackground = false

    /// Whether it tells who belongs to a delegation.
    var isOfMembers = false

    /// With whom those come along whom it adds.
    var leadsEscort: Int?

    /// Types whose reports can be the same occasion under two words.
    var family: Engagement.Form {
        switch type {
        case .meeting, .call: .meeting
        case .ceremony, .celebration, .opening: .ceremony
        default: type
        }
    }

    /// Whether it is a visit of some days, in which other occasions can fall.
    var isStay: Bool { type == .visit && (date?.value.end != nil || tellings.count > 1) }

    /// Whether it is told by a noun that can also mean a summit, a forum … told before: "the meeting".
    var isGeneral: Bool { family == .meeting && !noun.isEmpty && isDefinite && name == nil }

    /// The earliest telling.
    var order: (Int, Int) { tellings.map { ($0.passage, $0.tokens.lowerBound) }.min { $0 < $1 } ?? (.max, .max) }

    func has(_ party: Int) -> Bool { participants.contains { $0.party == party } }

    mutating func add(_ participant: Participant) {
        if !has(participant.party) { participants.append(participant) }
    }
}
