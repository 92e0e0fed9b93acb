// SPDX-License-Identifier: Apache-2.0

/// The verbs that mark speech, with the constructions in which they do.
struct SpeechLexicon: Sendable, Decodable {
    /// One verb, or a verb with a particle or fixed object.
    struct Cue: Sendable, Decodable, Hashable {
        /// The verb's base form.
        let lemma: String
        /// Words that have to follow the verb, such as `out` in "point out".
        let with: [String]?
        /// Whether the verb introduces words in quotation marks.
        let quote: Bool
        /// Whether a clause as its complement is what was said: "noted that …".
        let clause: Bool
        /// Whether a noun phrase as its object is what was said: "underscored the importance of …".
        let object: Bool
        /// Nouns that the object has to be headed by, where the verb alone does not tell speech.
        let objectNouns: Set<String>?
        /// Whether the content has to hold a verb: "invited Ecuador to join", not "invited her to lunch".
        let needsVerb: Bool?
    }

    /// The cues by verb, in the order of the list.
    struct CueTable: Sendable, Decodable {
        fileprivate let cues: [String: [Cue]]

        init(from decoder: any Decoder) throws {
            cues = Dictionary(grouping: try [Cue](from: decoder), by: \.lemma)
        }
    }

    /// All cues.
    let cues: CueTable
    /// Verbs that mark speech only right before a colon and a quotation.
    let introductions: Set<String>
    /// Verbs of thought and of evidence, whose clause is somebody's view though nobody has said it: "know", "show".
    let attributing: Set<String>
    /// Nouns of thought, whose clause is the view of whoever has them: "I have no doubt that …".
    let thoughts: Set<String>
    /// Verbs that say who has a thought.
    let having: Set<String>
    /// Nouns for people and writings that say something without having a name: "a spokeswoman", "the report".
    let sources: Set<String>

    /// Nouns for a text in which one person speaks throughout.
    let speeches: Set<String>
    /// Prepositions behind them that name the speaker.
    let authorship: Set<String>
    /// Verbs that say what somebody calls something: "called the deal "a milestone"".
    let naming: Set<String>
    /// Verbs that tell of a welcome, and no speech, where their object is somebody.
    let welcoming: Set<String>
    /// Words that open what tells a source, and those behind them: "according to".
    let according: WordList
    let accordingTo: WordList
    /// Words that open a clause which only points at who says so: "as the minister said".
    let comparing: WordList
    /// Words before a joint statement's noun, by which issuing it is no saying.
    let joint: Set<String>

    /// Words that stand for what was just quoted: "She said this at the opening".
    let pointers: Set<String>
    /// Nouns for what was just quoted, their verbs, and the words before them: "He made the remarks at the opening".
    let remarks: Set<String>
    let making: Set<String>
    let definite: Set<String>

    /// The cues by verb.
    func cues(for lemma: String) -> [Cue] { cues.cues[lemma] ?? [] }
}
