// SPDX-License-Identifier: Apache-2.0

extension TimeLexicon {
    /// What a pattern can begin with.
    private struct Beginnings {
        var words: Set<Int32> = []
        var digits = false
        var isEmpty = false
    }

    /// Finds for every word which emitting rules can begin with it, so that other places of a text cost nothing.
    mutating func index(_ nodes: [TimePatternNode]) {
        starts = Array(repeating: [], count: vocabulary.count)
        var known: [Int: Beginnings] = [:]
        for (number, rule) in rules.enumerated() where rule.emits {
            let beginnings = beginnings(nodes[number], nodes, &known)
            if beginnings.digits { digitStarts.append(number) }
            for word in beginnings.words { starts[Int(word)].append(number) }
        }
    }

    private func beginnings(
        _ node: TimePatternNode, _ nodes: [TimePatternNode], _ known: inout [Int: Beginnings]
    ) -> Beginnings {
        switch node {
        case .word(let word): return Beginnings(words: [word])
        case .glue: return Beginnings(isEmpty: true)
        case .take(let terminal, _): return beginnings(terminal)
        case .call(let group, _):
            if let found = known[group] { return found }
            known[group] = Beginnings()
            var all = Beginnings()
            for rule in groups[group] { merge(&all, beginnings(nodes[rule], nodes, &known)) }
            all.isEmpty = false
            known[group] = all
            return all
        case .optional(let inner):
            var found = beginnings(inner, nodes, &known)
            found.isEmpty = true
            return found
        case .choice(let options):
            var all = Beginnings()
            for option in options {
                let found = beginnings(option, nodes, &known)
                merge(&all, found)
                all.isEmpty = all.isEmpty || found.isEmpty
            }
            return all
        case .sequence(let parts):
            var all = Beginnings(isEmpty: true)
            for part in parts where all.isEmpty {
                let found = beginnings(part, nodes, &known)
                merge(&all, found)
                all.isEmpty = found.isEmpty
            }
            return all
        }
    }

    private func merge(_ all: inout Beginnings, _ more: Beginnings) {
        all.words.formUnion(more.words)
        all.digits = all.digits || more.digits
    }

    private func beginnings(_ terminal: TimeTerminal) -> Beginnings {
        let all = 0..<Int32(vocabulary.count)
        let words = numbers.words
        switch terminal {
        case .list(let list): return Beginnings(words: Set(values[list].keys))
        case .dash, .apostrophe: return Beginnings(digits: true)
        case .monthNumber, .dayNumber, .year, .shortYear, .anyYear, .compactDate, .compactTime, .minute:
            return Beginnings(digits: true)
        case .day, .ordinalDay, .ordinal:
            return Beginnings(words: Set(all.filter { words.ordinal($0) > 0 || words.part($0) != nil }), digits: true)
        case .hour, .hourWord, .minuteWord, .spokenYear:
            return Beginnings(words: Set(all.filter { words.part($0) != nil }), digits: true)
        case .count, .whole:
            let starting = all.filter { words.part($0) != nil || words.isArticle($0) || words.fraction($0) > 0 }
            return Beginnings(words: Set(starting), digits: true)
        }
    }
}
