// SPDX-License-Identifier: Apache-2.0

import Language

/// Subjects and objects that the parser mixes up or hangs elsewhere.
extension PredicateReader {
    /// "thanked the city for hosting the delegation": whoever is thanked has done it.
    func thankedSubject(of verb: Int) -> Int? {
        let preposition = tokens[verb].head
        guard tokens[verb].dep == "pcomp", passage.words.thanking.contains(tokens[preposition].lower),
            isOne(tokens[preposition].head, of: lexicon.thanking)
        else { return nil }
        return passage.children(of: tokens[preposition].head, ["dobj"]).first { $0 < preposition }
    }

    /// "took the opportunity to meet the mayor", "invited the envoy to attend": whom the verb above names as the one who
    /// does it.
    func controller(of verb: Int) -> Int? {
        if let noun = chance(of: verb) ?? plan(above: verb) { return passage.subject(of: tokens[noun].head) }
        let above = tokens[verb].head
        guard ["xcomp", "advcl"].contains(tokens[verb].dep), passage.isInfinitive(verb),
            isOne(above, of: lexicon.urging),
            !isPassive(above)
        else { return nil }
        return passage.children(of: above, ["dobj"]).first { $0 > above && $0 < verb }
    }

    /// The noun for an honour or opportunity that somebody has or takes, and whose infinitive the verb is.
    func chance(of verb: Int) -> Int? {
        let noun = tokens[verb].head
        guard tokens[verb].dep == "acl", passage.isInfinitive(verb), tokens[noun].dep == "dobj",
            isOne(noun, of: lexicon.chances) && isOne(tokens[noun].head, of: lexicon.seizing)
                || isOne(noun, of: lexicon.feeling) && isOne(tokens[noun].head, of: lexicon.taking)
        else { return nil }
        return noun
    }

    /// The noun for a plan whose infinitive the verb is: "announced a plan to visit".
    func plan(above verb: Int) -> Int? {
        let noun = tokens[verb].head
        // "welcomed the governor's decision to visit Porto": the plan of somebody else.
        let isOthers = passage.children(of: noun, ["poss", "prep"]).contains { tokens[$0].tag != "PRP$" && $0 < verb }
        return tokens[verb].dep == "acl" && passage.isInfinitive(verb) && tokens[noun].dep == "dobj" && !isOthers
            && isOne(noun, of: lexicon.plans) ? noun : nil
    }

    /// "had the honour of visiting Kumasi": whoever has it visits.
    func feelingSubject(of verb: Int) -> Int? {
        let preposition = tokens[verb].head
        guard let noun = feelingNoun(of: verb), preposition != noun else { return nil }
        return passage.subject(of: tokens[noun].head)
    }

    /// The noun for a feeling whose "of" the verb stands behind.
    func feelingNoun(of verb: Int) -> Int? {
        let preposition = tokens[verb].head
        guard tokens[verb].dep == "pcomp", lexicon.owning.contains(tokens[preposition].lower) else { return nil }
        let noun = tokens[preposition].head
        return tokens[noun].isNoun && isOne(noun, of: lexicon.feeling) && tokens[tokens[noun].head].isVerb ? noun : nil
    }

    /// "led a delegation to visit the port": the delegation and whoever leads it.
    func sent(to verb: Int) -> [Int] {
        let noun = tokens[verb].head
        guard ["relcl", "acl"].contains(tokens[verb].dep), passage.isInfinitive(verb), tokens[noun].dep == "dobj",
            lexicon.guests.contains(tokens[noun].lower), isOne(tokens[noun].head, of: lexicon.leading)
        else { return [] }
        return [passage.subject(of: tokens[noun].head), noun].compactMap { $0 }
    }

    /// The person whose name a participle right behind another verb only says something of: "met visiting Governor Dvorak".
    func visitor(named participle: Int) -> Int? {
        guard participle > 0, tokens[participle].tag == "VBG", tokens[participle].head == participle - 1,
            tokens[participle - 1].isVerb, isOne(participle, of: lexicon.going)
        else { return nil }
        return passage.children(of: participle, ["dobj"]).first {
            passage.leftEdge[$0] == participle + 1 && tokens[$0].entityLabel == "PERSON"
        }
    }

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

    /// "Governor Berg and Mayor Vega's meeting": the parser coordinates the person with what is both's.
    func jointPossessor(of noun: Int, with owner: Int) -> Int? {
        let first = tokens[noun].head
        guard tokens[noun].dep == "conj", first < owner,
            tokens[first].pos == "PROPN", tokens[first].entityLabel == "PERSON",
            // "Mayor Vega and his delegation's visit"
            tokens[owner].pos == "PROPN" || tokens[owner - 1].tag == "PRP$",
            passage.leftEdge[owner] == first + 2, tokens[first + 1].dep == "cc"
        else { return nil }
        return first
    }
}
