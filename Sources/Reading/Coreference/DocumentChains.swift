// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Puts the mentions of one text together that mean the same.
///
/// Sieves go from the most certain to the least, after Lee and others (2013), and each sees what those before it have
/// joined. Happenings come last, because who takes part tells them apart.
struct DocumentChains {
    let mentions: [CoreferenceMention]
    var chains: DisjointSets

    /// The entities and the happenings, by number, in the order of the text.
    let entities: [Int]
    let events: [Int]
    /// The entity that stands at a token.
    private var entityAt: [TokenPlace: Int] = [:]

    init(_ mentions: [CoreferenceMention], areEvents: [Bool]) {
        self.mentions = mentions
        chains = DisjointSets(count: mentions.count)
        let order = mentions.indices.sorted {
            (mentions[$0].range.start.scalar, mentions[$0].range.end.scalar, $0)
                < (mentions[$1].range.start.scalar, mentions[$1].range.end.scalar, $1)
        }
        entities = order.filter { !areEvents[$0] }
        events = order.filter { areEvents[$0] }
        for number in entities.reversed() where !mentions[number].isJoint { entityAt[mentions[number].place] = number }
        joinHeads()
        joinParties()
        joinNames()
        joinAppositions()
        joinDescriptions()
        joinHolders()
        joinPronouns()
        joinLists()
        joinEvents()
    }

    // MARK: Names

    /// "GM" and "the carmaker GM" have one head.
    private mutating func joinHeads() {
        joinAlike(entities) { $0.isJoint ? nil : $0.place }
    }

    /// What the reading takes for one party or for the same parties.
    private mutating func joinParties() {
        joinAlike(entities) { $0.parties.isEmpty || $0.isJoint != ($0.parties.count > 1) ? nil : $0.parties }
    }

    private mutating func joinNames() {
        joinAlike(entities) { $0.name.isEmpty || $0.isJoint ? nil : $0.name.joined() }
        let named = entities.filter { !mentions[$0].name.isEmpty && !mentions[$0].isJoint }
        for (position, later) in named.enumerated() {
            for earlier in named[..<position] where NameForms.areOne(mentions[earlier], mentions[later]) {
                chains.join(earlier, later)
            }
        }
    }

    private mutating func joinAppositions() {
        for mention in entities {
            guard let beside = mentions[mention].beside, !mentions[mention].isJoint else { continue }
            let isRelative = mentions[mention].sort == .pronoun(.relative)
            let place = TokenPlace(passage: mentions[mention].passage, token: beside)
            guard let explained = entityAt[place],
                isRelative || !mentions[mention].isListed && !mentions[explained].isListed
            else { continue }
            chains.join(explained, mention)
        }
    }

    // MARK: Descriptions

    /// The same noun again, with no word that tells another one: "the new plant" … "the plant".
    private mutating func joinDescriptions() {
        let described = entities.filter { mentions[$0].sort == .noun && !mentions[$0].isJoint }
        for (position, later) in described.enumerated() {
            let earlier = described[..<position].last { isAgain(mentions[later], of: mentions[$0]) }
            if let earlier { chains.join(earlier, later) }
        }
    }

    private func isAgain(_ mention: CoreferenceMention, of other: CoreferenceMention) -> Bool {
        guard other.lemma == mention.lemma, !isInside(mention, other) else { return false }
        if mention.words == other.words { return true }
        return other.isPlural == mention.isPlural && mention.modifiers.isSubset(of: other.modifiers)
            && !mention.isIndefinite
    }

    /// "the former mayor" after "former mayor Ana Horvat"; "the company" after the last body that a clause is about.
    private mutating func joinHolders() {
        for (position, number) in entities.enumerated() {
            let mention = mentions[number]
            guard mention.sort == .noun, mention.isDefinite, !mention.isPlural, !mention.isJoint,
                mention.parties.isEmpty, isAlone(number)
            else { continue }
            let before = entities[..<position].reversed().filter { !isInside(mention, mentions[$0]) }
            let titled = before.first {
                let other = mentions[$0]
                return other.sort == .name && other.modifiers.contains(mention.lemma)
                    && mention.modifiers.isSubset(of: other.modifiers)
            }
            let body =
                mention.isAnyBody && mention.modifiers.isEmpty
                ? before.first { mentions[$0].isBody && mentions[$0].isSubject && isNear(mentions[$0], mention) } : nil
            if let antecedent = titled ?? body { chains.join(antecedent, number) }
        }
    }

    private func isNear(_ one: CoreferenceMention, _ other: CoreferenceMention) -> Bool {
        other.passage - one.passage <= 2
    }

    /// Whether a mention is with no other so far.
    private func isAlone(_ number: Int) -> Bool {
        let root = chains.root(of: number)
        return !entities.contains { $0 != number && chains.root(of: $0) == root }
    }

    func isInside(_ one: CoreferenceMention, _ other: CoreferenceMention) -> Bool {
        one.passage == other.passage && one.tokens.overlaps(other.tokens)
    }

    /// Lists of the same: "GM and Chrysler" … "Chrysler and General Motors".
    private mutating func joinLists() {
        var first: [[String]: Int] = [:]
        for number in entities where mentions[number].isJoint {
            let members = mentions[number].members.map { place in
                entityAt[place].map { "#\(chains.root(of: $0))" } ?? "\(place.passage) \(place.token)"
            }.sorted()
            if let known = first[members] { chains.join(known, number) } else { first[members] = number }
        }
    }

    // MARK: Happenings

    private mutating func joinEvents() {
        let told = events.filter { mentions[$0].sort == .event && !mentions[$0].isReport }
        for (position, later) in told.enumerated() {
            let earlier = told[..<position].last {
                mentions[$0].stem == mentions[later].stem && agree(mentions[$0], mentions[later])
            }
            if let earlier { chains.join(earlier, later) }
        }
    }

    /// Whether nobody takes part in one where somebody else does in the other.
    private func agree(_ one: CoreferenceMention, _ other: CoreferenceMention) -> Bool {
        for role in [CoreferenceMention.Argument.Role.doer, .undergoer] {
            let mine = Set(one.arguments.filter { $0.role == role }.map(key))
            let theirs = Set(other.arguments.filter { $0.role == role }.map(key))
            if !mine.isEmpty, !theirs.isEmpty, mine.isDisjoint(with: theirs) { return false }
        }
        return true
    }

    /// Who or what an argument is: its chain, or its noun.
    private func key(_ argument: CoreferenceMention.Argument) -> String {
        entity(of: argument).map { "#\($0)" } ?? argument.words
    }

    /// The chain of the mention that fills an argument.
    func entity(of argument: CoreferenceMention.Argument) -> Int? {
        entityAt[argument.head].map { chains.root(of: $0) }
    }

    // MARK: Joining

    /// Joins the mentions that have one key.
    private mutating func joinAlike<Key: Hashable>(_ numbers: [Int], _ key: (CoreferenceMention) -> Key?) {
        var first: [Key: Int] = [:]
        for number in numbers {
            guard let key = key(mentions[number]) else { continue }
            if let known = first[key] { chains.join(known, number) } else { first[key] = number }
        }
    }
}
