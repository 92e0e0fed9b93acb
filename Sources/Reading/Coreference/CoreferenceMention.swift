// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Words that mean somebody, something or a happening which other words may mean too, with what tells which.
package struct CoreferenceMention: Sendable {
    /// What sort of words they are.
    enum Sort: Sendable, Hashable {
        case name, noun, event
        case pronoun(Pronoun)
    }

    /// What a pronoun can stand for.
    enum Pronoun: Sendable, Hashable {
        case male, female, thing, plural, speaker, speakers, relative, demonstrative
    }

    /// What the words tell of whom an event is about: the role and the noun that fills it.
    struct Argument: Sendable, Hashable {
        enum Role: Sendable, Hashable { case doer, undergoer, other }

        let role: Role
        let head: TokenPlace
        /// The name or the base form, for nouns that are no mention themselves.
        let words: String
    }

    /// Where the words stand in the canonical text.
    package let range: TextRange
    /// The base form of the word that the others hang on, in lower case.
    package let lemma: String

    let sort: Sort
    let passage: Int
    let sentence: Int
    let tokens: Range<Int>
    let head: Int
    /// All words in lower case, without articles and the possessive mark.
    let words: [String]
    /// The nouns, names, verbs and adjectives, as they are written.
    let contentWords: [String]
    /// The words of the name, folded, without titles and legal forms; empty for what is no name.
    let name: [String]
    /// The first letters of a longer name, or the name itself where it can be such letters.
    let initials: String?
    /// How many words at the end of the name only say what sort of company it is.
    let companyWords: Int
    /// The base forms of the words that hang on the head.
    let modifiers: Set<String>
    let isPlural: Bool
    let isIndefinite: Bool
    let isDefinite: Bool
    /// Whether the words name or describe a person; `nil` where that is open.
    let isPerson: Bool?
    let gender: Gender?
    /// Whether the words are the subject of a clause.
    let isSubject: Bool
    /// Whether a company, council or the like is named.
    let isBody: Bool
    /// Whether a city, country or the like is named.
    let isPlace: Bool
    /// Whether the noun fits any company.
    let isAnyBody: Bool
    /// The heads of all that are named together; one where there is no list.
    let members: [TokenPlace]
    /// Whether the head is part of a list, be it named here or not.
    let isListed: Bool
    /// The parties that the reading takes the words for, by their numbers.
    let parties: [Int]
    /// The token that the words stand in apposition to, or that a relative pronoun is about.
    let beside: Int?
    /// What a verb and the nouns made of it have in common.
    let stem: String
    /// What sort of happening event coders count it as.
    let type: EventType?
    /// The sorts of occasion that the word signals by the frames of engagements.
    let occasions: [String]
    /// Who takes part in a happening.
    let arguments: [Argument]
    /// Whether the words only say that something was said, each time anew.
    let isReport: Bool
    /// Whether the head is a verb.
    let isVerb: Bool

    /// Whether several are named together.
    var isJoint: Bool { members.count > 1 }

    var place: TokenPlace { TokenPlace(passage: passage, token: head) }

    var isPronoun: Bool { if case .pronoun = sort { true } else { false } }
}
