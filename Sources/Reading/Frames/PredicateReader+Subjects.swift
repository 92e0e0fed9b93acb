// SPDX-License-Identifier: Apache-2.0

import Language

/// Subjects and objects that the parser mixes up or hangs elsewhere.
extension PredicateReader {
    /// Who does the same along with a subject: the envoy in "the mayor, together with the envoy, …".
    func companions(of subject: Int) -> [Int] {
        ([subject] + passage.children(of: subject, ["appos"])).flatMap { passage.children(of: $0, ["prep"]) }
            .filter { preposition in
                let words = tokens[max(preposition - 1, 0)...preposition].map(\.lower)
                return preposition > subject && !lexicon.joiningWords.isDisjoint(with: words)
            }
            .flatMap { preposition in
                let inner = passage.children(of: preposition, ["prep"])
                return ([preposition] + inner).flatMap { passage.children(of: $0, ["pobj"]) }
            }
    }

    /// The subjects of the second verb in "A met B and C met D", of which the parser takes B for the first.
    func laterSubjects(of verb: Int, _ subject: Int) -> [Int]? {
        let first = passage.children(of: verb, ["ccomp"]).contains { objectDrawnAway(from: $0) == subject }
        return first ? passage.conjuncts(of: subject).filter { $0 != subject && $0 < verb } : nil
    }

    /// What the parser takes for a subject of the next verb although it is the object of this one.
    func objectDrawnAway(from verb: Int) -> Int? {
        let next = tokens[verb].head
        guard tokens[verb].dep == "ccomp", next > verb, tokens[verb].tag == tokens[next].tag,
            !passage.children(of: verb, ["nsubj"]).isEmpty, passage.children(of: verb, ["dobj", "prep"]).isEmpty,
            let subject = passage.children(of: next, ["nsubj"]).first, passage.leftEdge[subject] == verb + 1,
            passage.conjuncts(of: subject).count > 1
        else { return nil }
        return subject
    }

    /// Whether a second subject, behind the verb, is its object.
    func isObjectBehind(_ token: Int, _ verb: Int) -> Bool {
        passage.children(of: verb, ["nsubj"]).contains { $0 < verb } && passage.children(of: verb, ["dobj"]).isEmpty
            && passage.leftEdge[token] == verb + 1
    }
}
