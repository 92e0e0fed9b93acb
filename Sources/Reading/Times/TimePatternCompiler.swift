// SPDX-License-Identifier: Apache-2.0

/// A pattern of a resource file as a tree.
///
/// A pattern is a row of words and signs, `<terminal:slot>` takes a piece, `[group:slot]` calls other rules, `~` forbids
/// white space, `( a | b )` chooses, `?` after an item makes it optional.
indirect enum TimePatternNode {
    case word(Int32)
    case take(TimeTerminal, TimeSlot)
    case call(Int, TimeSlot)
    case glue
    case sequence([TimePatternNode])
    case choice([TimePatternNode])
    case optional(TimePatternNode)

    /// The fewest pieces that the pattern can take.
    var shortest: Int {
        switch self {
        case .word, .take, .call: 1
        case .glue, .optional: 0
        case .sequence(let nodes): nodes.reduce(0) { $0 + $1.shortest }
        case .choice(let nodes): nodes.map(\.shortest).min() ?? 0
        }
    }
}

/// Reads pattern text into trees and steps.
struct TimePatternParser {
    var vocabulary: Vocabulary
    let lists: [String: Int]
    let groups: [String: Int]
    let file: String
    private var symbols: [Character] = []
    private var index = 0
    private var pattern = ""

    init(vocabulary: Vocabulary, lists: [String: Int], groups: [String: Int], file: String) {
        self.vocabulary = vocabulary
        self.lists = lists
        self.groups = groups
        self.file = file
    }

    mutating func parse(_ pattern: String) throws -> TimePatternNode {
        self.pattern = pattern
        symbols = Array(pattern)
        index = 0
        let node = try choice()
        guard index == symbols.count else { throw failure("unbalanced bracket at character \(index + 1)") }
        return node
    }

    private func failure(_ message: String) -> GrammarError {
        GrammarError(file: file, place: "pattern \"\(pattern)\"", message: message)
    }

    private mutating func choice() throws -> TimePatternNode {
        var options = [try sequence()]
        while index < symbols.count, symbols[index] == "|" {
            index += 1
            options.append(try sequence())
        }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() throws -> TimePatternNode {
        var nodes: [TimePatternNode] = []
        while index < symbols.count {
            let symbol = symbols[index]
            if symbol == " " {
                index += 1
                continue
            }
            if symbol == "|" || symbol == ")" { break }
            var node = try item()
            if index < symbols.count, symbols[index] == "?" {
                index += 1
                node = .optional(node)
            }
            nodes.append(node)
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func item() throws -> TimePatternNode {
        switch symbols[index] {
        case "(":
            index += 1
            let node = try choice()
            guard index < symbols.count, symbols[index] == ")" else { throw failure("a bracket is left open") }
            index += 1
            return node
        case "<":
            let (name, slot) = try bracketed(until: ">")
            return .take(try terminal(name), try slotNamed(slot ?? name))
        case "[":
            let (name, slot) = try bracketed(until: "]")
            guard let group = groups[name] else { throw failure("no rules of group \(name); add them or correct it") }
            return .call(group, try slotNamed(slot ?? name))
        case "~":
            index += 1
            return .glue
        default:
            var word = ""
            while index < symbols.count, !" ()|?<>[]~".contains(symbols[index]) {
                word.append(symbols[index])
                index += 1
            }
            guard !word.isEmpty else { throw failure("unexpected \(symbols[index])") }
            // Brackets of the text itself have names, since the pattern uses theirs.
            let spelled = word == "lparen" ? "(" : word == "rparen" ? ")" : word
            return .word(vocabulary.intern(spelled))
        }
    }

    private mutating func bracketed(until close: Character) throws -> (String, String?) {
        index += 1
        var name = ""
        while index < symbols.count, symbols[index] != close {
            name.append(symbols[index])
            index += 1
        }
        guard index < symbols.count else { throw failure("no \(close) after \(name)") }
        index += 1
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        guard let first = parts.first else { throw failure("empty brackets") }
        return (first, parts.count > 1 ? parts[1] : nil)
    }

    private func slotNamed(_ name: String) throws -> TimeSlot {
        if let slot = TimeSlot(rawValue: name) { return slot }
        switch TimePatternParser.terminals[name] {
        case .day, .ordinalDay, .dayNumber: return .day
        case .monthNumber: return .month
        case .year, .shortYear, .anyYear, .fullYear, .spokenYear: return .year
        case .hourWord: return .hour
        case .minuteWord: return .minute
        case .whole: return .count
        case .dash, .apostrophe: return .part
        default: throw failure("no slot is called \(name); name one after a colon")
        }
    }

    private func terminal(_ name: String) throws -> TimeTerminal {
        if let list = lists[name] { return .list(list) }
        guard let terminal = TimePatternParser.terminals[name] else {
            throw failure("neither a list nor a kind of piece is called \(name)")
        }
        return terminal
    }

    private static let terminals: [String: TimeTerminal] = [
        "dash": .dash, "apostrophe": .apostrophe, "day": .day, "ordinalDay": .ordinalDay,
        "monthNumber": .monthNumber, "dayNumber": .dayNumber, "year": .year, "shortYear": .shortYear,
        "anyYear": .anyYear, "fullYear": .fullYear, "spokenYear": .spokenYear, "compactDate": .compactDate,
        "compactTime": .compactTime,
        "hour": .hour, "minute": .minute, "hourWord": .hourWord, "minuteWord": .minuteWord, "count": .count,
        "whole": .whole, "ordinal": .ordinal,
    ]
}

extension TimePatternNode {
    /// Appends the steps that match this node.
    func compile(into steps: inout [TimeStep]) {
        switch self {
        case .word(let word): steps.append(.word(word))
        case .take(let terminal, let slot): steps.append(.take(terminal, slot))
        case .call(let group, let slot): steps.append(.call(group, slot))
        case .glue: steps.append(.glue)
        case .sequence(let nodes): for node in nodes { node.compile(into: &steps) }
        case .optional(let node):
            let split = steps.count
            steps.append(.done)
            node.compile(into: &steps)
            steps[split] = .split(split + 1, steps.count)
        case .choice(let nodes):
            var jumps: [Int] = []
            for (number, node) in nodes.enumerated() {
                guard number < nodes.count - 1 else {
                    node.compile(into: &steps)
                    continue
                }
                let split = steps.count
                steps.append(.done)
                node.compile(into: &steps)
                jumps.append(steps.count)
                steps.append(.done)
                steps[split] = .split(split + 1, steps.count)
            }
            for jump in jumps { steps[jump] = .jump(steps.count) }
        }
    }
}
