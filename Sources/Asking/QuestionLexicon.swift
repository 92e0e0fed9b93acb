// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Yams

/// What the words of a question ask for, as `Resources/questions.yaml` lists it.
@dynamicMemberLookup
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

    /// The words of each opening, the longest first.
    let openings: [(words: [String], aim: Question.Aim)]
    /// Words in the names of bodies that act for their place, such as a city's council.
    let bodies: Set<String>
    private let words: QuestionWords
    private let months: [String: Int]
    private let actions: [String: [Action]]
    private let types: [String: [Entry.Kind: String]]
    private let kinds: [String: Entry.Kind]
    private let same: [String: Set<String>]

    /// Reads the list that belongs to this target; `bodies` are the words for bodies that the ledger goes by.
    init(bodies: Set<String>) throws(AskingError) {
        self.bodies = bodies
        let name = "Resources/questions.yaml"
        let file: QuestionWords
        do {
            let url = Bundle.module.bundleURL.appending(path: name)
            file = try YAMLDecoder().decode(QuestionWords.self, from: try String(contentsOf: url, encoding: .utf8))
        } catch {
            throw AskingError(.lexicon, detail: "\(name): \(error)")
        }
        words = file
        openings = file.aims.flatMap { opening in
            opening.words.map { ($0.split(separator: " ").map(String.init), opening.aim) }
        }.sorted { ($0.0.count, $1.0.joined()) > ($1.0.count, $0.0.joined()) }
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

    /// A list of words.
    subscript<List>(dynamicMember list: KeyPath<QuestionWords, List>) -> List { words[keyPath: list] }

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
