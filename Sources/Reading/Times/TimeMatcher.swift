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
    /// What a group's rules gave at a place; kept while one starting place is tried.
    private var known: [Int: (frame: TimeFrame, end: Int)?] = [:]
    private var depth = 0

    init(lexicon: TimeLexicon, text: ScannedText) {
        self.lexicon = lexicon
        self.text = text
    }

    /// A match of an emitting rule.
    struct Match {
        var frame: TimeFrame
        var first: Int
        var end: Int
    }

    /// The longest match at `index`, or `nil`; the earlier rule wins between equals.
    mutating func match(at index: Int, after previousEnd: Int) -> Match? {
        let piece = text.pieces[index]
        let candidates: [Int]
        if piece.word >= 0 {
            candidates = lexicon.starts[Int(piece.word)]
        } else if piece.kind == .digits || piece.kind == .sign && piece.length > 1
            || TimeMatcher.isApostrophe(text, index)
        {
            candidates = lexicon.digitStarts
        } else {
            return nil
        }
        guard !candidates.isEmpty else { return nil }
        let alone = !isKnown(index + 1)
        known.removeAll(keepingCapacity: true)
        var best: Match?
        for number in candidates {
            let rule = lexicon.rules[number]
            if alone, rule.shortest > 1 { continue }
            guard let (frame, end) = run(rule, at: index), end > (best?.end ?? index) else { continue }
            let guarding = TimeGuarding(lexicon: lexicon, text: text, previousEnd: previousEnd)
            if let condition = rule.condition, !guarding.holds(condition, from: index, to: end) { continue }
            best = Match(frame: frame, first: index, end: end)
        }
        return best
    }

    /// Whether the piece at `index` is one that a rule could take.
    private func isKnown(_ index: Int) -> Bool {
        guard index < text.pieces.count else { return false }
        let piece = text.pieces[index]
        return piece.word >= 0 || piece.kind != .letters
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
        let key = index * 1024 + group
        if let found = known[key] { return found }
        known[key] = .some(nil)
        var best: (frame: TimeFrame, end: Int)?
        for number in lexicon.groups[group] {
            let rule = lexicon.rules[number]
            guard let found = run(rule, at: index), found.end > (best?.end ?? index) else { continue }
            if rule.condition == .closed {
                let guarding = TimeGuarding(lexicon: lexicon, text: text, previousEnd: 0)
                if !guarding.holds(.closed, from: index, to: found.end) { continue }
            }
            best = found
        }
        known[key] = .some(best)
        return best
    }

    /// Runs one rule and builds its frame.
    private mutating func run(_ rule: TimeRule, at index: Int) -> (frame: TimeFrame, end: Int)? {
        guard depth < 12 else { return nil }
        depth += 1
        defer { depth -= 1 }
        let base = captures.count
        defer { captures.removeLast(captures.count - base) }
        guard let end = step(rule, 0, index, from: index), end > index else { return nil }
        let parts = TimeParts(captures: Array(captures[base...]), constants: rule.constants)
        guard let frame = parts.build(rule.build) else { return nil }
        return (frame, end)
    }

    /// Goes on from a step; gives the end of the match.
    private mutating func step(_ rule: TimeRule, _ start: Int, _ place: Int, from origin: Int) -> Int? {
        var counter = start
        var position = place
        while true {
            // No expression runs over the end of a line.
            if position > origin, position < text.pieces.count, text.pieces[position].breaks,
                !rule.steps[counter].isFree
            {
                return nil
            }
            switch rule.steps[counter] {
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
                guard let (value, end) = take(terminal, at: position) else { return nil }
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
                if let end = step(rule, first, position, from: origin) { return end }
                captures.removeLast(captures.count - count)
                counter = second
            }
        }
    }
}
