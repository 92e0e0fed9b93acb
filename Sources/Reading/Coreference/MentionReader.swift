// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Tells of words of a text what coreference needs to know of them.
struct MentionReader {
    let passages: [Passage]
    let resolver: ReferentResolver
    let register: PartyRegister
    let knowledge: NameKnowledge
    let events: EventLexicon
    let frames: FrameLibrary

    private var lexicon: ReferentLexicon { resolver.lexicon }

    /// The mention at a run of the canonical text; `nil` where no words stand there.
    func mention(at range: TextRange, isEvent: Bool) -> CoreferenceMention? {
        guard
            let passage = passages.last(where: { $0.block.range.start.scalar <= range.start.scalar }),
            let all = passage.tokens(in: range)
        else { return nil }
        let tokens = trimmed(all, in: passage)
        let head = self.head(of: tokens, in: passage)
        let word = passage.tokens[head]
        let happening = isEvent ? passage.tokens[self.happening(at: head, within: tokens, in: passage)] : word
        let name = isEvent ? nil : self.name(at: head, within: tokens, in: passage)
        let sort = self.sort(of: head, isName: name != nil, isEvent: isEvent, in: passage)
        let parties = isEvent ? [] : self.parties(at: head, within: tokens, in: passage)
        let nameWords = name.map { self.nameWords($0, in: passage) } ?? []
        let members = self.members(of: head, within: tokens, in: passage)
        let articles = passage.children(of: head, ["det"]).filter(all.contains).map { passage.tokens[$0].lower }
        return CoreferenceMention(
            range: range, lemma: word.lemma.asLowercase, sort: sort, passage: passage.index,
            sentence: passage.sentence[head], tokens: tokens, head: head,
            words: tokens.filter { passage.tokens[$0].tag != "POS" }.map { passage.tokens[$0].lower },
            contentWords: tokens.map { passage.tokens[$0] }.filter { $0.isNoun || $0.isVerb || $0.pos == "ADJ" }
                .map(\.text),
            name: nameWords, initials: initials(of: nameWords, written: name.map(passage.text)),
            companyWords: nameWords.dropFirst().reversed().prefix(while: lexicon.companyWords.contains).count,
            modifiers: modifiers(of: head, except: name ?? head..<head + 1, within: tokens, in: passage),
            isPlural: word.has(feature: "Number=Plur") || word.tag == "NNS",
            isIndefinite: articles.contains { !lexicon.definite.contains($0) },
            isDefinite: articles.contains(where: lexicon.definite.contains),
            isPerson: isPerson(word, parties), gender: gender(of: word, parties),
            isSubject: ["nsubj", "nsubjpass"].contains(word.dep),
            isBody: parties.count == 1 && kind(of: parties[0]) == .organisation,
            isPlace: parties.count == 1 && [.city, .country, .place].contains(kind(of: parties[0])),
            isAnyBody: lexicon.anyBodyNouns.contains(word.lower),
            members: members.map { TokenPlace(passage: passage.index, token: $0) },
            isListed: word.dep == "conj" || !passage.children(of: head, ["conj"]).isEmpty,
            parties: parties, beside: beside(head, in: passage),
            stem: stem(of: happening), type: isEvent ? type(of: happening) : nil,
            occasions: isEvent ? occasions(of: happening) : [],
            arguments: isEvent ? arguments(of: head, in: passage) : [],
            isReport: isEvent && word.isVerb && lexicon.reportVerbs.contains(word.lemma.asLowercase),
            isVerb: word.isVerb)
    }

    // MARK: Words

    private func trimmed(_ tokens: Range<Int>, in passage: Passage) -> Range<Int> {
        var tokens = tokens
        let isMark = { (token: Int) in passage.tokens[token].isPunctuation || passage.tokens[token].tag == "POS" }
        while tokens.count > 1, let last = tokens.last, isMark(last) { tokens = tokens.dropLast() }
        while tokens.count > 1, let first = tokens.first,
            isMark(first) || passage.tokens[first].pos == "DET" && passage.tokens[first].head != first
        { tokens = tokens.dropFirst() }
        return tokens
    }

    /// The word that the others hang on: of several that hang on nothing here, the last before a verb or
    /// preposition.
    private func head(of tokens: Range<Int>, in passage: Passage) -> Int {
        let names = { (token: Int) in
            passage.tokens[token].isNoun || passage.tokens[token].isVerb || passage.tokens[token].pos == "PRON"
        }
        let isPart = { (token: Int) in
            ["compound", "nmod", "amod", "nummod", "det", "poss"].contains(passage.tokens[token].dep)
        }
        let tops = tokens.filter { !tokens.contains(passage.tokens[$0].head) || passage.tokens[$0].head == $0 }
        guard let first = tops.first else { return tokens.upperBound - 1 }
        if isPart(first), let last = tops.prefix(while: isPart).last(where: names) { return last }
        return tokens.count == 1 || names(first) ? first : tokens.last(where: names) ?? first
    }

    /// All that are named together with the head, itself included: "GM and Chrysler", "carmakers GM and Chrysler".
    private func members(of head: Int, within tokens: Range<Int>, in passage: Passage) -> [Int] {
        var members = passage.conjuncts(of: head).filter(tokens.contains)
        for apposition in passage.children(of: head, ["appos"]) where members.count == 1 {
            let listed = passage.conjuncts(of: apposition).filter(tokens.contains)
            guard listed.count > 1 else { continue }
            // "General Motors (GM) and Chrysler": the brackets hold another name of the first.
            members = passage.isOpeningMark(apposition - 1) ? [head] + listed.filter { $0 != apposition } : listed
        }
        return members
    }

    private func sort(of head: Int, isName: Bool, isEvent: Bool, in passage: Passage) -> CoreferenceMention.Sort {
        if isName { return .name }
        let word = passage.tokens[head]
        if ["WP", "WDT", "WP$"].contains(word.tag) { return .pronoun(.relative) }
        if let gender = lexicon.personalPronouns[word.lower] {
            return .pronoun(gender.value == .female ? .female : .male)
        }
        if lexicon.bodyPronouns.contains(word.lower) { return .pronoun(.thing) }
        if lexicon.pluralPronouns.contains(word.lower) { return .pronoun(.plural) }
        if lexicon.firstPerson.contains(word.lower) {
            return .pronoun(lexicon.jointSpeakers.contains(word.lower) ? .speakers : .speaker)
        }
        if word.pos == "PRON" || word.pos == "DET" { return .pronoun(.demonstrative) }
        return isEvent ? .event : .noun
    }

    /// The name that the head belongs to: what the reader took for one, else the capitalised words around it.
    private func name(at head: Int, within tokens: Range<Int>, in passage: Passage) -> Range<Int>? {
        if let party = register.party(at: TokenPlace(passage: passage.index, token: head)),
            register.records[party].kind != .group,
            let mention = register.records[party].mentions.first(where: {
                $0.passage == passage.index && $0.nameTokens.contains(head)
            }), tokens.contains(mention.nameTokens.lowerBound), tokens.contains(mention.nameTokens.upperBound - 1)
        {
            return mention.nameTokens
        }
        let isPart = { (token: Int) in
            tokens.contains(token) && passage.tokens[token].isCapitalised
                && ["PROPN", "NUM"].contains(passage.tokens[token].pos)
        }
        var head = head
        // "the Dow Jones index": the noun says no more than what the name is.
        if lexicon.kindNouns.contains(passage.tokens[head].lower), isPart(head - 1) { head -= 1 }
        let word = passage.tokens[head]
        let isDemonym = word.isCapitalised && word.pos == "ADJ"
        guard word.pos == "PROPN" || isDemonym else { return nil }
        var start = head
        while isPart(start - 1) { start -= 1 }
        var end = head + 1
        while tokens.contains(end), isPart(end) || passage.tokens[end].pos == "NUM" { end += 1 }
        // "UK Prime Minister Theresa May": the name begins behind the last title.
        if let title = (start..<end - 1).last(where: { isTitle(passage.tokens[$0].lower) }) { start = title + 1 }
        return start..<end
    }

    private func isTitle(_ word: String) -> Bool {
        lexicon.titleHeads.contains(word) || lexicon.titleWords.contains(word.filter { $0 != "." })
    }

    private func nameWords(_ name: Range<Int>, in passage: Passage) -> [String] {
        var words = NameFolding.words(of: passage.text(of: name))
        while words.count > 1, let last = words.last, knowledge.lists.legalForms.contains(last) { words.removeLast() }
        return words
    }

    private func initials(of name: [String], written: String?) -> String? {
        guard let written else { return nil }
        if name.count == 1, written.count > 1, written.filter(\.isLetter).allSatisfy(\.isUppercase) {
            return name[0]
        }
        let parts = written.split(whereSeparator: { $0 == " " || $0 == "-" })
        let capitals = parts.filter { $0.first?.isUppercase == true }
        return capitals.count > 1 ? String(capitals.compactMap(\.first)).lowercased() : nil
    }

    private func modifiers(
        of head: Int, except name: Range<Int>, within tokens: Range<Int>, in passage: Passage
    ) -> Set<String> {
        Set(
            tokens.filter {
                !name.contains($0) && $0 != head
                    && ["ADJ", "NOUN", "PROPN", "NUM", "VERB"].contains(passage.tokens[$0].pos)
            }.map { passage.tokens[$0].lemma.asLowercase })
    }

    // MARK: Who

    private func parties(at head: Int, within tokens: Range<Int>, in passage: Passage) -> [Int] {
        let word = passage.tokens[head]
        if lexicon.jointSpeakers.contains(word.lower) {
            return speakers(resolver.referents[TokenPlace(passage: passage.index, token: head)] ?? [])
        }
        var found: Set<Int> = []
        for token in passage.conjuncts(of: head) where tokens.contains(token) {
            let place = TokenPlace(passage: passage.index, token: token)
            var parties = register.party(at: place).map { [$0] } ?? resolver.referents[place] ?? []
            if parties.isEmpty, passage.tokens[token].isCapitalised {
                parties = register.place(at: place).map { [$0] } ?? []
            }
            let isWhole = parties.allSatisfy { party in
                guard register.records.indices.contains(party) else { return true }
                return register.records[party].mentions.allSatisfy {
                    $0.passage != passage.index || !$0.nameTokens.contains(token)
                        || tokens.contains($0.nameTokens.lowerBound) && tokens.contains($0.nameTokens.upperBound - 1)
                }
            }
            guard !parties.isEmpty, isWhole else { return [] }
            found.formUnion(parties)
        }
        return found.sorted()
    }

    /// Whom a person means by "we": the body that they hold an office in.
    private func speakers(_ parties: [Int]) -> [Int] {
        guard parties.count == 1, register.records.indices.contains(parties[0]),
            register.records[parties[0]].kind == .person
        else { return parties }
        return register.records[parties[0]].offices.last { $0.of != nil }.flatMap(\.of).map { [$0] } ?? []
    }

    private func kind(of party: Int) -> Party.Kind? {
        register.records.indices.contains(party) ? register.records[party].kind : nil
    }

    private func isPerson(_ word: Token, _ parties: [Int]) -> Bool? {
        if let party = parties.first, register.records.indices.contains(party) {
            return register.records[party].kind == .person
        }
        if word.entityLabel == "PERSON" { return true }
        if let gender = lexicon.personalPronouns[word.lower] { return gender.value != nil }
        if lexicon.bodyPronouns.contains(word.lower) { return false }
        guard word.isNoun else { return nil }
        let lemma = word.lemma.asLowercase
        return lexicon.titleHeads.contains(lemma) || knowledge.lists.peopleNouns.contains(word.lower)
            || lexicon.pairNouns[word.lower] == .person || lexicon.personNouns.contains(lemma)
    }

    private func gender(of word: Token, _ parties: [Int]) -> Gender? {
        if let gender = lexicon.personalPronouns[word.lower] { return gender.value }
        return parties.first.flatMap { register.records.indices.contains($0) ? register.records[$0].gender : nil }
    }

    /// What an apposition explains, and what a relative clause is about.
    private func beside(_ head: Int, in passage: Passage) -> Int? {
        let word = passage.tokens[head]
        if word.dep == "appos" { return word.head }
        if ["WP", "WDT", "WP$"].contains(word.tag) {
            let clause = ([head] + passage.ancestors(of: head)).first { passage.tokens[$0].dep == "relcl" }
            return clause.map { passage.tokens[$0].head }
        }
        // "automaker Kozjak Cranes": the noun right before a name is who that is.
        if ["compound", "nmod"].contains(word.dep), word.pos == "NOUN", passage.tokens[word.head].pos == "PROPN",
            lexicon.bodyNouns.contains(word.lower) || lexicon.titleHeads.contains(word.lower)
                || lexicon.personNouns.contains(word.lower)
        {
            return word.head
        }
        return nil
    }

    // MARK: Happenings

    /// What a verb and the nouns made of it have in common: "deliver", "delivery", "deliveries".
    private func stem(of word: Token) -> String {
        let lemma = word.lemma.asLowercase
        if let verb = lexicon.nounVerbs[lemma] { return verb }
        for ending in lexicon.nounEndings where lemma.hasSuffix(ending) && lemma.count - ending.count >= 4 {
            return String(lemma.dropLast(ending.count))
        }
        return lemma.hasSuffix("e") && lemma.count > 4 ? String(lemma.dropLast()) : lemma
    }

    /// The word that says what happens: of "make a visit" the noun.
    private func happening(at head: Int, within tokens: Range<Int>, in passage: Passage) -> Int {
        guard passage.tokens[head].isVerb, events.light.contains(passage.tokens[head].lemma.asLowercase) else {
            return head
        }
        return passage.children(of: head, ["dobj"]).first(where: tokens.contains) ?? head
    }

    private func occasions(of word: Token) -> [String] {
        let lemma = word.lemma.asLowercase
        let signalled =
            word.isVerb
            ? frames.frames(forVerb: lemma, prepositions: []) : frames.frames(forNoun: lemma, modifiers: [])
        return signalled.map { "\($0.type)" }
    }

    /// What event coders count the happening as, from its word alone.
    private func type(of word: Token) -> EventType? {
        let lemma = word.lemma.asLowercase
        return word.isVerb
            ? events.types.first { $0.verbs.contains(lemma) }?.type
            : events.type(ofNoun: word.lower) ?? events.type(ofNoun: lemma)
    }

    private func arguments(of trigger: Int, in passage: Passage) -> [CoreferenceMention.Argument] {
        var found: [CoreferenceMention.Argument] = []
        func add(_ token: Int, _ role: CoreferenceMention.Argument.Role) {
            let word = passage.tokens[token]
            found.append(
                .init(
                    role: role, head: TokenPlace(passage: passage.index, token: token),
                    words: word.lemma.asLowercase))
        }
        for child in passage.children[trigger] {
            switch passage.tokens[child].dep {
            case "nsubj", "poss": add(child, .doer)
            case "dobj", "nsubjpass": add(child, .undergoer)
            case "compound", "amod": add(child, .other)
            case "agent", "prep":
                let isAgent = passage.tokens[child].dep == "agent"
                let isOf = passage.words.owning.contains(passage.tokens[child].lower)
                for object in passage.children(of: child, ["pobj"]) {
                    add(object, isAgent ? .doer : isOf ? .undergoer : .other)
                }
            default: break
            }
        }
        return found
    }
}
