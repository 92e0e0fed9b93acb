// SPDX-License-Identifier: Apache-2.0

/// Whether what a clause tells happened, in the clause's own words.
enum Modality: String, Sendable, Hashable, Comparable {
    /// It is told as a fact.
    case actual
    /// It is told as something to come.
    case planned
    /// Somebody hopes or wishes for it.
    case hoped
    /// It may be.
    case possible
    /// It is denied.
    case denied

    private var rank: Int {
        switch self {
        case .actual: 0
        case .planned: 1
        case .hoped: 2
        case .possible: 3
        case .denied: 4
        }
    }

    /// Orders from the firmest to the weakest.
    static func < (left: Modality, right: Modality) -> Bool { left.rank < right.rank }
}

/// A verb or noun with its arguments in normal form: passive and active, shared subjects, light verbs and prepositions
/// that hang on the verb above are already worked out, so that a frame is written once for all of them.
struct Predicate: Sendable {
    /// One argument: the role that the grammar gives it and the token that heads it.
    struct Argument: Sendable, Hashable {
        /// `subject`, `object`, `possessor`, `modifier`, `doer`, `holder`, `attendee`, `receiver` or a preposition.
        let role: String
        let token: Int
    }

    /// The passage that the predicate stands in.
    let passage: Int
    /// The verb or noun.
    let trigger: Int
    let isVerb: Bool
    /// In text order.
    let arguments: [Argument]
    var modality: Modality
    /// The tokens of the clause in which a time expression belongs to this predicate.
    let clause: ClosedRange<Int>
    /// The verb that governs a noun predicate as its subject or object.
    let governor: Int?
    /// Whether something else happens at the edge of it: "on the sidelines of the summit".
    var isMargin = false

    /// The heads of the arguments with one of `roles`, in text order.
    func tokens(in roles: some Sequence<String>) -> [Int] {
        arguments.filter { roles.contains($0.role) }.map(\.token)
    }
}
