// SPDX-License-Identifier: Apache-2.0

import Language

extension FigureReader {
    /// Whether the number is only what somebody hopes for: a target, not a value.
    func isHopedFor(_ token: Int, in passage: Passage) -> Bool {
        // "wanted a fee of 90 dollars" asks for a sum; "hoped that trade would reach …" aims at a level.
        if isSelected(from: token, in: passage) { return false }
        var isInClause = false
        for ancestor in passage.ancestors(of: token) {
            let word = passage.tokens[ancestor]
            guard isInClause else {
                isInClause = word.isVerb
                if word.isVerb, word.dep == "relcl" || word.dep == "conj", isRealised(ancestor, in: passage) {
                    return false
                }
                // "Trade should reach 5 billion dollars": a target too.
                if word.isVerb,
                    passage.children(of: ancestor, ["aux"]).contains(where: {
                        lexicon.askingWords.contains(passage.tokens[$0].lower)
                    })
                {
                    return true
                }
                continue
            }
            if hoping.contains(word.lemma.asLowercase) || hoping.contains(word.lower),
                word.pos == "VERB" || word.pos == "NOUN"
            {
                return true
            }
        }
        return false
    }

    /// Whether a number tells from how many something is taken: "one of 16 partners", which is so whatever is hoped.
    private func isSelected(from token: Int, in passage: Passage) -> Bool {
        let noun = passage.tokens[token].dep == "nummod" ? passage.tokens[token].head : token
        let preposition = passage.tokens[noun].head
        guard passage.tokens[noun].dep == "pobj", preposition < noun else { return false }
        return lexicon.selectingWords.contains(passage.tokens[preposition].lower)
            || lexicon.selectingWords.contains(passage.tokens[passage.tokens[preposition].head].lower)
    }

    /// Whether a clause tells what has come about: "which has generated", "which raised".
    private func isRealised(_ verb: Int, in passage: Passage) -> Bool {
        let auxiliaries = passage.children(of: verb, ["aux", "auxpass"]).map { passage.tokens[$0] }
        return passage.tokens[verb].tag == "VBD" && auxiliaries.isEmpty
            || passage.tokens[verb].tag == "VBN" && auxiliaries.contains { $0.tag == "VBZ" || $0.tag == "VBP" }
                && auxiliaries.allSatisfy { $0.tag != "MD" }
    }

    /// Whether "around" says in the middle of what, not about how many: "centred around three pillars".
    func isCentred(_ phrase: Range<Int>, in passage: Passage) -> Bool {
        guard phrase.lowerBound > 0, lexicon.surroundingWords.contains(passage.tokens[phrase.lowerBound].lower) else {
            return false
        }
        return lexicon.centringVerbs.contains(passage.tokens[phrase.lowerBound - 1].lemma.asLowercase)
    }
}
