// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds bodies and houses that serve cooperation: those that are opened, set up or closed, and those that two sides
/// share by their names.
struct InstitutionReader {
    let passages: [Passage]
    let lexicon: InstitutionLexicon
    let governors: GovernorLexicon

    /// The institutions in the order of their first telling, each once.
    func drafts(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftInstitution] {
        var found: [DraftInstitution] = []
        for passage in passages where passage.block.role != .headline {
            for token in passage.tokens.indices
            where passage.tokens[token].isNoun && lexicon.heads.contains(passage.tokens[token].lower) {
                // "the Oslo-Turku Joint Council meeting" names the council too.
                guard isHead(token, in: passage) || lexicon.joint.contains(passage.tokens[token].lower),
                    let draft = draft(token, in: passage, resolver, &groups)
                else { continue }
                add(draft, to: &found)
            }
        }
        return found
    }

    private func add(_ draft: DraftInstitution, to found: inout [DraftInstitution]) {
        let name = NameFolding.fold(draft.name)
        let known = found.firstIndex { other in
            let known = NameFolding.fold(other.name)
            // "its consulate general", then "the Consulate General of Ghana"
            let isOwn = !other.of.isEmpty && other.of == draft.of
            return
                (known == name || known.hasSuffix(" " + name) || name.hasSuffix(" " + known)
                || isOwn && (known.hasPrefix(name + " ") || name.hasPrefix(known + " ")))
                && (other.place == nil || draft.place == nil || other.place == draft.place)
        }
        guard let known else {
            found.append(draft)
            return
        }
        if draft.name.utf8.count > found[known].name.utf8.count { found[known].name = draft.name }
        found[known].of += draft.of.filter { !found[known].of.contains($0) }
        found[known].place = found[known].place ?? draft.place
        if draft.isFounded, !found[known].isFounded { found[known].state = draft.state }
        found[known].tellings += draft.tellings.filter { !found[known].tellings.contains($0) }
    }

    /// Whether the noun heads its phrase: "office" in "a trade office", not in "office hours".
    private func isHead(_ token: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        // "Consulate General" is headed by its second word.
        if token + 1 < passage.tokens.count, lexicon.ranks.contains(passage.tokens[token + 1].lower) { return false }
        if lexicon.ranks.contains(word.lower) {
            let before = token > 1 && passage.tokens[token - 1].text == "-" ? token - 2 : token - 1
            return before >= 0 && lexicon.ranked.contains(passage.tokens[before].lower)
        }
        return !(["compound", "nmod", "amod", "poss"].contains(word.dep) && word.head > token)
    }

    private func draft(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftInstitution? {
        let phrase = phrase(of: token, in: passage, groups)
        let act = act(on: token, in: passage)
        let pair = pair(in: phrase, of: token, passage, groups)
        guard act != nil || pair != nil else { return nil }
        let reader = PredicateReader(passage: passage, lexicon: governors)
        let noun = reader.noun(token)
        // "the opening of its first session": what is opened has to be the institution itself.
        var owners = pair ?? []
        if owners.isEmpty {
            owners = parties(noun.tokens(in: ["possessor"]), in: passage, resolver, &groups)
        }
        // "Ghana opened the Peru House": whoever opens it, and only then those whose names it has.
        if owners.isEmpty, let act, act.isVerb {
            let others = reader.verb(act.token).tokens(in: ["subject"]).filter { !phrase.contains($0) }
            owners = parties(others, in: passage, resolver, &groups)
        }
        let seat = seat(in: phrase, of: token, passage, groups)
        if owners.isEmpty {
            owners = groups.knownPlaces(in: phrase.lowerBound..<token + 1, of: passage).filter { $0 != seat }
        }
        if owners.isEmpty { owners = states(behind: token, of: phrase, in: passage, groups) }
        var state = Institution.State.existing
        if let act {
            if act.isVerb {
                let verb = reader.verb(act.token)
                let isReported = isReportedFuture(act.token, in: passage)
                guard verb.modality < .possible || isReported else { return nil }
                state = verb.modality == .actual ? .existing : .planned
            } else {
                let above = PredicateReader(passage: passage, lexicon: governors).noun(act.token)
                // "proposed the creation of a council": it is only wished for.
                let hope = reader.hopeAbove(act.token)
                let isHoped = hope == .hoped
                guard max(above.modality, hope) < .possible, !isUnreal(act.token, in: passage),
                    !isTalkedOf(act.token, in: passage)
                else { return nil }
                if owners.isEmpty {
                    owners = parties(above.tokens(in: ["possessor", "by"]), in: passage, resolver, &groups)
                }
                let isToCome = above.modality != .actual || isHoped || isTopic(act.token, in: passage)
                // "plans more embassies following the opening of one in Ghana"
                let isPast = lexicon.following.contains(passage.tokens[passage.tokens[act.token].head].lower)
                state = isToCome && !isPast ? .planned : .existing
            }
            if act.isClosing { state = state == .existing ? .closed : .existing }
        }
        var tokens = [phrase.lowerBound, phrase.upperBound - 1]
        var place: Int?
        var spots = noun.arguments
        if let act, act.isVerb { spots += reader.verb(act.token).arguments }
        // "The commission held its session in Lima": that is where it met.
        if act == nil {
            let own = passage.subtree(of: token)
            spots.removeAll { !own.contains($0.token) }
        }
        // "the Consulate General of Ghana in Fano": the parser hangs the city on the country.
        let next = phrase.upperBound
        if next < passage.tokens.count, governors.sites.contains(passage.tokens[next].lower) {
            spots += passage.children(of: next, ["pobj"]).map { .init(role: passage.tokens[next].lower, token: $0) }
        }
        for spot in spots where governors.sites.contains(spot.role) && spot.token > token {
            let party = resolver.party(at: TokenPlace(passage: passage.index, token: spot.token))
            if let party, groups.register.records[party].kind.isPlace, !owners.contains(party) {
                place = party
                tokens.append(spot.token)
                break
            }
        }
        place = place ?? seat
        // A body that is opened without anybody's being named serves no cooperation that the text tells of.
        let isDescribed = lexicon.joint.contains(passage.tokens[token].lower) && phrase.count > 1
        guard !owners.isEmpty || place != nil || isNamed(phrase, in: passage) || act != nil && isDescribed else {
            return nil
        }
        if let act { tokens.append(act.token) }
        let start = tokens.min() ?? token
        let end = tokens.max() ?? token
        return DraftInstitution(
            name: passage.text(of: phrase), of: owners, place: place, state: state, isFounded: act != nil,
            tellings: [.init(passage: passage.index, tokens: start..<end + 1)])
    }

    /// The city of "the Kolkata office", in which it is.
    private func seat(in phrase: Range<Int>, of token: Int, _ passage: Passage, _ groups: GroupFinder) -> Int? {
        guard !passage.tokens[token].isCapitalised else { return nil }
        return passage.children(of: token, ["compound", "nmod"]).lazy
            .filter(phrase.contains)
            .compactMap { groups.register.party(at: TokenPlace(passage: passage.index, token: $0)) }
            .first { groups.register.records[$0].kind == .city }
    }

    /// The country or city behind "of": "the Embassy of Ghana".
    private func states(
        behind token: Int, of phrase: Range<Int>, in passage: Passage, _ groups: GroupFinder
    ) -> [Int] {
        let behind = passage.objects(of: token, behind: passage.words.owning.contains)
            .flatMap { groups.knownPlaces(in: passage.leftEdge[$0]..<$0 + 1, of: passage) }
        // "the Embassy of the Republic of Ghana", all of it one name
        return behind.isEmpty
            ? Array(groups.knownPlaces(in: token + 1..<phrase.upperBound, of: passage).prefix(1)) : behind
    }

    /// Whether it may never come about: "the possible opening of a consulate".
    private func isUnreal(_ noun: Int, in passage: Passage) -> Bool {
        passage.children(of: noun, ["amod"]).contains { lexicon.unreal.contains(passage.tokens[$0].lower) }
    }

    /// "said that Oslo would open an office": the future of what was said.
    private func isReportedFuture(_ verb: Int, in passage: Passage) -> Bool {
        passage.tokens[verb].dep == "ccomp"
            && passage.children(of: verb, ["aux"]).contains {
                passage.words.conditional.contains(passage.tokens[$0].lower)
            }
            && passage.children(of: verb, ["neg"]).isEmpty
    }

    private struct Act {
        let token: Int
        let isVerb: Bool
        let isClosing: Bool
    }

    /// The verb or noun that says that the institution comes about or goes.
    private func act(on token: Int, in passage: Passage) -> Act? {
        if let participle = passage.children(of: token, ["amod"]).first(where: { isJustFounded($0, in: passage) }) {
            return Act(token: participle, isVerb: true, isClosing: false)
        }
        var head = token
        while passage.tokens[head].dep == "conj", passage.tokens[passage.tokens[head].head].isNoun {
            head = passage.tokens[head].head
        }
        var above = passage.tokens[head].head
        guard above != head else { return nil }
        // "is to be opened": the verb below says what will be done with it.
        if passage.words.being.contains(passage.tokens[above].lemma), passage.tokens[head].dep.hasPrefix("nsubj"),
            let verb = passage.children(of: above, ["xcomp"]).first(where: { passage.isInfinitive($0) })
        {
            above = verb
        }
        let word = passage.tokens[above]
        switch passage.tokens[head].dep {
        case "dobj", "nsubjpass":
            let lemma = word.lemma.asLowercase
            if lexicon.founding.contains(lemma) { return Act(token: above, isVerb: true, isClosing: false) }
            if lexicon.closing.contains(lemma) { return Act(token: above, isVerb: true, isClosing: true) }
            // "was declared open"
            let isDeclared = passage.children(of: above, ["oprd", "acomp", "xcomp", "ccomp", "advmod", "prt"]).contains
            {
                $0 > above && lexicon.founding.contains(passage.tokens[$0].lower)
            }
            if lexicon.declaring.contains(lemma), isDeclared {
                return Act(token: above, isVerb: true, isClosing: false)
            }
        case "nsubj":
            let lemma = word.lemma.asLowercase
            let isPassive = !passage.children(of: above, ["auxpass"]).isEmpty
            if isPassive, lexicon.founding.contains(lemma) { return Act(token: above, isVerb: true, isClosing: false) }
            if lexicon.arising.contains(lemma) { return Act(token: above, isVerb: true, isClosing: false) }
            if lexicon.ceasing.contains(lemma) { return Act(token: above, isVerb: true, isClosing: true) }
        case "pobj":
            let noun = word.head
            guard passage.words.owning.contains(word.lower), noun != above else { return nil }
            let lower = passage.tokens[noun].lower
            // "the opening ceremony of the consulate"
            let isCeremony =
                lexicon.ceremonies.contains(lower)
                && passage.children(of: noun, ["compound", "amod"]).contains {
                    lexicon.nominalisations.contains(passage.tokens[$0].lower)
                }
            if isCeremony { return Act(token: noun, isVerb: false, isClosing: false) }
            if lexicon.nominalisations.contains(lower) { return Act(token: noun, isVerb: false, isClosing: false) }
            if lexicon.closings.contains(lower) { return Act(token: noun, isVerb: false, isClosing: true) }
        default: break
        }
        return nil
    }

    /// "The newly established office" is there.
    private func isJustFounded(_ participle: Int, in passage: Passage) -> Bool {
        passage.tokens[participle].tag == "VBN"
            && lexicon.founding.contains(passage.tokens[participle].lemma.asLowercase)
            && passage.children(of: participle, ["advmod"]).contains {
                lexicon.recent.contains(passage.tokens[$0].lower)
            }
    }

    /// Whether talks are about its founding: "talked about the establishment of a council".
    private func isTalkedOf(_ noun: Int, in passage: Passage) -> Bool {
        let preposition = passage.tokens[noun].head
        return passage.tokens[noun].dep == "pobj"
            && lexicon.talking.contains(passage.tokens[passage.tokens[preposition].head].lemma.asLowercase)
    }

    /// Whether the noun for founding says what a paper or talks are about: "a memorandum on the establishment of".
    private func isTopic(_ noun: Int, in passage: Passage) -> Bool {
        let preposition = passage.tokens[noun].head
        guard passage.tokens[noun].dep == "pobj" else { return false }
        return passage.ancestors(of: preposition).prefix { !passage.tokens[$0].isVerb }.contains {
            lexicon.papers.contains(passage.tokens[$0].lower)
        }
    }

    /// The two sides that share it: "the Singapore-Brunei Joint Technical Committee".
    private func pair(in phrase: Range<Int>, of token: Int, _ passage: Passage, _ groups: GroupFinder) -> [Int]? {
        guard lexicon.joint.contains(passage.tokens[token].lower), isNamed(phrase, in: passage),
            // "the Crewe and Nantwich Borough Council" governs one town.
            token == 0 || !lexicon.municipal.contains(passage.tokens[token - 1].lower)
        else { return nil }
        let places = groups.knownPlaces(in: phrase, of: passage)
        if places.count > 1 { return places }
        let isJoint = phrase.contains { lexicon.sharing.contains(passage.tokens[$0].lower) }
        return isJoint ? places : nil
    }

    private func isNamed(_ phrase: Range<Int>, in passage: Passage) -> Bool {
        phrase.count { passage.tokens[$0].isCapitalised } > 1
    }

    private func phrase(of token: Int, in passage: Passage, _ groups: GroupFinder) -> Range<Int> {
        var start = token
        for child in passage.children(of: token, ["compound", "amod", "nmod", "nummod"]) where child < token {
            start = min(start, passage.leftEdge[child])
        }
        // Inside of a longer phrase the name goes back as far as its capitals do.
        while start > 0,
            passage.tokens[start - 1].isCapitalised && passage.tokens[start - 1].pos != "DET"
                || ["-", "\u{2013}"].contains(passage.tokens[start - 1].text) && start > 1
                    && passage.tokens[start - 2].isCapitalised
        {
            guard passage.tokens[token].isCapitalised, !passage.tokens[start - 1].isSentenceStart else { break }
            start -= 1
        }
        var end = token + 1
        let place = TokenPlace(passage: passage.index, token: token)
        if let party = groups.register.party(at: place),
            let mention = groups.register.records[party].mentions.first(where: {
                $0.passage == passage.index && $0.nameTokens.contains(token)
            })
        {
            start = min(start, mention.nameTokens.lowerBound)
            end = max(end, mention.nameTokens.upperBound)
        }
        while start < token,
            passage.tokens[start].isPunctuation || ["DT", "PRP$"].contains(passage.tokens[start].tag)
                || lexicon.plain.contains(passage.tokens[start].lower)
        {
            start += 1
        }
        return start..<end
    }

    private func parties(
        _ tokens: [Int], in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [Int] {
        var found: [Int] = []
        for token in tokens {
            for party in groups.bearers(token, in: passage, resolver: resolver, describes: false)
            where ![.person, .place].contains(groups.register.records[party].kind) && !found.contains(party) {
                found.append(party)
            }
        }
        return found
    }
}

/// Words that name institutions; see `Resources/frames/institutions.yaml`.
struct InstitutionLexicon: Sendable, Decodable {
    let heads: WordList
    let joint: WordList
    let sharing: WordList
    let ranks: WordList
    let ranked: WordList
    let founding: WordList
    let closing: WordList
    let arising: WordList
    let ceasing: WordList
    let nominalisations: WordList
    let closings: WordList
    let declaring: WordList
    let plain: WordList
    let unreal: WordList
    let recent: WordList
    let papers: WordList
    let municipal: WordList
    let following: WordList
    let talking: WordList
    let ceremonies: WordList
}
