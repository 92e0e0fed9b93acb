// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Says of each sentence which type of event it tells, who does it and to whom, as event coders do.
///
/// A sentence has one event at most: what its main clause tells, below the verbs of saying. What is intended, refused
/// or asked for is of another type than the deed itself.
struct EventCoder {
    let passage: Passage
    let lexicon: EventLexicon
    let register: PartyRegister
    let peopleNouns: WordList

    /// A deed as found: its verb or noun, and whose clause says who does it and to whom.
    private struct Coding {
        var type: EventType
        let trigger: Int
        var source: [Int]
        var target: [Int]
    }

    private var tokens: [Token] { passage.tokens }

    /// The events in text order, at most one a sentence.
    func events() -> [ReadEvent] { passage.doc.sentences.compactMap(event) }

    private func event(in sentence: Range<Int>) -> ReadEvent? {
        guard let root = sentence.first(where: { tokens[$0].head == $0 }) else { return nil }
        let verbs =
            [root]
            + sentence.filter { tokens[$0].isVerb && !["aux", "auxpass"].contains(tokens[$0].dep) && $0 != root }
        var coding: Coding?
        for verb in verbs {
            coding = code(verb, speaker: [])
            if coding != nil { break }
        }
        coding = coding ?? named(in: sentence)
        guard var coding else { return nil }
        if coding.type == .fight, sentence.contains(where: { lexicon.ambushes.contains(tokens[$0].lower) }) {
            coding.type = .assault
        }
        // "Norway and Ghana held talks in Accra": the two are each other's side.
        if coding.source.count > 1, [.agree, .consult, .cooperate].contains(coding.type) { coding.target = [] }
        if coding.target.isEmpty { coding.target = targets(in: sentence, except: coding) }
        let isMutual = coding.source.count > 1 && coding.target.isEmpty
        let participants =
            coding.source.map { participant($0, isMutual ? .both : .source) }
            + coding.target.filter { !coding.source.contains($0) }.map { participant($0, .target) }
        return ReadEvent(
            type: coding.type, trigger: passage.range(of: coding.trigger..<coding.trigger + 1),
            participants: participants.sorted { $0.range.start < $1.range.start })
    }

    // MARK: What is done

    /// What a noun of the sentence says where no verb does.
    private func named(in sentence: Range<Int>) -> Coding? {
        for token in sentence where tokens[token].isNoun {
            guard let type = lexicon.type(ofNoun: tokens[token].lower) else { continue }
            let verb = passage.verb(above: token)
            let source = verb.map(sources) ?? []
            return Coding(type: type, trigger: token, source: source, target: targets(of: token))
        }
        return nil
    }

    private func code(_ verb: Int, speaker: [Int], depth: Int = 0) -> Coding? {
        guard depth < 6 else { return nil }
        let lemma = tokens[verb].lemma.asLowercase
        let subject = sources(of: verb)
        let source = subject.isEmpty ? speaker : subject
        let below = passage.children(of: verb, ["ccomp", "xcomp"]).filter {
            tokens[$0].isVerb || tokens[$0].pos == "ADJ"
        }
        if lexicon.reporting.contains(lemma) {
            for clause in below {
                if isObliging(clause), let asked = passage.subject(of: clause), !sources(of: clause).isEmpty {
                    return Coding(type: .demand, trigger: clause, source: source, target: actors(under: asked))
                }
                if let coding = code(clause, speaker: source, depth: depth + 1) { return coding }
            }
            return object(of: verb, lemma, source)
        }
        if isDenied(verb) {
            return Coding(type: .reject, trigger: verb, source: source, target: targets(of: verb))
        }
        if isObliging(verb), !speaker.isEmpty {
            return Coding(type: .demand, trigger: verb, source: speaker, target: subject)
        }
        if lexicon.particled(lemma, particles(of: verb)) == nil, let stance = lexicon.stanceType(of: lemma),
            !below.isEmpty || lexicon.type(ofVerb: lemma, objects: [], particles: []) == nil
        {
            return stanced(stance, verb, lemma, below, source, depth)
        }
        var coding =
            object(of: verb, lemma, source)
            ?? lexicon.type(ofVerb: lemma, objects: objectWords(of: verb), particles: particles(of: verb)).map {
                Coding(type: $0, trigger: verb, source: source, target: targets(of: verb))
            }
        if coding == nil {
            for clause in below
                + passage.children(of: verb, ["acl", "advcl", "conj", "prep"]).flatMap({
                    tokens[$0].isVerb ? [$0] : passage.children(of: $0, ["pcomp"])
                }) where tokens[clause].isVerb || tokens[clause].pos == "ADJ"
            {
                coding = code(clause, speaker: source, depth: depth + 1)
                if coding != nil { break }
            }
        }
        guard var coding else { return nil }
        if isIntended(verb), coding.trigger == verb || !tokens[coding.trigger].isVerb || below.contains(coding.trigger)
        {
            coding.type = intended(coding.type, isConditional: isConditional(verb))
        }
        return coding
    }

    /// "refused to meet", "agreed to provide", "demanded that the government resign".
    private func stanced(
        _ stance: EventType, _ verb: Int, _ lemma: String, _ below: [Int], _ source: [Int], _ depth: Int
    ) -> Coding {
        var target = targets(of: verb)
        for clause in below where target.isEmpty {
            if let asked = passage.children(of: clause, ["nsubj", "nsubjpass"]).first { target = actors(under: asked) }
            if target.isEmpty { target = targets(of: clause) }
        }
        target.removeAll { source.contains($0) }
        var type = stance
        if isIntended(verb), stance == .agree || stance == .concede { type = .agree }
        return Coding(type: type, trigger: verb, source: source, target: target)
    }

    /// What a light verb's object says is done.
    private func object(of verb: Int, _ lemma: String, _ source: [Int]) -> Coding? {
        let isLight = lexicon.light.contains(lemma) || lexicon.reporting.contains(lemma)
        guard isLight,
            lexicon.types.allSatisfy({ sort in
                !(sort.acts?.contains(lemma) == true
                    && objectWords(of: verb).contains { sort.objects?.contains($0) == true })
            })
        else { return nil }
        let objects =
            passage.children(of: verb, ["dobj", "nsubjpass"])
            + passage.children(of: verb, ["prep"]).flatMap { passage.children(of: $0, ["pobj"]) }
        for object in objects.flatMap(passage.conjuncts) {
            guard let type = lexicon.type(ofNoun: tokens[object].lower) else { continue }
            let target = targets(of: object)
            return Coding(
                type: type, trigger: object, source: source, target: target.isEmpty ? targets(of: verb) : target)
        }
        return nil
    }

    private func intended(_ type: EventType, isConditional: Bool) -> EventType {
        if isConditional { return .threaten }
        return switch type {
        case .agree, .demand, .reject, .threaten: type
        case .retreat where lexicon.stance(of: type) == .friendly: .agree
        default: lexicon.stance(of: type) == .friendly ? .agree : .threaten
        }
    }

    private func objectWords(of verb: Int) -> [String] {
        let objects = passage.children(of: verb, ["dobj", "nsubjpass", "attr"]).flatMap(passage.conjuncts)
        let inner = objects.flatMap { passage.objects(of: $0, behind: passage.words.owning.contains) }
        let modifiers = objects.flatMap { passage.children(of: $0, ["compound"]) }
        return (objects + inner + modifiers).map { tokens[$0].lower }
    }

    private func particles(of verb: Int) -> Set<String> {
        Set(passage.children(of: verb, ["prep", "prt", "dative", "xcomp", "dobj"]).map { tokens[$0].lower })
    }

    private func isDenied(_ verb: Int) -> Bool {
        passage.children(of: verb, ["neg"]).isEmpty == false
            || passage.children(of: verb, ["advmod", "dobj"]).contains { child in
                passage.children(of: child, ["neg", "det"]).contains { lexicon.denying.contains(tokens[$0].lower) }
            }
    }

    private func isObliging(_ verb: Int) -> Bool {
        passage.children(of: verb, ["aux"]).contains { lexicon.obliging.contains(tokens[$0].lower) }
    }

    private func isIntended(_ verb: Int) -> Bool {
        if passage.children(of: verb, ["aux"]).contains(where: { lexicon.intending.contains(tokens[$0].lower) }) {
            return true
        }
        let head = tokens[verb].head
        if head != verb, tokens[verb].dep == "xcomp", lexicon.intending.contains(tokens[head].lemma.asLowercase) {
            return true
        }
        return passage.children(of: verb, ["acomp"]).contains { lexicon.intending.contains(tokens[$0].lower) }
    }

    private func isConditional(_ verb: Int) -> Bool {
        passage.children(of: verb, ["advcl"]).contains { clause in
            passage.children(of: clause, ["mark"]).contains { lexicon.conditions.contains(tokens[$0].lower) }
        }
    }

    // MARK: Who to whom

    private func sources(of verb: Int) -> [Int] {
        guard let subject = passage.agentOrSubject(of: verb) else { return [] }
        return actors(under: subject)
    }

    /// The other side: the object, whoever the object is of, or whoever stands behind a preposition.
    private func targets(of head: Int) -> [Int] {
        for object in passage.children(of: head, ["dobj", "dative", "nsubjpass"]) where tokens[head].isVerb {
            let found = actors(under: object)
            if !found.isEmpty { return found }
        }
        for word in lexicon.targets {
            for preposition in passage.children(of: head, ["prep", "dative", "agent"])
            where tokens[preposition].lower == word {
                for object in passage.children(of: preposition, ["pobj"]) {
                    let found = actors(under: object)
                    if !found.isEmpty { return found }
                }
            }
        }
        for object in passage.children(of: head, ["dobj", "nsubjpass", "xcomp", "ccomp", "poss", "amod", "compound"]) {
            let isModifier = ["poss", "amod", "compound"].contains(tokens[object].dep)
            let found = isModifier ? (isActor(object) ? [object] : []) : targets(of: object)
            if !found.isEmpty { return found }
        }
        for preposition in passage.children(of: head, ["prep"]) {
            for object in passage.children(of: preposition, ["pobj"]) {
                let found = targets(of: object)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// Somebody named in the sentence who is not among the sources, where the clause names no other side.
    private func targets(in sentence: Range<Int>, except coding: Coding) -> [Int] {
        guard coding.source.count < 2 else { return [] }
        let taken = coding.source.flatMap { Array(passage.subtree(of: $0)) }
        let found = sentence.first {
            $0 > coding.trigger && isNamed($0) && !taken.contains($0) && !isSpeaker($0)
        }
        return found.map { [$0] } ?? []
    }

    /// Whether the token is the subject of a verb of saying.
    private func isSpeaker(_ token: Int) -> Bool {
        passage.ancestors(of: token).prefix(3).contains { lexicon.reporting.contains(tokens[$0].lemma.asLowercase) }
    }

    /// Those who act in a phrase: its heads if they can act, else whoever stands before or behind them.
    private func actors(under head: Int) -> [Int] {
        let heads = passage.conjuncts(of: head)
        let found = heads.filter(isActor)
        if !found.isEmpty { return found }
        for head in heads {
            let modifiers = passage.children(of: head, ["poss", "amod", "compound", "nmod", "appos"]).filter(isActor)
            if !modifiers.isEmpty { return modifiers.flatMap(passage.conjuncts).filter(isActor) }
        }
        for head in heads {
            for preposition in passage.children(of: head, ["prep"])
            where lexicon.origins.contains(tokens[preposition].lower) {
                let inner = passage.children(of: preposition, ["pobj"]).flatMap(passage.conjuncts).filter(isActor)
                if !inner.isEmpty { return inner }
            }
        }
        return []
    }

    private func isActor(_ token: Int) -> Bool {
        isNamed(token) || lexicon.actors.contains(tokens[token].lower) || peopleNouns.contains(tokens[token].lower)
    }

    private func isNamed(_ token: Int) -> Bool {
        let place = TokenPlace(passage: passage.index, token: token)
        return register.party(at: place) != nil || register.place(at: place) != nil
            || ["PERSON", "ORG", "GPE", "NORP"].contains(tokens[token].entityLabel)
    }

    /// The words of an actor: its head with what stands before it.
    private func participant(_ token: Int, _ role: ReadEvent.Role) -> ReadEvent.Participant {
        let before = passage.children(of: token, ["compound", "amod", "nmod"]).filter { $0 < token }
        let start = before.map { passage.leftEdge[$0] }.min() ?? token
        return ReadEvent.Participant(range: passage.range(of: min(start, token)..<token + 1), role: role)
    }
}
