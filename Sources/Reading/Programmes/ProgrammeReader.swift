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
        let quoted =
            lexicon.heads.contains(word) || lexicon.works.contains(word) ? quotedName(at: token, in: passage) : nil
        if let quoted { return named(quoted, token, in: passage, resolver, &groups) }
        // A project needs a name of its own; what any project is about fills no ledger.
        let mayBeWork = lexicon.works.contains(word)
        let isOwnName = mayBeWork && isOwnName(before: token, in: passage, groups)
        let isWork = mayBeWork && (passage.tokens[token].isCapitalised || isOwnName)
        guard lexicon.heads.contains(word) || isWork else { return nil }
        // The World Food Programme is a body.
        let party = groups.register.party(at: TokenPlace(passage: passage.index, token: token))
        if let party, groups.register.records[party].kind.isBody { return nil }
        let phrase = phrase(of: token, in: passage)
        guard !phrase.contains(where: { lexicon.unlike.contains(passage.tokens[$0].lower) }) else { return nil }
        let isOwners = namesOwner(phrase, in: passage, groups)
        let title =
            isOwners
            ? nil
            : titles.first { $0.passage == passage.index && $0.tokens.contains(token) && $0.tokens.count > 1 }
        guard !isWork || isCapitalised(phrase, before: token, in: passage) && (title != nil || isOwnName) else {
            return nil
        }
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
        let hasModifier = phrase.lowerBound < token || !passage.children(of: token, ["nummod"]).isEmpty
        let isNamed =
            !isOwners && isCapitalised(phrase, before: token, in: passage)
            || isNamedByOneWord(token, in: passage, groups)
        // "this initiative", "the programme" point at what is told elsewhere.
        guard title != nil || hasModifier && about != nil || isNamed else { return nil }
        let end = title == nil ? about?.upperBound ?? phrase.upperBound : phrase.upperBound
        let tokens = min(phrase.lowerBound, title?.tokens.lowerBound ?? phrase.lowerBound)..<end
        return DraftProgramme(
            name: title?.name ?? (isNamed ? passage.text(of: phrase) : nil),
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

    /// "provide $500,000 to support the campaign", "a loan of 5 million euros for schools".
    private func gift(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftProgramme? {
        let isGift = lexicon.gifts.contains(passage.tokens[token].lower)
        let above = passage.tokens[token].head
        let isGiven =
            above != token && passage.tokens[above].isVerb && ["dobj", "nsubjpass"].contains(passage.tokens[token].dep)
            && (lexicon.giving.contains(passage.tokens[above].lemma.asLowercase)
                || lexicon.taking.contains(passage.tokens[above].lemma.asLowercase))
        let isFund = isGiven && lexicon.funds.contains(passage.tokens[token].lower)
        guard isFund || (isGift || isGiven) && hasAmount(token, of: isGift, in: passage) else { return nil }
        let reader = PredicateReader(passage: passage, lexicon: governors)
        guard !isGiven || reader.modality(of: above) < .hoped else { return nil }
        guard let aim = aim(of: token, or: isGiven ? above : nil, isGift: isGift, in: passage) else { return nil }
        let start = passage.leftEdge[token]
        var end = max(aim.upperBound, token + 1)
        while end > token + 1, passage.tokens[end - 1].isPunctuation { end -= 1 }
        let tokens = start..<end
        var found: [Int] = []
        if isGiven, let subject = passage.subject(of: above) {
            found += groups.bearers(subject, in: passage, resolver: resolver, describes: false)
        }
        for place in tokens {
            if let party = groups.register.party(at: TokenPlace(passage: passage.index, token: place)),
                !found.contains(party), groups.register.records[party].kind != .person
            {
                found.append(party)
            }
        }
        return DraftProgramme(
            name: nil, description: passage.text(of: tokens), topics: [passage.text(of: aim)], parties: found,
            tellings: [.init(passage: passage.index, tokens: tokens)], sum: sum(in: tokens, of: passage))
    }

    /// The one sum of money among the tokens.
    private func sum(in tokens: Range<Int>, of passage: Passage) -> DraftProgramme.Sum? {
        let start = passage.block.range.start
        let sums = quantities[passage.index].filter { quantity in
            quantity.kind == .money
                && passage.tokens(in: quantity.measure.shifted(by: start)).map { tokens.contains($0.lowerBound) }
                    == true
        }
        guard sums.count == 1, let sum = sums.first, let unit = sum.unit else { return nil }
        return .init(value: sum.value, unit: unit)
    }

    private func hasAmount(_ token: Int, of gift: Bool, in passage: Passage) -> Bool {
        let range = passage.leftEdge[token]...max(token, min(passage.rightEdge[token], token + 6))
        let start = passage.block.range.start
        return quantities[passage.index].contains { quantity in
            (quantity.kind == .money || gift && quantity.kind == .cardinal)
                && passage.tokens(in: quantity.range.shifted(by: start)).map { range.contains($0.lowerBound) } == true
        }
    }

    /// What the money is for: an infinitive, "for", or what it will pay.
    private func aim(of token: Int, or verb: Int?, isGift: Bool, in passage: Passage) -> Range<Int>? {
        // "a loan of 5 million euros for schools": the parser may tie "for" to the sum.
        // "$8 million in assistance to farmers"
        let sums =
            passage.objects(of: token, behind: passage.words.owning.contains)
            + passage.objects(of: token, behind: lexicon.bringing.contains).filter { isAid($0, in: passage) }
        for host in ([token, verb].compactMap { $0 } + sums) {
            for child in passage.children[host] where child > token {
                let word = passage.tokens[child]
                let isInfinitive = passage.isInfinitive(child)
                let isAim =
                    isInfinitive && (isGift || lexicon.aims.contains(word.lemma.asLowercase))
                    || word.dep == "prep" && lexicon.purposes.contains(word.lower) && !isTerm(child, in: passage)
                    || ["prep", "dative"].contains(word.dep) && lexicon.receiving.contains(word.lower)
                        && (isAid(host, in: passage) || host == verb && sums.contains { isAid($0, in: passage) })
                let points = (child...passage.rightEdge[child]).prefix(3).contains {
                    lexicon.pointing.contains(passage.tokens[$0].lower)
                }
                if isAim, !points { return aim(from: child, in: passage) }
            }
        }
        // "A grant of 2 million euros will fund wells."
        let above = passage.tokens[token].head
        guard isGift, passage.tokens[token].dep == "nsubj", above > token,
            lexicon.aims.contains(passage.tokens[above].lemma.asLowercase)
        else { return nil }
        return above..<passage.rightEdge[above] + 1
    }

    /// What hangs on the word that brings an aim in, without the source that the parser draws in: "to mend schools, the
    /// ministry reports".
    private func aim(from child: Int, in passage: Passage) -> Range<Int> {
        let whole = child..<passage.rightEdge[child] + 1
        guard whole.upperBound < passage.tokens.count, passage.tokens[whole.upperBound].isVerb,
            let comma = whole.last(where: { passage.tokens[$0].text == "," }), comma > child + 1
        else { return whole }
        return child..<comma
    }

    private func isAid(_ token: Int, in passage: Passage) -> Bool {
        lexicon.aid.contains(passage.tokens[token].lower)
    }

    /// "for the first five years": for how long, not for what.
    private func isTerm(_ preposition: Int, in passage: Passage) -> Bool {
        passage.children(of: preposition, ["pobj"]).contains { passage.tokens[$0].entityLabel == "DATE" }
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
        for child in passage.children[token] + strays where child > token {
            let word = passage.tokens[child]
            let isAbout = word.dep == "prep" && lexicon.topical.contains(word.lower)
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
    let joining: WordList
    let introducing: WordList
    let naming: WordList
    let aimed: WordList
}
