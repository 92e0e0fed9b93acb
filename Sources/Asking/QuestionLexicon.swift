// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Yams

/// What the words of a question ask for, as `Resources/questions.yaml` lists it.
struct QuestionLexicon: Sendable {
    /// Words that open a question, and what they ask for.
    struct Opening: Decodable, Sendable {
        let aim: Question.Aim
        let words: [String]
    }

    /// Verbs and nouns that stand for each other, and the entries that tell of it.
    struct Action: Decodable, Hashable, Sendable {
        let words: [String]
        let kinds: [Entry.Kind]
        let who: [String]?
        let implied: Bool?
        let forces: [Commitment.Force]?
    }

    /// Offices that are held at another place than that of whom they are for.
    struct Posts: Decodable, Hashable, Sendable {
        let titles: [String]
        let links: [String]
    }

    private struct File: Decodable {
        let aims: [Opening]
        let openers: [String]
        let future: [String]
        let copulas: [String]
        let negations: [String]
        let empty: [String]
        let since: [String]
        let until: [String]
        let months: [[String]]
        let possessives: [String]
        let links: [String]
        let fillers: [String]
        let assuming: [String]
        let origins: [String]
        let conjunctions: [String]
        let capacities: [String]
        let both: [String]
        let states: [String]
        let placing: [String]
        let posts: Posts
        let leading: [String]
        let delegations: [String]
        let agents: [String]
        let latest: [String]
        let meeting: [String]
        let unreal: [String]
        let communities: [String]
        let money: [String]
        let targets: [String]
        let populations: [String]
        let durations: [String]
        let lasting: [String]
        let giving: [String]
        let receiving: [String]
        let infinitives: [String]
        let share: String
        let nationals: [String]
        let actions: [Action]
        let types: [String: [String: [String]]]
        let kinds: [String: [String]]
        let same: [[String]]
    }

    /// The words of each opening, the longest first.
    let openings: [(words: [String], aim: Question.Aim)]
    let openers: Set<String>
    let future: Set<String>
    let copulas: Set<String>
    /// Words by which a verb is denied.
    let negations: Set<String>
    let empty: Set<String>
    let since: Set<String>
    let until: Set<String>
    /// What may stand between a body and the title behind it.
    let possessives: Set<String>
    /// What ties a title to the body behind it.
    let links: Set<String>
    /// What may stand between such a word and the body.
    let fillers: Set<String>
    /// Words that tell how somebody comes into an office.
    let assuming: Set<String>
    /// Words behind a body or delegation that tell whose it is.
    let origins: Set<String>
    /// Words that join two names.
    let conjunctions: Set<String>
    /// Words in front of an office that somebody comes into.
    let capacities: Set<String>
    /// Words for two sides together.
    let both: Set<String>
    /// Nouns for sides that are countries.
    let states: Set<String>
    /// Words that tell where something is or goes.
    let placing: Set<String>
    /// Offices abroad.
    let posts: Posts
    /// Words that tell who is at the head of others.
    let leading: Set<String>
    /// Nouns for those who are led.
    let delegations: Set<String>
    /// Words between a verb and whoever does it.
    let agents: Set<String>
    /// Words that ask for the last of several.
    let latest: Set<String>
    /// Verbs for coming together with somebody.
    let meeting: Set<String>
    /// Words in front of what is only wished for or thought of.
    let unreal: Set<String>
    /// Nouns for all people of a country at one place.
    let communities: Set<String>
    /// Nouns for money.
    let money: Set<String>
    /// Nouns for what is aimed at.
    let targets: Set<String>
    /// Nouns for all who live at a place.
    let populations: Set<String>
    /// Units of time.
    let durations: Set<String>
    /// Openings that ask for a time or a length.
    let lasting: Set<String>
    /// Verbs of which whoever does it and whoever gets it are two.
    let giving: Set<String>
    /// Words in front of whoever gets it.
    let receiving: Set<String>
    /// Words in front of what is to be done.
    let infinitives: Set<String>
    /// Words in the names of bodies that act for their place, such as a city's council.
    let bodies: Set<String>
    /// The unit of shares and rates.
    let share: String
    /// Words for the people of a country.
    let nationals: Set<String>
    private let months: [String: Int]
    private let actions: [String: [Action]]
    private let types: [String: [Entry.Kind: String]]
    private let kinds: [String: Entry.Kind]
    private let same: [String: Set<String>]

    /// Reads the list that belongs to this target; `bodies` are the words for bodies that the ledger goes by.
    init(bodies: Set<String>) throws(AskingError) {
        self.bodies = bodies
        let name = "Resources/questions.yaml"
        let file: File
        do {
            let url = Bundle.module.bundleURL.appending(path: name)
            file = try YAMLDecoder().decode(File.self, from: try String(contentsOf: url, encoding: .utf8))
        } catch {
            throw AskingError(.lexicon, detail: "\(name): \(error)")
        }
        openings = file.aims.flatMap { opening in
            opening.words.map { ($0.split(separator: " ").map(String.init), opening.aim) }
        }.sorted { ($0.0.count, $1.0.joined()) > ($1.0.count, $0.0.joined()) }
        openers = Set(file.openers)
        future = Set(file.future)
        copulas = Set(file.copulas)
        negations = Set(file.negations)
        empty = Set(file.empty)
        since = Set(file.since)
        until = Set(file.until)
        possessives = Set(file.possessives)
        links = Set(file.links)
        fillers = Set(file.fillers)
        assuming = Set(file.assuming)
        origins = Set(file.origins)
        conjunctions = Set(file.conjunctions)
        capacities = Set(file.capacities)
        both = Set(file.both)
        states = Set(file.states)
        placing = Set(file.placing)
        posts = file.posts
        leading = Set(file.leading)
        delegations = Set(file.delegations)
        agents = Set(file.agents)
        latest = Set(file.latest)
        unreal = Set(file.unreal)
        meeting = Set(file.meeting)
        communities = Set(file.communities)
        money = Set(file.money)
        targets = Set(file.targets)
        populations = Set(file.populations)
        durations = Set(file.durations)
        lasting = Set(file.lasting)
        giving = Set(file.giving)
        receiving = Set(file.receiving)
        infinitives = Set(file.infinitives)
        share = file.share
        nationals = Set(file.nationals)
        var months: [String: Int] = [:]
        for (index, names) in file.months.enumerated() { for name in names { months[name] = index + 1 } }
        self.months = months
        var actions: [String: [Action]] = [:]
        for action in file.actions { for word in action.words { actions[word, default: []].append(action) } }
        self.actions = actions
        var types: [String: [Entry.Kind: String]] = [:]
        for (kind, forms) in file.types {
            guard let kind = Entry.Kind(rawValue: kind) else { throw AskingError(.lexicon, detail: "types: \(kind)") }
            for (form, words) in forms { for word in words { types[word, default: [:]][kind] = form } }
        }
        self.types = types
        var kinds: [String: Entry.Kind] = [:]
        for (kind, words) in file.kinds {
            guard let kind = Entry.Kind(rawValue: kind) else { throw AskingError(.lexicon, detail: "kinds: \(kind)") }
            for word in words { kinds[word] = kind }
        }
        self.kinds = kinds
        var same: [String: Set<String>] = [:]
        for words in file.same { for word in words { same[word, default: []].formUnion(words) } }
        self.same = same
    }

    /// The number of a month, 1 to 12.
    func month(_ word: String) -> Int? { months[word] }

    /// What a verb or its noun may ask for.
    func actions(of lemma: String) -> [Action] { actions[lemma] ?? [] }

    /// The types that a noun names, by kind of entry.
    func types(named word: String) -> [Entry.Kind: String] { types[word] ?? [:] }

    /// The kind of entry that a noun names.
    func kind(named lemma: String) -> Entry.Kind? { kinds[lemma] }

    /// All words that stand for this one, with itself.
    func wordings(of lemma: String) -> Set<String> {
        actions(of: lemma).reduce(into: (same[lemma] ?? []).union([lemma])) { $0.formUnion($1.words) }
    }
}
