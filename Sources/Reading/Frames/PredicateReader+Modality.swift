// SPDX-License-Identifier: Apache-2.0

import Language

extension PredicateReader {
    /// Whether the word is on a list, by its base form or as written, since base forms are sometimes wrong.
    func isOne(_ token: Int, of list: Set<String>) -> Bool {
        list.contains(tokens[token].lemma.asLowercase) || list.contains(tokens[token].lower)
    }

    func isPassive(_ verb: Int) -> Bool {
        let children = parts(of: verb).flatMap { passage.children[$0] }
        if children.contains(where: { ["nsubjpass", "auxpass"].contains(tokens[$0].dep) }) { return true }
        guard tokens[verb].tag == "VBN", !children.contains(where: { ["aux", "nsubj"].contains(tokens[$0].dep) }) else {
            return false
        }
        switch tokens[verb].dep {
        // "the talks held in Seoul", "…, witnessed by the envoy": a participle without a verb of its own.
        case "acl", "advcl": return true
        // "was held in May and attended by the mayor"
        case "conj":
            return tokens[verb].head != verb && tokens[tokens[verb].head].isVerb && isPassive(tokens[verb].head)
        default: return false
        }
    }

    /// The verb's first part where the tokenizer cuts a prefix off.
    func start(of verb: Int) -> Int { verb > 1 && parts(of: verb - 2).last == verb ? verb - 2 : verb }

    /// The verb with what belongs to it where the tokenizer cuts a prefix off: "co-chaired".
    func parts(of verb: Int) -> [Int] {
        guard lexicon.prefixes.contains(tokens[verb].lower), verb + 2 < tokens.count, tokens[verb + 1].text == "-"
        else {
            return [verb]
        }
        return [verb, verb + 1, verb + 2]
    }

    /// The verb's own part of the sentence: its subtree without clauses that have a predicate of their own.
    func clause(of verb: Int) -> ClosedRange<Int> {
        let whole = passage.subtree(of: verb)
        var start = whole.lowerBound
        var end = whole.upperBound
        let own = parts(of: verb)
        for child in passage.children[verb] where !own.contains(child) {
            guard ["conj", "ccomp", "advcl", "parataxis"].contains(tokens[child].dep), tokens[child].isVerb else {
                continue
            }
            if child > verb {
                end = min(end, max(verb, passage.leftEdge[child] - 1))
            } else {
                start = max(start, min(verb, passage.rightEdge[child] + 1))
            }
        }
        return start...max(start, end)
    }

    /// The modality of a verb, from its auxiliaries and the verbs above it.
    func modality(of verb: Int) -> Modality {
        var modality = Modality.actual
        if parts(of: start(of: verb)).contains(where: passage.isDenied) { return .denied }
        let own = parts(of: start(of: verb)).flatMap { passage.children[$0] }
        // "will be co-chaired": the parser hangs "will" on "be".
        for child in own + own.filter({ tokens[$0].dep == "auxpass" }).flatMap({ passage.children[$0] }) {
            let token = tokens[child]
            if token.dep == "neg" { return .denied }
            guard token.dep == "aux" else { continue }
            if lexicon.willWords.contains(token.lower) { modality = max(modality, .planned) }
            if lexicon.mayWords.contains(token.lower) {
                modality = max(modality, isReportedFuture(token, of: verb) ? .planned : .possible)
            }
        }
        // "leaves for Lima": whoever is about to go is not there yet.
        if modality == .actual, isDeparting(verb) { modality = .planned }
        // "left without meeting": what hangs on "without" did not happen.
        if tokens[verb].dep == "pcomp", lexicon.withoutWords.contains(tokens[tokens[verb].head].lower) {
            return .denied
        }
        let isBareInfinitive = passage.isInfinitive(verb)
        let above = tokens[verb].head
        // "Mayor to Visit Porto": a headline's infinitive tells of what is to come.
        if above == verb, isBareInfinitive { return max(modality, .planned) }
        // "before leaving for home": whoever is about to go is still there.
        if tokens[verb].dep == "pcomp", lexicon.beforeWords.contains(tokens[above].lower),
            isOne(verb, of: lexicon.departing)
        {
            return .possible
        }
        let isPlan = tokens[above].pos == "ADJ" && isBareInfinitive && isOne(above, of: lexicon.planning)
        // "was unable to attend"
        if tokens[above].pos == "ADJ", isBareInfinitive, isOne(above, of: lexicon.denying) { return .denied }
        // "is eager to visit"
        if tokens[above].pos == "ADJ", isBareInfinitive, isOne(above, of: lexicon.hoping) {
            return max(modality, .hoped)
        }
        guard above != verb, tokens[above].isVerb || tokens[above].isNoun || isPlan || tokens[verb].dep == "pcomp"
        else { return modality }
        // "had been due to meet", "had planned to visit": what was once meant to be is not said to have been.
        if isBareInfinitive, isPast(isPlan ? tokens[above].head : above), isOne(above, of: lexicon.planning) {
            modality = max(modality, .possible)
        }
        switch tokens[verb].dep {
        case "ccomp" where passage.isDrawnBehind(verb):
            if passage.children(of: verb, ["aux"]).isEmpty { modality = max(modality, self.modality(of: above)) }
        case "xcomp", "ccomp":
            if isOne(above, of: lexicon.planning), tokens[verb].dep == "xcomp" { modality = max(modality, .planned) }
            if isOne(above, of: lexicon.hoping) { modality = max(modality, .hoped) }
            if isOne(above, of: lexicon.pondering), tokens[verb].dep == "xcomp" { modality = max(modality, .possible) }
            if isOne(above, of: lexicon.denying) { return .denied }
            // "It is a pleasure to welcome you": whoever has the pleasure does it.
            let isFelt = isOne(above, of: lexicon.feeling) || feels(above)
            // "was to meet": what was once to be is not said to have been.
            let isPastPlan =
                passage.words.being.contains(tokens[above].lemma) && tokens[above].tag == "VBD" && isBareInfinitive
                && !isFelt
            if isPastPlan { modality = max(modality, .possible) }
            // "visited the ministry to meet the dean"
            let isGoal = tokens[above].tag == "VBD" && isOne(above, of: lexicon.going)
            if isBareInfinitive, !isFelt, !isGoal, !isDoneLeading(above), modality == .actual {
                modality = max(.planned, self.modality(of: above))
            }
            // "will help form a union": a bare verb is as firm as the one above it.
            if tokens[verb].tag == "VB", !isBareInfinitive, modality == .actual {
                modality = self.modality(of: above)
            }
            if passage.children(of: above, ["neg"]).isEmpty == false { modality = max(modality, .denied) }
        // "will lead a delegation to visit the port"
        case "relcl" where isBareInfinitive && tokens[above].dep == "dobj":
            modality = max(modality, self.modality(of: tokens[above].head))
        case "acl":
            // "called off a plan to open a consulate"
            if isBareInfinitive, governor(of: above).map(isCancelled) == true { return .denied }
            if let chance = chance(of: verb) { return max(modality, self.modality(of: tokens[chance].head)) }
            let main = isOne(above, of: lexicon.travellers) ? passage.verb(above: above) : nil
            // "led a delegation to attend the fair", "travelled with a delegation to attend it"
            let leads =
                main.map { isDoneLeading($0) || tokens[$0].tag == "VBD" && isOne($0, of: lexicon.going) } ?? false
            if isBareInfinitive, !isOne(above, of: lexicon.feeling), !isDoneJourney(above), !leads {
                modality = max(modality, .planned)
            }
            // "will travel to Porto with the delegation attending the forum"
            if tokens[verb].tag == "VBG", modality == .actual, isOne(verb, of: lexicon.attending),
                let main = passage.verb(above: above),
                self.modality(of: main) == .planned
            {
                modality = .planned
            }
            // "expressed his hope that the mayor will come"
            if passage.children(of: verb, ["mark"]).isEmpty == false, isOne(above, of: lexicon.hoping) {
                modality = max(modality, .hoped)
            }
        case "advcl":
            // "gathered in Seoul to attend the forum": whoever went there was there.
            let isDone = tokens[above].tag == "VBD" || tokens[above].tag == "VBN" && self.modality(of: above) == .actual
            let isJourney =
                isOne(above, of: lexicon.going) || isBeingThere(above) || isAttending(above)
                || passage.children(of: above, ["dobj"]).contains(where: isDoneJourney)
            let isFollowed = isDone && isJourney || isDoneLeading(above)
            if isBareInfinitive, !isFollowed { modality = max(modality, .planned, self.modality(of: above)) }
            // "While visiting Turku, they will attend the fair": the participle is of the time of the verb above.
            if tokens[verb].tag == "VBG", modality == .actual, self.modality(of: above) == .planned {
                modality = .planned
            }
            // "will be received by the mayor, meet the consul": the parser may put the next verb under the one before it.
            if ["VB", "VBP"].contains(tokens[verb].tag), modality == .actual, verb > above,
                passage.children(of: verb, ["mark", "nsubj", "nsubjpass", "aux"]).isEmpty
            {
                modality = self.modality(of: above)
            }
            if passage.children(of: verb, ["mark"]).contains(where: { lexicon.ifWords.contains(tokens[$0].lower) }) {
                modality = max(modality, .possible)
            }
        // "is to meet the president before flying to London"
        case "pcomp" where tokens[above].dep == "prep" && tokens[tokens[above].head].isVerb:
            modality = max(modality, self.modality(of: tokens[above].head))
            // "looks forward to opening the fair"
            if isOne(tokens[above].head, of: lexicon.hoping) { modality = max(modality, .hoped) }
        case "conj":
            // "will visit Hanoi and meet …": the auxiliary counts for both.
            let ownWords = passage.children(of: verb, ["aux", "nsubj"]).filter { tokens[$0].tag != "TO" }
            if ownWords.isEmpty {
                modality = max(modality, self.modality(of: above))
            }
        default:
            // "will spend a day in Porto, meet the mayor": a bare verb is as firm as the one before it, whatever it hangs on.
            if ["VB", "VBP"].contains(tokens[verb].tag), modality == .actual, passage.block.role == .body, verb > above,
                tokens[above].isVerb,
                passage.children(of: verb, ["aux", "nsubj"]).isEmpty
            {
                modality = self.modality(of: above)
            }
        }
        return modality
    }

    /// Whether the verb, in the present, says that its subject goes away: a plan, except in headlines and captions.
    private func isDeparting(_ verb: Int) -> Bool {
        // "The visit leaves a legacy" goes nowhere.
        guard passage.block.role != .headline, passage.block.role != .caption, isOne(verb, of: lexicon.departing),
            passage.children(of: verb, ["dobj"]).allSatisfy({ tokens[$0].pos == "PROPN" })
        else { return false }
        return ["VBZ", "VBP"].contains(tokens[verb].tag)
            || tokens[verb].tag == "VBG"
                && passage.children(of: verb, ["aux"]).contains { ["VBZ", "VBP"].contains(tokens[$0].tag) }
    }

    /// Whether a noun stands for a visit that was made: whoever paid it "to meet the mayor" met the mayor.
    private func isDoneJourney(_ noun: Int) -> Bool {
        guard tokens[noun].isNoun, isOne(noun, of: lexicon.going) else { return false }
        // "met the president during a visit to Rome to attend the summit"
        let above = tokens[noun].head
        let verb = lexicon.placing.contains(tokens[above].lower) ? passage.verb(above: above) ?? above : above
        return tokens[verb].tag == "VBD"
    }

    /// Whether the verb says that its subject was at an event: "took part in a call to mark the day".
    private func isAttending(_ verb: Int) -> Bool {
        let lemma = tokens[verb].lemma.asLowercase
        return passage.children(of: verb, ["prep"]).contains {
            lexicon.attending.contains(lemma + " " + tokens[$0].lower)
        }
    }

    /// Whether the verb says in which place its subject is: "was in Porto to attend the forum".
    func isBeingThere(_ verb: Int) -> Bool {
        passage.words.being.contains(tokens[verb].lemma)
            && passage.children(of: verb, ["prep"]).contains { preposition in
                lexicon.sites.contains(tokens[preposition].lower)
                    && passage.children(of: preposition, ["pobj"]).contains { tokens[$0].entityLabel == "GPE" }
            }
    }

    /// "led a delegation to visit the port", "joined it to call on the mayor": whoever did so was there.
    private func isDoneLeading(_ verb: Int) -> Bool {
        tokens[verb].tag == "VBD" && (isOne(verb, of: lexicon.leading) || isOne(verb, of: lexicon.comingAlong))
            && passage.children(of: verb, ["dobj"]).contains { isOne($0, of: lexicon.travellers) }
    }

    /// "said that she would visit Porto": what somebody said would come, unless it hangs on something: "if", "were she
    /// invited", "would have visited".
    private func isReportedFuture(_ auxiliary: Token, of verb: Int) -> Bool {
        let above = tokens[verb].head
        return lexicon.reported.contains(auxiliary.lower) && tokens[verb].dep == "ccomp" && tokens[above].tag == "VBD"
            && isOne(above, of: lexicon.reporting)
            && passage.children(of: verb, ["advcl"]).isEmpty
            && !passage.children(of: verb, ["aux"]).contains { passage.words.perfect.contains(tokens[$0].lemma) }
    }

    /// Whether talks told before, or those of somebody, hang on an infinitive whose sentence tells of what was said in them.
    func isSaidInTalks(_ noun: Int, under verb: Int) -> Bool {
        let isDefinite = passage.children(of: noun, ["poss", "det"]).contains {
            tokens[$0].dep == "poss" || passage.words.definite.contains(tokens[$0].lower)
        }
        guard isDefinite,
            let main = passage.ancestors(of: verb).first(where: { tokens[$0].isVerb && tokens[$0].tag != "VB" })
        else { return false }
        return tokens[main].tag == "VBD" && modality(of: main) == .actual
    }

    /// Whether the verb's auxiliary puts it before another time in the past: "had planned".
    private func isPast(_ verb: Int) -> Bool {
        passage.children(of: verb, ["aux"]).contains {
            tokens[$0].tag == "VBD" && passage.words.perfect.contains(tokens[$0].lemma)
        }
    }

    /// Whether a verb's complement is a feeling: "am pleased to", "is an honour to".
    private func feels(_ verb: Int) -> Bool {
        passage.children(of: verb, ["attr", "acomp"]).contains { isOne($0, of: lexicon.feeling) }
    }

    /// Whether a hope governs the noun: "I wish for the successful hosting of the summit".
    func hopeAbove(_ noun: Int) -> Modality {
        for ancestor in passage.ancestors(of: noun).prefix(5) {
            // "announced at the meeting": what hangs by another preposition is not what is hoped for or planned.
            if tokens[ancestor].dep == "prep", !lexicon.reaching.contains(tokens[ancestor].lower) { return .actual }
            if isOne(ancestor, of: lexicon.hoping) { return .hoped }
            if isOne(ancestor, of: lexicon.planning) { return .planned }
            if isOne(ancestor, of: lexicon.pondering) { return .possible }
            if tokens[ancestor].isVerb { return max(.actual, modality(of: ancestor)) }
        }
        return .actual
    }
}
