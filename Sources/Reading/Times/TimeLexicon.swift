// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The words and rules of one language's time expressions, compiled from its resource files.
struct TimeLexicon: Sendable {
    /// A resource file as it is written.
    struct File: Codable {
        struct Rule: Codable {
            var group: String
            var build: String
            var guarded: String?
            var emit: Bool?
            var with: [String: String]?
            var patterns: [String]
        }
        /// List name, then value, then the words that have it.
        var lists: [String: [String: [String]]]
        /// Endings of words that the lists need not name.
        struct Endings: Codable {
            var past: [String]
            var plural: [String]
            /// Endings that look like a plural's and are none.
            var singular: [String]
        }
        var endings: Endings
        /// Texts that patterns name in braces.
        var macros: [String: String]
        /// Modifier, then the phrases that stand before a date.
        var modifiers: [String: [String]]
        var rules: [Rule]
    }

    var vocabulary: Vocabulary
    var numbers: NumberReader
    /// The value of a word in a list, by list and word.
    var values: [[Int32: Double]] = []
    var listNumbers: [String: Int] = [:]
    var rules: [TimeRule] = []
    /// The rules of each group.
    var groups: [[Int]] = []
    /// The steps of all rules, each rule's row ending with `done`.
    var steps: [TimeStep] = []
    /// The emitting rules that can begin with a piece, by its number in a `PieceSet`.
    var starts: [[Int]] = []
    /// The pieces that each rule can begin with, and those that can stand second.
    var firsts = PieceTable([])
    var seconds = PieceTable([])
    /// Endings as bytes.
    var pastEndings: [[UInt8]] = []
    var pluralEndings: [[UInt8]] = []
    var singularEndings: [[UInt8]] = []
    /// Modifier phrases as rows of words, longest first.
    var modifiers: [(words: [Int32], modifier: TimeModifier)] = []

    /// The members of a list as a set that is quick to ask.
    func contains(_ list: TimeWordList, _ word: Int32) -> Bool {
        guard word >= 0, Int(word) < flags.count else { return false }
        return flags[Int(word)] & (1 << UInt32(list.rawValue)) != 0
    }
    private var flags: [UInt32] = []

    init(file: File, name: String, numberLists: NumberWords.Lists) throws {
        var vocabulary = Vocabulary()
        let words = NumberWords(lists: numberLists, vocabulary: &vocabulary)
        numbers = NumberReader(words: words)
        for (list, entries) in file.lists.sorted(by: { $0.key < $1.key }) {
            listNumbers[list] = values.count
            var byWord: [Int32: Double] = [:]
            for (value, members) in entries.sorted(by: { $0.key < $1.key }) {
                guard let number = TimeLexicon.value(value, isDayPart: list.hasPrefix("daypart")) else {
                    throw GrammarError(
                        file: name, place: "list \(list)", message: "\(value) is neither a number nor a known name")
                }
                for member in members { byWord[vocabulary.intern(member)] = number }
            }
            values.append(byWord)
        }
        var groupNumbers: [String: Int] = [:]
        for rule in file.rules where groupNumbers[rule.group] == nil {
            groupNumbers[rule.group] = groups.count
            groups.append([])
        }
        var parser = TimePatternParser(
            vocabulary: vocabulary, lists: listNumbers, groups: groupNumbers, file: name)
        var nodes: [TimePatternNode] = []
        for rule in file.rules {
            for pattern in rule.patterns {
                let node = try parser.parse(TimeLexicon.expand(pattern, file.macros))
                var compiled = try TimeLexicon.head(rule, shortest: node.shortest, file: name)
                compiled.start = steps.count
                node.compile(into: &steps)
                steps.append(.done)
                groups[groupNumbers[rule.group] ?? 0].append(rules.count)
                rules.append(compiled)
                nodes.append(node)
            }
        }
        vocabulary = parser.vocabulary
        for (modifier, phrases) in file.modifiers.sorted(by: { $0.key < $1.key }) {
            guard let known = TimeModifier(rawValue: modifier) else {
                throw GrammarError(file: name, place: "modifiers", message: "\(modifier) is no modifier")
            }
            for phrase in phrases {
                modifiers.append((phrase.split(separator: " ").map { vocabulary.intern(String($0)) }, known))
            }
        }
        pastEndings = file.endings.past.map { Array($0.utf8) }
        pluralEndings = file.endings.plural.map { Array($0.utf8) }
        singularEndings = file.endings.singular.map { Array($0.utf8) }
        modifiers.sort { $0.words.count > $1.words.count }
        self.vocabulary = vocabulary
        flags = Array(repeating: 0, count: vocabulary.count)
        for list in TimeWordList.allCases {
            guard let number = listNumbers[list.name] else { continue }
            for word in values[number].keys { flags[Int(word)] |= 1 << UInt32(list.rawValue) }
        }
        index(nodes)
    }

    /// Puts the macros' texts in place of their names.
    private static func expand(_ pattern: String, _ macros: [String: String]) -> String {
        macros.sorted { $0.key < $1.key }.reduce(pattern) { text, macro in
            text.replacingOccurrences(of: "{\(macro.key)}", with: macro.value)
        }
    }

    private static func head(_ rule: File.Rule, shortest: Int, file: String) throws -> TimeRule {
        guard let build = TimeBuild(rawValue: rule.build) else {
            throw GrammarError(file: file, place: "group \(rule.group)", message: "nothing is built by \(rule.build)")
        }
        var condition: TimeGuard?
        if let guarded = rule.guarded {
            guard let known = TimeGuard(rawValue: guarded) else {
                throw GrammarError(file: file, place: "group \(rule.group)", message: "no guard is called \(guarded)")
            }
            condition = known
        }
        let constants = try (rule.with ?? [:]).sorted { $0.key < $1.key }.map { key, value in
            guard let slot = TimeSlot(rawValue: key), let number = TimeLexicon.value(value, isDayPart: key == "daypart")
            else {
                throw GrammarError(
                    file: file, place: "group \(rule.group)", message: "\(key) \(value) is no slot with a known value")
            }
            return (slot, number)
        }
        return TimeRule(
            start: 0, build: build, constants: constants, condition: condition, emits: rule.emit ?? true,
            shortest: shortest)
    }

    /// A number, or the number of a unit, a part of the day or an edge by its name.
    private static func value(_ text: String, isDayPart: Bool) -> Double? {
        if let number = Double(text) { return number }
        if isDayPart {
            return DayPart.allCases.first { "\($0)" == text }.map { Double($0.rawValue) }
        }
        if let unit = TimeUnit.allCases.first(where: { "\($0)" == text }) { return Double(unit.rawValue) }
        return TimeEdge.allCases.first { "\($0)" == text }.map { Double($0.rawValue) }
    }
}

/// The lists that the code itself asks for.
enum TimeWordList: Int, CaseIterable {
    /// Words before a date that say it is one, such as `in`, `since`.
    case preposition
    /// Prepositions that make even an ambiguous word a date.
    case strictPreposition
    /// Words of a list that have other meanings too.
    case ambiguous
    /// Words that turn a sentence to the future or to the past.
    case futureCue, pastCue
    /// Words of the present; a participle after one of them is no past.
    case presentCue
    /// Words of what may be; in a history they are no future.
    case modalCue
    /// Words that may follow a year that is none (`people`), and rates.
    case counted
    case article
    /// Words after which a number is not a year.
    case notYear
    /// Words that close a date.
    case month, weekday, unit
    /// Capitalised words that make a weekday the name of a newspaper.
    case title
    /// Words that tie what follows to the date before them.
    case continuing
    /// The definite article, and names such as `Black` that make a weekday a name.
    case definite, namedDay

    var name: String { "\(self)" }
}
