// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Words that name agreements and say whom they bind; see `Resources/frames/agreements.yaml`.
struct AgreementLexicon: Sendable, Decodable {
    /// Words for one type of agreement.
    struct Instrument: Sendable, Decodable {
        let type: Agreement.Form
        let words: [String]
        /// Whether the words mean other things too, so that the parties have to be told beside them.
        let alone: Bool?
        /// Whether the words name one only where the sentence says that its subject is that: "have been partners since".
        let beings: Bool?
        /// Whether the words name one only where it has a name of its own or is signed.
        let named: Bool?
    }

    /// A word of the text that names an agreement.
    struct Match {
        let instrument: Instrument
        let tokens: Range<Int>
    }

    /// The words that name agreements, by their first word.
    struct InstrumentTable: Sendable, Decodable {
        private let phrases: PhraseIndex<Instrument>

        init(from decoder: any Decoder) throws {
            phrases = PhraseIndex(
                try [Instrument](from: decoder).flatMap { instrument in
                    instrument.words.map { ($0.words, instrument) }
                })
        }

        /// The phrases that begin with `word`, in the order of the file.
        func phrases(beginningWith word: String) -> [(words: [String], value: Instrument)] {
            phrases.phrases(beginningWith: word)
        }
    }

    let instruments: InstrumentTable
    let signing: Set<String>
    let signings: Set<String>
    /// Those of them that are something else beside sister cities.
    let swaps: Set<String>
    /// Nouns for offices whose holder signs for a country, city or body, and words that make them lower ones.
    let heads: Set<String>
    let ranks: Set<String>
    let issuing: Set<String>
    let linking: Set<String>
    let concluding: Set<String>
    /// Verbs whose participle says that an instrument was signed: "a memorandum reached in May".
    let reached: Set<String>
    /// Nouns for several instruments, of which each partner has one: "memoranda with A and B".
    let plurals: Set<String>
    let agreeing: Set<String>
    let witnessing: Set<String>
    let ending: Set<String>
    let coming: Set<String>
    let pending: Set<String>
    let purposes: Set<String>
    let bases: Set<String>
    let betweens: Set<String>
    /// Adjectives by which an instrument binds the two countries that the text is about.
    let bilateral: Set<String>
    let penning: Set<String>
    let pens: Set<String>
    let elevating: Set<String>
    let approving: Set<String>
    let copies: Set<String>
    let lasting: Set<String>
    /// What stands before a date in one word with it, so that it says when nothing took place: "pre-2030".
    let distancing: Set<String>
    /// Nouns for those who act for others, who sign for them: "the delegation".
    let envoys: Set<String>
    /// Nouns behind whose country or city stands for which they sign: "her Colombian counterpart".
    let counterparts: Set<String>
    /// What stands between somebody and what they are there as, and nouns for those who only look on: "as a witness".
    let capacities: Set<String>
    /// Nouns by which somebody signs for another: "on behalf of".
    let behalves: Set<String>
    let onlookers: Set<String>
    let announcing: Set<String>
    let negotiating: Set<String>
    let winning: Set<String>
    let trades: Set<String>
    let twinnings: Set<String>
    let buying: Set<String>
    let seeking: Set<String>
    let providing: Set<String>
    let being: Set<String>
    let naming: Set<String>
    let pairing: Set<String>
    /// Determiners of what was told before.
    let pointing: Set<String>
    /// What an agreement comes into, and by which prepositions: "entered into force".
    let forces: Set<String>
    let entering: Set<String>
    /// Prepositions before what an agreement is about.
    let topical: Set<String>
    /// Prepositions before the town or country of the signing.
    let towns: Set<String>
    /// Prepositions before whom somebody buys from.
    let sources: Set<String>
    /// Prepositions that make a bare noun a manner of doing: "in partnership with".
    let manners: Set<String>
    /// Nouns for the occasion of a signing.
    let ceremonies: Set<String>
    /// Prepositions between a verb and the instrument that it leads to: "agreed on", "elevated to".
    let reaching: Set<String>
    /// Those of them that verbs of concluding take: "entered into".
    let entered: Set<String>
    /// Prepositions by which an instrument hangs on the noun above it: "the signing of".
    let hanging: Set<String>
    /// Verbs that say of a signing that it takes place.
    let happening: Set<String>
    /// Prepositions before two sides, which make a deal of any kind an instrument.
    let sides: Set<String>
    /// What may stand between those who sign.
    let listFillers: Set<String>
    /// Prepositions behind which a list of those who sign can begin.
    let including: Set<String>

    /// The longest words at `start` that name an agreement; hyphens count as spaces.
    func match(at start: Int, in passage: Passage) -> Match? {
        var best: Match?
        for (words, instrument) in instruments.phrases(beginningWith: passage.tokens[start].lower) {
            guard let end = end(of: words, from: start, in: passage) else { continue }
            if end > best?.tokens.upperBound ?? start { best = Match(instrument: instrument, tokens: start..<end) }
        }
        return best
    }

    /// Whether the words say for which years something is: "a programme of cooperation for 2025–2027".
    func isTerm(_ span: DatedSpan, in passage: Passage) -> Bool {
        span.tokens.lowerBound > 0 && span.date?.value.end != nil
            && lasting.contains(passage.tokens[span.tokens.lowerBound - 1].lower)
    }

    private func end(of words: [String], from start: Int, in passage: Passage) -> Int? {
        var token = start
        for word in words {
            while token > start, token < passage.tokens.count, passage.tokens[token].text == "-" { token += 1 }
            guard token < passage.tokens.count, passage.tokens[token].lower == word else { return nil }
            token += 1
        }
        return token
    }
}
