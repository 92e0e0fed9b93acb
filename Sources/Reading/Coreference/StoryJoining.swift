// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What one text tells of one thing or happening.
struct StoryChain {
    let document: Int
    let story: Int
    let isEvent: Bool
    var isPerson = false
    /// The different names, in the order of the text.
    var names: [NameForms.Form] = []
    /// Phrases of two words or more.
    var descriptions: [String] = []
    /// The nouns that it is called by, where it has no name.
    var nouns: [String] = []
    /// Nouns that stand without any article, for all of their kind.
    var kinds: [String] = []
    var stems: Set<String> = []
    var types: Set<EventType> = []
    var occasions: Set<String> = []
    /// Whether it is told by nouns alone.
    var isNominal = false
    /// Who takes part: the number of the entity in its text, or the noun.
    var participants: [(entity: Int?, words: String)] = []

    init(_ set: [Int], of chains: DocumentChains, isEvent: Bool, document: Int, story: Int) {
        self.document = document
        self.story = story
        self.isEvent = isEvent
        let mentions = set.map { chains.mentions[$0] }
        if isEvent {
            let telling = mentions.filter { !$0.isReport && !$0.isPronoun }
            stems = Set(telling.map(\.stem))
            types = Set(telling.compactMap(\.type))
            occasions = Set(telling.flatMap(\.occasions))
            isNominal = telling.allSatisfy { !$0.isVerb }
            participants = telling.flatMap(\.arguments).map { (chains.entity(of: $0), $0.words) }
            return
        }
        isPerson = mentions.lazy.compactMap(\.isPerson).first == true
        let own = mentions.filter { !$0.isJoint }
        for mention in own where !mention.name.isEmpty && !names.contains(mention.form) { names.append(mention.form) }
        guard names.isEmpty else { return }
        let described = own.filter { $0.sort == .noun }
        descriptions = described.filter { $0.words.count > 1 }.map { $0.words.joined(separator: " ") }
        nouns = described.map(\.lemma)
        kinds = described.filter { $0.words.count == 1 && !$0.isDefinite && !$0.isIndefinite }.map(\.lemma)
    }
}

/// Joins the chains of several texts.
struct StoryJoining {
    let chains: [StoryChain]
    /// For each text the number of each of its chains.
    let numbers: [[Int: Int]]
    private(set) var sets: DisjointSets
    /// The stories that several texts tell.
    private let told: Set<Int>

    init(chains: [StoryChain], numbers: [[Int: Int]], stories: [Int]) {
        self.chains = chains
        self.numbers = numbers
        told = Set(stories.filter { story in stories.count { $0 == story } > 1 })
        sets = DisjointSets(count: chains.count)
    }

    mutating func join() {
        joinAlike { $0.names.map { $0.words.joined() } }
        joinNameForms()
        joinAlike { $0.descriptions }
        joinAlike { $0.kinds }
        joinSurnames()
        let told = told
        joinAlike { chain in told.contains(chain.story) ? chain.nouns.map { "\(chain.story) \($0)" } : [] }
        joinEvents()
    }

    private mutating func joinNameForms() {
        let named = chains.indices.filter { !chains[$0].names.isEmpty }
        for (position, later) in named.enumerated() {
            for earlier in named[..<position] where chains[earlier].document != chains[later].document {
                let areOne = chains[earlier].names.contains { mine in
                    chains[later].names.contains { NameForms.areOne(mine, $0) }
                }
                if areOne { sets.join(earlier, later) }
            }
        }
    }

    /// A surname alone, where one person of the story bears it.
    private mutating func joinSurnames() {
        let people = chains.indices.filter { chains[$0].names.contains { $0.words.count > 1 } && chains[$0].isPerson }
        for number in chains.indices {
            let chain = chains[number]
            guard !chain.names.isEmpty, chain.names.allSatisfy({ $0.words.count == 1 }) else { continue }
            let bearers = people.filter { other in
                chains[other].story == chain.story
                    && chains[other].names.contains { $0.words.count > 1 && $0.words.last == chain.names[0].words[0] }
            }
            guard let first = bearers.first, Set(bearers.map { sets.root(of: $0) }).count == 1 else { continue }
            sets.join(first, number)
        }
    }

    /// The same happening: of one word in one story with nobody else in it, else with two who take part in both.
    private mutating func joinEvents() {
        let participants = participants
        for (number, chain) in chains.enumerated() where chain.isEvent {
            for other in 0..<number {
                guard chains[other].isEvent, chains[other].document != chain.document else { continue }
                let isOneWord = !chains[other].stems.isDisjoint(with: chain.stems)
                let shared = participants[other].intersection(participants[number]).count
                if chains[other].story == chain.story {
                    let isOpen =
                        participants[other].isEmpty || participants[number].isEmpty
                        || chains[other].isNominal && chain.isNominal
                    let isOneType = !chains[other].types.isDisjoint(with: chain.types)
                    let isOneOccasion = !chains[other].occasions.isDisjoint(with: chain.occasions)
                    let isAlike = (isOneWord || isOneOccasion) && (shared > 0 || isOpen)
                    if isAlike || isOneType && shared > 0 { sets.join(other, number) }
                } else if isOneWord, shared >= 2 {
                    sets.join(other, number)
                }
            }
        }
    }

    /// Who takes part in each happening, by what is joined so far; nouns that are no mention stand for whom they name.
    private var participants: [Set<String>] {
        var named: [String: Int] = [:]
        for (number, chain) in chains.enumerated() {
            for name in chain.names {
                guard let last = name.words.last else { continue }
                named["\(chain.story) \(last)"] = named["\(chain.story) \(last)"] ?? number
            }
        }
        return chains.map { chain in
            Set(
                chain.participants.map { participant in
                    let entity =
                        participant.entity.flatMap { numbers[chain.document][$0] }
                        ?? named["\(chain.story) \(participant.words)"]
                    return entity.map { "#\(sets.root(of: $0))" } ?? participant.words
                })
        }
    }

    /// Joins the chains that have a key in common.
    private mutating func joinAlike(_ keys: (StoryChain) -> [String]) {
        var first: [String: Int] = [:]
        for (number, chain) in chains.enumerated() {
            for key in keys(chain) {
                if let known = first[key] { sets.join(known, number) } else { first[key] = number }
            }
        }
    }
}
