// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Words that stand for parties without naming them.
final class ReferentLexicon: Sendable, Decodable {
    /// The gender that a third-person pronoun agrees in; `null` in the data means any.
    struct PronounGender: Sendable, Decodable {
        let value: Gender?

        init(from decoder: any Decoder) throws {
            switch try decoder.singleValueContainer().decode(String.self) {
            case "female": value = .female
            case "male": value = .male
            default: value = nil
            }
        }
    }

    /// Which of two persons a word for their order stands for.
    enum Order: String, Sendable, Decodable { case first, last }

    /// Words for one of two persons named before: "the former", "the latter".
    let orderWords: [String: Order]
    /// What leads from a title to its field: "Secretary for Justice", "the justice secretary".
    let titleLinks: Set<String>
    /// Singular third-person pronouns with their gender.
    let personalPronouns: [String: PronounGender]
    /// Third-person pronouns for what is nobody.
    let bodyPronouns: Set<String>
    /// Verbs whose "it" stands for nothing.
    let emptyVerbs: Set<String>
    /// Nouns for whoever holds the same office elsewhere.
    let counterpartNouns: Set<String>
    /// Words by which "it" is somebody who wants something.
    let willingWords: Set<String>
    /// Words that say that a description is of somebody named before.
    let definite: Set<String>
    /// Prepositions that say where guests go to.
    let goalWords: WordList
    /// Nouns for whoever leads a country, whatever the office: "the Swiss leader".
    let leaderNouns: Set<String>
    /// The offices of those, as folded titles.
    let leadingOffices: Set<String>
    /// Nouns that can stand for a body named before.
    let bodyNouns: WordList
    /// Those of them that fit any company or the like, whatever its name.
    let anyBodyNouns: Set<String>
    /// Participles behind a hyphen that say where a body has its seat.
    let seatWords: Set<String>
    /// Plural third-person pronouns.
    let pluralPronouns: Set<String>
    /// First-person pronouns, singular and plural.
    let firstPerson: Set<String>
    /// Nouns that can name a person by the office alone.
    let titleHeads: WordList
    /// Whom a noun stands for whose "two" or "both" goes back to two parties named before.
    enum Pair: String, Sendable, Decodable {
        case person, organisation, country, city
        /// Countries, or cities where no countries are told: "the two sides".
        case sides
        /// The same, but only two that were just told of together: "the parties".
        case joint

        /// What those are first of all.
        var kind: Party.Kind {
            switch self {
            case .person: .person
            case .organisation: .organisation
            case .country, .sides, .joint: .country
            case .city: .city
            }
        }

        /// Whether it stands for any two.
        var isAny: Bool { self == .sides || self == .joint }
    }

    /// Nouns whose "two" or "both" stands for two parties named before.
    let pairNouns: [String: Pair]
    /// Nouns for bodies, besides those that stand for one alone, of which two may be meant: "the two ports".
    let pairBodies: Set<String>
    /// Words for two of what they stand before, or alone for two people.
    let pairWords: Set<String>
    /// Countries, as folded names, that are cities too.
    let cityStates: Set<String>
    /// Prepositions that bring in a part of what they stand behind.
    let includingWords: Set<String>
    /// Numbers of sides from three on: "the three nations".
    let sideCounts: [String: Int]
    /// Prepositions before whom somebody does something with.
    let partnerWords: Set<String>
    /// Singular nouns for many people, who are "it" or "they" then.
    let collectiveNouns: Set<String>
    /// Nouns that stand alone for whoever came, however they were introduced: "the visitors".
    let guestNouns: Set<String>
    /// Words before a noun for people told of before.
    let groupDefinites: Set<String>
    /// Words that a description of a group begins with and that do not belong to it.
    let groupArticles: Set<String>
    /// Prepositions behind a noun for people that belong to the verb: "welcomed the delegation at City Hall".
    let strayWords: Set<String>
    /// Prepositions that belong to the verb behind a noun for guests told of before: "met the delegation in Turku".
    let guestStrayWords: Set<String>
    /// Prepositions that say where people come from.
    let sourceWords: Set<String>
    /// Adjectives that say where a place lies, and not which of several it is.
    let placeAdjectives: WordList
    /// Nouns that stand for a place named before.
    let placeNouns: [String: Party.Kind]
    /// Nouns for what somebody is, apart from offices.
    let personNouns: Set<String>
    /// Verbs that tell that somebody said something, each time anew.
    let reportVerbs: Set<String>
    /// Endings that make nouns of verbs, longest first.
    let nounEndings: [String]
    /// The stems of verbs whose noun has another one: "loss", "lose".
    let nounVerbs: [String: String]
    /// First-person pronouns for several.
    let jointSpeakers: Set<String>
    /// Nouns that say what the name before them is: "the Dow Jones index".
    let kindNouns: Set<String>
    /// Words before a person's name that are no part of it, apart from offices.
    let titleWords: Set<String>
    /// Words that a company's full name adds to the name it goes by.
    let companyWords: Set<String>
}
