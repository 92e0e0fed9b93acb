// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds who said what: quotations with their speakers, and reported speech.
///
/// The sieves that find speakers follow Muzny and others (2017).
struct SpeechReader {
    let passages: [Passage]
    let quotations: [Quotation]
    let lexicon: SpeechLexicon

    /// A verb that marks speech, at one place.
    struct CueMatch {
        let token: Int
        let tokens: Range<Int>
        let cue: SpeechLexicon.Cue?
    }

    /// The statements in text order.
    ///
    /// `resolver` has to have resolved the reporter's text; the first person inside the quotations is resolved on the
    /// way. `groups` takes joint speakers.
    func statements(resolver: inout ReferentResolver, groups: inout GroupFinder) -> [DraftStatement] {
        var found: [DraftStatement] = []
        var lastDirect: DraftStatement?
        for passage in passages {
            let quotes = quotations.filter { $0.passage == passage.index }
            let told = reported(in: passage, outside: quotes, resolver, &groups)
            for quotation in quotes {
                if let whole = told.first(where: { holds(quotation, in: $0) }) {
                    if let speaker = whole.speaker { resolver.resolve(quotation, spokenBy: speaker) }
                    continue
                }
                guard
                    let statement = direct(quotation, in: passage, after: lastDirect, among: quotes, resolver, &groups)
                else { continue }
                if let last = found.indices.last, statement.isTakenUp, let known = lastDirect, found[last].isDirect,
                    found[last].content == known.content, found[last].passage == known.passage
                {
                    found[last].more.append(.init(passage: passage.index, content: statement.content))
                } else {
                    found.append(statement)
                    lastDirect = statement
                }
                if let speaker = statement.speaker { resolver.resolve(quotation, spokenBy: speaker) }
            }
            found += told
            if quotes.isEmpty, passage.block.role == .body {
                lastDirect = lastDirect.flatMap { isLeadIn(passage) ? $0 : nil }
            }
        }
        return withoutHeadlineEchoes(found).sorted {
            ($0.passage, $0.content.lowerBound) < ($1.passage, $1.content.lowerBound)
        }
    }

    /// Whether the quotation is only a part of what a reported clause says: "noted that the plan is "a first step"".
    private func holds(_ quotation: Quotation, in reported: DraftStatement) -> Bool {
        !reported.isDirect && reported.content.lowerBound < quotation.withMarks.lowerBound
            && quotation.tokens.upperBound <= reported.content.upperBound
    }

    /// Leaves out what a headline repeats of the speech below it.
    private func withoutHeadlineEchoes(_ statements: [DraftStatement]) -> [DraftStatement] {
        let isHeadline = { (statement: DraftStatement) in
            [.headline, .deck].contains(passages[statement.passage].block.role)
        }
        let words = { (statement: DraftStatement) in
            NameFolding.fold(passages[statement.passage].text(of: statement.content))
        }
        guard statements.contains(where: isHeadline) else { return statements }
        let told = statements.filter { !isHeadline($0) }.map(words)
        return statements.filter { statement in
            guard isHeadline(statement) else { return true }
            let words = words(statement)
            return !told.contains { $0.contains(words) }
        }
    }

    // MARK: Direct speech

    private func direct(
        _ quotation: Quotation, in passage: Passage, after last: DraftStatement?, among quotes: [Quotation],
        _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftStatement? {
        let content = trimmed(quotation.tokens, in: passage)
        guard !content.isEmpty, !isScareQuote(quotation, content, in: passage) else { return nil }
        func statement(
            _ speaker: Int?, _ cue: Range<Int>?, _ cuePassage: Int, _ how: DraftStatement.Attribution,
            isTakenUp: Bool = false
        ) -> DraftStatement {
            DraftStatement(
                passage: passage.index, content: content, isDirect: true, speaker: speaker, cue: cue,
                cuePassage: cuePassage, attribution: how, isTakenUp: isTakenUp)
        }
        if let match = cueBefore(quotation, in: passage, among: quotes)
            ?? cueBehind(quotation, in: passage, among: quotes) ?? namingVerb(before: quotation, content, in: passage)
        {
            if let last, last.passage == passage.index, last.isDirect, last.cue == match.tokens {
                // "…," she said, "…": one stretch of speech around one cue.
                return statement(last.speaker, last.cue, last.cuePassage, .continued, isTakenUp: true)
            }
            guard let (speaker, how) = speaker(of: match.token, in: passage, resolver, &groups) else {
                let body = bodySpeakingOn(at: match.token, in: passage, after: last, resolver)
                return statement(body, match.tokens, passage.index, .continued)
            }
            return statement(speaker, match.tokens, passage.index, how)
        }
        if let (speaker, how) = speakerBeforeColon(quotation, content, in: passage, resolver)
            ?? speakerInLabel(before: quotation, in: passage, resolver)
        {
            return statement(speaker, nil, passage.index, how)
        }
        if let match = cueInSentence(beside: quotation, content, in: passage),
            let (speaker, how) = speaker(of: match.token, in: passage, resolver, &groups)
        {
            return statement(speaker, match.tokens, passage.index, how)
        }
        guard let last else { return cueInLeadIn(quotation, in: passage, content: content, resolver, &groups) }
        // "…," he said. "…" - or a paragraph that takes up the quotation the one before left open.
        let isTakenUp = quotation.continuesPrevious
        let followsInPassage =
            (last.passage == passage.index || last.more.contains { $0.passage == passage.index })
            && (passage.tokens[quotation.withMarks.lowerBound].isSentenceStart
                || isSentenceEnd(before: quotation.withMarks.lowerBound, in: passage))
        let isWholePassage =
            quotation.withMarks.lowerBound == 0 && quotation.withMarks.upperBound >= passage.tokens.count - 1
            && last.passage == passage.index - 1 && hasVerb(content, in: passage)
        if isTakenUp || followsInPassage && hasVerb(content, in: passage) || isWholePassage {
            return cueInLeadIn(quotation, in: passage, content: content, resolver, &groups)
                ?? statement(
                    last.speaker, last.cue, last.cuePassage, .continued, isTakenUp: followsInPassage || isTakenUp)
        }
        return cueInLeadIn(quotation, in: passage, content: content, resolver, &groups)
    }

    /// Whether the marks set off a title or a word rather than speech: no verb inside, and a sentence around.
    private func isScareQuote(_ quotation: Quotation, _ content: Range<Int>, in passage: Passage) -> Bool {
        guard !hasVerb(content, in: passage), quotation.withMarks.lowerBound > 0,
            namingVerb(before: quotation, content, in: passage) == nil
        else { return false }
        let before = passage.tokens[quotation.withMarks.lowerBound - 1]
        guard ![",", ":"].contains(before.text) else { return false }
        // 'would add "Protector of the Realm" to it': the sentence goes on around what it names.
        let end = quotation.withMarks.upperBound
        let goesOn = end < passage.tokens.count && !passage.tokens[end].isPunctuation
        let isEnded = passage.tokens[quotation.tokens.upperBound - 1].isPunctuation
        return goesOn && !isEnded || !before.isVerb && !passage.words.subordinating.contains(before.lower)
    }

    /// The verb of `calling the lake "the eye of our country"`, where the quotation says what the verb's object is.
    private func namingVerb(before quotation: Quotation, _ content: Range<Int>, in passage: Passage) -> CueMatch? {
        let opening = quotation.withMarks.lowerBound
        let head = passage.head(of: content)
        // 'called "The Harbour Hour"' gives a name as well.
        guard content.count > 2, !passage.tokens[head].isCapitalised else { return nil }
        let verb = passage.ancestors(of: head).first {
            $0 < opening && passage.tokens[$0].isVerb && lexicon.naming.contains(passage.tokens[$0].lemma.asLowercase)
        }
        // A passive, "a plan called …", gives a name.
        guard let verb, passage.tokens[verb].tag != "VBN", passage.sentence[verb] == passage.sentence[opening],
            opening - verb < 12, isAsserted(verb, in: passage)
        else { return nil }
        return CueMatch(token: verb, tokens: verb..<verb + 1, cue: nil)
    }

    /// A cue before the quotation in its sentence: `Mayor Park stated, "…"`.
    private func cueBefore(_ quotation: Quotation, in passage: Passage, among quotes: [Quotation]) -> CueMatch? {
        let opening = quotation.withMarks.lowerBound
        guard opening > 0 else { return nil }
        let previousEnd = quotes.last { $0.withMarks.upperBound <= opening }?.withMarks.upperBound ?? 0
        let lower = max(sentenceStart(before: opening, in: passage), previousEnd)
        guard lower < opening else { return nil }
        let before = passage.tokens[opening - 1]
        let isIntroduced =
            [",", ":", "\u{2014}", "\u{2013}", "-"].contains(before.text)
            || passage.words.subordinating.contains(before.lower)
        for token in (lower..<opening).reversed() {
            guard passage.tokens[token].isVerb, let cue = cue(at: token, in: passage) else { continue }
            if cue.cue?.quote == true, isIntroduced || cue.tokens.upperBound == opening { return cue }
            if isIntroduced { break }
        }
        guard before.text == ":" else { return nil }
        return (lower..<opening).last { lexicon.introductions.contains(passage.tokens[$0].lemma.asLowercase) }
            .map { CueMatch(token: $0, tokens: $0..<$0 + 1, cue: nil) }
    }

    /// A sentence about a person that ends in a colon before the quotation: `The mayor defended the plan: "…"`.
    private func speakerBeforeColon(
        _ quotation: Quotation, _ content: Range<Int>, in passage: Passage, _ resolver: ReferentResolver
    ) -> (Int, DraftStatement.Attribution)? {
        let opening = quotation.withMarks.lowerBound
        guard opening > 1, passage.tokens[opening - 1].text == ":", content.count > 5, hasVerb(content, in: passage)
        else { return nil }
        for verb in sentenceStart(before: opening, in: passage)..<opening
        where passage.tokens[verb].isVerb && ["ROOT", "ccomp"].contains(passage.tokens[verb].dep) {
            guard let subject = passage.children(of: verb, ["nsubj"]).first,
                let party = resolver.party(at: TokenPlace(passage: passage.index, token: subject)),
                resolver.register.records.indices.contains(party), resolver.register.records[party].kind == .person
            else { continue }
            return (party, .referred)
        }
        return nil
    }

    /// A cue behind the quotation, as in "…," said Mr Wu.
    private func cueBehind(_ quotation: Quotation, in passage: Passage, among quotes: [Quotation]) -> CueMatch? {
        let closing = quotation.withMarks.upperBound
        guard closing < passage.tokens.count, !quotation.staysOpen else { return nil }
        let lastInside = passage.tokens[quotation.tokens.upperBound - 1].text
        let firstBehind = passage.tokens[closing].text
        guard [",", "?", "!", "\u{2026}", "..."].contains(lastInside) || [",", "\u{2014}"].contains(firstBehind) else {
            return nil
        }
        let nextQuote =
            quotes.first { $0.withMarks.lowerBound >= closing }?.withMarks.lowerBound ?? passage.tokens.count
        var token = closing
        while token < min(nextQuote, closing + 25), ![".", ";"].contains(passage.tokens[token].text) {
            if passage.tokens[token].isVerb, let match = cue(at: token, in: passage), match.cue?.quote == true {
                return match
            }
            token += 1
        }
        return nil
    }

    /// A paragraph of its own that ends in a colon: `The mayor said:` before the quotation's paragraph.
    private func cueInLeadIn(
        _ quotation: Quotation, in passage: Passage, content: Range<Int>, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> DraftStatement? {
        guard quotation.withMarks.lowerBound == 0, passage.index > 0 else { return nil }
        let previous = passages[passage.index - 1]
        guard isLeadIn(previous), let sentence = previous.doc.sentences.last,
            let match = sentence.reversed().lazy.compactMap({ cue(at: $0, in: previous) }).first(where: {
                $0.cue?.quote == true
            }),
            let (speaker, how) = speaker(of: match.token, in: previous, resolver, &groups)
        else { return nil }
        return DraftStatement(
            passage: passage.index, content: content, isDirect: true, speaker: speaker, cue: match.tokens,
            cuePassage: previous.index, attribution: how)
    }

    private func isLeadIn(_ passage: Passage) -> Bool { passage.tokens.last?.text == ":" }

    // MARK: Cues

    /// The cue whose verb is `token`.
    func cue(at token: Int, in passage: Passage) -> CueMatch? {
        let word = passage.tokens[token]
        guard word.isVerb else { return nil }
        var best: CueMatch?
        for cue in lexicon.cues(for: word.lemma.asLowercase) {
            var end = token + 1
            if let words = cue.with {
                while end < passage.tokens.count, passage.tokens[end].pos == "ADV",
                    passage.tokens[end].lower != words.first
                { end += 1 }
                guard end + words.count <= passage.tokens.count,
                    words.indices.allSatisfy({ passage.tokens[end + $0].lower == words[$0] })
                else { continue }
                end += words.count
            }
            if best == nil || end > best?.tokens.upperBound ?? 0 {
                best = CueMatch(token: token, tokens: token..<end, cue: cue)
            }
        }
        return best
    }

    /// Whether the speech happened: neither denied nor only planned or possible.
    func isAsserted(_ verb: Int, in passage: Passage) -> Bool {
        let own = passage.children[verb]
        if own.contains(where: { child in
            let token = passage.tokens[child]
            return token.dep == "neg" || token.dep == "aux" && (token.tag == "MD" || token.tag == "TO")
        }) {
            return false
        }
        // "will visit the port and announce a plan": the auxiliary counts for both.
        let above = passage.tokens[verb].head
        guard passage.tokens[verb].tag == "VB", passage.tokens[verb].dep == "conj", passage.tokens[above].isVerb,
            !own.contains(where: { ["nsubj", "aux"].contains(passage.tokens[$0].dep) })
        else { return true }
        return isAsserted(above, in: passage)
    }

    /// Who is the subject of the cue, and how the text names them.
    func speaker(
        of verb: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> (Int, DraftStatement.Attribution)? {
        guard let subject = speakerToken(of: verb, in: passage, resolver) else { return nil }
        let place = TokenPlace(passage: passage.index, token: subject)
        if let party = groups.party(at: place, resolver: resolver) {
            return (party, resolver.register.party(at: place) == nil ? .referred : .named)
        }
        guard isSource(subject, in: passage), let party = groups.described(at: place) else { return nil }
        return (party, .referred)
    }

    /// The word that stands for whoever says what the cue brings in.
    private func speakerToken(of verb: Int, in passage: Passage, _ resolver: ReferentResolver) -> Int? {
        let isReported = { (token: Int) in !resolver.isQuoted(TokenPlace(passage: passage.index, token: token)) }
        let subject = passage.agentOrSubject(of: passage.speaking(verb), where: isReported)
        // "Supporting the plan, the leader, Ann Lee, said": a participle speaks no more than "it" does.
        if let subject, passage.tokens[subject].isNoun || passage.tokens[subject].pos == "PRON" { return subject }
        return nameBeside(verb, in: passage, resolver, where: isReported)
            ?? sourceBehind(verb, in: passage, where: isReported) ?? subject
            ?? properNounBehind(verb, in: passage, where: isReported)
    }

    /// The source that the parser takes for the verb's object: "…, pointed out a release of the ministry".
    private func sourceBehind(_ verb: Int, in passage: Passage, where accepts: (Int) -> Bool) -> Int? {
        guard passage.children(of: verb, ["ccomp"]).contains(where: { $0 < verb }) else { return nil }
        return passage.children(of: verb, ["dobj"]).first {
            $0 > verb && accepts($0) && isSource($0, in: passage)
        }
    }

    /// The body that "it" is, as the subject of a cue: whoever spoke last in this paragraph or the one before.
    private func bodySpeakingOn(
        at verb: Int, in passage: Passage, after last: DraftStatement?, _ resolver: ReferentResolver
    ) -> Int? {
        guard let subject = passage.subject(of: verb), passage.words.impersonal.contains(passage.tokens[subject].lower),
            let last, last.passage >= passage.index - 1, let speaker = last.speaker,
            resolver.register.records.indices.contains(speaker), resolver.register.records[speaker].kind.isBody
        else { return nil }
        return speaker
    }

    /// The words that stand for the speaker beside the cue: a name, a description or a pronoun.
    func speakerWords(of statement: DraftStatement, _ resolver: ReferentResolver) -> Range<Int>? {
        guard let cue = statement.cue else { return nil }
        let passage = passages[statement.cuePassage]
        if !passage.tokens[cue.lowerBound].isVerb {
            return passage.children(of: cue.upperBound - 1, ["pobj"]).first.map { $0..<$0 + 1 }
        }
        return speakerToken(of: cue.lowerBound, in: passage, resolver).map { $0..<$0 + 1 }
    }

    /// Whether somebody or something without a name of its own can be who says: "a spokeswoman", "the report", "the i".
    func isSource(_ subject: Int, in passage: Passage) -> Bool {
        let token = passage.tokens[subject]
        if token.pos == "PROPN" {
            // A model may take a name for a work or thing, but these have an article.
            return token.entityLabel.isEmpty
                ? passage.children(of: subject, ["compound"]).isEmpty
                : ["PERSON", "ORG", "GPE", "NORP"].contains(token.entityLabel)
                    || ["WORK_OF_ART", "PRODUCT"].contains(token.entityLabel)
                        && passage.children(of: subject, ["det"]).isEmpty
        }
        return token.pos == "NOUN" && lexicon.sources.contains(token.lemma.asLowercase)
    }

    /// A person's name right before or behind the cue, where the parser has lost the subject among the quoted words.
    private func nameBeside(
        _ verb: Int, in passage: Passage, _ resolver: ReferentResolver, where accepts: (Int) -> Bool
    ) -> Int? {
        guard passage.children(of: verb, ["nsubjpass", "auxpass"]).isEmpty else { return nil }
        // "the leader, Ann Lee, said": the name may stand between commas.
        let isBehindComma = verb > 1 && passage.tokens[verb - 1].text == ","
        return [verb - 1, isBehindComma ? verb - 2 : verb - 1, verb + 1, verb + 2].first { token in
            guard passage.tokens.indices.contains(token), accepts(token), !passage.tokens[token].isPunctuation,
                let party = resolver.register.party(at: TokenPlace(passage: passage.index, token: token))
            else { return false }
            return resolver.register.records[party].kind == .person
        }
    }

    /// A name that nothing else knows between a cue and the end of its clause: "…," said Gustafon.
    private func properNounBehind(_ verb: Int, in passage: Passage, where accepts: (Int) -> Bool) -> Int? {
        let tokens = passage.tokens
        guard verb > 0, tokens[verb - 1].isPunctuation, verb + 1 < tokens.count, accepts(verb + 1),
            tokens[verb + 1].pos == "PROPN"
        else { return nil }
        var end = verb + 1
        while end + 1 < tokens.count, tokens[end + 1].pos == "PROPN" { end += 1 }
        return end + 1 == tokens.count || tokens[end + 1].isPunctuation ? end : nil
    }
}
