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
            return nil
        }
    }

    private func verbEvent(_ verb: Int) -> ReadEvent {
        let predicate = reader.verb(verb)
        let isUndergone =
            lexicon.undergoing.contains(tokens[verb].lemma.lowercased())
            && passage.children(of: verb, ["dobj"]).isEmpty
        var participants: [ReadEvent.Participant] = []
        var taken: Set<Int> = []
        for argument in predicate.arguments where taken.insert(argument.token).inserted {
            let role: ReadEvent.Role
            switch argument.role {
            case "subject": role = isUndergone ? .target : .source
            case "object", "attribute": role = .target
            default:
                guard lexicon.ditransitive.contains(argument.role), !isTime(argument.token) else { continue }
                role = .target
            }
            // What is coordinated is one phrase with its first part.
            let isLater = tokens[argument.token].dep == "conj" && taken.contains(tokens[argument.token].head)
            if isLater { continue }
            participants.append(.init(range: passage.range(of: phrase(argument.token)), role: role))
        }
        return ReadEvent(type: nil, trigger: passage.range(of: verb..<verb + 1), participants: participants)
    }

    private func isTime(_ token: Int) -> Bool {
        ["DATE", "TIME", "CARDINAL", "PERCENT", "ORDINAL"].contains(tokens[token].entityLabel)
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
