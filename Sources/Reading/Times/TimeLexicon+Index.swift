// SPDX-License-Identifier: Apache-2.0

extension TimeLexicon {
    /// Finds what every rule can begin with, so that the places of a text where none can begin cost next to nothing.
    mutating func index(_ nodes: [TimePatternNode]) {
        let words = vocabulary.count
        var groupOpenings = groups.map { _ in TimeOpening(words: words) }
        var changed = true
        while changed {
            changed = false
            for (group, members) in groups.enumerated() {
                var all = groupOpenings[group]
                for rule in members { all.formUnion(opening(nodes[rule], groupOpenings)) }
                all.canBeEmpty = false
                if all != groupOpenings[group] {
                    groupOpenings[group] = all
                    changed = true
                }
            }
        }
        starts = Array(repeating: [], count: words + PieceSet.Other.allCases.count)
        var openings = nodes.map { opening($0, groupOpenings) }
        for number in rules.indices {
            if openings[number].canBeSingle { openings[number].second.fill() }
            guard rules[number].emits else { continue }
            for symbol in starts.indices where openings[number].first.contains(symbol) { starts[symbol].append(number) }
        }
        firsts = PieceTable(openings.map(\.first))
        seconds = PieceTable(openings.map(\.second))
    }

    private func opening(_ node: TimePatternNode, _ groupOpenings: [TimeOpening]) -> TimeOpening {
        var opening = TimeOpening(words: vocabulary.count)
        switch node {
        case .word(let word):
            opening.first.insert(Int(word))
            opening.canBeSingle = true
            return opening
        case .glue:
            opening.canBeEmpty = true
            return opening
        case .take(let terminal, _): return self.opening(terminal)
        case .call(let group, _): return groupOpenings[group]
        case .optional(let inner):
            opening = self.opening(inner, groupOpenings)
            opening.canBeEmpty = true
            return opening
        case .choice(let options):
            for option in options { opening.formUnion(self.opening(option, groupOpenings)) }
            return opening
        case .sequence(let parts):
            opening.canBeEmpty = true
            return parts.reduce(opening) { $0.followed(by: self.opening($1, groupOpenings)) }
        }
    }

    private func opening(_ terminal: TimeTerminal) -> TimeOpening {
        var opening = TimeOpening(words: vocabulary.count)
        opening.canBeSingle = true
        let all = 0..<vocabulary.count
        let digits = vocabulary.count + PieceSet.Other.digits.rawValue
        let sign = vocabulary.count + PieceSet.Other.sign.rawValue
        let words = numbers.words
        switch terminal {
        case .list(let list): for word in values[list].keys { opening.first.insert(Int(word)) }
        case .dash, .apostrophe:
            opening.first.insert(sign)
            for number in all where vocabulary.isSign(number) { opening.first.insert(number) }
        case .monthNumber, .dayNumber, .year, .fullYear, .shortYear, .anyYear, .compactDate, .compactTime, .minute,
            .hour:
            opening.first.insert(digits)
        case .day, .ordinalDay, .ordinal, .hourWord, .minuteWord, .spokenYear, .count, .whole:
            let isCount = terminal == .count || terminal == .whole
            opening.first.insert(digits)
            if isCount { opening.first.insert(sign) }
            for number in all where words.isInNumber(Int32(number)) || isCount && words.isArticle(Int32(number)) {
                opening.first.insert(number)
            }
            opening.second = insideNumber
        }
        return opening
    }

    /// What can stand second in a number of several pieces.
    private var insideNumber: PieceSet {
        var inside = PieceSet(words: vocabulary.count)
        inside.insert(vocabulary.count + PieceSet.Other.digits.rawValue)
        inside.insert(vocabulary.count + PieceSet.Other.sign.rawValue)
        for number in 0..<vocabulary.count {
            if vocabulary.isSign(number) || numbers.words.canContinue(Int32(number)) { inside.insert(number) }
        }
        return inside
    }
}
