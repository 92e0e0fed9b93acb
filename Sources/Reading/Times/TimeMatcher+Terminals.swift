// SPDX-License-Identifier: Apache-2.0

extension TimeMatcher {
    /// Takes one thing at `index`: its value and the first piece after it.
    func take(_ terminal: TimeTerminal, at index: Int) -> (value: Double, end: Int)? {
        guard index < text.pieces.count else { return nil }
        let piece = text.pieces[index]
        switch terminal {
        case .list(let list):
            guard piece.word >= 0, let value = lexicon.values[list][piece.word] else { return nil }
            return (value, index + 1)
        case .dash: return text.isDash(index) ? (0, index + 1) : nil
        case .apostrophe: return TimeMatcher.isApostrophe(text, index) ? (0, index + 1) : nil
        case .day: return day(at: index, needsOrdinal: false)
        case .ordinalDay: return day(at: index, needsOrdinal: true)
        case .monthNumber: return digits(index, lengths: 1...2, values: 1...12)
        case .dayNumber: return digits(index, lengths: 1...2, values: 1...31)
        case .year:
            guard let found = digits(index, lengths: 4...4, values: 1000...2999), !isInsideNumber(index) else {
                return nil
            }
            return found
        case .fullYear: return digits(index, lengths: 4...4, values: 1000...2999)
        case .shortYear: return digits(index, lengths: 2...2, values: 0...99)
        case .anyYear: return isInsideNumber(index) ? nil : digits(index, lengths: 1...4, values: 1...9999)
        case .spokenYear: return spokenYear(at: index)
        case .compactDate: return compactDate(at: index)
        case .compactTime:
            guard let (value, end) = digits(index, lengths: 4...4, values: 0...2400), Int(value) % 100 < 60 else {
                return nil
            }
            return (value, end)
        case .hour: return isTailOfNumber(index) ? nil : digits(index, lengths: 1...2, values: 0...24)
        case .minute: return digits(index, lengths: 2...2, values: 0...59)
        case .hourWord: return words(index, values: 1...12)
        case .minuteWord: return words(index, values: 1...59)
        case .count:
            guard let read = lexicon.numbers.number(text, at: index) else { return nil }
            return (read.value, read.end)
        case .whole:
            guard let read = lexicon.numbers.whole(text, at: index), read.value.rounded() == read.value else {
                return nil
            }
            return (read.value, read.end)
        case .ordinal:
            guard let (value, end) = lexicon.numbers.ordinal(text, at: index) else { return nil }
            return (value, end)
        }
    }

    private func digits(_ index: Int, lengths: ClosedRange<Int>, values: ClosedRange<Int>) -> (Double, Int)? {
        let piece = text.pieces[index]
        guard piece.kind == .digits, lengths.contains(piece.length), values.contains(piece.number) else { return nil }
        return (Double(piece.number), index + 1)
    }

    /// Whether separators tie the digits at `index` to other digits, or a sign makes them something else.
    private func isInsideNumber(_ index: Int) -> Bool {
        if text.isGlued(index + 1) {
            if text.isSign(index + 1, ",") || text.isSign(index + 1, "."), text.isDigits(index + 2),
                text.isGlued(index + 2)
            {
                return true
            }
            if text.isSign(index + 1, "%") { return true }
        }
        return text.isGlued(index) && index > 0 && (text.isSign(index - 1, "$") || text.isSign(index - 1, "#"))
    }

    /// Whether the digits at `index` are the decimals or a later group of a number.
    private func isTailOfNumber(_ index: Int) -> Bool {
        text.isGlued(index) && text.isGlued(index - 1) && text.isDigits(index - 2)
            && (text.isSign(index - 1, ",") || text.isSign(index - 1, "."))
    }

    private func day(at index: Int, needsOrdinal: Bool) -> (Double, Int)? {
        if let (value, end) = lexicon.numbers.ordinal(text, at: index), (1...31).contains(value) {
            return (value, end)
        }
        if needsOrdinal { return nil }
        if text.isDigits(index) {
            guard let found = digits(index, lengths: 1...2, values: 1...31), !isInsideNumber(index) else { return nil }
            if text.isGlued(index + 1), text.pieces[index + 1].kind == .letters { return nil }
            if text.isGlued(index + 1), text.isSign(index + 1, ":"), text.isDigits(index + 2) { return nil }
            return found
        }
        return words(index, values: 1...31)
    }

    private func words(_ index: Int, values: ClosedRange<Int>) -> (Double, Int)? {
        guard let read = lexicon.numbers.smallWords(text, at: index), values.contains(Int(read.value)) else {
            return nil
        }
        return (read.value, read.end)
    }

    /// `two thousand and twenty`, `nineteen ninety-two`, `twenty twenty-five`.
    private func spokenYear(at index: Int) -> (Double, Int)? {
        guard !text.isDigits(index) else { return nil }
        guard let first = lexicon.numbers.smallWords(text, at: index) else { return nil }
        if let read = lexicon.numbers.whole(text, at: index), read.form != .digits,
            (1900...2100).contains(read.value), read.value.rounded() == read.value
        {
            return (read.value, read.end)
        }
        let century = lexicon.numbers.words.value(text.word(index))
        guard [18, 19, 20].contains(century) else { return nil }
        if first.end == index + 1, let second = lexicon.numbers.smallWords(text, at: first.end),
            (10...99).contains(second.value)
        {
            return (century * 100 + second.value, second.end)
        }
        return nil
    }

    private func compactDate(at index: Int) -> (Double, Int)? {
        let piece = text.pieces[index]
        guard piece.kind == .digits, piece.length == 8, (19_000_101...21_001_231).contains(piece.number),
            (1...12).contains(piece.number / 100 % 100), (1...31).contains(piece.number % 100)
        else { return nil }
        return (Double(piece.number), index + 1)
    }
}
