// SPDX-License-Identifier: Apache-2.0

import Language

/// Verbs that say little themselves and hand their subject on to the noun they govern: "paid a visit".
struct GovernorLexicon: Sendable, Decodable {
    /// The subject does what the noun says.
    let doing: Set<String>
    /// The subject hosts or organises it.
    let holding: Set<String>
    /// The subject is there; verbs with a preposition are written `participate in`.
    let attending: Set<String>
    /// The subject is there to see it.
    let witnessing: Set<String>
    /// Nouns whose giver is the host: "at the invitation of".
    let invitations: Set<String>
    /// The subject is host to the noun's doer.
    let receiving: Set<String>
    /// Verbs whose infinitive or object is a plan.
    let planning: Set<String>
    /// Verbs and nouns whose complement is a hope.
    let hoping: Set<String>
    /// Verbs whose infinitive did not happen: "refused to".
    let denying: Set<String>
    /// Prepositions whose verb did not happen.
    let withoutWords: Set<String>
    /// Nouns for the edges of an event: "on the sidelines of".
    let margins: Set<String>
    /// Verbs whose object does not take place.
    let cancelling: Set<String>
    /// Nouns that say of another noun that it takes place.
    let nominalisations: Set<String>
}

/// Brings verbs and nouns into normal form.
struct PredicateReader {
    let passage: Passage
    let governors: GovernorLexicon

    /// How a noun hangs on a verb whose doing has the event for its occasion.
    private static let margin = "margin"

    private var tokens: [Token] { passage.tokens }

    /// The normal form of the verb at `verb`.
    func verb(_ verb: Int) -> Predicate {
        var arguments: [Predicate.Argument] = []
        let isPassive = isPassive(verb)
        if let subject = passage.subject(of: verb) {
            // A participle behind a noun, "the talks held in Seoul", has the noun for its object.
            let isReduced = tokens[verb].dep == "acl" && tokens[verb].tag == "VBN"
            add(subject, as: isPassive || isReduced ? "object" : "subject", to: &arguments)
        }
        for child in passage.children[verb] {
            switch tokens[child].dep {
            case "dobj":
                // "Porto, which she visited": the pronoun stands for the noun before it.
                let isRelative =
                    ["which", "that", "whom", "who"].contains(tokens[child].lower) && tokens[verb].dep == "relcl"
                add(isRelative ? tokens[verb].head : child, as: "object", to: &arguments)
            case "dative": add(child, as: "object", to: &arguments)
            case "agent":
                for agent in passage.children(of: child, ["pobj"]) { add(agent, as: "by", to: &arguments) }
            case "prep": addPreposition(child, to: &arguments)
            default: break
            }
        }
        // "met with X" may hang the preposition on the object: "held talks with X".
        for object in arguments where object.role == "object" && object.token > verb {
            for preposition in passage.children(of: object.token, ["prep"])
            where ["with", "between"].contains(tokens[preposition].lower)
                || tokens[object.token].pos == "PROPN" && ["in", "at"].contains(tokens[preposition].lower)
            {
                addPreposition(preposition, to: &arguments)
            }
        }
        if isPassive {
            arguments = arguments.map { $0.role == "by" ? Predicate.Argument(role: "subject", token: $0.token) : $0 }
        }
        return Predicate(
            passage: passage.index, trigger: verb, isVerb: true, arguments: arguments.sorted { $0.token < $1.token },
            modality: modality(of: verb), clause: clause(of: verb), governor: nil)
    }

    /// The normal form of the noun at `noun`.
    func noun(_ noun: Int) -> Predicate {
        var arguments: [Predicate.Argument] = []
        for child in passage.children[noun] {
            switch tokens[child].dep {
            case "poss": add(child, as: "possessor", to: &arguments)
            case "compound", "amod", "nmod": add(child, as: "modifier", to: &arguments)
            case "prep": addPreposition(child, to: &arguments)
            case "acl" where tokens[child].tag == "VBN":
                for agent in passage.children(of: child, ["agent"]) {
                    for object in passage.children(of: agent, ["pobj"]) {
                        add(
                            object, as: governors.attending.contains(tokens[child].lemma) ? "attendee" : "holder",
                            to: &arguments)
                    }
                }
                for preposition in passage.children(of: child, ["prep"]) { addPreposition(preposition, to: &arguments) }
            default: break
            }
        }
        let governor = governor(of: noun)
        var clause = passage.subtree(of: noun)
        // "the hosting of the summit in Lima in 2027": what hangs on the noun above belongs to the event.
        if let above = nominalisation(above: noun) {
            for child in passage.children(of: above, ["prep"]) where !passage.subtree(of: child).contains(noun) {
                addPreposition(child, to: &arguments)
            }
            clause = passage.subtree(of: above)
        }
        var modality = Modality.actual
        if let governor {
            addGovernor(governor, to: &arguments)
            clause =
                min(
                    clause.lowerBound, self.clause(of: governor.verb).lowerBound)...max(
                    clause.upperBound, self.clause(of: governor.verb).upperBound)
            modality = isOne(governor.verb, of: governors.cancelling) ? .denied : self.modality(of: governor.verb)
        } else {
            modality = hopeAbove(noun)
        }
        return Predicate(
            passage: passage.index, trigger: noun, isVerb: false, arguments: arguments.sorted { $0.token < $1.token },
            modality: modality, clause: clause, governor: governor?.verb)
    }

    // MARK: Arguments

    private func add(_ token: Int, as role: String, to arguments: inout [Predicate.Argument]) {
        for conjunct in passage.conjuncts(of: token) {
            let argument = Predicate.Argument(role: role, token: conjunct)
            if !arguments.contains(argument) { arguments.append(argument) }
        }
    }

    private func addPreposition(_ preposition: Int, to arguments: inout [Predicate.Argument]) {
        var role = tokens[preposition].lower
        if ["alongside", "together"].contains(role) { role = "with" }
        if ["into", "toward", "towards"].contains(role) { role = "to" }
        for object in passage.children(of: preposition, ["pobj"]) {
            add(object, as: role, to: &arguments)
            if governors.invitations.contains(tokens[object].lower) { addInviter(of: object, to: &arguments) }
            // "in Seoul with X": the parser may hang the second preposition on the first one's object.
            for inner in passage.children(of: object, ["prep"])
            where ["with", "on", "in", "at"].contains(tokens[inner].lower) && tokens[inner].lower != role {
                for innerObject in passage.children(of: inner, ["pobj"]) {
                    add(innerObject, as: tokens[inner].lower, to: &arguments)
                }
            }
        }
        for inner in passage.children(of: preposition, ["prep", "pcomp"]) where tokens[inner].dep == "prep" {
            addPreposition(inner, to: &arguments)
        }
    }

    /// "at the invitation of X": X is the host.
    private func addInviter(of invitation: Int, to arguments: inout [Predicate.Argument]) {
        for inviter in passage.children(of: invitation, ["poss"]) { add(inviter, as: "inviter", to: &arguments) }
        for preposition in passage.children(of: invitation, ["prep"])
        where ["of", "from", "by"].contains(tokens[preposition].lower) {
            for inviter in passage.children(of: preposition, ["pobj"]) { add(inviter, as: "inviter", to: &arguments) }
        }
    }

    /// The verb whose subject or object is the noun, and how the noun hangs on it.
    private func governor(of noun: Int) -> (verb: Int, role: String)? {
        var head = noun
        while tokens[head].dep == "conj", tokens[tokens[head].head].isNoun { head = tokens[head].head }
        let above = tokens[head].head
        guard above != head else { return nil }
        switch tokens[head].dep {
        case "dobj", "nsubjpass", "nsubj", "attr": return tokens[above].isVerb ? (above, tokens[head].dep) : nil
        case "pobj":
            let verb = tokens[above].head
            // "on the sidelines of the summit": whoever does something there is there.
            if tokens[above].lower == "of", governors.margins.contains(tokens[verb].lower), tokens[verb].dep == "pobj" {
                let governing = tokens[tokens[verb].head].head
                return tokens[governing].isVerb ? (governing, Self.margin) : nil
            }
            guard tokens[above].dep == "prep" || tokens[above].dep == "agent", verb != above, tokens[verb].isVerb else {
                return nil
            }
            return (verb, "pobj " + tokens[above].lower)
        default: return nil
        }
    }

    /// The noun that says that the event takes place: "hosting of", "opening of".
    private func nominalisation(above noun: Int) -> Int? {
        let preposition = tokens[noun].head
        guard tokens[noun].dep == "pobj", preposition != noun, tokens[preposition].lower == "of" else { return nil }
        let above = tokens[preposition].head
        guard above != preposition, tokens[above].isNoun || tokens[above].tag == "VBG",
            governors.nominalisations.contains(tokens[above].lower)
        else { return nil }
        return above
    }

    private func addGovernor(_ governor: (verb: Int, role: String), to arguments: inout [Predicate.Argument]) {
        let lemma = tokens[governor.verb].lemma.lowercased()
        let phrase = governor.role.hasPrefix("pobj ") ? lemma + " " + governor.role.dropFirst(5) : lemma
        let verb = self.verb(governor.verb)
        let role: String? =
            if governor.role == Self.margin { "attendee" } else if governors.doing.contains(phrase) {
                "doer"
            } else if governors.holding.contains(phrase) {
                "holder"
            } else if governors.attending.contains(phrase) { "attendee" } else if governors.witnessing.contains(phrase)
            { "witness" } else if governors.receiving.contains(phrase) { "receiver" } else { nil }
        let isSubjectItself = governor.role == "nsubj"
        if let role, !isSubjectItself {
            for subject in verb.tokens(in: ["subject"]) { add(subject, as: role, to: &arguments) }
        }
        guard role != nil || isSubjectItself || governor.role == "nsubjpass" else { return }
        for argument in verb.arguments where !["subject", "object"].contains(argument.role) {
            if !arguments.contains(where: { $0.token == argument.token }) { arguments.append(argument) }
        }
    }

    /// Whether the word is on a list, by its base form or as written, since base forms are sometimes wrong.
    private func isOne(_ token: Int, of list: Set<String>) -> Bool {
        list.contains(tokens[token].lemma.lowercased()) || list.contains(tokens[token].lower)
    }

    // MARK: Clause and modality

    private func isPassive(_ verb: Int) -> Bool {
        passage.children[verb].contains { ["nsubjpass", "auxpass"].contains(tokens[$0].dep) }
    }

    /// The verb's own part of the sentence: its subtree without clauses that have a predicate of their own.
    private func clause(of verb: Int) -> ClosedRange<Int> {
        let whole = passage.subtree(of: verb)
        var start = whole.lowerBound
        var end = whole.upperBound
        for child in passage.children[verb] {
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
        for child in passage.children[verb] {
            let token = tokens[child]
            if token.dep == "neg" { return .denied }
            guard token.dep == "aux" else { continue }
            switch token.lower {
            case "will", "shall", "'ll", "\u{2019}ll": modality = max(modality, .planned)
            case "may", "might", "could", "can", "would", "should": modality = max(modality, .possible)
            default: break
            }
        }
        // "left without meeting": what hangs on "without" did not happen.
        if tokens[verb].dep == "pcomp", governors.withoutWords.contains(tokens[tokens[verb].head].lower) {
            return .denied
        }
        let isBareInfinitive = passage.children(of: verb, ["aux"]).contains { tokens[$0].tag == "TO" }
        let above = tokens[verb].head
        guard above != verb, tokens[above].isVerb || tokens[above].isNoun else { return modality }
        switch tokens[verb].dep {
        case "xcomp", "ccomp":
            if isOne(above, of: governors.planning), tokens[verb].dep == "xcomp" { modality = max(modality, .planned) }
            if isOne(above, of: governors.hoping) { modality = max(modality, .hoped) }
            if isOne(above, of: governors.denying) { return .denied }
            if isBareInfinitive, modality == .actual { modality = max(.planned, self.modality(of: above)) }
            if passage.children(of: above, ["neg"]).isEmpty == false { modality = max(modality, .denied) }
        case "acl":
            if isBareInfinitive { modality = max(modality, .planned) }
        case "advcl":
            if isBareInfinitive { modality = max(modality, .planned) }
            if passage.children(of: verb, ["mark"]).contains(where: { ["if", "unless"].contains(tokens[$0].lower) }) {
                modality = max(modality, .possible)
            }
        case "conj":
            // "will visit Hanoi and meet …": the auxiliary counts for both.
            let ownWords = passage.children(of: verb, ["aux", "nsubj"]).filter { tokens[$0].tag != "TO" }
            if ownWords.isEmpty {
                modality = max(modality, self.modality(of: above))
            }
        default: break
        }
        return modality
    }

    /// Whether a hope governs the noun: "I wish for the successful hosting of the summit".
    private func hopeAbove(_ noun: Int) -> Modality {
        for ancestor in passage.ancestors(of: noun).prefix(5) {
            // "announced at the meeting": what hangs by another preposition is not what is hoped for or planned.
            if tokens[ancestor].dep == "prep", !["of", "for"].contains(tokens[ancestor].lower) { return .actual }
            if isOne(ancestor, of: governors.hoping) { return .hoped }
            if isOne(ancestor, of: governors.planning) { return .planned }
            if tokens[ancestor].isVerb { return max(.actual, modality(of: ancestor)) }
        }
        return .actual
    }
}
