// SPDX-License-Identifier: Apache-2.0

import Language

/// Whom a possessive such as "her" stands for by what it hangs on.
extension ReferentResolver {
    /// "On her trip to Porto, Mayor Saarela said …": a possessive before the main clause is its subject's.
    func subjectComing(for token: Int, in passage: Passage, sentence: Range<Int>) -> Int? {
        guard passage.tokens[token].dep == "poss" else { return nil }
        for ancestor in passage.ancestors(of: token) where passage.tokens[ancestor].isVerb && ancestor > token {
            guard sentence.contains(ancestor), !isQuoted(TokenPlace(passage: passage.index, token: ancestor)) else {
                return nil
            }
            for subject in passage.children(of: ancestor, ["nsubj"]) where subject > token {
                return register.party(at: TokenPlace(passage: passage.index, token: subject))
            }
        }
        return nil
    }

    /// "thanked Mayor Berg for her efforts": the possessive behind "for" is the person thanked.
    func objectBefore(_ token: Int, in passage: Passage) -> Int? {
        guard passage.tokens[token].dep == "poss" else { return nil }
        guard
            let preposition = passage.ancestors(of: token).prefix(4).first(where: { passage.tokens[$0].dep == "prep" }),
            passage.words.thanking.contains(passage.tokens[preposition].lower)
        else { return nil }
        let above = passage.tokens[preposition].head
        let verb = passage.tokens[above].isVerb ? above : passage.tokens[above].head
        guard passage.tokens[verb].isVerb else { return nil }
        return passage.children(of: verb, ["dobj"]).filter { $0 < preposition }.compactMap {
            party(at: TokenPlace(passage: passage.index, token: $0))
        }.first
    }

    /// "praised Mayor Berg's work for schools, including her plan": whose the whole is, the part is too.
    func ownerBefore(_ token: Int, in passage: Passage) -> Int? {
        guard passage.tokens[token].dep == "poss" else { return nil }
        var isPart = false
        for ancestor in passage.ancestors(of: token) {
            var whole = ancestor
            if lexicon.includingWords.contains(passage.tokens[ancestor].lower) {
                isPart = true
                // The parser hangs "including" on the noun or on the verb above it.
                guard let object = passage.children(of: passage.tokens[ancestor].head, ["dobj"]).first else { continue }
                whole = object
            } else if passage.tokens[ancestor].isVerb {
                return nil
            }
            guard isPart, whole < token, passage.tokens[whole].isNoun,
                let owner = passage.children(of: whole, ["poss"]).first(where: { $0 < token && $0 < whole })
            else { continue }
            return party(at: TokenPlace(passage: passage.index, token: owner))
        }
        return nil
    }
}
