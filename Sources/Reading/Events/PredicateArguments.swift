// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds what every verb of a text says of whom: the event and its arguments, whatever it is.
struct PredicateArguments {
    let passage: Passage
    let lexicon: EventLexicon
    let reader: PredicateReader

    private var tokens: [Token] { passage.tokens }

    /// The events in text order.
    func events() -> [ReadEvent] {
        tokens.indices.compactMap { token in
            if tokens[token].isVerb, !["aux", "auxpass"].contains(tokens[token].dep) { return verbEvent(token) }
            if tokens[token].pos == "NOUN", isHappening(token) { return nounEvent(token) }
            return nil
        }
    }

    private func verbEvent(_ verb: Int) -> ReadEvent {
        let predicate = reader.verb(verb)
        // "the plane, which flew": the pronoun itself takes part.
        let relative =
            tokens[verb].dep == "relcl"
            ? passage.children(of: verb, ["nsubj", "nsubjpass"]).first { tokens[$0].tag.hasPrefix("W") } : nil
        let isUndergone =
            lexicon.undergoing.contains(tokens[verb].lemma.asLowercase)
            && passage.children(of: verb, ["dobj"]).isEmpty
        var participants: [ReadEvent.Participant] = []
        var taken: Set<Int> = []
        var arguments = predicate.arguments
        if let bearer = bearer(ofInfinitive: verb) {
            // "won a contract to supply the army": the winner supplies it, not the contract.
            arguments.removeAll { $0.role == "subject" && $0.token == tokens[verb].head }
            arguments += passage.conjuncts(of: bearer).map { Predicate.Argument(role: "subject", token: $0) }
        }
        for argument in arguments where taken.insert(argument.token).inserted {
            let role: ReadEvent.Role
            switch argument.role {
            case "subject": role = isUndergone ? .target : .source
            case "object", "attribute": role = .target
            default:
                let isMeasured = isUndergone && isAmount(argument.token)
                // Where something moves to is a place, and what it rises to an amount.
                guard isMeasured || lexicon.sharing.contains(argument.role) && !isUndergone else { continue }
                role = .target
            }
            guard takesPart(argument.token) else { continue }
            if let relative, argument.token == tokens[verb].head {
                participants.append(.init(range: passage.range(of: relative..<relative + 1), role: role))
                continue
            }
            // What is coordinated is one phrase with its first part.
            let isLater = tokens[argument.token].dep == "conj" && taken.contains(tokens[argument.token].head)
            if isLater { continue }
            participants.append(.init(range: passage.range(of: phrase(argument.token)), role: role))
        }
        return ReadEvent(type: nil, trigger: passage.range(of: verb..<verb + 1), participants: participants)
    }

    /// Who does what an infinitive behind a verb's object says.
    private func bearer(ofInfinitive verb: Int) -> Int? {
        let noun = tokens[verb].head
        guard tokens[verb].dep == "acl",
            passage.isInfinitive(verb),
            ["dobj", "pobj"].contains(tokens[noun].dep),
            let above = passage.verb(above: noun)
        else { return nil }
        return passage.agentOrSubject(of: above)
    }

    /// What a noun such as "the purchase of the plant by the city" says of whom.
    private func nounEvent(_ noun: Int) -> ReadEvent? {
        var participants: [ReadEvent.Participant] = []
        let predicate = reader.noun(noun)
        for argument in predicate.arguments where takesPart(argument.token) {
            let role: ReadEvent.Role
            switch argument.role {
            case "possessor", "by", "doer", "holder": role = .source
            case "of", "with", "between": role = .target
            case "modifier" where isNamed(argument.token): role = .source
            default: continue
            }
            if argument.role != "possessor", participants.isEmpty == false, tokens[argument.token].dep == "conj" {
                continue
            }
            participants.append(.init(range: passage.range(of: phrase(argument.token)), role: role))
        }
        guard !participants.isEmpty else { return nil }
        return ReadEvent(type: nil, trigger: passage.range(of: noun..<noun + 1), participants: participants)
    }

    /// Whether a noun is one of those that say what happens.
    private func isHappening(_ noun: Int) -> Bool {
        !["compound", "nmod"].contains(tokens[noun].dep) && lexicon.happenings.contains(tokens[noun].lower)
    }

    private func isAmount(_ token: Int) -> Bool {
        ["PERCENT", "MONEY", "CARDINAL", "QUANTITY"].contains(tokens[token].entityLabel)
    }

    /// Whether the words stand for somebody or something, rather than for what happens or when.
    private func takesPart(_ token: Int) -> Bool {
        let word = tokens[token]
        if word.pos == "PRON" { return lexicon.personal.contains(word.lower) }
        if ["DATE", "TIME", "ORDINAL"].contains(word.entityLabel) { return false }
        if isNamed(token) || lexicon.actors.contains(word.lower) { return true }
        guard word.isNoun || word.pos == "NUM" else { return false }
        if lexicon.concrete.contains(word.lemma.asLowercase) { return true }
        return !lexicon.things.contains(word.lower)
            && !lexicon.abstract.contains { word.lower.hasSuffix($0) || word.lower.hasSuffix($0 + "s") }
    }

    private func isNamed(_ token: Int) -> Bool {
        ["PERSON", "ORG", "GPE", "NORP", "PRODUCT", "MONEY", "FAC", "LOC"].contains(tokens[token].entityLabel)
            || tokens[token].pos == "PROPN" || lexicon.personal.contains(tokens[token].lower)
    }

    /// The noun phrase without clauses that hang on it.
    private func phrase(_ head: Int) -> Range<Int> {
        var end = head + 1
        for child in passage.children[head] where child > head {
            guard ["prep", "compound", "amod", "nummod", "appos", "cc", "conj"].contains(tokens[child].dep),
                passage.leftEdge[child] <= end + 1
            else { break }
            end = passage.rightEdge[child] + 1
        }
        return min(passage.leftEdge[head], head)..<end
    }
}
