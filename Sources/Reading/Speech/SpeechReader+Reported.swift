// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension SpeechReader {
    /// What the passage reports of speech in the reporter's own words, besides what stands in quotation marks.
    func reported(
        in passage: Passage, outside quotes: [Quotation], _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> [DraftStatement] {
        var found: [DraftStatement] = []
        for token in passage.tokens.indices where !resolver.isQuoted(TokenPlace(passage: passage.index, token: token)) {
            if let statement = accordingTo(token, in: passage, resolver, &groups)
                ?? asTold(token, in: passage, outside: quotes, resolver, &groups)
                ?? around(token, in: passage, resolver, &groups)
            {
                found.append(statement)
                continue
            }
            guard passage.tokens[token].isVerb, let match = cue(at: token, in: passage), let cue = match.cue,
                isAsserted(token, in: passage), let content = content(of: match, cue, in: passage),
                cue.needsVerb != true || passage.tokens[content].contains(where: \.isVerb),
                !isDeed(match, in: passage, resolver, groups),
                // What is quoted as a whole is direct speech already.
                !quotes.contains(where: {
                    $0.withMarks.lowerBound <= content.lowerBound + 1
                        && content.upperBound <= $0.withMarks.upperBound + 1
                }),
                !quotes.contains(where: {
                    $0.tokens.count > 12 && content.overlaps($0.tokens) && $0.tokens.count * 2 > content.count
                }),
                let (speaker, how) = speaker(of: token, in: passage, resolver, &groups),
                // "said that the people look forward to peace": what some crowd feels is the speaker's word.
                groups.register.records[speaker].kind != .group || !isReported(token, in: passage)
            else { continue }
            found.append(
                DraftStatement(
                    passage: passage.index, content: passage.balanced(content), isDirect: false, speaker: speaker,
                    cue: match.tokens, cuePassage: passage.index, attribution: how))
        }
        return found
    }

    /// Whether the verb tells of a deed rather than of words: "welcomed the delegation", "issued this joint statement".
    private func isDeed(
        _ match: CueMatch, in passage: Passage, _ resolver: ReferentResolver, _ groups: GroupFinder
    ) -> Bool {
        guard let cue = match.cue,
            let object = passage.children(of: match.token, ["dobj"]).first(where: { $0 > match.token })
        else { return false }
        if lexicon.welcoming.contains(cue.lemma) {
            let place = TokenPlace(passage: passage.index, token: object)
            let kind = resolver.party(at: place).flatMap {
                resolver.register.records.indices.contains($0) ? resolver.register.records[$0].kind : nil
            }
            return kind == .person || groups.knowledge.lists.peopleNouns.contains(passage.tokens[object].lower)
        }
        return cue.objectNouns != nil
            && passage.children(of: object, ["det", "amod", "compound"]).contains {
                lexicon.joint.contains(passage.tokens[$0].lower)
            }
    }

    /// Whether a clause that somebody is reported to say holds the token.
    private func isReported(_ token: Int, in passage: Passage) -> Bool {
        ([token] + passage.ancestors(of: token)).contains { clause in
            passage.tokens[clause].dep == "ccomp"
                && cue(at: passage.tokens[clause].head, in: passage)?.cue?.clause == true
        }
    }

    /// `According to X, …`.
    private func accordingTo(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftStatement? {
        let tokens = passage.tokens
        guard lexicon.according.contains(tokens[token].lower), token + 1 < tokens.count,
            lexicon.accordingTo.contains(tokens[token + 1].lower),
            let object = passage.children(of: token + 1, ["pobj"]).first ?? passage.children(of: token, ["pobj"]).first,
            let speaker = source(at: object, in: passage, resolver, &groups)
        else { return nil }
        var clause = tokens[token].head
        guard clause != token, tokens[clause].isVerb else { return nil }
        // "is expected to open in May, according to X": the whole clause is X's.
        // "had no price, was signed in May, according to X": a verb without a subject shares that of the one before.
        while tokens[tokens[clause].head].isVerb, tokens[clause].head != clause,
            tokens[clause].dep == "xcomp"
                || tokens[clause].dep == "conj" && passage.children(of: clause, ["nsubj", "nsubjpass"]).isEmpty
        {
            clause = tokens[clause].head
        }
        let source = token...max(passage.rightEdge[object], token + 1)
        // At the head of a sentence it governs the rest; at the end, the clause before it.
        let sentence = passage.doc.sentences[passage.sentence[token]]
        let content =
            token == sentence.lowerBound
            ? startOfClause(clause, behind: source, in: passage)..<sentence.upperBound
            : passage.leftEdge[clause]..<source.lowerBound
        guard let said = meaningful(content, in: passage), said.count > 2 else { return nil }
        return DraftStatement(
            passage: passage.index, content: said, isDirect: false, speaker: speaker, cue: token..<token + 2,
            cuePassage: passage.index, attribution: .named)
    }

    /// Where the clause begins behind its source and what is said of that: "According to Reuters, quoting police, …".
    private func startOfClause(_ clause: Int, behind source: ClosedRange<Int>, in passage: Passage) -> Int {
        let end = passage.doc.sentences[passage.sentence[clause]].upperBound
        var start = min(source.upperBound + 1, end)
        for aside in passage.children(of: clause, ["advcl"]) where aside < clause && passage.tokens[aside].tag == "VBG"
        {
            let isNext = passage.tokens[start..<max(start, passage.leftEdge[aside])].allSatisfy(\.isPunctuation)
            if isNext, passage.leftEdge[aside] >= start { start = min(passage.rightEdge[aside] + 1, end) }
        }
        return start
    }

    /// The party that a phrase names, describes, or names in apposition: "the team's coach, Alireza Mehraban".
    private func source(
        at token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> Int? {
        let place = TokenPlace(passage: passage.index, token: token)
        if let party = groups.party(at: place, resolver: resolver) { return party }
        let named = passage.children(of: token, ["appos"]).lazy
            .compactMap { resolver.register.party(at: TokenPlace(passage: passage.index, token: $0)) }.first
        if let named { return named }
        return isSource(token, in: passage) ? groups.described(at: place) : nil
    }

    /// `As X told Y, …`: what was said is the main clause.
    private func asTold(
        _ token: Int, in passage: Passage, outside quotes: [Quotation], _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> DraftStatement? {
        let tokens = passage.tokens
        guard tokens[token].isVerb, tokens[token].dep == "advcl", let match = cue(at: token, in: passage),
            match.cue?.clause == true, isAsserted(token, in: passage),
            passage.children(of: token, ["mark", "advmod"]).contains(where: {
                lexicon.comparing.contains(tokens[$0].lower)
            }),
            passage.children(of: token, ["ccomp", "xcomp"]).isEmpty
        else { return nil }
        let clause = passage.subtree(of: token)
        let sentence = passage.doc.sentences[passage.sentence[token]]
        let isAtHead = clause.lowerBound <= sentence.lowerBound + 1
        let content =
            isAtHead
            ? min(clause.upperBound + 1, sentence.upperBound)..<sentence.upperBound
            : sentence.lowerBound..<clause.lowerBound
        guard let said = meaningful(content, in: passage), said.count > 2,
            tokens[said].contains(where: \.isVerb), !quotes.contains(where: { $0.withMarks.overlaps(said) }),
            let (speaker, how) = speaker(of: token, in: passage, resolver, &groups)
        else { return nil }
        return DraftStatement(
            passage: passage.index, content: said, isDirect: false, speaker: speaker, cue: match.tokens,
            cuePassage: passage.index, attribution: how)
    }

    /// The clause or object that was said.
    private func content(of match: CueMatch, _ cue: SpeechLexicon.Cue, in passage: Passage) -> Range<Int>? {
        let verb = match.token
        if cue.clause {
            for clause in passage.children(of: verb, ["ccomp"]) {
                if clause > verb {
                    var start = max(passage.leftEdge[clause], match.tokens.upperBound)
                    guard start <= passage.rightEdge[clause] else { continue }
                    if passage.words.subordinating.contains(passage.tokens[start].lower) { start += 1 }
                    // "said although it is late, the bridge …": a clause before the main one is said as well.
                    let before = passage.children(of: verb, ["advcl"]).first { $0 > verb && $0 < clause }
                    if let before, passage.leftEdge[before] == match.tokens.upperBound {
                        start = passage.leftEdge[before]
                    }
                    // "stressed the importance of schools and how they help": a noun and a clause, both said.
                    if cue.object, start > 0, passage.tokens[start - 1].dep == "cc",
                        let object = passage.children(of: verb, ["dobj"]).first(where: { $0 > verb && $0 < clause })
                    {
                        start = max(passage.leftEdge[object], match.tokens.upperBound)
                    }
                    guard start <= passage.rightEdge[clause] else { continue }
                    let whole = start..<passage.rightEdge[clause] + 1
                    let end =
                        passage.clauseDrawnIn(under: whole, of: verb)
                        ?? endOfContrast(behind: whole, of: verb, in: passage)
                    return start < end ? meaningful(start..<end, in: passage) : nil
                }
                // "…, he said.": a list between semicolons goes on to there.
                let close = passage.leftEdgeOfSubject(of: verb) ?? verb
                let last = passage.rightEdge[clause] + 1
                let end = last < close && passage.tokens[last].text == ";" ? close : min(last, close)
                if passage.leftEdge[clause] < end { return meaningful(passage.leftEdge[clause]..<end, in: passage) }
            }
        }
        if cue.clause, let clause = clauseBehindManner(of: verb, in: passage) {
            return meaningful(clause, in: passage)
        }
        guard cue.object else { return nil }
        let objects =
            passage.children(of: verb, ["dobj"])
            + passage.children(of: verb, ["prep"]).filter {
                match.tokens.contains($0)
            }.flatMap { passage.children(of: $0, ["pobj", "pcomp"]) }
        guard
            let object = objects.first(where: { $0 > verb && !match.tokens.contains($0) })
                ?? nounBehind(match.tokens, in: passage)
        else { return nil }
        if let nouns = cue.objectNouns {
            let heads = passage.conjuncts(of: object).map { passage.tokens[$0].lemma.asLowercase }
            guard heads.contains(where: nouns.contains) else { return nil }
        }
        let start = max(passage.leftEdge[object], match.tokens.upperBound)
        var end = passage.rightEdge[object] + 1
        if let clause = clauseJoined(to: object, in: passage) { end = clause }
        for child in passage.children[verb] where child > object && !passage.tokens[child].isPunctuation {
            // "stressed the importance the city places on it": the parser takes the clause for a second object.
            guard
                ["prep", "dative", "xcomp", "npadvmod", "advcl", "advmod", "oprd", "dobj"].contains(
                    passage.tokens[child].dep),
                passage.leftEdge[child] == endOfMarks(from: end, in: passage)
            else { break }
            if passage.tokens[child].dep == "advcl", passage.tokens[child].tag == "VBG" { break }
            end = passage.rightEdge[child] + 1
        }
        guard start < end else { return nil }
        if let other = passage.clauseDrawnIn(under: start..<end, of: verb) { end = other }
        // "emphasised the need and the two sides discussed …": the conjunction belongs to the clause behind it.
        while end > start + 1, passage.tokens[end - 1].dep == "cc" { end -= 1 }
        let range = start < end ? meaningful(start..<end, in: passage) : nil
        // "expressed his gratitude, saying …" has its content in what follows.
        return range.flatMap { $0.count >= 3 || cue.objectNouns == nil && $0.count >= 2 ? $0 : nil }
    }

    /// Where a clause ends that goes on behind "but": "said that it should not rest, but should go on".
    private func endOfContrast(behind clause: Range<Int>, of verb: Int, in passage: Passage) -> Int {
        let end = clause.upperBound
        guard end + 1 < passage.tokens.count, passage.tokens[end].text == ",",
            passage.tokens[end + 1].pos == "CCONJ",
            let other = passage.children(of: verb, ["conj"]).first(where: { $0 > end }),
            passage.tokens[other].tag == "VB", passage.children(of: other, ["nsubj"]).isEmpty,
            passage.children(of: other, ["aux"]).contains(where: { passage.tokens[$0].tag == "MD" })
        else { return end }
        return passage.rightEdge[other] + 1
    }

    /// `The harbour, she said, belongs to all.`: the words on both sides of the cue and its subject.
    func around(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftStatement? {
        let tokens = passage.tokens
        guard tokens[token].isVerb, tokens[token].dep == "parataxis", let match = cue(at: token, in: passage),
            match.cue?.clause == true, isAsserted(token, in: passage),
            passage.children(of: token, ["ccomp", "xcomp", "dobj"]).isEmpty
        else { return nil }
        let sentence = passage.doc.sentences[passage.sentence[token]]
        // "The museum, A said, belongs to all, and the bridge, B believes, does too" tells of two speakers.
        let isAlone = !sentence.contains {
            $0 != token && tokens[$0].dep == "parataxis" && cue(at: $0, in: passage) != nil
        }
        guard isAlone, let subject = passage.children(of: token, ["nsubj"]).first else { return nil }
        let start = min(passage.leftEdge[subject], token) - 1
        let end = max(passage.rightEdge[subject], token) + 1
        guard start > sentence.lowerBound, end < sentence.upperBound - 2, tokens[start].text == ",",
            tokens[end].text == ",",
            let first = meaningful(sentence.lowerBound..<start, in: passage),
            let second = meaningful(end + 1..<sentence.upperBound, in: passage),
            !(first.lowerBound..<second.upperBound).contains(where: {
                resolver.isQuoted(TokenPlace(passage: passage.index, token: $0))
            }),
            let (speaker, how) = speaker(of: token, in: passage, resolver, &groups)
        else { return nil }
        return DraftStatement(
            passage: passage.index, content: first, isDirect: false, speaker: speaker, cue: match.tokens,
            cuePassage: passage.index, attribution: how, more: [.init(passage: passage.index, content: second)])
    }

    /// "noted with satisfaction that trade had doubled": the parser hangs the clause on the manner.
    private func clauseBehindManner(of verb: Int, in passage: Passage) -> Range<Int>? {
        let nouns = passage.children(of: verb, ["prep"]).filter { $0 == verb + 1 }
            .flatMap { passage.children(of: $0, ["pobj"]) }
        for clause in nouns.flatMap({ passage.children(of: $0, ["acl", "ccomp", "relcl", "appos"]) })
        where passage.tokens[clause].isVerb {
            guard let mark = passage.children(of: clause, ["mark"]).first, mark == passage.leftEdge[clause] else {
                continue
            }
            return mark + 1..<passage.rightEdge[clause] + 1
        }
        return nil
    }

    /// Where the words go on behind a comma and a closing mark: "welcomed the “green model,” as a first step".
    private func endOfMarks(from end: Int, in passage: Passage) -> Int {
        var next = end
        while next < passage.tokens.count, [",", "\"", "\u{201D}"].contains(passage.tokens[next].text),
            next > end || passage.tokens[next].text == "," || !passage.tokens[next - 1].hasTrailingSpace
        {
            next += 1
        }
        return next > end && passage.tokens[end..<next].contains { $0.text != "," } ? next : end
    }

    /// Where a clause begins that the parser joined to the object: "emphasised support and the two sides discussed …".
    private func clauseJoined(to object: Int, in passage: Passage) -> Int? {
        for token in passage.subtree(of: object)
        where passage.tokens[token].dep == "conj" && passage.tokens[token].isVerb && token > object {
            guard passage.tokens[passage.tokens[token].head].isNoun else { continue }
            var start = passage.leftEdge[token]
            if start > object, passage.tokens[start - 1].dep == "cc" { start -= 1 }
            return start
        }
        return nil
    }

    /// The noun that heads the phrase right behind a cue of several words: "took note of X".
    private func nounBehind(_ cue: Range<Int>, in passage: Passage) -> Int? {
        guard cue.count > 1, cue.upperBound < passage.tokens.count else { return nil }
        let preposition = cue.upperBound - 1
        return passage.children(of: preposition, ["pobj", "pcomp"]).first
    }
}
