// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds the party that a phrase stands for, adding groups to the register as the text describes them:
/// joint speakers, `high-ranking officials`, `the Vietnamese community in Korea`.
struct GroupFinder {
    private(set) var register: PartyRegister
    let passages: [Passage]
    let knowledge: NameKnowledge
    private let introductions: GroupIntroductions

    init(register: PartyRegister, passages: [Passage], knowledge: NameKnowledge, lexicon: ReferentLexicon) {
        self.register = register
        self.passages = passages
        self.knowledge = knowledge
        introductions = GroupIntroductions(
            passages: passages, people: knowledge.lists.peopleNouns.union(lexicon.collectiveNouns), lexicon: lexicon)
    }

    /// The one party that the phrase headed by `place` stands for; several named together are a group.
    mutating func party(at place: TokenPlace, resolver: ReferentResolver) -> Int? {
        // "They" are whom the phrase before it names.
        if let antecedent = resolver.antecedents[place], antecedent != place {
            return party(at: antecedent, resolver: resolver)
        }
        let parties = parties(at: place, resolver: resolver)
        guard parties.count > 1 else { return parties.first }
        let passage = passages[place.passage]
        let conjuncts = passage.conjuncts(of: place.token)
        guard conjuncts.count > 1 else { return group(at: place, members: parties) }
        let phrases = conjuncts.map { named($0, in: passage) ?? nounPhrase(of: $0, in: passage) }
        let start = phrases.map(\.lowerBound).min() ?? place.token
        let end = phrases.map(\.upperBound).max() ?? place.token + 1
        return add(start..<end, in: passage, members: parties)
    }

    /// The parties that take part where the phrase headed by `place` does: a group whose members are known is they.
    mutating func members(at place: TokenPlace, resolver: ReferentResolver) -> [Int] {
        parties(at: place, resolver: resolver).flatMap { party in
            let members = register.records[party].members
            return members.isEmpty ? [party] : members
        }
    }

    /// Every party that the phrase headed by `place` names, describes or stands for.
    mutating func parties(at place: TokenPlace, resolver: ReferentResolver) -> [Int] {
        let passage = passages[place.passage]
        var found: [Int] = []
        for token in passage.conjuncts(of: place.token) {
            let member = TokenPlace(passage: place.passage, token: token)
            if let named = register.party(at: member) {
                if !found.contains(named) { found.append(named) }
            } else if let referred = resolver.referents[member] {
                found += referred.filter { !found.contains($0) }
            } else if let group = group(at: member, members: []) {
                if !found.contains(group) { found.append(group) }
            } else if let antecedent = resolver.antecedents[member], antecedent < member {
                // "They toured the port": the visitors of the sentence before.
                found += parties(at: antecedent, resolver: resolver).filter { !found.contains($0) }
            }
        }
        return found
    }

    /// Whether the phrase headed by `place` only goes back to a group that the text introduced before: "the delegation".
    func isToldOf(_ place: TokenPlace) -> Bool { introductions.isToldOf(place, in: passages[place.passage]) }

    /// Whether the words only say that there are sides, without saying whose: "both sides".
    func isSides(at token: Int, in passage: Passage, resolver: ReferentResolver) -> Bool {
        introductions.lexicon.pairNouns[passage.tokens[token].lower]?.isAny == true
            && resolver.referents[TokenPlace(passage: passage.index, token: token)] == nil
            && passage.children[token].allSatisfy { ["det", "nummod", "predet"].contains(passage.tokens[$0].dep) }
    }

    /// The body whose name, unknown so far, is written at `tokens`.
    mutating func body(named tokens: Range<Int>, in passage: Passage) -> Int {
        register.addBody(
            Mention(
                passage: passage.index, tokens: tokens, nameTokens: tokens, name: passage.text(of: tokens),
                kind: .party(.organisation), place: nil))
    }

    /// Whoever the phrase headed by `place` describes, be it one or many: "her mother", "a leaked letter".
    mutating func described(at place: TokenPlace) -> Int? {
        let passage = passages[place.passage]
        guard passage.tokens[place.token].isNoun else { return nil }
        return add(nounPhrase(of: place.token, in: passage), in: passage, members: [])
    }

    /// The group that a common noun for people describes.
    private mutating func group(at place: TokenPlace, members: [Int]) -> Int? {
        let passage = passages[place.passage]
        let token = passage.tokens[place.token]
        if members.isEmpty {
            guard token.pos == "NOUN" || token.pos == "PROPN",
                knowledge.lists.peopleNouns.contains(token.lower)
                    || introductions.lexicon.collectiveNouns.contains(token.lower)
            else { return nil }
            if let antecedent = introductions.antecedent(of: place, in: passage) {
                let source = passages[antecedent.passage]
                let known = add(nounPhrase(of: antecedent.token, in: source), in: source, members: [])
                let again = described(nounPhrase(of: place.token, in: passage), in: passage)
                register.mention(known, mention(again, as: nil, in: passage))
                return known
            }
        }
        return add(nounPhrase(of: place.token, in: passage), in: passage, members: members)
    }

    /// The group that the phrase at `place` describes, whatever its noun.
    mutating func crowd(at place: TokenPlace) -> Int {
        add(nounPhrase(of: place.token, in: passages[place.passage]), in: passages[place.passage], members: [])
    }

    /// Whoever holds an office that alone names them: "the deans of the law schools", "the director of the agency".
    mutating func officeHolder(at place: TokenPlace, resolver: ReferentResolver, nouns: Set<String>) -> Int? {
        let passage = passages[place.passage]
        let token = passage.tokens[place.token]
        guard token.isNoun, register.party(at: place) == nil, resolver.referents[place] == nil,
            nouns.contains(token.lower) || nouns.contains(token.lemma.asLowercase),
            !passage.children(of: place.token, ["prep", "poss", "compound"]).isEmpty
                // "the Peruvian minister"
                || !passage.children(of: place.token, ["det"]).isEmpty
                    && passage.children(of: place.token, ["amod"]).contains(where: { passage.tokens[$0].isCapitalised })
        else { return nil }
        return add(nounPhrase(of: place.token, in: passage), in: passage, members: [])
    }

    private mutating func add(_ tokens: Range<Int>, in passage: Passage, members: [Int]) -> Int {
        let tokens = described(tokens, in: passage)
        // A pronoun names nobody, so the group has its members' names.
        let isPronoun = tokens.count == 1 && passage.tokens[tokens.lowerBound].pos == "PRON"
        let name = isPronoun ? members.map { register.records[$0].name }.joined(separator: " and ") : nil
        return register.addGroup(mention(tokens, as: name, in: passage), members: members)
    }

    /// The words of a phrase that describe somebody, without articles and marks before them.
    private func described(_ tokens: Range<Int>, in passage: Passage) -> Range<Int> {
        var tokens = tokens
        while tokens.count > 1, let first = tokens.first,
            introductions.lexicon.groupArticles.contains(passage.tokens[first].lower)
                || passage.tokens[first].isPunctuation
        { tokens = first + 1..<tokens.upperBound }
        return tokens
    }

    private func mention(_ tokens: Range<Int>, as name: String?, in passage: Passage) -> Mention {
        Mention(
            passage: passage.index, tokens: tokens, nameTokens: tokens, name: name ?? passage.text(of: tokens),
            kind: .party(.group), place: nil)
    }

    /// The whole name that the token is part of, or the word with the words before it that belong to it.
    func phrase(at token: Int, in passage: Passage) -> Range<Int> {
        let name = named(token, in: passage)
        guard passage.tokens[token].isNoun else { return name ?? token..<token + 1 }
        let start = passage.wholePhrase(of: token..<token + 1)?.lowerBound ?? token
        // "Busan Mayor Park Hyungjun": the city belongs to the phrase, though not to the name.
        return min(start, name?.lowerBound ?? start)..<max(name?.upperBound ?? 0, token + 1)
    }

    /// The whole name that the token is part of.
    private func named(_ token: Int, in passage: Passage) -> Range<Int>? {
        guard let party = register.party(at: TokenPlace(passage: passage.index, token: token)) else { return nil }
        return register.records[party].mentions.first { $0.passage == passage.index && $0.tokens.contains(token) }?
            .tokens
    }

    /// The noun phrase of `head` without clauses that hang on it.
    private func nounPhrase(of head: Int, in passage: Passage) -> Range<Int> {
        let start = passage.leftEdge[head]
        var end = head + 1
        for child in passage.children[head] where child > head {
            let dep = passage.tokens[child].dep
            guard ["prep", "compound", "amod"].contains(dep), passage.leftEdge[child] == end, end - start < 12,
                // "welcomed a delegation from Porto to Bergen": the goal is the verb's.
                (end == head + 1 && !introductions.lexicon.guestNouns.contains(passage.tokens[head].lower))
                    || !introductions.lexicon.goalWords.contains(passage.tokens[child].lower),
                dep != "prep" || !introductions.lexicon.isStray(child, behind: head, in: passage)
            else { break }
            end = passage.rightEdge[child] + 1
        }
        // "the leaders of a union, which came on Thursday,": what is told of them is no part of what they are called.
        if let clause = (head..<end).first(where: { passage.tokens[$0].dep == "relcl" }) {
            end = max(head + 1, min(end, passage.leftEdge[clause]))
        }
        while end > head + 1, passage.tokens[end - 1].isPunctuation { end -= 1 }
        return min(start, head)..<end
    }
}
