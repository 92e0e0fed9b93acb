// SPDX-License-Identifier: Apache-2.0

/// What words signal the types of event that event coders count, and who is whom in them: `frames/events.yaml`.
struct EventLexicon: Sendable, Decodable {
    /// How a deed bears on its target.
    enum Stance: String, Sendable, Decodable {
        case friendly, hostile
    }

    /// One type of event with the words for it.
    struct Sort: Sendable, Decodable {
        let type: EventType
        let stance: Stance
        /// Verbs that say it by themselves, with a preposition or particle where they need one.
        let verbs: [String]
        /// Nouns that say it as the object of a light verb.
        let nouns: [String]?
        /// Verbs that say it of one of `objects`.
        let acts: [String]?
        /// The objects of `acts`.
        let objects: [String]?
    }

    let types: [Sort]
    /// Verbs whose clause tells the event.
    let reporting: Set<String>
    /// Verbs that say how firm the clause or infinitive below them is, by the type that they make of it.
    let stances: [String: [String]]
    /// Verbs that leave it to their object to say what is done.
    let light: Set<String>
    /// Auxiliaries that ask for something.
    let obliging: Set<String>
    /// Auxiliaries, adjectives and verbs for what is still to come.
    let intending: Set<String>
    /// Words that turn a clause into its contrary.
    let denying: Set<String>
    /// Words that turn fighting into an assault on those who do not fight.
    let ambushes: Set<String>
    /// Words that bring in a condition.
    let conditions: Set<String>
    /// Nouns for those who act.
    let actors: Set<String>
    /// The prepositions behind which the other side stands, the likeliest first.
    let targets: [String]
    /// The prepositions behind a noun that say whose it is or where it is from: "troops from Mali".
    let origins: Set<String>
    /// Verbs whose subject undergoes what they say.
    let undergoing: Set<String>
    /// Pronouns for somebody or something.
    let personal: Set<String>
    /// Prepositions that bring in a further participant.
    let sharing: Set<String>
    /// Nouns for what happens to or between those who stand around them.
    let happenings: Set<String>
    /// Endings of nouns for what is no participant.
    let abstract: [String]
    /// Nouns with such endings that can take part, in base form.
    let concrete: Set<String>
    /// Such nouns with other endings.
    let things: Set<String>

    /// The stance of a type.
    func stance(of type: EventType) -> Stance { types.first { $0.type == type }?.stance ?? .hostile }

    /// The type that a verb with its object's words and its prepositions says; the first that fits.
    func type(ofVerb lemma: String, objects: [String], particles: Set<String>) -> EventType? {
        for sort in types where sort.acts?.contains(lemma) == true {
            if let wanted = sort.objects, objects.contains(where: wanted.contains) { return sort.type }
        }
        return particled(lemma, particles) ?? types.first { $0.verbs.contains(lemma) }?.type
    }

    /// The type that a verb says together with one of its prepositions or particles: "call off".
    func particled(_ lemma: String, _ particles: Set<String>) -> EventType? {
        types.first { sort in
            sort.verbs.contains { phrase in
                let words = phrase.split(separator: " ")
                return words.count > 1 && words[0] == lemma && particles.contains(String(words[words.count - 1]))
            }
        }?.type
    }

    /// The type that a noun says.
    func type(ofNoun word: String) -> EventType? { types.first { $0.nouns?.contains(word) == true }?.type }

    /// The type that a verb makes of the clause below it.
    func stanceType(of lemma: String) -> EventType? {
        EventType.allCases.first { stances[$0.rawValue]?.contains(lemma) == true }
    }
}

/// The types of event of PLOVER, the successor of CAMEO.
package enum EventType: String, Sendable, Hashable, Decodable, CaseIterable {
    case agree = "AGREE"
    case consult = "CONSULT"
    case support = "SUPPORT"
    case cooperate = "COOPERATE"
    case aid = "AID"
    case concede = "CONCEDE"
    case retreat = "RETREAT"
    case investigate = "INVESTIGATE"
    case demand = "DEMAND"
    case disapprove = "DISAPPROVE"
    case reject = "REJECT"
    case threaten = "THREATEN"
    case protest = "PROTEST"
    case sanction = "SANCTION"
    case coerce = "COERCE"
    case mobilize = "MOBILIZE"
    case assault = "ASSAULT"
    case fight = "FIGHT"
}
