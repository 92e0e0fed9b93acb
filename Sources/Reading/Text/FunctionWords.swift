// SPDX-License-Identifier: Apache-2.0

/// Words of grammar that rules of all kinds ask for; see `Resources/function-words.json`.
final class FunctionWords: Sendable, Decodable {
    /// The definite article.
    let definite: WordList
    /// All articles.
    let articles: WordList
    /// The preposition between a thing and whose it is.
    let owning: WordList
    /// The conjunction that adds one thing to another.
    let additive: WordList
    /// The same with the sign for it.
    let joining: WordList
    /// What parts the members of a list that all belong to it.
    let listMarks: WordList
    /// The same, where only one of them may be meant.
    let listing: WordList
    /// What may stand between the members of a list, articles included.
    let listFilling: WordList
    /// The word that opens a clause which somebody says or thinks.
    let subordinating: WordList
    /// Relative pronouns.
    let relatives: WordList
    /// Those of them that stand for people.
    let personalRelatives: WordList
    /// Determiners that deny.
    let denying: WordList
    /// Nouns whose denial affirms: "no doubt", "without question".
    let doubting: WordList
    /// Nouns that they make a denial of what is told, by the preposition before them: "under no circumstances".
    let denied: [String: Set<String>]
    /// The pronoun that can stand for nobody and nothing.
    let impersonal: WordList
    /// The verb that says what something is.
    let being: WordList
    /// The auxiliary that puts a verb before another time: "had planned".
    let perfect: WordList
    /// The auxiliary of wishes, and of what was still to come when somebody spoke: "said that it would".
    let conditional: WordList
    /// The preposition before whoever does something together with others.
    let accompanying: WordList
    /// The preposition between an envoy's office and where the envoy is sent.
    let accrediting: WordList
    /// Prepositions behind which a title says what its field is.
    let titling: WordList
    /// The prepositions before what somebody is thanked for or congratulated on.
    let thanking: WordList
    /// The preposition before the house in which something takes place.
    let housing: WordList
}
