// SPDX-License-Identifier: Apache-2.0

/// Something that a pattern took out of a text.
struct TimeCapture {
    enum Value {
        case number(Double)
        case frame(TimeFrame)
    }

    var slot: TimeSlot
    var value: Value
    var first: Int
    var end: Int
}

/// Runs the rules of a lexicon over one text.
struct TimeMatcher {
    let lexicon: TimeLexicon
    let text: ScannedText
    private var captures: [TimeCapture] = []
    /// What each group's rules gave where they were tried last.
    private var known: [Known]
    /// What each kind of number was where it was looked for last.
    private var numbers = [Number](repeating: Number(), count: TimeTerminal.numbers)
    private var depth = 0

    private struct Number {
        var place = -1
        var taken: (value: Double, end: Int)?
    }

    private struct Known {
        var place = -1
        var end = -1
        var frame: TimeFrame?
    }

    init(lexicon: TimeLexicon, text: ScannedText) {
        self.lexicon = lexicon
        self.text = text
        known = Array(repeating: Known(), count: lexicon.groups.count)
    }

    /// A match of an emitting rule.
    struct Match {
        var frame: TimeFrame
        var first: Int
        var end: Int
    }

    /// The longest match at `index`, or `nil`; the earlier rule wins between equals.
    mutating func match(at index: Int, after previousEnd: Int) -> Match? {
        let first = symbol(index)
        guard !lexicon.starts[first].isEmpty else { return nil }
        let second = symbol(index + 1)
        var best: Match?
        for place in lexicon.starts[first].indices {
            let number = lexicon.starts[first][place]
            guard lexicon.seconds.holds(second, of: number), let (frame, end) = run(number, at: index),
                end > (best?.end ?? index)
            else { continue }
            if let condition = lexicon.rules[number].condition {
                let guarding = TimeGuarding(lexicon: lexicon, text: text, previousEnd: previousEnd)
                if !guarding.holds(condition, from: index, to: end) { continue }
            }
            best = Match(frame: frame, first: index, end: end)
        }
        return best
    }

    /// The number of a piece in the lexicon's sets.
    private func symbol(_ index: Int) -> Int {
        let words = lexicon.vocabulary.count
        guard index < text.pieces.count else { return words + PieceSet.Other.none.rawValue }
        let word = text.pieces[index].word
        if word >= 0 { return Int(word) }
        switch text.pieces[index].kind {
        case .letters: return words + PieceSet.Other.letters.rawValue
        case .digits: return words + PieceSet.Other.digits.rawValue
        case .sign:
            let isUsed = text.pieces[index].length > 1 || TimeMatcher.isApostrophe(text, index) || text.isDash(index)
            return words + (isUsed ? PieceSet.Other.sign : .none).rawValue
        }
    }

    static func isApostrophe(_ text: ScannedText, _ index: Int) -> Bool {
        guard index >= 0, index < text.pieces.count, text.pieces[index].kind == .sign else { return false }
        let start = Int(text.pieces[index].start)
        switch text.pieces[index].length {
        case 1: return text.bytes[start] == 0x27 || text.bytes[start] == 0x60
        case 3:
            return text.bytes[start] == 0xe2 && text.bytes[start + 1] == 0x80
                && (text.bytes[start + 2] == 0x98 || text.bytes[start + 2] == 0x99)
        default: return false
        }
    }

    /// The longest match of a group's rules.
    private mutating func best(_ group: Int, at index: Int) -> (frame: TimeFrame, end: Int)? {
        if known[group].place == index {
            guard let frame = known[group].frame else { return nil }
            return (frame, known[group].end)
        }
        // Until it is known, a rule that calls itself at the same place finds nothing.
        known[group] = Known(place: index)
        let first = symbol(index)
        let second = symbol(index + 1)
        var best: (frame: TimeFrame, end: Int)?
        for place in lexicon.groups[group].indices {
            let number = lexicon.groups[group][place]
            guard lexicon.firsts.holds(first, of: number), lexicon.seconds.holds(second, of: number),
                let found = run(number, at: index), found.end > (best?.end ?? index)
            else { continue }
            if lexicon.rules[number].condition == .closed {
                let guarding = TimeGuarding(lexicon: lexicon, text: text, previousEnd: 0)
                if !guarding.holds(.closed, from: index, to: found.end) { continue }
            }
            best = found
        }
        known[group] = Known(place: index, end: best?.end ?? -1, frame: best?.frame)
        return best
    }

    /// What a terminal takes at a place; a number is read once for all rules that ask for it.
    private mutating func taken(_ terminal: TimeTerminal, at index: Int) -> (value: Double, end: Int)? {
        guard let number = terminal.number else { return take(terminal, at: index) }
        if numbers[number].place != index { numbers[number] = Number(place: index, taken: take(terminal, at: index)) }
        return numbers[number].taken
    }

    /// Runs one rule and builds its frame.
    private mutating func run(_ number: Int, at index: Int) -> (frame: TimeFrame, end: Int)? {
        guard depth < 12 else { return nil }
        depth += 1
        defer { depth -= 1 }
        let base = captures.count
        defer { captures.removeLast(captures.count - base) }
        guard let end = step(lexicon.rules[number].start, index, from: index), end > index else { return nil }
        let parts = TimeParts(captures: Array(captures[base...]), constants: lexicon.rules[number].constants)
        guard let frame = parts.build(lexicon.rules[number].build) else { return nil }
        return (frame, end)
    }

    /// Goes on from a step; gives the end of the match.
    private mutating func step(_ start: Int, _ place: Int, from origin: Int) -> Int? {
        var counter = start
        var position = place
        while true {
            let step = lexicon.steps[counter]
            // No expression runs over the end of a line.
            if position > origin, position < text.pieces.count, text.pieces[position].breaks, !step.isFree {
                return nil
            }
            switch step {
            case .done: return position
            case .jump(let target): counter = target
            case .glue:
                guard text.isGlued(position) else { return nil }
                counter += 1
            case .word(let word):
                guard text.word(position) == word else { return nil }
                position += 1
                counter += 1
            case .take(let terminal, let slot):
                guard let (value, end) = taken(terminal, at: position) else { return nil }
                captures.append(TimeCapture(slot: slot, value: .number(value), first: position, end: end))
                position = end
                counter += 1
            case .call(let group, let slot):
                guard position < text.pieces.count, let (frame, end) = best(group, at: position) else { return nil }
                captures.append(TimeCapture(slot: slot, value: .frame(frame), first: position, end: end))
                position = end
                counter += 1
            case .split(let first, let second):
                let count = captures.count
                if let end = self.step(first, position, from: origin) { return end }
                captures.removeLast(captures.count - count)
                counter = second
            }
        }
    }
}
