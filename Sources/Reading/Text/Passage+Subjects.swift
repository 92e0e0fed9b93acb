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
            if let own = ownSubject(of: current, where: accepts) {
                let token = doc.tokens[own]
                if words.relatives.contains(token.lower), doc.tokens[current].dep == "relcl" {
                    let noun = doc.tokens[current].head
                    return words.personalRelatives.contains(token.lower) ? person(above: noun) : noun
                }
                return own
            }
            let token = doc.tokens[current]
            guard
                isDrawnBehind(current)
                    || [
                        "conj", "xcomp", "acomp", "advcl", "pcomp", "acl", "prep", "aux", "auxpass", "parataxis", "dep",
                    ]
                    .contains(
                        token.dep),
                token.head != current
            else { return nil }
            if token.dep == "acl" { return doc.tokens[token.head].isNoun ? token.head : nil }
            current = token.dep == "conj" ? coordinated(with: current) : token.head
            steps += 1
        }
        return nil
    }

    /// Whether a verb without a subject goes on with the one before it, behind a comma, though the parser puts it under that:
    /// "called on the mayor, was hosted to lunch".
    func isDrawnBehind(_ verb: Int) -> Bool {
        let token = doc.tokens[verb]
        return token.dep == "ccomp" && token.head < verb && doc.tokens[token.head].isVerb
            && children(of: verb, ["mark", "nsubj", "nsubjpass"]).isEmpty && leftEdge[verb] > 0
            && doc.tokens[leftEdge[verb] - 1].text == ","
    }

    /// The subject that hangs on the verb, or on its auxiliary: "Oslo is committed to …".
    private func ownSubject(of verb: Int, where accepts: (Int) -> Bool) -> Int? {
        let labels = ["nsubj", "nsubjpass", "csubj"]
        let own = children(of: verb, labels).filter(accepts)
        let found = own + children(of: verb, ["aux", "auxpass"]).flatMap { children(of: $0, labels) }.filter(accepts)
        guard let first = found.first, found.count > 1, children(of: first, ["det"]).isEmpty else { return found.first }
        // "Clean water: Oslo will dig wells" has a heading before its subject.
        let headed = found.last { other in
            first < other && other < verb
                && doc.tokens[first..<other].contains { [":", "\u{2013}", "\u{2014}"].contains($0.text) }
        }
        return headed ?? first
    }

    /// The person whom "who" behind a place or body stands for: "Anna Berg, governor of Kunene, Namibia, who …".
    private func person(above noun: Int) -> Int {
        var current = noun
        while ["GPE", "LOC", "ORG", "FAC", "NORP"].contains(doc.tokens[current].entityLabel),
            ["pobj", "appos", "compound", "conj"].contains(doc.tokens[current].dep)
        {
            let head = doc.tokens[current].head
            current = doc.tokens[head].pos == "ADP" ? doc.tokens[head].head : head
        }
        guard current != noun, doc.tokens[current].isNoun else { return noun }
        // "Anna Berg, governor of Kunene": the name rather than the office.
        let head = doc.tokens[current].head
        if doc.tokens[current].dep == "appos", doc.tokens[head].entityLabel == "PERSON" { return head }
        return ["GPE", "LOC", "ORG", "FAC", "NORP"].contains(doc.tokens[current].entityLabel) ? noun : current
    }

    /// The nearest verb that the token hangs on, at once or by other words.
    func verb(above token: Int) -> Int? { ancestors(of: token).first { doc.tokens[$0].isVerb } }

    /// Whether the verb's own words deny it: "not", "under no circumstances", "neither Oslo nor Turku".
    func isDenied(_ verb: Int) -> Bool {
        children[verb].contains { child in
            switch doc.tokens[child].dep {
            case "neg": return true
            case "nsubj", "nsubjpass": return isDeniedNoun(child)
            // "will no longer", but not "will no doubt"
            case "advmod":
                return !words.doubting.contains(doc.tokens[child].lower)
                    && children[child].contains {
                        doc.tokens[$0].dep == "neg"
                            || doc.tokens[$0].dep == "det" && words.denying.contains(doc.tokens[$0].lower)
                    }
            case "prep":
                guard let nouns = words.denied[doc.tokens[child].lower] else { return false }
                return children(of: child, ["pobj"]).contains {
                    nouns.contains(doc.tokens[$0].lower) && isDeniedNoun($0)
                }
            default: return false
            }
        }
    }

    /// Whether a determiner says that there is none: "no plans", "neither leader", but not "no fewer than 20 leaders".
    func isDeniedNoun(_ noun: Int) -> Bool {
        children[noun].contains {
            $0 < noun && ["det", "preconj"].contains(doc.tokens[$0].dep) && words.denying.contains(doc.tokens[$0].lower)
                && !["JJR", "RBR"].contains(doc.tokens[$0 + 1].tag)
        }
    }

    /// Whether "to" stands before the verb: "to build", not "builds".
    func isInfinitive(_ verb: Int) -> Bool {
        children(of: verb, ["aux"]).contains { doc.tokens[$0].tag == "TO" }
    }

    /// The verb that `verb` is coordinated with.
    ///
    /// Behind a long clause the parser ties "and thanked" to the clause's own verb; the form tells the right one, so a
    /// past tense goes with a past tense: "recognised the role that Jordan plays and thanked …".
    private func coordinated(with verb: Int) -> Int {
        let head = doc.tokens[verb].head
        // A verb that a noun carries, "the work begun", is no past tense, though the tagger may say so.
        guard doc.tokens[verb].tag == "VBD", doc.tokens[head].tag != "VBD" || doc.tokens[head].dep == "acl" else {
            return head
        }
        return ancestors(of: head).first { doc.tokens[$0].tag == "VBD" } ?? head
    }

    /// Where a later verb of the sentence begins that the parser has drawn into the words under `token`.
    ///
    /// `verb` is the verb that governs those words; a past tense like its own, behind "and", goes on with the sentence.
    func clauseDrawnIn(under range: Range<Int>, of verb: Int) -> Int? {
        guard doc.tokens[verb].tag == "VBD" else { return nil }
        for token in range where doc.tokens[token].tag == "VBD" && token > verb {
            guard
                doc.tokens[token].dep == "conj" && doc.tokens[doc.tokens[token].head].tag != "VBD"
                    || doc.tokens[token].dep == "acl",
                let and = (range.lowerBound..<token).last(where: { doc.tokens[$0].dep == "cc" }),
                !doc.tokens[and + 1..<token].contains(where: { $0.isVerb || $0.dep == "mark" })
            else { continue }
            return and
        }
        return nil
    }

    /// Who does what the verb says: its subject, or the agent of a passive; nobody for a passive without agent.
    func agentOrSubject(of verb: Int, where accepts: (Int) -> Bool = { _ in true }) -> Int? {
        guard !children(of: verb, ["nsubjpass", "auxpass"]).isEmpty else { return subject(of: verb, where: accepts) }
        return children(of: verb, ["agent"]).flatMap { children(of: $0, ["pobj"]) }.first(where: accepts)
    }

    /// The verb whose subject a participle shares: behind a comma that of the main clause, though the parser may tie it to
    /// a clause before it, "outlined the way they work, stressing …".
    func speaking(_ verb: Int) -> Int {
        let token = doc.tokens[verb]
        let edge = leftEdge[verb]
        guard token.tag == "VBG", token.dep == "advcl", ["relcl", "acl"].contains(doc.tokens[token.head].dep), edge > 0,
            doc.tokens[edge - 1].text == ","
        else { return verb }
        return self.verb(above: token.head) ?? verb
    }

    /// Where the subject phrase of `verb` begins.
    func leftEdgeOfSubject(of verb: Int) -> Int? {
        children(of: verb, ["nsubj", "nsubjpass"]).map { leftEdge[$0] }.min()
    }
}
