// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Language

/// Gives one name one kind over the whole article, and finds it where nothing else did.
///
/// The model judges sentence by sentence, so that a town may be a person in the next line. What most of the mentions
/// say holds for all of them; what is written the same in another place is the same.
struct NameConsistency {
    let knowledge: NameKnowledge
    let passages: [Passage]

    /// Person, body or place: what the mentions of one name vote on.
    private enum Choice: Int {
        case person, body, place

        init?(_ kind: Mention.Kind) {
            switch kind {
            case .party(.person): self = .person
            case .party(.organisation), .party(.government): self = .body
            case .party(.city), .party(.place): self = .place
            default: return nil
            }
        }
    }

    private enum Weight {
        /// The model or a list says so in one sentence.
        static let mention = 1.0
        /// A title or form of address stands before the name.
        static let titled = 2.0
        /// The article names a person in full who has this family name, or a body whose name begins so.
        static let fullName = 1.5
        /// A word stands before the name that places follow: "in Aisby".
        static let located = 0.5
        /// The text says what it is: "Aisby is a village".
        static let defined = 4.0
        /// It stands where places stand, and the gazetteer knows it or a noun calls it one: "the village of Aisby".
        static let known = 1.5
    }

    /// The mentions with the kinds that their names have over the whole article.
    func settled(_ mentions: [Mention]) -> [Mention] {
        let things = ThingNames(mentions: mentions, knowledge: knowledge, passages: passages)
        let mentions = withoutOffices(mentions).map { mention in
            things.contains(mention) ? Mention(mention, kind: .title, place: nil) : mention
        }
        var votes: [String: [Double]] = [:]
        for mention in mentions {
            guard let choice = Choice(mention.kind) else { continue }
            votes[mention.name, default: [0, 0, 0]][choice.rawValue] += weight(of: mention, choice)
            if choice != .person, mention.nameTokens.count > 1,
                knowledge.bodyKind(ofHead: mention.name.split(separator: " ").last?.lowercased() ?? "") == .place
            {
                votes[mention.name]?[Choice.place.rawValue] += Weight.located
            }
            if let defined = definition(of: mention) {
                votes[mention.name]?[defined.rawValue] += Weight.defined
            } else if choice != .place, isCalledPlace(mention) {
                votes[mention.name]?[Choice.place.rawValue] += Weight.known
            }
        }
        let bodies = mentions.firstWordsOfBodies(in: passages)
        for name in bodies where votes[name]?[Choice.place.rawValue] == 0 {
            votes[name]?[Choice.body.rawValue] += Weight.fullName
        }
        for name in familyNames(in: mentions) where votes[name] != nil {
            votes[name]?[Choice.person.rawValue] += Weight.fullName
            // "Ford" may be Mr Ford or the Ford Company; without such a company it is he.
            if !bodies.contains(name) { votes[name]?[Choice.body.rawValue] = 0 }
        }
        return mentions.map { mention in
            if Choice(mention.kind) == .place, isTeam(mention) { return changed(mention, to: .body) }
            guard let choice = Choice(mention.kind), mention.offices.isEmpty, mention.gender == nil,
                mention.acronym == nil, let worth = votes[mention.name], let best = worth.max(),
                worth[choice.rawValue] < best, let winner = worth.firstIndex(of: best).flatMap(Choice.init(rawValue:))
            else { return mention }
            return changed(mention, to: winner)
        }
    }

    /// The mentions without what is no body but the initials of an office, in a headline: "SHA meets the consul".
    private func withoutOffices(_ mentions: [Mention]) -> [Mention] {
        let titles = Set(mentions.flatMap { $0.offices.map(\.title) })
        return mentions.filter { mention in
            let passage = passages[mention.passage]
            guard passage.block.role == .headline, Choice(mention.kind) == .body else { return true }
            return !titles.contains { passage.words.areInitials(mention.name, ofTitle: $0) }
        }
    }

    /// Whether a city's name stands for its team: "the Porto striker", "played for Porto".
    private func isTeam(_ mention: Mention) -> Bool {
        guard mention.kind == .party(.city) || mention.kind == .party(.place) else { return false }
        let tokens = passages[mention.passage].tokens
        let next = mention.nameTokens.upperBound
        if next < tokens.count, tokens[next].tag == "NN" || tokens[next].tag == "NNS",
            knowledge.lists.teamNouns.contains(tokens[next].lemma.asLowercase)
        {
            return true
        }
        var preposition = mention.nameTokens.lowerBound - 1
        if preposition > 0, passages[mention.passage].words.definite.contains(tokens[preposition].lower) {
            preposition -= 1
        }
        guard preposition > 0, knowledge.lists.teamPrepositions.contains(tokens[preposition].lower) else {
            return false
        }
        return knowledge.lists.teamVerbs.contains(tokens[tokens[preposition].head].lemma.asLowercase)
    }

    /// Further mentions of the names in `known`, written exactly so where `known` has nothing.
    func repetitions(of known: [Mention]) -> [Mention] {
        var first: [String: Mention] = [:]
        for mention in known where Choice(mention.kind) != nil && first[mention.name] == nil {
            first[mention.name] = mention
        }
        var bearers: [String: Mention] = [:]
        for mention in known {
            guard let name = familyName(of: mention), bearers[name] == nil else { continue }
            bearers[name] = mention
        }
        first.merge(bearers) { known, _ in known }
        var byFirstWord: [String: [(words: [String], mention: Mention)]] = [:]
        for (name, mention) in first.sorted(by: { $0.key < $1.key }) {
            let isWhole = mention.name == name
            let tokens = passages[mention.passage].tokens[mention.nameTokens].map(\.text)
            let words = isWhole ? tokens : [name]
            guard let word = words.first else { continue }
            byFirstWord[word, default: []].append((words, mention))
        }
        byFirstWord = byFirstWord.mapValues { $0.sorted { $0.words.count > $1.words.count } }
        let firstWords = WordSieve(byFirstWord.keys)
        let byPassage = known.byPassage(passages.count)
        return passages.flatMap { passage in
            var covered = TokenSet(of: passage)
            for mention in byPassage[passage.index] { covered.formUnion(mention.tokens) }
            var found: [Mention] = []
            for start in passage.tokens.indices where firstWords.mayHold(passage.tokens[start].text) {
                guard let names = byFirstWord[passage.tokens[start].text], !covered.contains(start) else { continue }
                for (words, mention) in names {
                    let range = start..<start + words.count
                    guard range.upperBound <= passage.tokens.count,
                        isName(range, in: passage, written: words, isCommon: passages.writeSmall),
                        range.allSatisfy({ !covered.contains($0) })
                    else { continue }
                    covered.formUnion(range)
                    found.append(
                        Mention(
                            passage: passage.index, tokens: range, nameTokens: range, name: passage.text(of: range),
                            kind: mention.kind, place: mention.place))
                    break
                }
            }
            return found
        }
    }

    /// The heads of names that stand for the whole: "the Council" in an article that names one council.
    func shortForms(of known: [Mention]) -> [Mention] {
        var owners: [String: [String: Mention]] = [:]
        for mention in known where Choice(mention.kind) == .body && mention.nameTokens.count > 1 {
            for token in passages[mention.passage].tokens[mention.nameTokens] where token.isCapitalised {
                guard let kind = knowledge.bodyKind(ofHead: token.lower), kind != .place else { continue }
                let name = NameFolding.fold(mention.name)
                if owners[token.text]?[name] == nil { owners[token.text, default: [:]][name] = mention }
            }
        }
        guard !owners.isEmpty else { return [] }
        let byPassage = known.byPassage(passages.count)
        return passages.filter { !$0.isTitleCase }.flatMap { passage in
            var covered = TokenSet(of: passage)
            for mention in byPassage[passage.index] { covered.formUnion(mention.tokens) }
            return passage.tokens.indices.dropFirst().compactMap { token -> Mention? in
                guard passage.words.definite.contains(passage.tokens[token - 1].lower), !covered.contains(token),
                    case let word = passage.tokens[token].text,
                    let names = owners[word], names.count == 1, let owner = names.values.first,
                    isName(token..<token + 1, in: passage, written: [word], isCommon: { _ in true })
                else { return nil }
                return Mention(
                    passage: passage.index, tokens: token..<token + 1, nameTokens: token..<token + 1, name: word,
                    kind: owner.kind, place: nil, shortOf: owner.name)
            }
        }
    }

    /// Whether the words at `range` are the name; `isCommon` tells of the words that the article writes in small
    /// letters.
    private func isName(
        _ range: Range<Int>, in passage: Passage, written words: [String], isCommon: (String) -> Bool
    ) -> Bool {
        let tokens = passage.tokens[range]
        guard zip(tokens, words).allSatisfy({ $0.text == $1 }) else { return false }
        if range.count > 1 { return true }
        guard let token = tokens.first, token.isCapitalised else { return false }
        // A part of a longer capitalised name is not the name: "Jobs Act".
        let isBeside = { (position: Int) in
            passage.tokens.indices.contains(position) && passage.tokens[position].isCapitalised
                && !passage.tokens[position].isPunctuation
        }
        guard ["NNP", "NNPS"].contains(token.tag) || !isCommon(token.lower) else { return false }
        return !isBeside(range.upperBound) && (range.lowerBound == 0 || !isBeside(range.lowerBound - 1))
    }

    private func weight(of mention: Mention, _ choice: Choice) -> Double {
        switch choice {
        case .person:
            return mention.offices.isEmpty && mention.gender == nil ? Weight.mention : Weight.titled
        case .body: return mention.acronym == nil ? Weight.mention : Weight.titled
        case .place:
            // "the city of Turku" settles it; a place that the gazetteer knows is one more easily.
            if passages[mention.passage].callsPlace(mention.nameTokens, knowledge) { return Weight.defined }
            let isKnown = mention.place?.isAlternate == false
            return Weight.mention + (isLocated(mention) ? Weight.located : 0) + (isKnown ? Weight.located : 0)
        }
    }

    /// Whether a word stands before the name that names of places follow.
    private func isLocated(_ mention: Mention) -> Bool {
        let before = mention.tokens.lowerBound - 1
        return before >= 0 && knowledge.lists.placePrepositions.contains(passages[mention.passage].tokens[before].lower)
    }

    /// Whether a name stands where a place stands, and the gazetteer knows it or a noun calls it one.
    private func isCalledPlace(_ mention: Mention) -> Bool {
        passages[mention.passage].callsPlace(mention.nameTokens, knowledge)
            || isLocated(mention) && knowledge.places(mention.name).first?.isAlternate == false
    }

    /// What the sentence says that the name is: "Aisby is a village", "Aisby, a village in Kesteven".
    private func definition(of mention: Mention) -> Choice? {
        let passage = passages[mention.passage]
        let name = passage.head(of: mention.nameTokens)
        var nouns = passage.children(of: name, ["appos"])
        let verb = passage.tokens[name].head
        if passage.tokens[name].dep == "nsubj", passage.words.being.contains(passage.tokens[verb].lemma.asLowercase) {
            nouns += passage.children(of: verb, ["attr"])
        }
        for noun in nouns where passage.tokens[noun].pos == "NOUN" {
            let word = passage.tokens[noun].lemma.asLowercase
            if knowledge.lists.placeSuffixes[word] != nil { return .place }
            switch knowledge.bodyKind(ofHead: word) {
            case .place: return .place
            case .organisation: return .body
            default: continue
            }
        }
        return nil
    }

    /// The family names of those whom the article names in full.
    private func familyNames(in mentions: [Mention]) -> Set<String> { Set(mentions.compactMap(familyName)) }

    private func familyName(of mention: Mention) -> String? {
        guard mention.kind == .party(.person), mention.nameTokens.count > 1,
            let last = mention.name.split(separator: " ").last.map(String.init), last.unicodeScalars.count > 2,
            last.unicodeScalars.first?.properties.isUppercase == true, knowledge.countries[last] == nil,
            knowledge.demonyms[last] == nil
        else { return nil }
        return last
    }

    private func changed(_ mention: Mention, to choice: Choice) -> Mention {
        var mention = mention
        switch choice {
        case .person: mention = Mention(mention, kind: .party(.person), place: nil)
        case .body: mention = Mention(mention, kind: .party(.organisation), place: nil)
        case .place:
            let place = knowledge.places(written: mention.name).first
            mention = Mention(mention, kind: .party(place?.kind ?? .place), place: place)
        }
        return mention
    }
}

extension Mention {
    /// The same words, taken for something else.
    fileprivate init(_ other: Mention, kind: Kind, place: KnownPlace?) {
        self = other
        self.kind = kind
        self.place = place
    }
}
