// SPDX-License-Identifier: Apache-2.0

import Language

extension FigureReader {
    /// Whether the number is only what somebody hopes for: a target, not a value.
    func isHopedFor(_ token: Int, isAmount: Bool, in passage: Passage) -> Bool {
        // "wanted a fee of 90 dollars" asks for a sum; "hoped that trade would reach …" aims at a level.
        if isSelected(from: token, in: passage) { return false }
        if isAmount, isTarget(token, in: passage) || isLevelToCome(token, in: passage) { return true }
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
            if governors.hoping.contains(word.lemma.asLowercase) || governors.hoping.contains(word.lower),
                word.pos == "VERB" || word.pos == "NOUN"
            {
                return true
            }
        }
        return false
    }

    /// Whether an amount is what a goal is, or what somebody's goal is about: "a target of 5 million dollars", "the goal of
    /// raising trade to 5 million dollars".
    private func isTarget(_ token: Int, in passage: Passage) -> Bool {
        for ancestor in passage.ancestors(of: token) {
            let word = passage.tokens[ancestor]
            if word.isNoun, lexicon.targetNouns.contains(word.lemma.asLowercase) { return true }
            // A clause of its own tells of something else.
            if word.isVerb, word.tag != "VBG", !passage.isInfinitive(ancestor) { return false }
        }
        return false
    }

    /// Whether an amount is the level that something is only to come to: "trade is expected to reach 5 million dollars".
    private func isLevelToCome(_ token: Int, in passage: Passage) -> Bool {
        guard let verb = passage.verb(above: token), isRise(verb, of: token, in: passage),
            // "with trade reaching 5 million dollars"
            passage.tokens[verb].tag != "VBG" || passage.tokens[verb].dep == "pcomp"
        else { return false }
        var firm = verb
        let above = { passage.tokens[firm].head }
        // "grew further to reach 5 million dollars", "continued to grow": as firm as the verb above.
        while passage.isInfinitive(firm), above() != firm,
            passage.tokens[firm].dep == "advcl" && isRise(above(), of: token, in: passage)
                || passage.tokens[firm].dep == "xcomp"
                    && lexicon.continuingVerbs.contains(passage.tokens[above()].lemma.asLowercase)
        {
            firm = above()
        }
        // "will reach 5 million dollars" foresees it; "has to reach 5 million dollars" wants it.
        let isForeseen =
            !passage.isInfinitive(firm) || lexicon.foreseeingVerbs.contains(passage.tokens[above()].lemma.asLowercase)
        if lexicon.reachingVerbs.contains(passage.tokens[verb].lemma.asLowercase), isForeseen { return false }
        // "ready to raise exports by 5 million dollars"
        if passage.isInfinitive(firm), passage.tokens[above()].pos == "ADJ" { return true }
        return PredicateReader(passage: passage, lexicon: governors).modality(of: firm) > .actual
    }

    /// Whether a verb tells of a rise or fall; "raise 5 million dollars" tells of none.
    private func isRise(_ verb: Int, of amount: Int, in passage: Passage) -> Bool {
        let lemma = passage.tokens[verb].lemma.asLowercase
        return lexicon.changingVerbs.contains(lemma) || lexicon.reachingVerbs.contains(lemma)
            || lexicon.carryingVerbs.contains(lemma) && passage.tokens[amount].dep != "dobj"
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
