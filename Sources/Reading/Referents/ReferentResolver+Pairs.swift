// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// What plurals such as "both mayors", "the cities of Porto and Bergen", and "they" behind two people stand for.
extension ReferentResolver {
    /// The two that "the two leaders", "both ministers" or "the two countries" stand for: the last two named.
    func pair(at token: Int, in passage: Passage) -> [Int]? {
        let word = passage.tokens[token]
        guard word.isNoun else { return nil }
        let isPlural = word.has(feature: "Number=Plur")
        if isPlural, let named = apposed(to: token, in: passage) ?? holders(ofTitlesAt: token, in: passage) {
            return named
        }
        guard let pair = lexicon.pairNouns[word.lower] else {
            return isPlural ? bodies(at: token, in: passage) : nil
        }
        let kind = pair.kind
        if kind != .person, let named = named(behind: token, kind, in: passage) { return named }
        if isBareDefinite(token, besides: 1, in: passage),
            let count = passage.children(of: token, ["nummod"]).compactMap({
                lexicon.sideCounts[passage.tokens[$0].lower]
            }).first
        {
            let told = kind == .person ? recent : named(kind, until: passage)
            return told.count == count ? told : nil
        }
        // "The sides agreed", "The countries agreed": there are two of them.
        let isPair =
            passage.children[token].contains { lexicon.pairWords.contains(passage.tokens[$0].lower) }
            || isBareDefinite(token, in: passage)
                && (pair.isAny
                    || [.country, .city].contains(kind) && named(kind, until: passage).count == 2)
        guard isPair else { return isPlural && kind == .person ? holders(at: token, in: passage) : nil }
        switch kind {
        case .person:
            let last = Array(recent.suffix(2))
            return last.count == 2 ? last : nil
        default:
            // "The EU and Armenia met. The two sides …": whoever did the last thing together.
            if pair.isAny, jointFocus.count == 2, jointFocus.allSatisfy(isThing) {
                return jointFocus
            }
            // "The parties" may be any two, so only those who were just told of together.
            if pair == .joint { return nil }
            if let named = partners(of: kind, until: passage) { return named }
            // "Both sides" of two cities, where no two countries are named.
            let cities = pair.isAny && named(kind, until: passage).isEmpty ? named(.city, until: passage) : []
            return cities.count == 2 ? cities : nil
        }
    }

    /// The two countries, or cities, that the text is about so far.
    func partners(of kind: Party.Kind, until passage: Passage) -> [Int]? {
        let named = named(kind, until: passage)
        if named.count == 2 { return named }
        if named.count > 2, let partners = partners(among: named) { return partners }
        guard kind == .city, !named.isEmpty, let state = cityState(before: passage.index) else { return nil }
        return named.count == 1 ? named + [state] : partners(among: named + [state])
    }

    private func named(_ kind: Party.Kind, until passage: Passage) -> [Int] {
        register.records.indices.filter {
            register.records[$0].kind == kind && register.records[$0].mentions.contains { $0.passage <= passage.index }
        }
    }

    /// Of a plural, "the two ministers, Anna Berg and Carl Lund": those who are named behind the plural.
    private func apposed(to token: Int, in passage: Passage) -> [Int]? {
        let names = passage.children(of: token, ["appos"]).filter { $0 > token }
            .flatMap { passage.conjuncts(of: $0) }
        let persons = names.compactMap { register.party(at: TokenPlace(passage: passage.index, token: $0)) }
        return persons.count > 1 && persons.count == names.count
            && persons.allSatisfy { register.records[$0].kind == .person } ? persons : nil
    }

    /// "the foreign ministers of Oman and Iceland": those who hold such an office there, where each is told.
    private func holders(ofTitlesAt token: Int, in passage: Passage) -> [Int]? {
        let noun = passage.tokens[token].lemma.asLowercase
        guard lexicon.titleHeads.contains(noun) else { return nil }
        let bodies = passage.children(of: token, ["prep"]).flatMap { passage.children(of: $0, ["pobj"]) }
            .flatMap { passage.conjuncts(of: $0) }
            .compactMap { register.party(at: TokenPlace(passage: passage.index, token: $0)) }
        guard bodies.count > 1 else { return nil }
        let persons = bodies.compactMap { body -> Int? in
            let holders = register.records.indices.filter { person in
                register.records[person].offices.contains {
                    !$0.isPast && $0.of == body && passage.words.headWord(ofTitle: $0.title) == noun
                }
            }
            return holders.count == 1 ? holders[0] : nil
        }
        return persons.count == bodies.count && Set(persons).count == persons.count ? persons : nil
    }

    /// Whether only an article stands with the noun, and that points at what was told: "the ministers".
    private func isBareDefinite(_ token: Int, besides ranks: Int = 0, in passage: Passage) -> Bool {
        passage.children[token].count { !["det", "punct"].contains(passage.tokens[$0].dep) } == ranks
            && passage.children(of: token, ["det"]).contains { lexicon.definite.contains(passage.tokens[$0].lower) }
    }

    /// "the ministers": those two of the last sentences, or of the whole text so far, who hold such an office.
    private func holders(at token: Int, in passage: Passage) -> [Int]? {
        // "the ministers", "the Prime Ministers"
        let ranks = passage.children(of: token, ["compound", "amod"]).map { passage.tokens[$0].lower }
        guard lexicon.titleWords.isSuperset(of: ranks), isBareDefinite(token, besides: ranks.count, in: passage) else {
            return nil
        }
        let noun = passage.tokens[token].lemma.asLowercase
        func holdsOffice(_ person: Int) -> Bool {
            register.records[person].kind == .person
                && register.records[person].offices.contains {
                    !$0.isPast && passage.words.headWord(ofTitle: $0.title) == noun
                        && Set(NameFolding.words(of: $0.title)).isSuperset(of: ranks)
                }
        }
        // "Minister Berg met her counterpart, Luis Vega. The ministers …"
        func holds(_ person: Int) -> Bool { holdsOffice(person) || isCounterpart(person) }
        if jointFocus.count == 2, jointFocus.allSatisfy(holds), jointFocus.contains(where: holdsOffice) {
            return jointFocus
        }
        let all = recent.filter(holdsOffice)
        return all.count == 2 ? all : nil
    }

    /// Whether somebody is told of as the counterpart of somebody else.
    private func isCounterpart(_ person: Int) -> Bool {
        register.records[person].kind == .person
            && register.records[person].mentions.contains { mention in
                passages[mention.passage].tokens[..<mention.tokens.lowerBound].suffix(2).contains {
                    lexicon.counterpartNouns.contains($0.lower)
                }
            }
    }

    /// "the two ports": the only two whose names have the noun, or those whom the last sentences were about.
    private func bodies(at token: Int, in passage: Passage) -> [Int]? {
        let noun = passage.tokens[token].lemma.asLowercase
        guard lexicon.bodyNouns.contains(noun) || lexicon.pairBodies.contains(noun),
            passage.children[token].contains(where: { lexicon.pairWords.contains(passage.tokens[$0].lower) }),
            passage.children(of: token, ["prep", "poss"]).isEmpty
        else { return nil }
        let called = register.records.indices.filter { number in
            register.records[number].kind.isBody
                && register.records[number].nameForms.contains { $0.count > 1 && $0.contains(noun) }
                && register.records[number].mentions.contains { $0.passage <= passage.index }
        }
        if jointFocus.count == 2, jointFocus.allSatisfy(isThing) { return jointFocus }
        return called.count == 2 ? called : nil
    }

    /// "the cities of Porto and Bergen": those that the noun names.
    private func named(behind token: Int, _ kind: Party.Kind, in passage: Passage) -> [Int]? {
        let objects = passage.objects(of: token, behind: passage.words.owning.contains)
            .flatMap { passage.conjuncts(of: $0) }
        let parties = objects.compactMap { register.party(at: TokenPlace(passage: passage.index, token: $0)) }
        let isOfKind = parties.allSatisfy { register.records[$0].kind == kind }
        return parties.count > 1 && parties.count == objects.count && isOfKind ? parties : nil
    }

    /// The two people named last, whom "the two" alone stands for as a subject.
    func lastTwo(at token: Int, in passage: Passage) -> [Int]? {
        guard lexicon.pairWords.contains(passage.tokens[token].lower),
            ["nsubj", "nsubjpass"].contains(passage.tokens[token].dep),
            passage.children(of: token, ["prep", "relcl"]).isEmpty,
            passage.children(of: token, ["det"]).contains(where: { passage.tokens[$0].tag == "DT" })
        else { return nil }
        let last = Array(recent.suffix(2))
        return last.count == 2 ? last : nil
    }

    /// The one country named so far that is a city as well: "Singapore and Turku … Both cities".
    private func cityState(before passage: Int) -> Int? {
        let named = register.records.indices.filter { number in
            let record = register.records[number]
            return record.kind == .country && lexicon.cityStates.contains(NameFolding.fold(record.name))
                && record.mentions.contains { $0.passage <= passage }
        }
        return named.count == 1 ? named.first : nil
    }

    /// The two of several places that the article is about: those of which people hold an office, or those of its
    /// headline; `nil` where these are not two.
    private func partners(among places: [Int]) -> [Int]? {
        let headed = Set(register.records.flatMap(\.offices).compactMap(\.of))
        let held = places.filter(headed.contains)
        if held.count == 2 { return held }
        let titled = places.filter { place in
            register.records[place].mentions.contains { passages[$0.passage].block.role == .headline }
        }
        return titled.count == 2 ? titled : nil
    }

    /// The one person whom the subject of a clause receives, meets or is received by.
    func counterpart(of subject: Int, in passage: Passage) -> Int? {
        let verb = passage.tokens[subject].head
        guard passage.tokens[verb].isVerb else { return nil }
        let behind =
            passage.children(of: verb, ["agent"])
            + passage.children(of: verb, ["prep"]).filter { lexicon.partnerWords.contains(passage.tokens[$0].lower) }
        let objects = passage.children(of: verb, ["dobj"]) + behind.flatMap { passage.children(of: $0, ["pobj"]) }
        let persons = objects.flatMap { parties(at: TokenPlace(passage: passage.index, token: $0)) }
            .filter { register.records.indices.contains($0) && register.records[$0].kind == .person }
        return persons.count == 1 ? persons.first : nil
    }
}
