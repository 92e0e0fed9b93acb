// SPDX-License-Identifier: Apache-2.0

import Language

/// Brings verbs and nouns into normal form.
struct PredicateReader {
    let passage: Passage
    let lexicon: GovernorLexicon

    /// How a noun hangs on a verb whose doing has the event for its occasion.
    static let margin = "margin"
    /// How a noun for talks hangs on a verb whose doer is in them: "said after a meeting with".
    static let midst = "midst"
    /// How a noun hangs on a verb of going whose doer goes to the event afterwards: "arrives ahead of talks".
    static let ahead = "pobj ahead"
    /// The role of whoever does what a passive says.
    static let agency = "by"

    var tokens: [Token] { passage.tokens }

    /// The normal form of the verb at `verb`.
    func verb(_ verb: Int) -> Predicate {
        var arguments: [Predicate.Argument] = []
        let isPassive = isPassive(verb)
        let direct = passage.subject(of: verb) ?? passage.subject(of: start(of: verb))
        if let subject = thankedSubject(of: verb) ?? controller(of: verb) ?? direct ?? feelingSubject(of: verb) {
            if let later = laterSubjects(of: verb, subject) {
                for token in later { arguments.append(.init(role: "subject", token: token)) }
            } else if isOfOne(verb), let last = passage.conjuncts(of: subject).last(where: { $0 < verb }) {
                arguments.append(.init(role: isPassive ? "object" : "subject", token: last))
            } else {
                add(subject, as: isPassive ? "object" : "subject", to: &arguments)
            }
            // "The mayor, together with the envoy, attended …"
            for companion in companions(of: subject) where companion < verb {
                add(companion, as: isPassive ? "object" : "subject", to: &arguments)
            }
            // "The mayor and the envoy discussed …": the parser may hang both on the verb.
            for other in passage.children(of: verb, ["nsubj"])
            where other > subject && other < verb && !passage.children(of: subject, ["cc"]).isEmpty {
                add(other, as: isPassive ? "object" : "subject", to: &arguments)
            }
        }
        for child in parts(of: verb).flatMap({ passage.children[$0] }) {
            switch tokens[child].dep {
            // "Among the guests were the mayor and the envoy": the parser hangs the second on the verb.
            case "conj" where tokens[child].isNoun && passage.words.being.contains(tokens[verb].lemma):
                add(child, as: "subject", to: &arguments)
            // "Also attending the meeting were the mayor and the envoy": who is there stands behind.
            case "aux" where child > verb:
                for attendee in passage.children(of: child, ["attr"]) { add(attendee, as: "subject", to: &arguments) }
            // "met visiting Governor Dvorak": the parser takes the participle for a verb of its own.
            case _ where visitor(named: child) != nil:
                if let guest = visitor(named: child) { add(guest, as: "object", to: &arguments) }
            // "On 8 May, Governor Berg met Consul Vega": the parser may take both for subjects.
            case "nsubj" where child > verb && isObjectBehind(child, verb): add(child, as: "object", to: &arguments)
            case "dobj":
                // "Porto, which she visited": the pronoun stands for the noun before it.
                let isRelative =
                    lexicon.anyRelatives.contains(tokens[child].lower) && tokens[verb].dep == "relcl"
                add(isRelative ? tokens[verb].head : child, as: "object", to: &arguments)
            // "will meet with the consul and then with the mayor"
            case "conj" where tokens[child].pos == "ADP", "dative" where tokens[child].pos == "ADP":
                addPreposition(child, to: &arguments)
            case "dative": add(child, as: "object", to: &arguments)
            case "attr": add(child, as: "attribute", to: &arguments)
            case "agent":
                for agent in passage.children(of: child, ["pobj"]) { addAgent(agent, to: &arguments) }
            case "prep":
                if let object = shiftedObject(behind: child) { add(object, as: "object", to: &arguments) }
                addPreposition(child, to: &arguments)
            default: break
            }
        }
        // "met with X" may hang the preposition on the object: "held talks with X".
        for object in arguments where object.role == "object" && object.token > verb {
            for preposition in passage.children(of: object.token, ["prep"]) {
                let word = tokens[preposition].lower
                guard
                    lexicon.sharing.contains(word)
                        || lexicon.spots.contains(word) && !arguments.contains(where: { $0.role == word })
                else { continue }
                addPreposition(preposition, to: &arguments)
            }
            // "received the credentials of Ambassador Vega"
            for preposition in passage.children(of: object.token, ["prep"])
            where lexicon.owning.contains(tokens[preposition].lower) {
                for owner in passage.children(of: preposition, ["pobj"]) {
                    add(owner, as: "object of", to: &arguments)
                }
            }
        }
        // "Also attending the meeting were the mayor and the envoy", where the parser takes the first verb for the subject.
        let above = tokens[verb].head
        if tokens[verb].dep == "csubj", tokens[verb].tag == "VBG", above > verb,
            passage.words.being.contains(tokens[above].lemma)
        {
            for attendee in passage.children(of: above, ["attr"]) { add(attendee, as: "subject", to: &arguments) }
        }
        if let object = objectDrawnAway(from: verb) { arguments.append(.init(role: "object", token: object)) }
        if let preposition = prepositionBehindSecond(verb) {
            let isPlace = lexicon.sites.contains(tokens[preposition].lower)
            for object in passage.children(of: preposition, ["pobj"]) where tokens[object].entityLabel != "PERSON" {
                add(object, as: isPlace ? tokens[preposition].lower : "object", to: &arguments)
            }
        }
        inviteFirst(&arguments, before: verb)
        for visitor in sent(to: verb) { add(visitor, as: "subject", to: &arguments) }
        // "In Riga, she toured the port and met the mayor": where the first was, the second was.
        for preposition in fronted(before: verb) where !arguments.contains(where: { lexicon.sites.contains($0.role) }) {
            addPreposition(preposition, to: &arguments)
        }
        if isPassive {
            addStrayAgent(of: verb, to: &arguments)
            arguments = arguments.map { $0.role == "by" ? Predicate.Argument(role: "subject", token: $0.token) : $0 }
        }
        return Predicate(
            passage: passage.index, trigger: verb, isVerb: true, arguments: arguments.sorted { $0.token < $1.token },
            modality: modality(of: verb), clause: clause(of: verb), governor: nil)
    }

    /// Whether a verb of a relative clause is in the singular: "the rector and the dean, who is visiting Porto".
    private func isOfOne(_ verb: Int) -> Bool {
        guard tokens[verb].dep == "relcl" else { return false }
        return tokens[verb].tag == "VBZ"
            || passage.children(of: verb, ["aux", "auxpass"]).contains { tokens[$0].tag == "VBZ" }
    }

    /// "At the invitation of the mayor, Governor Berg visited Porto": the parser may take the visitor for the inviter.
    private func inviteFirst(_ arguments: inout [Predicate.Argument], before verb: Int) {
        guard !arguments.contains(where: { $0.role == "subject" || $0.role == "object" && $0.token < verb }),
            passage.children(of: verb, ["nsubj", "nsubjpass"]).isEmpty
        else { return }
        let inviters = arguments.filter { $0.role == "inviter" && $0.token < verb }.map(\.token)
        guard
            let guest = inviters.flatMap({ passage.children(of: $0, ["appos"]) }).last(where: { guest in
                let between = passage.rightEdge[guest] + 1..<max(verb, passage.rightEdge[guest] + 1)
                return guest < verb && tokens[guest].isNoun
                    && between.allSatisfy { ["AUX", "ADV", "PUNCT"].contains(tokens[$0].pos) }
            })
        else { return }
        arguments.removeAll { $0.role == "inviter" && $0.token == guest }
        add(guest, as: "subject", to: &arguments)
    }

    /// "received on Sunday outgoing Governor Ann Berg": the parser may take the day for a part of the name behind it.
    private func shiftedObject(behind preposition: Int) -> Int? {
        let verb = tokens[preposition].head
        guard lexicon.placing.contains(tokens[preposition].lower), preposition > verb,
            passage.children(of: verb, ["dobj"]).isEmpty, preposition + 1 < tokens.count,
            tokens[preposition + 1].entityLabel == "DATE"
        else { return nil }
        return passage.children(of: preposition, ["pobj"]).first {
            tokens[$0].entityLabel == "PERSON" && passage.ancestors(of: preposition + 1).contains($0)
        }
    }

    /// The preposition behind a second verb that belongs to the first as well: "visited and worked with the port
    /// authority", "visited and worked in Porto".
    private func prepositionBehindSecond(_ verb: Int) -> Int? {
        let second = verb + 2
        guard second + 1 < tokens.count, tokens[verb + 1].tag == "CC", tokens[second].dep == "conj",
            tokens[second].head == verb, tokens[second + 1].dep == "prep",
            passage.children(of: verb, ["dobj", "prep"]).allSatisfy({ $0 < verb })
        else { return nil }
        let word = tokens[second + 1].lower
        return lexicon.sharing.contains(word) || lexicon.sites.contains(word) ? second + 1 : nil
    }

    /// The prepositions of place that open the sentence whose first verb a later one is coordinated with.
    private func fronted(before verb: Int) -> [Int] {
        let first = tokens[verb].head
        guard tokens[verb].dep == "conj", tokens[first].isVerb,
            passage.children(of: verb, ["nsubj", "nsubjpass"]).isEmpty,
            let subject = passage.leftEdgeOfSubject(of: first)
        else { return [] }
        return passage.children(of: first, ["prep"]).filter {
            $0 < subject && lexicon.sites.contains(tokens[$0].lower)
        }
    }

    /// The normal form of the noun at `noun`.
    func noun(_ noun: Int) -> Predicate {
        var arguments: [Predicate.Argument] = []
        for child in passage.children[noun] {
            switch tokens[child].dep {
            case "poss":
                add(child, as: "possessor", to: &arguments)
                if let first = jointPossessor(of: noun, with: child) {
                    arguments.append(.init(role: "possessor", token: first))
                }
            // "the former's visit": the parser takes the word for an adjective.
            case "amod" where passage.isPossessive(child): add(child, as: "possessor", to: &arguments)
            case "compound", "amod", "nmod":
                add(child, as: "modifier", to: &arguments)
                // "concluded its Vietnam visit"
                if tokens[child].entityLabel == "GPE", child == noun - 1 { add(child, as: "goal", to: &arguments) }
            case "prep": addPreposition(child, to: &arguments)
            case "acl" where tokens[child].tag == "VBN":
                for agent in parts(of: child).flatMap({ passage.children(of: $0, ["agent"]) }) {
                    for object in passage.children(of: agent, ["pobj"]) {
                        add(
                            object,
                            as: lexicon.attending.contains(tokens[child].lemma.asLowercase) ? "attendee" : "holder",
                            to: &arguments)
                    }
                }
                for preposition in passage.children(of: child, ["prep"]) { addPreposition(preposition, to: &arguments) }
            // "a reception to welcome the consul"
            case "acl" where passage.isInfinitive(child) && isOne(child, of: lexicon.honouring):
                for guest in passage.children(of: child, ["dobj"]) { add(guest, as: "honoured", to: &arguments) }
            default: break
            }
        }
        if let bearer = bearer(of: noun) { add(bearer, as: "doer", to: &arguments) }
        let governors = governors(of: noun)
        let governor = governors.first
        if let traveller = traveller(on: noun, governor) { add(traveller, as: "doer", to: &arguments) }
        var clause = passage.subtree(of: noun)
        // "the hosting of the summit in Lima in 2027": what hangs on the noun above belongs to the event.
        if let above = nominalisation(above: noun) {
            for child in passage.children(of: above, ["prep"]) where !passage.subtree(of: child).contains(noun) {
                addPreposition(child, to: &arguments)
            }
            clause = passage.subtree(of: above)
        }
        var modality = Modality.actual
        let isMargin = governor?.role == Self.margin
        if let governor {
            for governor in governors { addGovernor(governor, to: &arguments) }
            clause =
                min(
                    clause.lowerBound, self.clause(of: governor.verb).lowerBound)...max(
                    clause.upperBound, self.clause(of: governor.verb).upperBound)
            // "discussed the summit that Oslo will host": the verb that says something of the event tells whether it is.
            let telling = governors.first { role(of: $0) != nil || isOne($0, of: lexicon.happening) } ?? governor
            modality =
                isCancelled(by: governor) ? .denied : self.modality(of: telling.verb)
            // "pledged to build ties in her talks with the mayor": she is in the talks, whatever is to be built.
            if governor.role == Self.midst, modality == .planned, isSaidInTalks(noun, under: governor.verb) {
                modality = .actual
            }
            if isOne(telling, of: lexicon.expecting) { modality = max(modality, .planned) }
            // "is planning a visit", "looked forward to her visit"
            if governor.role == "dobj", isOne(governor, of: lexicon.projecting) { modality = max(modality, .planned) }
            if governor.role == Self.ahead { modality = max(modality, .planned) }
            if isOne(governor, of: lexicon.awaiting) { modality = max(modality, .hoped) }
            // "went to Porto to attend the upcoming forum"
            if role(of: telling) == nil || passage.isInfinitive(telling.verb), isComing(noun) {
                modality = max(modality, .planned)
            }
        } else {
            modality = isComing(noun) ? max(hopeAbove(noun), .planned) : hopeAbove(noun)
        }
        return Predicate(
            passage: passage.index, trigger: noun, isVerb: false, arguments: arguments.sorted { $0.token < $1.token },
            modality: modality, clause: clause, governor: governor.flatMap { parts(of: $0.verb).last },
            isMargin: isMargin)
    }

    /// "signed the charter during a visit to Porto": whoever did so is on the visit.
    private func traveller(on noun: Int, _ governor: (verb: Int, role: String)?) -> Int? {
        guard let governor, isOne(noun, of: lexicon.going), isAmid(governor), !isPassive(governor.verb),
            !isOne(governor.verb, of: lexicon.receiving),
            passage.isIndefinite(noun),
            // "a visit led by the consul", "a visit that the consul made"
            passage.children(of: noun, ["poss", "relcl", "acl"]).isEmpty,
            passage.children(of: noun, ["prep"]).allSatisfy({ !lexicon.inviting.contains(tokens[$0].lower) })
        else { return nil }
        return passage.subject(of: governor.verb)
    }

    /// Whether the event is what a verb puts off or calls off; "during the visit he called on X" does neither.
    func isCancelled(by governor: (verb: Int, role: String)) -> Bool {
        ["dobj", "nsubjpass"].contains(governor.role) && isOne(governor, of: lexicon.cancelling)
    }

    /// Whether an adjective says that the event is still to come: "the upcoming summit".
    private func isComing(_ noun: Int) -> Bool {
        passage.children(of: noun, ["amod"]).contains { lexicon.coming.contains(tokens[$0].lower) }
    }

    // MARK: Arguments

    func add(_ token: Int, as role: String, to arguments: inout [Predicate.Argument]) {
        for conjunct in passage.conjuncts(of: token) {
            let argument = Predicate.Argument(role: role, token: conjunct)
            if !arguments.contains(argument) { arguments.append(argument) }
        }
    }

    /// The agent of a passive, and the place that the parser hangs on it: "hosted by the mayor in Porto".
    private func addAgent(_ agent: Int, to arguments: inout [Predicate.Argument]) {
        add(agent, as: "by", to: &arguments)
        for preposition in passage.children(of: agent, ["prep"])
        where lexicon.sites.contains(tokens[preposition].lower) {
            addPreposition(preposition, to: &arguments)
        }
    }

    /// "was hosted to a lunch by the mayor": the parser may hang the agent on the noun before it.
    private func addStrayAgent(of verb: Int, to arguments: inout [Predicate.Argument]) {
        guard !arguments.contains(where: { $0.role == Self.agency }) else { return }
        for preposition in passage.children(of: verb, ["prep"]) where preposition > verb {
            for object in passage.children(of: preposition, ["pobj"]) {
                for agency in passage.children(of: object, ["prep"]) where tokens[agency].lower == Self.agency {
                    for agent in passage.children(of: agency, ["pobj"]) { addAgent(agent, to: &arguments) }
                }
            }
        }
    }

    func addPreposition(_ preposition: Int, to arguments: inout [Predicate.Argument]) {
        let word = tokens[preposition].lower
        let role = lexicon.roleWords[word] ?? word
        if isPosting(preposition) || lexicon.citing.contains(word) { return }
        for object in passage.children(of: preposition, ["pobj"]) {
            add(object, as: role, to: &arguments)
            if lexicon.invitations.contains(tokens[object].lower) { addInviter(of: object, to: &arguments) }
            if lexicon.presences.contains(tokens[object].lower) {
                for inner in passage.children(of: object, ["prep"]) where lexicon.owning.contains(tokens[inner].lower) {
                    for person in passage.children(of: inner, ["pobj"]) { add(person, as: "presence", to: &arguments) }
                }
            }
            // "a reception in honour of the consul"
            if lexicon.honours.contains(tokens[object].lower) {
                for inner in passage.children(of: object, ["prep"]) where lexicon.owning.contains(tokens[inner].lower) {
                    for person in passage.children(of: inner, ["pobj"]) { add(person, as: "honoured", to: &arguments) }
                }
                for person in passage.children(of: object, ["poss"]) { add(person, as: "honoured", to: &arguments) }
            }
            // "in Seoul with X": the parser may hang the second preposition on the first one's object.
            // Not so of "with the Vietnamese community in Korea", which says where that lives.
            for inner in passage.children(of: object, ["prep"])
            where !lexicon.residing.contains(tokens[object].lower) && lexicon.straying.contains(tokens[inner].lower)
                && tokens[inner].lower != role
                && !(lexicon.topical.contains(word) && tokens[object].pos == "NOUN"
                    && isOne(tokens[preposition].head, of: lexicon.dwelling))
            {
                for innerObject in passage.children(of: inner, ["pobj"]) {
                    add(innerObject, as: tokens[inner].lower, to: &arguments)
                }
            }
        }
        // "had talks with visiting Governor Dvorak": the parser takes the participle for a verb of its own.
        for visiting in passage.children(of: preposition, ["pcomp"])
        where tokens[visiting].tag == "VBG" && isOne(visiting, of: lexicon.going) && visiting == preposition + 1 {
            for guest in passage.children(of: visiting, ["dobj"]) where passage.leftEdge[guest] == visiting + 1 {
                add(guest, as: role, to: &arguments)
            }
        }
        // "with the consul and then with the mayor"
        for inner in passage.children(of: preposition, ["prep", "conj"]) where tokens[inner].pos == "ADP" {
            addPreposition(inner, to: &arguments)
        }
        addSharedObject(of: preposition, as: role, to: &arguments)
    }

    /// Whether a preposition says where a diplomat is sent, whatever it hangs on: "led by the ambassador to Peru", "the
    /// Consul General of India in Toronto".
    private func isPosting(_ preposition: Int) -> Bool {
        let before = preposition - 1
        guard before > 0 else { return false }
        if passage.words.accrediting.contains(tokens[preposition].lower) {
            return lexicon.accredited.contains(tokens[before].lower)
        }
        guard lexicon.sites.contains(tokens[preposition].lower), tokens[before].pos == "PROPN" else { return false }
        return passage.ancestors(of: before).contains { owner in
            owner > 0 && owner < before && lexicon.owning.contains(tokens[owner].lower)
                && tokens[max(owner - 2, 0)..<owner].contains { lexicon.consular.contains($0.lower) }
                && tokens[owner...before].allSatisfy { $0.pos == "PROPN" || ["IN", "DT"].contains($0.tag) }
        }
    }

    /// "met with and honoured Governor Dvorak": the object of the second verb is that of the preposition as well.
    private func addSharedObject(of preposition: Int, as role: String, to arguments: inout [Predicate.Argument]) {
        let verb = tokens[preposition].head
        guard passage.children[preposition].isEmpty, preposition + 2 < tokens.count,
            tokens[preposition + 1].tag == "CC",
            tokens[preposition + 2].isVerb, tokens[preposition + 2].dep == "conj", tokens[preposition + 2].head == verb
        else { return }
        for object in passage.children(of: preposition + 2, ["dobj"]) { add(object, as: role, to: &arguments) }
    }

    /// "at the invitation of X": X is the host.
    private func addInviter(of invitation: Int, to arguments: inout [Predicate.Argument]) {
        for inviter in passage.children(of: invitation, ["poss"]) { add(inviter, as: "inviter", to: &arguments) }
        for preposition in passage.children(of: invitation, ["prep"])
        where lexicon.inviting.contains(tokens[preposition].lower) {
            for inviter in passage.children(of: preposition, ["pobj"]) { add(inviter, as: "inviter", to: &arguments) }
        }
    }
}
