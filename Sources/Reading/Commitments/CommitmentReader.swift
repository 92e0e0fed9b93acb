// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds what parties wish, hope, pledge and agree to do, by the verbs, nouns and adjectives that say so and by "will".
///
/// The outermost word decides the force: "I hope that they will build it" is a hope and nothing else.
struct CommitmentReader {
    let passages: [Passage]
    let lexicon: CommitmentLexicon
    let agreements: AgreementLexicon
    let governors: GovernorLexicon
    let cues: SpeechLexicon
    let firstPerson: Set<String>
    /// The quantities of each passage.
    let quantities: [[QuantityExpression]]
    let dates: [[DatedSpan]]
    let timeTokens: [Set<Int>]
    let titles: [Mention]
    /// Who speaks as "we" where nobody is quoted: the parties of a joint statement.
    let authors: [Int]
    /// The date that the page speaks from.
    let clock: DatedValue?
    /// The parties of agreements that have a short name, by that name.
    let instruments: [String: [Int]]
    /// The agreements of the article.
    let signed: [DraftAgreement]
    /// Who says what.
    let statements: [DraftStatement]

    /// Something that signals a commitment, with what it takes.
    struct Signalled {
        let token: Int
        let force: Commitment.Force
        /// The head of what is wanted.
        let content: Int
        let isMutual: Bool
        /// Whom an object says to be bound, rather than the subject.
        var bound: Int?
        /// Whether it is what whoever says it asks for: "Trade should reach 5 billion dollars".
        var isAsked = false
    }

    /// The commitments in text order.
    func drafts(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftCommitment] {
        var found: [DraftCommitment] = []
        for passage in passages where passage.block.role != .headline && passage.block.role != .caption {
            var taken: [(token: Int, content: ClosedRange<Int>)] = []
            let amounts = quantities[passage.index]
            let lead = lead(of: passage)
            if let lead, let by = committed(lead, in: passage, resolver, &groups) {
                found += listed(behind: passage, lead, by: by)
            }
            for signalled in signalled(in: passage) where signalled.token != lead?.token {
                // What stands inside of another commitment is part of it.
                guard
                    !taken.contains(where: {
                        $0.content.contains(signalled.token)
                            || $0.token == signalled.token || $0.content.contains(signalled.content)
                    })
                else { continue }
                let by = committed(signalled, in: passage, resolver, &groups)
                guard let by, let draft = draft(signalled, by, amounts, in: passage, groups) else { continue }
                taken.append((signalled.token, content(of: signalled, in: passage)))
                found.append(draft)
            }
        }
        return found.sorted { ($0.passage, $0.tokens.lowerBound) < ($1.passage, $1.tokens.lowerBound) }
    }

    // MARK: Signals

    /// All signals of a passage, those higher in the tree first.
    private func signalled(in passage: Passage) -> [Signalled] {
        var found: [(depth: Int, Signalled)] = []
        for token in passage.tokens.indices {
            if let signalled = signal(at: token, in: passage) ?? will(at: token, in: passage)
                ?? asked(at: token, in: passage)
            {
                found.append((passage.ancestors(of: token).count, signalled))
            }
        }
        return found.sorted { $0.depth == $1.depth ? $0.1.token < $1.1.token : $0.depth < $1.depth }.map(\.1)
    }

    func signal(at token: Int, in passage: Passage) -> Signalled? {
        for signal in lexicon.signals(token, in: passage) {
            if isInsideName(token..<token + 1, in: passage) { continue }
            // "bound together by our resolve to": what moves somebody is not promised here.
            if passage.tokens[token].isNoun, passage.tokens[passage.tokens[token].head].dep == "agent" { continue }
            if passage.tokens[token].isNoun, isGone(token, in: passage) { continue }
            if signal.modal == true,
                !passage.children(of: token, ["aux"]).contains(where: {
                    passage.words.conditional.contains(passage.tokens[$0].lower)
                })
            {
                continue
            }
            if passage.tokens[token].isVerb, !isAsserted(token, in: passage, allowsWould: signal.modal == true) {
                continue
            }
            guard let content = content(of: signal, at: token, in: passage) else { continue }
            if passage.tokens[token].isVerb, isDone(token, in: passage) { continue }
            let bound = passage.children(of: token, ["dobj"]).first {
                binds($0, signal, in: passage) && !passage.tokens[$0].has(feature: "Reflex=Yes")
            }
            return Signalled(
                token: token, force: signal.force, content: content, isMutual: signal.mutual == true, bound: bound)
        }
        return nil
    }

    /// "no plans to", "called off a tour and its offer to": nobody promises it, or no longer.
    private func isGone(_ noun: Int, in passage: Passage) -> Bool {
        let reader = PredicateReader(passage: passage, lexicon: governors)
        return passage.isDeniedNoun(noun) || reader.governor(of: noun).map(reader.isCancelled) == true
    }

    /// "has committed $20 million since 2011": a sum given so far.
    private func isDone(_ verb: Int, in passage: Passage) -> Bool {
        passage.children(of: verb, ["prep"]).contains {
            lexicon.retrospective.contains(passage.tokens[$0].lower)
        }
    }

    /// "agreed that a committee will meet", "agreed that both sides meet": the clause tells what is to be.
    private func isToCome(_ verb: Int, in passage: Passage) -> Bool {
        // "agreed that closer ties will benefit both": a view of what comes about by itself.
        guard !lexicon.will.states.contains(passage.tokens[verb].lemma.asLowercase) else { return false }
        let auxiliaries = passage.children(of: verb, ["aux"])
        return auxiliaries.contains { lexicon.futures.contains(passage.tokens[$0].lower) }
            || passage.tokens[verb].tag == "VB" && auxiliaries.isEmpty
    }

    /// The head of what a signal takes.
    func content(
        of signal: CommitmentLexicon.Signal, at token: Int, in passage: Passage
    ) -> Int? {
        let tokens = passage.tokens
        for child in passage.children[token] where child > token {
            let dep = tokens[child].dep
            switch dep {
            case "xcomp", "acl", "advcl", "ccomp", "relcl":
                let isInfinitive = passage.isInfinitive(child)
                if isInfinitive {
                    // "offers courses for students to study": what somebody else does with what is offered.
                    let isOthers =
                        signal.pos == .verb && dep != "xcomp" && !signal.takes.contains("object")
                        && !passage.children(of: token, ["dobj"]).isEmpty
                    if signal.takes.contains("infinitive"), !isOthers { return child }
                } else if dep == "ccomp" || dep == "acl" && signal.pos == .noun {
                    let isThat = passage.children(of: child, ["mark"]).contains {
                        passage.words.subordinating.contains(tokens[$0].lower)
                    }
                    if signal.takes.contains("clause"), dep == "ccomp" || isThat { return child }
                    if signal.takes.contains("future"), dep == "ccomp", isToCome(child, in: passage) { return child }
                }
            case "prep", "prt", "dative":
                // "interested in building a port", not "in ports".
                let isDoing =
                    signal.doing?.contains(tokens[child].lower) == true
                    && tokens[(child + 1)...].first { $0.pos != "ADV" }?.tag == "VBG"
                guard isDoing || signal.takes.contains(tokens[child].lower) else { continue }
                if let object = passage.children(of: child, ["pcomp", "pobj"]).first {
                    // "agreed on Monday to open a school"
                    if timeTokens[passage.index].contains(object) { continue }
                    if isIdle(object, in: passage) { return nil }
                    return object
                }
            case "advmod" where tokens[child].lower == signal.with:
                for inner in passage.children(of: child, ["prep"]) where signal.takes.contains(tokens[inner].lower) {
                    if let object = passage.children(of: inner, ["pcomp", "pobj"]).first { return object }
                }
            case "dobj":
                guard signal.takes.contains("object"), !binds(child, signal, in: passage) else { continue }
                if let objects = signal.objects, !isMoney(child, in: passage) {
                    // "announced the new funding": of which is told elsewhere.
                    let isDefinite = passage.children(of: child, ["det"]).contains {
                        passage.words.definite.contains(tokens[$0].lower)
                    }
                    guard objects.contains(tokens[child].lower), !isDefinite else { continue }
                }
                return isIdle(child, in: passage) ? nil : child
            default: continue
            }
        }
        return contentBehind(token, of: signal, in: passage)
    }

    /// "an intent to open a school and commitment to reforms", "the interest and commitment of Peru to grow": what stands
    /// right behind a further noun, or behind whose it is, is its own, wherever the parser hangs it.
    private func contentBehind(_ noun: Int, of signal: CommitmentLexicon.Signal, in passage: Passage) -> Int? {
        var next = noun + 1
        if next < passage.tokens.count, passage.words.owning.contains(passage.tokens[next].lower),
            let owner = passage.children(of: next, ["pobj"]).last
        {
            next = passage.rightEdge[owner] + 1
        }
        guard passage.tokens[noun].isNoun, passage.tokens[noun].dep == "conj", next < passage.tokens.count else {
            return nil
        }
        if passage.tokens[next].dep == "aux", signal.takes.contains("infinitive"),
            passage.isInfinitive(passage.tokens[next].head)
        {
            return passage.tokens[next].head
        }
        guard passage.tokens[next].dep == "prep", signal.takes.contains(passage.tokens[next].lower) else { return nil }
        return passage.children(of: next, ["pcomp", "pobj"]).first
    }

    /// "commits the partners to meeting", "committed themselves to": the object is who is bound, not what to.
    private func binds(_ object: Int, _ signal: CommitmentLexicon.Signal, in passage: Passage) -> Bool {
        guard signal.takes.isSuperset(of: ["object", "to"]) else { return false }
        if passage.tokens[object].has(feature: "Reflex=Yes") { return true }
        return !isMoney(object, in: passage)
            && passage.children[passage.tokens[object].head].contains { child in
                guard child > object else { return false }
                if passage.tokens[child].dep == "prep" {
                    return lexicon.obliging.contains(passage.tokens[child].lower)
                }
                return passage.tokens[child].dep == "xcomp"
                    && passage.isInfinitive(child)
            }
    }

    private func isMoney(_ token: Int, in passage: Passage) -> Bool {
        passage.subtree(of: token).prefix(4).contains { ["$", "€", "£", "¥"].contains(passage.tokens[$0].text) }
            || passage.children(of: token, ["nummod", "compound", "nmod"]).contains {
                passage.tokens[$0].entityLabel == "MONEY"
            }
    }

    private func isIdle(_ token: Int, in passage: Passage) -> Bool {
        lexicon.idle.contains(passage.tokens[token].lemma.asLowercase)
    }

    func isInsideName(_ tokens: Range<Int>, in passage: Passage) -> Bool {
        titles.contains { $0.passage == passage.index && $0.nameTokens.overlaps(tokens) && $0.nameTokens.count > 1 }
    }

    /// "will" in a clause whose subject can act.
    private func will(at token: Int, in passage: Passage) -> Signalled? {
        let tag = passage.tokens[token].tag
        guard ["VB", "VBP", "VBN", "VBG"].contains(tag), passage.tokens[token].pos == "VERB" else { return nil }
        let lemma = passage.tokens[token].lemma.asLowercase
        let auxiliaries = passage.children(of: token, ["aux"]).map { passage.tokens[$0].lower }
        let isWill = auxiliaries.contains(where: governors.willWords.contains)
        let isReported =
            auxiliaries.contains(where: passage.words.conditional.contains) && isReported(token, in: passage)
        let isDue = isDue(token, in: passage)
        let isBound = isWill && boundParties(token, in: passage) != nil
        let isSeen = isSeen(token, in: passage)
        let isFounding =
            passage.children(of: token, ["nsubjpass"]).first != nil && lexicon.will.founding.contains(lemma)
        // "will follow up on it" is done by somebody, "will follow" comes about.
        let isState = lexicon.will.states.contains(lemma) && passage.children(of: token, ["prt"]).isEmpty
        guard tag != "VBP" || isSeen, isBound || !isOccasion(token, in: passage), !isState else { return nil }
        guard isWill || isReported || isDue || isSeen, !passage.isDenied(token),
            passage.children(of: token, ["nsubj"]).first != nil || isFounding || isDue
        else { return nil }
        let dep = passage.tokens[token].dep
        guard
            isDue || ["ROOT", "ccomp", "conj", "parataxis"].contains(dep) || isInView(token, in: passage)
                || dep == "relcl" && instrumentAbove(token, in: passage) != nil
        else { return nil }
        if passage.children(of: token, ["mark"]).contains(where: {
            lexicon.circumstances.contains(passage.tokens[$0].lower)
        }) {
            return nil
        }
        // "It is not clear how the county will deal with it": a question, no promise.
        if dep == "ccomp",
            passage.children(of: token, ["advmod"]).contains(where: { $0 < token && passage.tokens[$0].tag == "WRB" })
        {
            return nil
        }
        return Signalled(token: token, force: .pledge, content: token, isMutual: false)
    }

    /// "expressed the view that they will open a school": what those who hold it say by a noun, not what others will do.
    private func isInView(_ verb: Int, in passage: Passage) -> Bool {
        let view = passage.tokens[verb].head
        return passage.tokens[verb].dep == "acl" && lexicon.will.views.contains(passage.tokens[view].lower)
            && !passage.isDeniedNoun(view)
            && passage.children(of: verb, ["nsubj"]).contains { passage.tokens[$0].pos == "PRON" }
    }

    /// "The deal will see the port train pilots": what an instrument brings about.
    func isSeen(_ verb: Int, in passage: Passage) -> Bool {
        let above = passage.tokens[verb].head
        guard passage.tokens[verb].dep == "ccomp", above != verb,
            lexicon.will.seeing.contains(passage.tokens[above].lemma.asLowercase),
            passage.children(of: verb, ["aux", "mark", "neg"]).isEmpty,
            passage.children(of: above, ["aux"]).contains(where: {
                governors.willWords.contains(passage.tokens[$0].lower)
            }), let subject = passage.subject(of: above)
        else { return false }
        return passage.subtree(of: subject).contains { agreements.match(at: $0, in: passage) != nil }
    }

    /// "are to set up a group", "is to open a school": what is laid down for the subject.
    private func isDue(_ verb: Int, in passage: Passage) -> Bool {
        let above = passage.tokens[verb].head
        return passage.tokens[verb].dep == "xcomp" && above == verb - 2 && passage.tokens[verb - 1].tag == "TO"
            && ["VBZ", "VBP"].contains(passage.tokens[above].tag)
            && passage.words.being.contains(passage.tokens[above].lemma)
            && !passage.children(of: above, ["nsubj"]).isEmpty && !passage.isDenied(above)
    }

    /// "Trade should reach 5 billion dollars by 2027", where somebody says so.
    private func asked(at token: Int, in passage: Passage) -> Signalled? {
        guard passage.tokens[token].tag == "VB", passage.tokens[token].pos == "VERB",
            lexicon.measuring.contains(passage.tokens[token].lemma.asLowercase),
            passage.children(of: token, ["aux"]).contains(where: { lexicon.asking.contains(passage.tokens[$0].lower) }),
            !passage.isDenied(token), !passage.children(of: token, ["nsubj"]).isEmpty,
            statements.speaker(of: token, in: passage) != nil
        else { return nil }
        return Signalled(token: token, force: .wish, content: token, isMutual: false, isAsked: true)
    }

    /// "will visit", "will hold talks", "will lead a mission", "will deliver an address": an engagement to come.
    func isOccasion(_ verb: Int, in passage: Passage) -> Bool {
        if lexicon.will.occasions.contains(passage.tokens[verb].lemma.asLowercase) { return true }
        return passage.children(of: verb, ["dobj"]).contains { object in
            let word = passage.tokens[object]
            return lexicon.will.events.contains(word.lower) || lexicon.will.events.contains(word.lemma.asLowercase)
        }
    }

    /// "said that Oslo would …": the future of what was said.
    private func isReported(_ token: Int, in passage: Passage) -> Bool {
        guard passage.tokens[token].dep == "ccomp" else { return false }
        return !cues.cues(for: passage.tokens[passage.tokens[token].head].lemma.asLowercase).isEmpty
    }

    /// Whether a verb is told as something that somebody does: neither denied nor possible nor asked for.
    func isAsserted(_ verb: Int, in passage: Passage, allowsWould: Bool) -> Bool {
        var current = verb
        for _ in 0..<4 {
            if passage.isDenied(current) { return false }
            for child in passage.children[current] {
                let token = passage.tokens[child]
                if token.dep == "aux", token.tag == "MD", !lexicon.asserting.contains(token.lower),
                    !(allowsWould && passage.words.conditional.contains(token.lower))
                {
                    return false
                }
                if token.dep == "mark", lexicon.doubts.contains(token.lower) { return false }
            }
            guard passage.tokens[current].dep == "xcomp" || passage.tokens[current].dep == "conj" else { return true }
            current = passage.tokens[current].head
        }
        return true
    }
}
