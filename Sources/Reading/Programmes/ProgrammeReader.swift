// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds the projects that cooperation consists of: named programmes, exchanges of people, and sums given for a purpose.
struct ProgrammeReader {
    let passages: [Passage]
    let lexicon: ProgrammeLexicon
    let governors: GovernorLexicon
    /// The quantities of each passage.
    let quantities: [[QuantityExpression]]
    let titles: [Mention]

    /// The programmes in the order of their first telling, each once.
    func drafts(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftProgramme] {
        var found: [DraftProgramme] = []
        for passage in passages where passage.block.role != .headline {
            for token in passage.tokens.indices {
                guard passage.tokens[token].isNoun || passage.tokens[token].pos == "NUM" else { continue }
                let isHead = isHead(token, in: passage)
                guard isHead || isNamed(token, in: passage),
                    let draft = programme(token, in: passage, resolver, &groups)
                        ?? (isHead ? exchange(token, in: passage, resolver, &groups) : nil)
                        ?? (isHead ? effort(token, in: passage, resolver, &groups) : nil)
                        ?? (isHead ? gift(token, in: passage, resolver, &groups) : nil)
                else { continue }
                add(draft, to: &found)
            }
        }
        return found
    }

    private func isHead(_ token: Int, in passage: Passage) -> Bool {
        let tokens = passage.tokens
        return !(tokens[token].head > token && ["compound", "nmod", "amod", "poss"].contains(tokens[token].dep))
    }

    /// Whether the word stands in a name of several words: "the Smart City Initiative meeting" names the initiative too.
    private func isNamed(_ token: Int, in passage: Passage) -> Bool {
        titles.contains {
            $0.passage == passage.index && $0.tokens.contains(token) && $0.nameTokens.count > 2
        }
    }

    /// "a joint effort to develop …", "humanitarian assistance to …", "X is a programme run by …".
    private func effort(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftProgramme? {
        let word = passage.tokens[token].lower
        let isEffort = lexicon.efforts.contains(word)
        let isNew = lexicon.works.contains(word) && isIntroduced(token, in: passage)
        guard isEffort || lexicon.aid.contains(word) else { return nil }
        let modifiers = passage.children(of: token, ["amod", "compound"]).map { passage.tokens[$0].lower }
        var end: Int?
        // What hangs on the verb right behind the noun is the noun's: "announced a joint project to map the sea".
        let verb = passage.tokens[token].dep == "dobj" ? passage.tokens[token].head : token
        let behind =
            passage.children[token]
            + (verb == token ? [] : passage.children[verb].filter { passage.leftEdge[$0] == token + 1 })
        if isNew || isEffort && modifiers.contains(where: lexicon.shared.contains) {
            end = behind.first { child in
                ["acl", "relcl", "advcl", "xcomp"].contains(passage.tokens[child].dep) && passage.isInfinitive(child)
            }.map { passage.rightEdge[$0] + 1 }
        } else if lexicon.aid.contains(word), modifiers.contains(where: lexicon.relief.contains) {
            end = behind.first {
                ["prep", "dative"].contains(passage.tokens[$0].dep)
                    && lexicon.receiving.contains(passage.tokens[$0].lower)
            }.map { passage.rightEdge[$0] + 1 }
        }
        guard let end else { return nil }
        let phrase = phrase(of: token, in: passage)
        let tokens = phrase.lowerBound..<max(end, phrase.upperBound)
        var found = parties(of: token, phrase, in: passage, resolver, &groups)
        let above = passage.tokens[token].head
        if passage.tokens[above].isVerb, passage.tokens[token].dep == "dobj", let subject = passage.subject(of: above) {
            for party in groups.bearers(subject, in: passage, resolver: resolver, describes: false)
            where !found.contains(party) { found.append(party) }
        }
        return DraftProgramme(
            name: nil, description: passage.text(of: tokens),
            topics: [passage.text(of: min(phrase.upperBound, tokens.upperBound - 1)..<tokens.upperBound)],
            parties: found, tellings: [.init(passage: passage.index, tokens: tokens)])
    }

    /// A programme, initiative, scheme … that has a name or words that say what it is about.
    private func programme(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftProgramme? {
        let word = passage.tokens[token].lower
        if lexicon.heads.contains(word) || lexicon.works.contains(word),
            let own = quotedName(at: token, in: passage) ?? nameBehind(token, in: passage, groups)
        {
            return named(own, token, in: passage, resolver, &groups)
        }
        // A project needs a name of its own; what any project is about fills no ledger.
        let mayBeWork = lexicon.works.contains(word)
        let isOwnName = mayBeWork && isOwnName(before: token, in: passage, groups)
        let isWork = mayBeWork && (passage.tokens[token].isCapitalised || isOwnName)
        let isTitled = lexicon.titled.contains(word) && passage.tokens[token].isCapitalised
        let isPot = isPot(token, in: passage)
        guard lexicon.heads.contains(word) || isWork || isTitled || isPot else { return nil }
        // The World Food Programme is a body.
        let party = groups.register.party(at: TokenPlace(passage: passage.index, token: token))
        if let party, groups.register.records[party].kind.isBody, !isPot { return nil }
        let phrase = phrase(of: token, in: passage)
        guard !phrase.contains(where: { lexicon.unlike.contains(passage.tokens[$0].lower) }) else { return nil }
        let isOwners = namesOwner(phrase, in: passage, groups)
        let title =
            isOwners
            ? nil
            : titles.first { $0.passage == passage.index && $0.tokens.contains(token) && $0.tokens.count > 1 }
        let hasName = !isOwners && isCapitalised(phrase, before: token, in: passage)
        guard !isWork || hasName && (title != nil || isOwnName), !isTitled || hasName && title != nil,
            !isPot || hasName
        else { return nil }
        let about = about(token, in: passage)
        if title == nil, let named = predicated(token, in: passage, groups) {
            return DraftProgramme(
                name: passage.text(of: named), description: passage.text(of: named),
                topics: topics(phrase, about, before: token, in: passage),
                parties: parties(of: token, phrase, in: passage, resolver, &groups),
                tellings: [
                    .init(
                        passage: passage.index, tokens: named.lowerBound..<max(about?.upperBound ?? 0, token + 1))
                ])
        }
        let hasModifier = phrase.lowerBound < token || !passage.children(of: token, ["nummod", "poss"]).isEmpty
        let isNamed = hasName || isNamedByOneWord(token, in: passage, groups)
        // "this initiative", "the programme" point at what is told elsewhere.
        guard title != nil || hasModifier && about != nil || isNamed || isOfExchange(phrase, in: passage) else {
            return nil
        }
        let end = title == nil ? about?.upperBound ?? phrase.upperBound : phrase.upperBound
        let tokens = min(phrase.lowerBound, title?.tokens.lowerBound ?? phrase.lowerBound)..<end
        return DraftProgramme(
            name: title.map { wholeName($0, of: phrase, in: passage) } ?? (isNamed ? passage.text(of: phrase) : nil),
            description: passage.text(of: tokens), topics: topics(phrase, about, before: token, in: passage),
            parties: parties(of: token, phrase, in: passage, resolver, &groups),
            tellings: [.init(passage: passage.index, tokens: tokens)])
    }

    /// The programme that has its name between quotation marks.
    private func named(
        _ name: Range<Int>, _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftProgramme {
        let phrase = phrase(of: token, in: passage)
        let about = name.contains(token) ? nil : about(token, in: passage).map { [passage.text(of: $0.dropFirst())] }
        return DraftProgramme(
            name: passage.text(of: name), description: passage.text(of: name),
            topics: about ?? [passage.text(of: name)],
            parties: parties(of: token, phrase, in: passage, resolver, &groups),
            tellings: [
                .init(
                    passage: passage.index,
                    tokens: min(name.lowerBound, token)..<max(name.upperBound, token + 1))
            ])
    }

    /// "through the Harbour Fund": money that comes by way of it.
    func isPot(_ token: Int, in passage: Passage) -> Bool {
        guard lexicon.pots.contains(passage.tokens[token].lower), passage.tokens[token].isCapitalised else {
            return false
        }
        let first = passage.conjuncts(of: token).first ?? token
        return passage.tokens[first].dep == "pobj"
            && lexicon.channels.contains(passage.tokens[passage.tokens[first].head].lower)
    }

    /// "a student exchange programme", "cultural exchange programmes": what is exchanged is told.
    private func isOfExchange(_ phrase: Range<Int>, in passage: Passage) -> Bool {
        phrase.dropFirst().contains { lexicon.exchanges.contains(passage.tokens[$0].lower) }
    }

    /// Whether the noun is told of for the first time: "a project", "a new $65 million project".
    private func isIntroduced(_ token: Int, in passage: Passage) -> Bool {
        passage.children(of: token, ["det"]).contains { lexicon.introducing.contains(passage.tokens[$0].lower) }
    }

    /// "an exchange of curators", "the youth exchange".
    private func exchange(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftProgramme? {
        guard lexicon.exchanges.contains(passage.tokens[token].lower) else { return nil }
        let phrase = phrase(of: token, in: passage)
        let front = (phrase.lowerBound..<token).filter { lexicon.exchanged.contains(passage.tokens[$0].lower) }
        var end = phrase.upperBound
        var subject = front.map { passage.text(of: $0..<$0 + 1) }
        for child in passage.children(of: token, ["prep"])
        where passage.words.owning.contains(passage.tokens[child].lower) {
            for object in passage.children(of: child, ["pobj"])
            where lexicon.exchanged.contains(passage.tokens[object].lower) {
                end = max(end, passage.rightEdge[object] + 1)
                subject.append(passage.text(of: object..<object + 1))
            }
        }
        guard !subject.isEmpty else { return nil }
        let tokens = phrase.lowerBound..<end
        return DraftProgramme(
            name: nil, description: passage.text(of: tokens), topics: subject,
            parties: parties(of: token, phrase, in: passage, resolver, &groups),
            tellings: [.init(passage: passage.index, tokens: tokens)])
    }

    private func isCapitalised(_ phrase: Range<Int>, before token: Int, in passage: Passage) -> Bool {
        (phrase.lowerBound..<token).count { passage.tokens[$0].isCapitalised } > 1
    }

    func phrase(of token: Int, in passage: Passage) -> Range<Int> {
        var start = token
        for child in passage.children(of: token, ["compound", "amod", "nmod"]) where child < token {
            start = min(start, passage.leftEdge[child])
        }
        // "a 10 million euro programme": the sum is not what it is called.
        let sums = quantities[passage.index].compactMap { quantity in
            quantity.unit == nil ? nil : passage.tokens(in: quantity.measure.shifted(by: passage.block.range.start))
        }
        while start < token, sums.contains(where: { $0.contains(start) }) { start += 1 }
        // "the Mayors for Growth initiative"
        if start < token, start > 1, passage.tokens[start].isCapitalised, passage.tokens[start - 2].isCapitalised,
            lexicon.joining.contains(passage.tokens[start - 1].lower), !passage.tokens[start - 2].isPunctuation
        {
            start -= 2
        }
        return start..<token + 1
    }

    /// "for lawyers", "on urban development", "focused on …".
    private func about(_ token: Int, in passage: Passage) -> Range<Int>? {
        let verb = passage.tokens[token].head
        // "launched a programme to train nurses": the parser may hang what it is to do on the verb.
        let strays =
            passage.tokens[token].dep == "dobj" && isIntroduced(token, in: passage)
            ? passage.children(of: verb, ["advcl", "xcomp"]).filter { passage.leftEdge[$0] == token + 1 } : []
        // "offered 20 scholarships to Peruvian students"
        let isAward = lexicon.awards.contains(passage.tokens[token].lower)
        let receivers =
            isAward && lexicon.giving.contains(passage.tokens[verb].lemma.asLowercase)
            ? passage.children(of: verb, ["dative", "prep"]).filter { passage.leftEdge[$0] == token + 1 } : []
        for child in passage.children[token] + strays + receivers where child > token {
            let word = passage.tokens[child]
            let isFor = lexicon.topical.contains(word.lower) || isAward && lexicon.receiving.contains(word.lower)
            let isAbout = ["prep", "dative"].contains(word.dep) && isFor && !isTerm(child, in: passage)
            // "funded by the union" says nothing of what it is about.
            let isFocused =
                word.dep != "prep" && passage.isInfinitive(child)
                || word.dep == "acl"
                    && (word.tag == "VB"
                        || word.tag == "VBN"
                            && passage.children(of: child, ["prep", "advcl", "xcomp"]).contains {
                                lexicon.aimed.contains(passage.tokens[$0].lower) || passage.isInfinitive($0)
                            })
            if isAbout || isFocused { return child..<passage.rightEdge[child] + 1 }
        }
        return nil
    }

    private func topics(
        _ phrase: Range<Int>, _ about: Range<Int>?, before token: Int, in passage: Passage
    ) -> [String] {
        if let about, about.count > 1 {
            return [passage.text(of: about.lowerBound + 1..<about.upperBound)]
        }
        return phrase.lowerBound < token ? [passage.text(of: phrase.lowerBound..<token)] : []
    }

    private func parties(
        of token: Int, _ phrase: Range<Int>, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> [Int] {
        let noun = PredicateReader(passage: passage, lexicon: governors).noun(token)
        var found = groups.knownPlaces(in: phrase, of: passage)
        let above = passage.tokens[token].head
        let isGiven =
            passage.tokens[token].dep == "dobj" && lexicon.giving.contains(passage.tokens[above].lemma.asLowercase)
        let givers = isGiven ? passage.subject(of: above).map { [$0] } ?? [] : []
        for argument in givers + noun.tokens(in: ["possessor", "between", "with", "by", "doer", "holder"]) {
            for party in groups.bearers(argument, in: passage, resolver: resolver, describes: false)
            where groups.register.records[party].kind != .place && !found.contains(party) {
                found.append(party)
            }
        }
        return found
    }
}

/// Words that name programmes; see `Resources/frames/programmes.yaml`.
struct ProgrammeLexicon: Sendable, Decodable {
    let heads: WordList
    let unlike: WordList
    let topical: WordList
    let exchanges: WordList
    let exchanged: WordList
    let giving: WordList
    let taking: WordList
    let gifts: WordList
    let aims: WordList
    let purposes: WordList
    let pointing: WordList
    let funds: WordList
    let efforts: WordList
    let shared: WordList
    let aid: WordList
    let relief: WordList
    let receiving: WordList
    let bringing: WordList
    let works: WordList
    let awards: WordList
    let titled: WordList
    let pots: WordList
    let channels: WordList
    let joining: WordList
    let introducing: WordList
    let naming: WordList
    let aimed: WordList
}
