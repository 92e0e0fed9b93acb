// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// What "it", "its" and "the company" stand for: bodies, cities and countries.
extension ReferentResolver {
    /// A body, city or country that the report is about, and where it was last the subject.
    struct BodyFocus: Sendable {
        let party: Int
        let passage: Int
        let sentence: Int
    }

    /// How many sentences a body stays the one that "it" is.
    private static let reach = 2

    /// The body or place that "it" or "its" at `token` stands for: the subject of a clause around it, else the subject
    /// of the sentence before where nothing else comes between.
    func body(for token: Int, in passage: Passage, sentence: Range<Int>) -> Int? {
        guard !isEmpty(token, in: passage) else { return nil }
        for subject in subjectsAround(token, in: passage, sentence: sentence) {
            let parties = parties(at: TokenPlace(passage: passage.index, token: subject))
            if parties.count == 1, let party = parties.first, isThing(party) { return party }
            // "The deal and its terms": a thing without a name keeps the pronoun to itself.
            if parties.isEmpty, passage.tokens[subject].isNoun { return nil }
        }
        guard let focus = focusInReach(of: passage, sentence: sentence) else { return nil }
        let isAnotherNamed = (sentence.lowerBound..<token).contains { place in
            let named = register.party(at: TokenPlace(passage: passage.index, token: place))
            return named.map { $0 != focus && isThing($0) } ?? false
        }
        return isAnotherNamed ? nil : focus
    }

    /// The subject of the clause around "it" that is a body without a name: "The Finnish government said it would …".
    func unnamedBody(around token: Int, in passage: Passage, sentence: Range<Int>) -> TokenPlace? {
        guard !isEmpty(token, in: passage),
            let subject = subjectsAround(token, in: passage, sentence: sentence).first,
            passage.tokens[subject].isNoun, lexicon.bodyNouns.contains(passage.tokens[subject].lower)
        else { return nil }
        let place = TokenPlace(passage: passage.index, token: subject)
        return parties(at: place).isEmpty ? place : nil
    }

    /// The parties that "they" or "their" at `token` stands for by the subject of a clause around it; `nil` where there
    /// is no such subject, empty where nobody knows who it is.
    func subjects(
        forPlural token: Int, in passage: Passage, sentence: Range<Int>
    ) -> (parties: [Int], place: TokenPlace)? {
        for subject in subjectsAround(token, in: passage, sentence: sentence) {
            let place = TokenPlace(passage: passage.index, token: subject)
            let parties = parties(at: place)
            if parties.count > 1 { return (parties, place) }
            if let party = parties.first, register.records.indices.contains(party),
                register.records[party].kind.isBody
            {
                return (parties, place)
            }
            if parties.isEmpty, passage.tokens[subject].has(feature: "Number=Plur") { return ([], place) }
        }
        return nil
    }

    /// The body that a description such as "the ministry" or "the company" stands for.
    func describedBody(at token: Int, in passage: Passage, sentence: Range<Int>) -> Int? {
        let word = passage.tokens[token]
        guard word.isNoun, word.has(feature: "Number=Sing"),
            lexicon.bodyNouns.contains(word.lower), word.dep != "compound",
            passage.children(of: token, ["det"]).contains(where: { lexicon.definite.contains(passage.tokens[$0].lower) }
            ),
            // "the Turku-based company": where it is makes it no other.
            passage.children(of: token, ["prep", "appos", "relcl", "amod", "compound", "poss", "acl"]).allSatisfy({
                lexicon.seatWords.contains(passage.tokens[$0].lower)
            })
        else { return nil }
        let known = register.records.indices.filter {
            register.records[$0].kind.isBody
                && register.records[$0].mentions.contains { $0.passage <= passage.index }
        }
        // "The ministry" is the one whose name says so.
        let called = known.filter { number in
            register.records[number].nameForms.contains { $0.count > 1 && $0.contains(word.lower) }
        }
        if called.count == 1 { return called.first }
        guard called.isEmpty, lexicon.anyBodyNouns.contains(word.lower) else { return nil }
        let bodies = known.filter { register.records[$0].kind == .organisation }
        if let focus = focusInReach(of: passage, sentence: sentence), bodies.contains(focus) { return focus }
        return bodies.count == 1 ? bodies.first : nil
    }

    /// Remembers who the sentence is about, if that is a body or a place.
    mutating func noteBody(asSubject parties: [Int], at subject: Int, in passage: Passage) {
        if parties.count == 1, let party = parties.first, isThing(party) {
            bodyFocus = BodyFocus(party: party, passage: passage.index, sentence: passage.sentence[subject])
        } else if parties.isEmpty, passage.tokens[subject].isNoun {
            // "The agreement … It …": the pronoun of the next sentence may be the thing.
            bodyFocus = nil
        }
    }

    /// Whether the party can be "it".
    func isThing(_ party: Int) -> Bool {
        guard register.records.indices.contains(party) else { return false }
        let kind = register.records[party].kind
        return kind.isBody || kind == .city || kind == .country
    }

    private func focusInReach(of passage: Passage, sentence: Range<Int>) -> Int? {
        guard let bodyFocus else { return nil }
        let number = passage.sentence[sentence.lowerBound]
        let isNear =
            bodyFocus.passage == passage.index
            ? number - bodyFocus.sentence <= Self.reach
            : bodyFocus.passage == passage.index - 1 && number < Self.reach
        return isNear ? bodyFocus.party : nil
    }

    /// The subjects of the clauses around the token that stand before it, the nearest first.
    private func subjectsAround(_ token: Int, in passage: Passage, sentence: Range<Int>) -> [Int] {
        passage.ancestors(of: token)
            .filter {
                passage.tokens[$0].isVerb && sentence.contains($0)
                    && !isQuoted(.init(passage: passage.index, token: $0))
            }
            .flatMap { passage.children(of: $0, ["nsubj", "nsubjpass"]) }
            .filter { $0 < token && !passage.subtree(of: $0).contains(token) }
    }

    /// Whether "it" stands for nothing: "it is clear that …", "it seems".
    private func isEmpty(_ token: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        if word.dep == "expl" { return true }
        guard word.dep == "nsubj" || word.dep == "nsubjpass" else { return false }
        let verb = word.head
        let lemma = passage.tokens[verb].lemma.asLowercase
        // "it looks forward to", "it is ready to": who does so is somebody.
        if passage.children(of: verb, ["advmod", "acomp"]).contains(where: {
            lexicon.willingWords.contains(passage.tokens[$0].lower)
        }) {
            return false
        }
        if lexicon.emptyVerbs.contains(lemma) { return true }
        let clauses = passage.children(of: verb, ["ccomp", "xcomp", "advcl", "csubj", "relcl"])
        if passage.words.being.contains(lemma) || word.dep == "nsubjpass" {
            return !clauses.isEmpty || hasClauseInside(verb, in: passage)
        }
        return false
    }

    private func hasClauseInside(_ verb: Int, in passage: Passage) -> Bool {
        passage.children(of: verb, ["acomp", "attr"]).contains {
            !passage.children(of: $0, ["ccomp", "xcomp", "relcl", "acl", "advcl"]).isEmpty
        }
    }
}
