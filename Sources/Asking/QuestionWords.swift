// SPDX-License-Identifier: Apache-2.0

/// The words that questions are understood by, each list as `Resources/questions.yaml` gives it: base forms in lower case.
struct QuestionWords: Decodable, Sendable {
    /// Offices that are held at another place than that of whom they are for.
    struct Posts: Decodable, Hashable, Sendable {
        let titles: [String]
        let links: Set<String>
    }

    /// Words that may stand in front of those that tell what is asked for.
    let openers: Set<String>
    /// Words by which a question asks for what is still to come.
    let future: Set<String>
    /// Verbs as in "who is the mayor".
    let copulas: Set<String>
    /// Words by which a verb is denied.
    let negations: Set<String>
    /// Words that say nothing about what is asked for.
    let empty: Set<String>
    /// Words in front of a date that make it a beginning.
    let since: Set<String>
    /// Words in front of a date that make it an end.
    let until: Set<String>
    /// What may stand between a body and the title behind it.
    let possessives: Set<String>
    /// What ties a title to the body behind it.
    let links: Set<String>
    /// What may stand between such a word and the body.
    let fillers: Set<String>
    /// Words that tell how somebody comes into an office.
    let assuming: Set<String>
    /// Words behind a body or delegation that tell whose it is.
    let origins: Set<String>
    /// Words that join two names.
    let conjunctions: Set<String>
    /// Words in front of an office that somebody comes into.
    let capacities: Set<String>
    /// Words for two sides together.
    let both: Set<String>
    /// Nouns for sides that are countries.
    let states: Set<String>
    /// Words that tell where something is or goes.
    let placing: Set<String>
    /// Offices abroad.
    let posts: Posts
    /// Nouns for whoever holds the same office elsewhere: "her Finnish counterpart".
    let counterparts: Set<String>
    /// Words that tell who is at the head of others.
    let leading: Set<String>
    /// Nouns for those who are led.
    let delegations: Set<String>
    /// Words between a verb and whoever does it.
    let agents: Set<String>
    /// Words that ask for the last of several.
    let latest: Set<String>
    /// Verbs for coming together with somebody.
    let meeting: Set<String>
    /// Words in front of what is only wished for or thought of.
    let unreal: Set<String>
    /// Nouns for all people of a country at one place.
    let communities: Set<String>
    /// Nouns for money.
    let money: Set<String>
    /// Nouns for what is aimed at.
    let targets: Set<String>
    /// Nouns for all who live at a place.
    let populations: Set<String>
    /// Units of time.
    let durations: Set<String>
    /// Openings that ask for a time or a length.
    let lasting: Set<String>
    /// Verbs of which whoever does it and whoever gets it are two.
    let giving: Set<String>
    /// Words in front of those for whom somebody acts.
    let representing: Set<String>
    /// Words in front of whoever gets it.
    let receiving: Set<String>
    /// Words in front of what is to be done.
    let infinitives: Set<String>
    /// The unit of shares and rates.
    let share: String
    /// Nouns for a kind of entry of which not every one can be called so: "conference", "consulate".
    let particular: Set<String>
    /// Words for the people of a country.
    let nationals: Set<String>

    // What the lexicon makes its tables of.

    let aims: [QuestionLexicon.Opening]
    /// The names of each month, January first.
    let months: [[String]]
    let actions: [QuestionLexicon.Action]
    /// The words for each type, by kind of entry.
    let types: [String: [String: [String]]]
    /// The nouns for each kind of entry.
    let kinds: [String: [String]]
    /// Words that stand for each other.
    let same: [[String]]
}
