// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension GroupFinder {
    /// The parties that a phrase names or stands for: by name, by pronoun, as the members of a list behind
    /// "including", or, where `describes` says so, as a group that the words describe.
    ///
    /// Unlike `parties(at:resolver:)` it describes no group unless asked to, so that looking leaves no trace.
    mutating func bearers(
        _ token: Int, in passage: Passage, resolver: ReferentResolver, describes: Bool = true
    ) -> [Int] {
        var found: [Int] = []
        for conjunct in coordinated(with: token, in: passage)
        where !isAddress(conjunct, in: passage) && !isField(conjunct, in: passage) {
            let place = TokenPlace(passage: passage.index, token: conjunct)
            var parties = register.party(at: place).map { [$0] } ?? resolver.referents[place] ?? []
            // "the Mayor of Oslo, Erik Sol": the parser may tie the name to the place.
            if parties.isEmpty, passage.tokens[conjunct].isNoun {
                parties = register.holder(ofTitleAt: place).map { [$0] } ?? []
            }
            if parties.isEmpty { parties = listed(behind: conjunct, in: passage, resolver) }
            if parties.isEmpty { parties = owner(of: conjunct, in: passage, resolver) }
            if parties.isEmpty {
                // "the electricity provider, MVM": the name stands behind the description.
                parties = passage.children(of: conjunct, ["appos"]).compactMap {
                    register.party(at: TokenPlace(passage: passage.index, token: $0))
                }
            }
            if parties.isEmpty, knowledge.lists.placeSuffixes[passage.tokens[conjunct].lower] != nil {
                parties = register.place(calledAt: conjunct, in: passage).map { [$0] } ?? []
            }
            if parties.isEmpty { parties = bodies(calledAt: conjunct, in: passage) }
            if parties.isEmpty { parties = mainPair(at: conjunct, in: passage) }
            // "They" are whoever the phrase before is: "The leaders met. They agreed …".
            if parties.isEmpty, passage.tokens[conjunct].pos == "PRON", let told = resolver.antecedents[place],
                told < place
            {
                parties = bearers(told.token, in: passages[told.passage], resolver: resolver, describes: false)
            }
            if parties.isEmpty, describes { parties = self.parties(at: place, resolver: resolver) }
            for party in parties {
                let members = register.records[party].members
                found += (members.isEmpty ? [party] : members).filter { !found.contains($0) }
            }
        }
        return found
    }

    /// The token and what is coordinated with it, also where the parser ties that to the last word of a name: "the
    /// University of Turku and Kumasi College".
    private func coordinated(with token: Int, in passage: Passage) -> [Int] {
        var found = passage.conjuncts(of: token)
        let joined = passage.children(of: token, ["appos"]).filter {
            passage.leftEdge[$0] > token && passage.tokens[passage.leftEdge[$0] - 1].pos == "CCONJ"
        }
        found += joined.flatMap { passage.conjuncts(of: $0) }.filter { !found.contains($0) }
        for name in found.compactMap({ mention(at: $0, in: passage)?.tokens }) {
            for inner in name where inner != token {
                let strays = passage.children(of: inner, ["conj"]).filter { stray in
                    // Not so of "the Government of Saint Kitts and Nevis".
                    stray >= name.upperBound
                        && register.party(at: TokenPlace(passage: passage.index, token: stray)).map {
                            // "the Port of Rouen and Port of Gdansk": it begins as the one before does.
                            register.records[$0].kind == .organisation
                                || passage.tokens[stray].lower == passage.tokens[token].lower
                        } == true
                }
                found += strays.flatMap { passage.conjuncts(of: $0) }.filter { !found.contains($0) }
            }
        }
        found.sort()
        // "between Fano and the World Bank, officials of the ministry said": behind "and" nothing more is of the list.
        if found.count > 2, let last = found.last, isBehind(last, in: passage, ",".contains),
            isBehind(found[found.count - 2], in: passage, passage.words.additive.contains)
        {
            found.removeLast()
        }
        return found
    }

    /// Whether a word stands right before the phrase of `token`.
    private func isBehind(_ token: Int, in passage: Passage, _ isWord: (String) -> Bool) -> Bool {
        let start = passage.leftEdge[token]
        return start > 0 && isWord(passage.tokens[start - 1].lower)
    }

    /// Whether the words are the last fields of the body before them: "Chamber of Commerce, Industries, Mines and
    /// Agriculture".
    func isField(_ token: Int, in passage: Passage) -> Bool {
        guard let name = mention(at: token, in: passage)?.tokens, name.lowerBound > 0,
            passage.words.listMarks.contains(passage.tokens[name.lowerBound - 1].lower)
        else { return false }
        return name.allSatisfy { token in
            let word = passage.tokens[token]
            return word.isPunctuation || word.pos == "CCONJ" || knowledge.lists.portfolioWords.contains(word.lower)
                || knowledge.lists.portfolioWords.contains(word.lemma.asLowercase)
        }
    }

    private func mention(at token: Int, in passage: Passage) -> Mention? {
        register.party(at: TokenPlace(passage: passage.index, token: token)).flatMap { party in
            register.records[party].mentions.first { $0.passage == passage.index && $0.tokens.contains(token) }
        }
    }

    /// Whether a place only says where the body before it is: "the University of Turku, Finland".
    func isAddress(_ token: Int, in passage: Passage) -> Bool {
        guard let name = placeName(at: token, in: passage), name.lowerBound > 1,
            passage.tokens[name.lowerBound - 1].text == ","
        else { return false }
        var before = name.lowerBound - 2
        // "the university (TU), Turku": the short name between brackets.
        if passage.tokens[before].text == ")",
            let open = passage.tokens[..<before].lastIndex(where: { $0.text == "(" }), open > 0, before - open < 5
        {
            before = open - 1
        }
        // "in Ohio, United States": it lies there.
        if let inner = register.party(at: TokenPlace(passage: passage.index, token: before)),
            let outer = register.party(at: TokenPlace(passage: passage.index, token: token)),
            let country = register.records[inner].country,
            register.records[outer].identifiers["iso3166"] == country
        {
            return true
        }
        let isBehindPlace = placeName(at: before, in: passage) != nil && !isFacility(before, in: passage)
        guard isBehindPlace ? isAddress(before, in: passage) : isBody(before, in: passage) else { return false }
        // "the union, Japan and Canada": a list goes on with more of its kind.
        let end = name.upperBound
        guard end + 1 < passage.tokens.count else { return true }
        let own = register.party(at: TokenPlace(passage: passage.index, token: token))
        let next = [end + 1, end + 2].first {
            $0 < passage.tokens.count && passage.tokens[$0].pos != "CCONJ"
        }
        guard let own, let next, passage.words.listMarks.contains(passage.tokens[end].lower),
            let other = placeName(at: next, in: passage),
            let party = register.party(at: TokenPlace(passage: passage.index, token: other.lowerBound))
        else { return true }
        return register.records[party].kind != register.records[own].kind
    }

    /// Whether the token is part of the name of something built, which lies in a place: "the Port of Rouen".
    private func isFacility(_ token: Int, in passage: Passage) -> Bool {
        guard let party = register.party(at: TokenPlace(passage: passage.index, token: token)),
            register.records[party].kind == .place, register.records[party].identifiers.isEmpty,
            let name = placeName(at: token, in: passage)
        else { return false }
        return name.contains { passage.words.owning.contains(passage.tokens[$0].lower) }
    }

    /// Where a common noun for a kind of place ends that stands before a name, read in steps of 1 or -1: "the
    /// municipality of Fano".
    func endOfKind(at token: Int, step: Int, in passage: Passage) -> Int? {
        let other = token + step
        guard passage.tokens.indices.contains(other) else { return nil }
        let (noun, preposition) = step > 0 ? (token, other) : (other, token)
        guard passage.words.owning.contains(passage.tokens[preposition].lower),
            knowledge.lists.placeSuffixes[passage.tokens[noun].lemma.asLowercase] != nil
        else { return nil }
        return other + step
    }

    /// The name of a city, country or other place that the token is part of.
    private func placeName(at token: Int, in passage: Passage) -> Range<Int>? {
        guard let party = register.party(at: TokenPlace(passage: passage.index, token: token)),
            register.records[party].kind.isPlace || register.records[party].kind == .place
        else { return nil }
        return register.records[party].mentions.first { $0.passage == passage.index && $0.tokens.contains(token) }?
            .tokens
    }

    /// Whether the token ends the name of a body that is no place.
    private func isBody(_ token: Int, in passage: Passage) -> Bool {
        if let party = register.party(at: TokenPlace(passage: passage.index, token: token)) {
            return register.records[party].kind == .organisation || isFacility(token, in: passage)
        }
        return passage.doc.entities.contains { $0.label == "ORG" && $0.tokens.upperBound == token + 1 }
    }

    /// "several companies including X and Y": the ones that are named.
    private mutating func listed(behind token: Int, in passage: Passage, _ resolver: ReferentResolver) -> [Int] {
        for child in passage.children(of: token, ["prep"])
        where knowledge.lists.including.contains(passage.tokens[child].lower) {
            return passage.children(of: child, ["pobj"]).flatMap {
                bearers($0, in: passage, resolver: resolver, describes: false)
            }
        }
        return []
    }

    /// "the consulate", "the universities": the bodies of the article whose names have the word, one or all of them.
    private func bodies(calledAt token: Int, in passage: Passage) -> [Int] {
        let word = passage.tokens[token]
        guard word.isNoun, knowledge.bodyKind(ofHead: word.lemma.asLowercase) != nil,
            passage.children(of: token, ["det"]).contains(where: {
                passage.words.definite.contains(passage.tokens[$0].lower)
            }),
            passage.children(of: token, ["prep", "amod", "compound", "relcl", "poss", "nummod"]).isEmpty
        else { return [] }
        let named = register.records.indices.filter { number in
            register.records[number].kind.isBody
                && register.records[number].mentions.contains {
                    ($0.passage, $0.tokens.lowerBound) < (passage.index, token)
                }
                && register.records[number].nameForms.contains {
                    $0.count > 1 && $0.contains(word.lemma.asLowercase)
                }
        }
        let isPlural = word.tag == "NNS"
        return isPlural == (named.count > 1) ? named : []
    }

    /// "both cities", "the leaders": the two of their kind that the whole article is about, where there are just two.
    private func mainPair(at token: Int, in passage: Passage) -> [Int] {
        let lower = passage.tokens[token].lower
        let isPair = passage.children(of: token, ["det", "nummod", "predet"]).contains {
            knowledge.lists.pairMarks.contains(passage.tokens[$0].lower)
        }
        guard isPair, passage.children(of: token, ["prep", "amod", "compound", "relcl", "poss"]).isEmpty else {
            return []
        }
        let isPersons = knowledge.lists.pairPeople.contains(lower)
        let isPlaces = knowledge.lists.pairPlaces.contains(lower)
        guard isPersons || isPlaces else { return [] }
        let counts = register.records.indices.filter { party in
            let record = register.records[party]
            guard record.mentions.contains(where: { ($0.passage, $0.tokens.lowerBound) < (passage.index, token) })
            else { return false }
            if isPersons {
                return record.kind == .person
                    && (knowledge.lists.pairOfAnyOffice.contains(lower)
                        || record.offices.contains {
                            passage.words.headWord(ofTitle: $0.title) == passage.tokens[token].lemma.asLowercase
                        })
            }
            return [.country, .city].contains(record.kind)
        }.map { (party: $0, count: register.records[$0].mentions.count) }
            .sorted { $0.count == $1.count ? $0.party < $1.party : $0.count > $1.count }
        guard counts.count >= 2, counts[1].count > 1 || counts.count == 2,
            counts.count == 2 || counts[2].count * 2 <= counts[1].count
        else { return [] }
        // A city and a country are no two of a kind.
        let pair = counts.prefix(2).map(\.party).sorted()
        return isPersons || Set(pair.map { register.records[$0].kind }).count == 1 ? pair : []
    }

    /// "the Honduran side", "the Netherlands Government": the country or city whose side or government it is.
    private func owner(of token: Int, in passage: Passage, _ resolver: ReferentResolver) -> [Int] {
        guard knowledge.lists.sideNouns.contains(passage.tokens[token].lower) else {
            return []
        }
        for child in passage.children(of: token, ["amod", "compound", "poss", "nmod"]) {
            if let place = register.place(at: TokenPlace(passage: passage.index, token: child)),
                register.records[place].kind.isPlace
            {
                return passage.conjuncts(of: child).compactMap {
                    register.place(at: TokenPlace(passage: passage.index, token: $0))
                }
            }
        }
        // "the government of Ghana"
        return passage.objects(of: token, behind: passage.words.owning.contains).compactMap {
            register.place(at: TokenPlace(passage: passage.index, token: $0))
        }
    }

    /// The city or region whose kind the noun says: "Turku city", "the city of Turku", "the Italian town of Fano".
    func placesCalled(at token: Int, in passage: Passage) -> [Int] {
        let word = passage.tokens[token]
        guard word.isNoun, knowledge.lists.placeSuffixes[word.lemma.asLowercase] != nil else { return [] }
        let names =
            passage.children(of: token, ["compound", "nmod", "appos"])
            + passage.objects(of: token, behind: passage.words.owning.contains)
        let found = names.compactMap { register.party(at: TokenPlace(passage: passage.index, token: $0)) }.first {
            [.city, .place].contains(register.records[$0].kind)
        }
        return found.map { [$0] } ?? []
    }

    /// The body that a word without a known name is part of the name of: where the language model sees one there, or,
    /// for whoever signs something, wherever a name is written with capitals.
    mutating func unknownBody(at token: Int, in passage: Passage, signing: Bool = false) -> Int? {
        guard register.party(at: TokenPlace(passage: passage.index, token: token)) == nil else { return nil }
        let entity = passage.doc.entities.first { $0.tokens.contains(token) }
        var tokens: Range<Int>
        if let entity, entity.label == "ORG" {
            tokens = entity.tokens
            // A part of it has a name of its own already.
            if tokens.contains(where: { register.party(at: TokenPlace(passage: passage.index, token: $0)) != nil }) {
                return nil
            }
        } else if signing, entity.map({ !["DATE", "CARDINAL", "LAW", "EVENT"].contains($0.label) }) ?? true,
            passage.tokens[token].pos == "PROPN"
        {
            tokens = properRun(around: token, in: passage)
        } else {
            return nil
        }
        // "the Governments of X and Y (XY": an open bracket is no part of a name.
        if let open = tokens.first(where: { passage.tokens[$0].text == "(" }) { tokens = tokens.lowerBound..<open }
        while let first = tokens.first, ["DT", "POS"].contains(passage.tokens[first].tag) {
            tokens = first + 1..<tokens.upperBound
        }
        let isThing = tokens.contains {
            knowledge.lists.titledThings.contains(passage.tokens[$0].lower)
                || knowledge.lists.notOrganisations.contains(passage.tokens[$0].lower)
                || knowledge.titles.longestMatch(in: passage.tokens, at: $0) != nil
        }
        // "the Harbour Division of the Secretariat of Porto": the whole is its name.
        if !signing { tokens = tokens.lowerBound..<end(ofName: tokens, in: passage) }
        let isCut =
            tokens.upperBound < passage.tokens.count
            && passage.words.owning.contains(passage.tokens[tokens.upperBound].lower)
        guard !tokens.isEmpty, !isThing, !isCut, !knowledge.areHolders(tokens, in: passage),
            tokens.contains(where: { passage.tokens[$0].isCapitalised })
        else {
            return nil
        }
        return body(named: tokens, in: passage)
    }

    /// Where the capitalised words behind "of" end that go on with a name.
    private func end(ofName name: Range<Int>, in passage: Passage) -> Int {
        var end = name.upperBound
        while end + 1 < passage.tokens.count, passage.words.owning.contains(passage.tokens[end].lower) {
            let start = passage.tokens[end + 1].tag == "DT" ? end + 2 : end + 1
            var next = start
            while next < passage.tokens.count, passage.tokens[next].pos == "PROPN" { next += 1 }
            guard next > start else { break }
            end = next
        }
        return end
    }

    /// The proper nouns around a token that belong to no other name.
    private func properRun(around token: Int, in passage: Passage) -> Range<Int> {
        func isFree(_ token: Int) -> Bool {
            passage.tokens[token].pos == "PROPN"
                && register.party(at: TokenPlace(passage: passage.index, token: token)) == nil
        }
        var start = token
        while start > 0, isFree(start - 1) { start -= 1 }
        var end = token + 1
        while end < passage.tokens.count, isFree(end) { end += 1 }
        return start..<end
    }
}
