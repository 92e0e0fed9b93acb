// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Whom titles without a name stand for.
extension ReferentResolver {
    /// The person whom a title alone names: "the President", "Minister".
    func holder(ofTitleAt token: Int, in passage: Passage, except speaker: Int?) -> Int? {
        let word = passage.tokens[token]
        guard word.isNoun,
            lexicon.titleHeads.contains(word.lower) || lexicon.leaderNouns.contains(word.lower)
                || introduced[word.lower] != nil
        else { return nil }
        let isDefinite = passage.children(of: token, ["det"]).contains {
            passage.words.definite.contains(passage.tokens[$0].lower)
        }
        // "the Swiss president": the country's adjective says whose.
        let adjectives = passage.children(of: token, ["amod"]).prefix(1) + passage.children(of: token, ["compound"])
        if isDefinite, word.has(feature: "Number=Sing"),
            let country = adjectives.lazy.compactMap({
                register.place(at: TokenPlace(passage: passage.index, token: $0))
            }).first
        {
            return holder(of: word.lower, in: country, except: speaker, passage.words)
                ?? (lexicon.leaderNouns.contains(word.lower) ? leader(of: country, except: speaker) : nil)
        }
        // "the Chamber president": the body's name says whose.
        if isDefinite, word.has(feature: "Number=Sing"),
            let body = passage.children(of: token, ["compound"]).lazy.compactMap({
                register.party(at: TokenPlace(passage: passage.index, token: $0))
            }).first(where: { register.records[$0].kind.isBody })
        {
            return holder(of: word.lower, in: body, except: speaker, passage.words)
        }
        let isBareName = word.tag == "NNP" && passage.children(of: token, ["det", "poss", "amod"]).isEmpty
        guard isDefinite || isBareName else { return nil }
        guard word.has(feature: "Number=Sing") else { return nil }
        if let preposition = passage.children(of: token, ["prep"]).first,
            passage.words.owning.contains(passage.tokens[preposition].lower),
            let body = passage.children(of: preposition, ["pobj"]).first.flatMap({
                register.party(at: TokenPlace(passage: passage.index, token: $0))
            })
        {
            return holder(of: word.lower, in: body, except: speaker, passage.words)
        }
        if let preposition = passage.children(of: token, ["prep"]).first(where: { $0 > token }),
            let person = holder(ofWholeTitle: token..<passage.rightEdge[preposition] + 1, in: passage, except: speaker)
        {
            return person
        }
        // "the president who …" and "the mayors" name somebody else or nobody.
        let further = passage.children(of: token, ["prep", "appos", "relcl"]).filter { child in
            // What stands behind a verb the parser has lost its way to: "was received by A; Consul B and C".
            passage.tokens[child].dep != "appos" || child < token
                || !passage.tokens[token..<child].contains(where: \.isVerb)
        }
        guard further.isEmpty else { return nil }
        let start = min(token, passage.children(of: token, ["compound", "amod"]).min() ?? token)
        let phrase = NameFolding.fold(passage.text(of: start..<token + 1))
        let candidates = candidates(forTitleAt: token, in: passage).filter {
            $0 != speaker && strangers[word.lower]?.contains($0) != true
        }
        for person in candidates {
            let titles = register.records[person].offices.map { NameFolding.fold($0.title) }
            if titles.contains(where: { $0 == phrase || phrase == word.lower && $0.hasPrefix(phrase + " ") }) {
                return person
            }
        }
        // "the justice secretary" is the Secretary for Justice.
        let words = Set(NameFolding.words(of: phrase))
        if words.count > 1,
            let turned = candidates.first(where: { person in
                register.records[person].offices.contains {
                    Set(NameFolding.words(of: $0.title)).subtracting(lexicon.titleLinks) == words
                }
            })
        {
            return turned
        }
        for person in candidates {
            let titles = register.records[person].offices.map { NameFolding.fold($0.title) }
            if titles.contains(where: { $0.hasSuffix(" " + phrase) || $0.hasPrefix(phrase + " ") }) { return person }
        }
        return candidates.first { isIntroduced($0, by: word.lower) }
    }

    /// The only person whom the sentence names before a pronoun that agrees with it: "He welcomed the envoy's visit, noting
    /// that she will …".
    func onlyPerson(before token: Int, agreeing gender: Gender?, in passage: Passage, sentence: Range<Int>)
        -> Int?
    {
        let named = Set(
            sentence.prefix { $0 < token }.compactMap {
                register.party(at: TokenPlace(passage: passage.index, token: $0))
            }.filter { isPerson($0, agreeing: gender) })
        return named.count == 1 ? named.first : nil
    }

    /// Whom "the former" or "the latter" stands for: one of the two persons that the sentence has named before it.
    func person(inOrderAt token: Int, in passage: Passage, sentence: Range<Int>) -> Int? {
        guard let order = lexicon.orderWords[passage.tokens[token].lower], token > sentence.lowerBound,
            passage.words.definite.contains(passage.tokens[token - 1].lower),
            passage.isPossessive(token) || passage.tokens[token].dep != "amod",
            // "visited Oslo and Turku, the latter of which"
            passage.children(of: token, ["prep"]).isEmpty
        else { return nil }
        var named: [Int] = []
        for earlier in sentence.lowerBound..<token {
            guard let party = register.party(at: TokenPlace(passage: passage.index, token: earlier)),
                register.records[party].kind == .person, !named.contains(party)
            else { continue }
            named.append(party)
        }
        guard named.count == 2 else { return nil }
        return order == .first ? named[0] : named[1]
    }

    /// The person whose the subject is said to be: "Porto is Mayor Saarela's third stop. She will …"
    func ownerInAttribute(of subject: Int, in passage: Passage) -> Int? {
        let verb = passage.tokens[subject].head
        guard passage.words.being.contains(passage.tokens[verb].lemma) else { return nil }
        return passage.children(of: verb, ["attr"]).flatMap { passage.children(of: $0, ["poss"]) }.lazy.compactMap {
            register.party(at: TokenPlace(passage: passage.index, token: $0))
        }.first { register.records[$0].kind == .person }
    }

    /// Remembers whom a title alone does not mean: those who are named behind it in its own sentence, "The president met
    /// President Berg of Norway".
    mutating func noteStrangers(toTitleAt token: Int, in sentence: Range<Int>, of passage: Passage) {
        let noun = passage.tokens[token].lower
        guard lexicon.titleHeads.contains(noun),
            passage.children(of: token, ["det"]).contains(where: {
                lexicon.definite.contains(passage.tokens[$0].lower)
            })
        else { return }
        let own = passage.leftEdge[token]...passage.rightEdge[token]
        let named = sentence.filter { $0 > token && !own.contains($0) }
            .compactMap { register.party(at: TokenPlace(passage: passage.index, token: $0)) }
            .filter { register.records[$0].kind == .person }
        strangers[noun, default: []].formUnion(named)
    }

    /// Whether the noun stood before the person's name where the text first told of them.
    private func isIntroduced(_ person: Int, by noun: String) -> Bool { introduced[noun]?.contains(person) == true }

    /// Persons by how likely a title alone means them: as a subject, whom the report is about; then by recency.
    private func candidates(forTitleAt token: Int, in passage: Passage) -> [Int] {
        // Whom the report was about comes before whom it only mentioned.
        let latest = recent.reversed().filter(acted.contains) + recent.reversed().filter { !acted.contains($0) }
        guard let focus, ["nsubj", "nsubjpass"].contains(passage.tokens[token].dep), recent.contains(focus) else {
            return recent.reversed()
        }
        return [focus] + latest.filter { $0 != focus }
    }

    /// The person named last whose title begins with these words: "the Secretary of State".
    private func holder(ofWholeTitle words: Range<Int>, in passage: Passage, except speaker: Int?) -> Int? {
        let title = NameFolding.fold(passage.text(of: words))
        return recent.last { person in
            person != speaker
                && register.records[person].offices.contains {
                    let own = NameFolding.fold($0.title)
                    return own == title || own.hasPrefix(title + " ")
                }
        }
    }

    /// The only person so far who leads a country or its government: "the Swiss leader".
    private func leader(of country: Int, except speaker: Int?) -> Int? {
        let leaders = recent.filter { person in
            person != speaker
                && register.records[person].offices.contains {
                    $0.of == country && !$0.isPast && lexicon.leadingOffices.contains(NameFolding.fold($0.title))
                }
        }
        return leaders.count == 1 ? leaders[0] : nil
    }

    /// The person named last who holds an office with that head word in one body.
    private func holder(of head: String, in body: Int, except speaker: Int?, _ words: FunctionWords) -> Int? {
        recent.last { person in
            person != speaker
                && register.records[person].offices.contains {
                    $0.of == body && words.headWord(ofTitle: $0.title) == head
                }
        }
    }
}
