// SPDX-License-Identifier: Apache-2.0

import Language

extension PredicateReader {
    /// The noun before "on" that the event is told of: "Mayor Saarela on a visit to Porto".
    func bearer(of noun: Int) -> Int? {
        let preposition = tokens[noun].head
        guard tokens[noun].dep == "pobj", preposition != noun, lexicon.bearing.contains(tokens[preposition].lower)
        else { return nil }
        let above = tokens[preposition].head
        return above != preposition && tokens[above].pos == "PROPN" ? above : nil
    }

    /// The verbs whose subject or object is the noun, the nearest first: "was held in May and attended by the mayor".
    func governors(of noun: Int) -> [(verb: Int, role: String)] {
        guard let nearest = governor(of: noun) else { return relativeGovernors(of: noun) + governorsAbove(noun) }
        guard ["nsubj", "nsubjpass"].contains(nearest.role) else { return [nearest] + relativeGovernors(of: noun) }
        let others = passage.children(of: nearest.verb, ["conj"]).filter {
            tokens[$0].isVerb && passage.children(of: $0, ["nsubj", "nsubjpass"]).isEmpty
        }
        return [nearest] + others.map { ($0, isPassive($0) ? "nsubjpass" : "nsubj") }
            + participles(behind: nearest.verb).map { ($0, "nsubjpass") } + relativeGovernors(of: noun)
    }

    /// "The meeting was held in May, chaired by the mayor": what more is told of the subject, and by whom.
    private func participles(behind verb: Int) -> [Int] {
        passage.children(of: verb, ["advcl"]).filter { participle in
            participle > verb && tokens[participle].tag == "VBN"
                && passage.children(of: participle, ["nsubj", "nsubjpass", "mark", "advmod"]).isEmpty
                && parts(of: participle).contains { !passage.children(of: $0, ["agent"]).isEmpty }
        }
    }

    /// "attended the opening of the fair": what is said of its opening is said of the fair.
    private func governorsAbove(_ noun: Int) -> [(verb: Int, role: String)] {
        guard let above = nominalisation(above: noun) else { return [] }
        return governors(of: above).filter { role(of: $0) != nil || isHappening($0) }
    }

    /// Whether the governor says that its subject takes place.
    private func isHappening(_ governor: (verb: Int, role: String)) -> Bool {
        ["nsubj", "nsubjpass"].contains(governor.role) && isOne(governor, of: lexicon.happening)
    }

    /// The verbs whose subject or object is a relative pronoun for the noun: "the forum, which Oslo will host".
    private func relativeGovernors(of noun: Int) -> [(verb: Int, role: String)] {
        // "the meeting of the commission, which Oslo will host": the parser ties the clause to the nearer noun.
        let owners = passage.objects(of: noun, behind: lexicon.owning.contains)
        return ([noun] + owners).flatMap { head in
            passage.children(of: head, ["relcl"]).compactMap { verb -> (verb: Int, role: String)? in
                let pronoun = passage.children(of: verb, ["dobj", "nsubj", "nsubjpass"]).first {
                    lexicon.relatives.contains(tokens[$0].lower)
                }
                guard let pronoun else { return nil }
                let governor = (verb, tokens[pronoun].dep)
                return head == noun || isOne(governor, of: lexicon.holding) ? governor : nil
            }
        }
    }

    /// How the lexicons may write a verb above a noun: alone, with its particle or object, with the preposition between.
    func names(of governor: (verb: Int, role: String)) -> [String] {
        let verb = parts(of: governor.verb).last ?? governor.verb
        let lemma = tokens[verb].lemma.asLowercase
        // "The trip was paid for by the bank": the trip is not what was paid.
        if governor.role == "nsubjpass",
            let stranded = passage.children(of: verb, ["prep"]).first(where: {
                $0 == verb + 1 && passage.children(of: $0, ["pobj", "pcomp"]).isEmpty
            })
        {
            return [lemma + " " + tokens[stranded].lower]
        }
        var names = passage.children(of: verb, ["prt", "dobj", "acomp"]).map { lemma + " " + tokens[$0].lower }
        names.append(lemma)
        guard governor.role.hasPrefix("pobj ") else { return names }
        let preposition = governor.role.dropFirst(5)
        return names.map { $0 + " " + preposition }
    }

    /// Whether the lexicon has the governor on a list.
    func isOne(_ governor: (verb: Int, role: String), of list: Set<String>) -> Bool {
        names(of: governor).contains(where: list.contains)
    }

    /// The verb whose subject or object is the noun, and how the noun hangs on it.
    func governor(of noun: Int) -> (verb: Int, role: String)? {
        var head = noun
        // "hosts Rapsodi, an annual show": what is said of the name is said of the show.
        while ["conj", "appos"].contains(tokens[head].dep), tokens[tokens[head].head].isNoun {
            head = tokens[head].head
        }
        let above = tokens[head].head
        guard above != head else { return nil }
        switch tokens[head].dep {
        case "nsubjpass", "nsubj":
            guard tokens[above].isVerb else { return nil }
            // "will make a visit to Porto beginning on Tuesday": the parser takes the visit for what begins.
            if isBeginningOf(head, above) { return (tokens[above].head, "dobj") }
            // "is expected to take place": the verb below says what is expected of it.
            let below = passage.children(of: above, ["xcomp"]).first { verb in
                isOne(above, of: lexicon.planning)
                    && passage.isInfinitive(verb)
            }
            return below.map { ($0, isPassive($0) ? "nsubjpass" : "nsubj") } ?? (above, tokens[head].dep)
        case "dobj", "attr": return tokens[above].isVerb ? (above, tokens[head].dep) : nil
        case "pobj":
            let verb = tokens[above].head
            // "on the sidelines of the summit": whoever does something there is there.
            if lexicon.owning.contains(tokens[above].lower), lexicon.margins.contains(tokens[verb].lower),
                tokens[verb].dep == "pobj"
            {
                return passage.verb(above: verb).map { ($0, Self.margin) }
            }
            // "arrives in Oslo ahead of talks with the mayor"
            if lexicon.aheadWords.contains(tokens[verb].lower), tokens[tokens[verb].head].isVerb {
                return (tokens[verb].head, Self.ahead)
            }
            guard tokens[above].dep == "prep" || tokens[above].dep == "agent", verb != above else { return nil }
            // "were present at the opening"
            if tokens[verb].dep == "acomp", tokens[tokens[verb].head].isVerb {
                return (tokens[verb].head, "pobj " + tokens[above].lower)
            }
            if tokens[verb].isVerb {
                let governor = (nearest(to: above, below: verb), "pobj " + tokens[above].lower)
                return isInTalks(noun, by: governor) ? (governor.0, Self.midst) : governor
            }
            // "was announced by the minister at the forum": the parser hangs the forum on the minister.
            guard lexicon.amid.contains(tokens[above].lower),
                let far = passage.ancestors(of: above).first(where: { !tokens[$0].isNoun && tokens[$0].pos != "ADP" }),
                tokens[far].isVerb
            else { return nil }
            return (far, "pobj " + tokens[above].lower)
        default: return nil
        }
    }

    /// Whether a participle behind the object of a verb only says when it begins.
    func isBeginningOf(_ noun: Int, _ participle: Int) -> Bool {
        let verb = tokens[participle].head
        return tokens[participle].tag == "VBG" && tokens[participle].dep == "ccomp" && verb < noun && noun < participle
            && tokens[verb].isVerb && passage.children(of: participle, ["aux"]).isEmpty
            && passage.children(of: verb, ["dobj"]).isEmpty && isOne(participle, of: lexicon.happening)
    }

    /// The noun that says that the event takes place: "hosting of", "opening of".
    func nominalisation(above noun: Int) -> Int? {
        let preposition = tokens[noun].head
        guard tokens[noun].dep == "pobj", preposition != noun, lexicon.owning.contains(tokens[preposition].lower)
        else { return nil }
        let above = tokens[preposition].head
        guard above != preposition, tokens[above].isNoun || tokens[above].tag == "VBG",
            lexicon.nominalisations.contains(tokens[above].lower)
        else { return nil }
        return above
    }

    func addGovernor(_ governor: (verb: Int, role: String), to arguments: inout [Predicate.Argument]) {
        let verb = self.verb(start(of: governor.verb))
        let role = role(of: governor)
        let isSubjectItself = governor.role == "nsubj"
        if let role, !isSubjectItself {
            for subject in verb.tokens(in: ["subject"]) { add(subject, as: role, to: &arguments) }
        }
        // "paid the mayor a call"
        if role == "doer", governor.role == "dobj" {
            for receiver in passage.children(of: governor.verb, ["dative"]) where tokens[receiver].isNoun {
                add(receiver, as: "to", to: &arguments)
            }
        }
        for guest in guests(of: governor, verb) { add(guest, as: "attendee", to: &arguments) }
        if isHappening(governor) { arguments.append(.init(role: "happening", token: governor.verb)) }
        if isOne(governor, of: lexicon.expecting) {
            for guest in verb.tokens(in: ["object"]) { add(guest, as: "attendee", to: &arguments) }
        }
        guard governor.role != Self.margin, role != nil || isSubjectItself || governor.role == "nsubjpass" else {
            return
        }
        // "At the meeting, she praised the ties between A and B": these are not the sides of the meeting.
        let ofOthers =
            isAmid(governor) ? passage.children(of: governor.verb, ["dobj"]).map { passage.subtree(of: $0) } : []
        // "The talks outlined the tasks in Porto", "the trip was paid for by the bank": only what says that it takes place
        // says where and by whom.
        let isToldOf = role != nil || isHappening(governor) || isBeing(governor.verb)
        // "the meeting in Lima, as well as the forum in Quito": where each is is no place of the other.
        let placed = arguments.contains { lexicon.sites.contains($0.role) }
        for argument in verb.arguments where !["subject", "object"].contains(argument.role) {
            guard !arguments.contains(where: { $0.token == argument.token }),
                !ofOthers.contains(where: { $0.contains(argument.token) }),
                !(placed && lexicon.sites.contains(argument.role) && isOfNoun(argument.token)),
                isToldOf || argument.token < governor.verb
                    || !lexicon.sites.contains(argument.role) && !lexicon.sharing.contains(argument.role)
                        && argument.role != Self.agency
            else { continue }
            arguments.append(argument)
        }
    }

    /// Whether what a preposition brings belongs to a noun before it, and to the verb only through that.
    private func isOfNoun(_ token: Int) -> Bool {
        let preposition = tokens[token].head
        return tokens[preposition].pos == "ADP" && tokens[tokens[preposition].head].isNoun
    }

    /// Whether the verb only says where or with whom its subject is.
    private func isBeing(_ verb: Int) -> Bool { passage.words.being.contains(tokens[verb].lemma) }

    /// Who is there besides the subject of the verb above the event.
    private func guests(of governor: (verb: Int, role: String), _ verb: Predicate) -> [Int] {
        // "At the reception, she welcomed the guests": both are there.
        if isAmid(governor), isOne(governor.verb, of: lexicon.receiving) { return verb.tokens(in: ["object"]) }
        // "joined mayors at a workshop", "was joined by the envoy for lunch"
        if governor.role != Self.margin, isOne(governor.verb, of: lexicon.gathering), role(of: governor) == "attendee" {
            return verb.tokens(in: ["object", "with"])
        }
        // "conferred the award on her at a ceremony"
        if isAmid(governor), isOne(governor.verb, of: lexicon.conferring) {
            // "presented the governor with a painting": a name is whoever gets something, a thing is what they get.
            return verb.tokens(in: ["to", "on"]) + verb.tokens(in: ["object"]).filter { tokens[$0].pos == "PROPN" }
        }
        // "The forum brought together 200 delegates."
        if governor.role == "nsubj", isOne(governor.verb, of: lexicon.drawing) { return verb.tokens(in: ["object"]) }
        return []
    }

    /// What the subject of the verb is to the event.
    func role(of governor: (verb: Int, role: String)) -> String? {
        if governor.role == Self.margin { return "attendee" }
        let names = names(of: governor)
        if names.contains(where: lexicon.doing.contains) { return "doer" }
        if names.contains(where: lexicon.holding.contains) { return "holder" }
        if names.contains(where: lexicon.attending.contains) || isAmid(governor) { return "attendee" }
        if names.contains(where: lexicon.witnessing.contains) { return "witness" }
        return names.contains(where: lexicon.receiving.contains) ? "receiver" : nil
    }

    /// "the academy that was announced by the minister, at the summit": the clause right before goes with the event.
    private func nearest(to preposition: Int, below verb: Int) -> Int {
        guard lexicon.amid.contains(tokens[preposition].lower), verb < preposition else { return verb }
        return (verb..<preposition).last {
            tokens[$0].dep == "relcl" && isPassive($0) && passage.ancestors(of: $0).contains(verb)
        } ?? verb
    }

    /// Whether the noun stands for talks in which the verb's subject is, or from which it comes: "said after a meeting".
    private func isInTalks(_ noun: Int, by governor: (verb: Int, role: String)) -> Bool {
        // "After the call between A and B, the ministers agreed": the talks are those of others.
        guard !passage.children(of: noun, ["prep"]).contains(where: { lexicon.mutual.contains(tokens[$0].lower) })
        else { return false }
        return lexicon.talkPrepositions.contains(String(governor.role.dropFirst(5)))
            && lexicon.talks.contains(tokens[noun].lemma.asLowercase)
            && ![lexicon.doing, lexicon.holding, lexicon.attending].contains { isOne(governor, of: $0) }
            && !isOne(governor.verb, of: lexicon.going)
    }

    /// Whether whoever does what the verb says is in the midst of the event: "announced at the forum".
    func isAmid(_ governor: (verb: Int, role: String)) -> Bool {
        governor.role == Self.midst
            || governor.role.hasPrefix("pobj ") && lexicon.amid.contains(String(governor.role.dropFirst(5)))
                && !isOne(governor.verb, of: lexicon.going)
    }
}
