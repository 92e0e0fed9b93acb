// SPDX-License-Identifier: Apache-2.0

import Language

extension Passage {
    /// The subject of a verb: its own, or the one it shares with the verb it is coordinated with or governed by.
    ///
    /// A relative pronoun is replaced by the noun it stands for. `accepts` can rule tokens out.
    func subject(of verb: Int, where accepts: (Int) -> Bool = { _ in true }) -> Int? {
        var current = verb
        var steps = 0
        while steps < 8 {
            if let own = children(of: current, ["nsubj", "nsubjpass", "csubj"]).first(where: accepts) {
                let token = doc.tokens[own]
                if ["who", "which", "that"].contains(token.lower), doc.tokens[current].dep == "relcl" {
                    return doc.tokens[current].head
                }
                return own
            }
            let token = doc.tokens[current]
            guard
                ["conj", "xcomp", "advcl", "pcomp", "acl", "prep", "aux", "auxpass", "parataxis", "dep"].contains(
                    token.dep),
                token.head != current
            else { return nil }
            if token.dep == "acl" { return doc.tokens[token.head].isNoun ? token.head : nil }
            current = token.head
            steps += 1
        }
        return nil
    }

    /// Who does what the verb says: its subject, or the agent of a passive; nobody for a passive without agent.
    func agentOrSubject(of verb: Int, where accepts: (Int) -> Bool = { _ in true }) -> Int? {
        guard !children(of: verb, ["nsubjpass", "auxpass"]).isEmpty else { return subject(of: verb, where: accepts) }
        return children(of: verb, ["agent"]).flatMap { children(of: $0, ["pobj"]) }.first(where: accepts)
    }

    /// Where the subject phrase of `verb` begins.
    func leftEdgeOfSubject(of verb: Int) -> Int? {
        children(of: verb, ["nsubj", "nsubjpass"]).map { leftEdge[$0] }.min()
    }
}
