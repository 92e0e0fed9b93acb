// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Language

/// Words that say that somebody wants something done, and how firmly; see `Resources/frames/commitments.yaml`.
struct CommitmentLexicon: Sendable, Decodable {
    /// One word that signals a commitment.
    struct Signal: Sendable, Decodable {
        /// What sort of word it is.
        enum Category: String, Sendable, Decodable { case verb, noun, adjective }

        /// The base form, or the word as written.
        let word: String
        let pos: Category
        let force: Commitment.Force
        /// `infinitive`, `clause`, `object` or a preposition.
        let takes: Set<String>
        /// Prepositions that it takes before a verb only: "interested in building".
        let doing: Set<String>?
        /// The word that has to stand right behind.
        let with: String?
        /// Whether it takes "would" in front to signal anything: "would like to".
        let modal: Bool?
        /// Whether whoever stands behind "with" is bound as well.
        let mutual: Bool?
        /// Nouns of which one has to head the object, if it is no sum of money.
        let objects: Set<String>?
    }

    /// What "will" says of verbs.
    struct Will: Sendable, Decodable {
        /// Verbs of itineraries, which are engagements.
        let occasions: Set<String>
        /// Nouns of itineraries: "will hold talks".
        let events: Set<String>
        /// Verbs that say what comes about by itself.
        let states: Set<String>
        /// Verbs whose passive says that something new is promised, even where nobody is named.
        let founding: Set<String>
        /// Nouns before a clause that says what somebody says: "the view that".
        let views: Set<String>
        /// Verbs whose subject brings about what stands behind them: "will see the two cities share".
        let seeing: Set<String>
    }

    let signals: SignalTable
    let will: Will
    let selves: Set<String>
    /// Those of them that are towns rather than countries.
    let towns: Set<String>
    let both: Set<String>
    /// Nouns for papers, which speak for their authors.
    let papers: Set<String>
    /// Numbers of sides, from two on.
    let counts: [String]
    /// Nouns for those who have signed something.
    let contracting: Set<String>
    let idle: Set<String>
    /// Prepositions before where people without a name are from.
    let hailing: Set<String>
    /// Verbs that stand for another one: "to do so".
    let proVerbs: Set<String>
    let binding: Set<String>
    /// Prepositions that bring in an instrument told to be signed.
    let carrying: Set<String>
    let measuring: Set<String>
    let asking: Set<String>
    /// Auxiliaries of a clause that tells what is to be.
    let futures: Set<String>
    /// Prepositions before what those are bound to who are the object: "commits the partners to".
    let obliging: Set<String>
    /// Auxiliaries that leave a word of promise as firm as it is.
    let asserting: Set<String>
    /// Conjunctions of clauses that set something else against what is wanted: "while".
    let contrasting: Set<String>
    /// Prepositions before what a sum is for.
    let purposive: Set<String>
    /// Prepositions before the last day for something.
    let limiting: Set<String>
    /// Prepositions before the time from which what is told has been done: "has committed $20 million since 2011".
    let retrospective: Set<String>
    /// Prepositions before whoever gives a sum that others announce.
    let giving: Set<String>
    /// Verbs whose object is what others promise or want, or what nobody does any more: "welcomed plans to".
    let answering: Set<String>
    /// Conjunctions of clauses that only say when, why or whether, and promise nothing.
    let circumstances: Set<String>
    /// Those of them that leave open whether it is so.
    let doubts: Set<String>
    /// Verbs before "and agreed", whose "with" tells who agreed: "met X and agreed", "held talks with X and agreed".
    let conferring: Set<String>
    /// Those of them whose object tells it too.
    let meeting: Set<String>
    /// Nouns for bodies and those who go for them, which can promise something without a name.
    let bodies: Set<String>
    /// Nouns for the edge of a time: "by the end of June".
    let ends: Set<String>
    /// Adjectives of a span that begins now, and what may stand before them: "over the next", "within the coming".
    let coming: Set<String>
    let spanning: Set<String>
    /// The units of such a span.
    let years: Set<String>
    let months: Set<String>
    /// Prepositions before the value that something has, and before the one that it is to have: "from 100 to 150".
    let baselines: Set<String>
    let goals: Set<String>

    /// The signals that a token is, in the order of the list.
    func signals(_ token: Int, in passage: Passage) -> [Signal] {
        let found = signals.named(passage.tokens[token].lemma.asLowercase, passage.tokens[token].lower)
        if found.isEmpty { return [] }
        let word = passage.tokens[token]
        return found.filter { signal in
            if let with = signal.with {
                guard token + 1 < passage.tokens.count, passage.tokens[token + 1].lower == with else { return false }
            }
            switch signal.pos {
            case .verb: return word.pos == "VERB"
            case .noun: return word.isNoun
            case .adjective: return word.pos == "ADJ" || word.tag == "VBN" || word.pos == "VERB"
            }
        }
    }
}

/// The signals of a list, found by their words.
struct SignalTable: Sendable, Decodable {
    private let signals: [CommitmentLexicon.Signal]
    private let numbers: [String: [Int]]
    private let words: WordSieve

    init(from decoder: any Decoder) throws {
        let signals = try [CommitmentLexicon.Signal](from: decoder)
        self.signals = signals
        numbers = Dictionary(grouping: signals.indices) { signals[$0].word }
        words = WordSieve(numbers.keys)
    }

    /// The signals whose word is one of these, in the order of the list.
    func named(_ lemma: String, _ lower: String) -> [CommitmentLexicon.Signal] {
        guard words.mayHold(lemma) || words.mayHold(lower) else { return [] }
        var found = numbers[lemma] ?? []
        if lower != lemma, let others = numbers[lower] { found = (found + others).sorted() }
        return found.isEmpty ? [] : found.map { signals[$0] }
    }
}
