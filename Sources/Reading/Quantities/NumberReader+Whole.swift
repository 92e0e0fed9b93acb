// SPDX-License-Identifier: Apache-2.0

extension NumberReader {
    /// A number without a fraction in words: digits, words, and sums such as `4 thousand 3 hundred and 21`.
    func whole(_ text: ScannedText, at index: Int) -> ReadNumber? {
        guard var read = term(text, at: index) else { return nil }
        var limit = read.scale
        let isInWords = read.form == .words
        while limit >= 100 {
            var next = read.end
            var tied = false
            // "two billion, two hundred and fifty-six million": commas part the magnitudes of a sum in words.
            let isParted = limit >= 1000 && isInWords && text.isSign(next, ",")
            if isParted { next += 1 }
            if words.isAnd(text.word(next)) {
                next += 1
                tied = true
            }
            guard let more = term(text, at: next), more.scale < limit, more.value < limit, more.value > 0,
                tied || more.form != .digits, more.end > next,
                !isParted || more.form == .words && more.value >= 100,
                // "4.4 million and seven contracts" are two numbers.
                isInWords || limit < 1000 || more.form != .words || more.scale > 1
            else { break }
            if tied, let fraction = startsProperFraction(text, at: next), fraction { break }
            read.value += more.value
            read.end = more.end
            read.form = .both
            read.plainDigits = 0
            limit = more.scale
        }
        return read
    }

    /// Whether a fraction below one, such as `three fifths`, begins at `index`.
    private func startsProperFraction(_ text: ScannedText, at index: Int) -> Bool? {
        guard let numerator = smallWords(text, at: index) else { return nil }
        var next = numerator.end
        if text.isDash(next) { next += 1 }
        let denominator = words.pluralFraction(text.word(next))
        if numerator.value == 1, words.fraction(text.word(next)) > 0 || words.ordinal(text.word(next)) > 2 {
            return true
        }
        return denominator > numerator.value
    }

    /// One term of a sum: a number below a thousand, or digits, times its magnitudes.
    private func term(_ text: ScannedText, at index: Int) -> ReadNumber? {
        guard index < text.pieces.count else { return nil }
        if text.isDigits(index) || text.isSign(index, ".") { return digitTerm(text, at: index) }
        if words.isArticle(text.word(index)), let part = words.part(text.word(index + 1)) {
            guard part == .hundred || part == .scale || part == .collective else { return nil }
            return withMagnitudes(ReadNumber(value: 1, end: index + 1, form: .words), text)
        }
        if let part = words.part(text.word(index)), part == .scale || part == .hundred {
            return withMagnitudes(ReadNumber(value: 1, end: index, form: .words), text)
        }
        guard let small = smallWords(text, at: index) else { return nil }
        return withMagnitudes(small, text)
    }

    private func digitTerm(_ text: ScannedText, at index: Int) -> ReadNumber? {
        guard var read = digits(text, at: index) else { return nil }
        let short = words.shortScale(text.word(read.end))
        if short > 0, text.isGlued(read.end), !text.isGlued(read.end + 1) || text.pieces[read.end + 1].kind == .sign {
            read.value = Self.product(read.value, short)
            read.scale = short
            read.end += 1
            read.plainDigits = 0
            return read
        }
        if isSpacedScale(text, read.end, short) {
            read.value = Self.product(read.value, short)
            read.scale = short
            read.end += 1
            read.plainDigits = 0
            return read
        }
        return withMagnitudes(read, text)
    }

    /// `10 bn`; of single letters only capitals and `k`, and only where nothing follows them.
    private func isSpacedScale(_ text: ScannedText, _ index: Int, _ scale: Double) -> Bool {
        guard scale > 0 else { return false }
        if text.pieces[index].length > 1 { return scale >= 1e6 }
        guard text.pieces[index].capital || scale == 1000 else { return false }
        guard index + 1 < text.pieces.count else { return true }
        return text.pieces[index + 1].breaks || text.pieces[index + 1].kind == .sign
    }

    /// Multiplies by hundred, thousand, dozen … that follow; `two hundred and two` may come before `thousand`.
    private func withMagnitudes(_ start: ReadNumber, _ text: ScannedText) -> ReadNumber {
        var read = start
        var next = read.end
        if text.isDash(next), text.isGlued(next) { next += 1 }
        if words.part(text.word(next)) == .hundred {
            read.value *= 100
            read.scale = 100
            read.end = next + 1
            read.plainDigits = 0
            if read.form == .digits { read.form = .both }
            addBelowHundred(&read, text)
        }
        let before = read.scale
        read.scale = 1
        multiplyScales(&read, text)
        if read.scale == 1 { read.scale = before }
        next = read.end
        if words.part(text.word(next)) == .collective {
            read.value *= words.value(text.word(next))
            read.scale = words.value(text.word(next))
            read.end = next + 1
            read.plainDigits = 0
            if read.form == .digits { read.form = .both }
        }
        return read
    }

    /// The rest of `three hundred and two (dozens)`, `3 hundred 21`, unless it belongs to a fraction.
    private func addBelowHundred(_ read: inout ReadNumber, _ text: ScannedText) {
        var next = read.end
        let tied = words.isAnd(text.word(next))
        if tied { next += 1 }
        if let fraction = startsProperFraction(text, at: next), fraction, tied { return }
        if let small = smallWords(text, at: next), small.value < 100, words.part(text.word(small.end)) != .hundred {
            if words.part(text.word(small.end)) == .collective { return }
            read.value += small.value
            read.end = small.end
            read.scale = 1
        } else if tied, let more = digits(text, at: next), more.plainDigits > 0, more.plainDigits < 3, more.value > 0,
            words.part(text.word(more.end)) != .hundred, words.part(text.word(more.end)) != .scale
        {
            read.value += more.value
            read.end = more.end
            read.scale = 1
        }
    }

    /// Number words below a hundred: `seven`, `forty`, `forty-seven`, `twenty and four`.
    func smallWords(_ text: ScannedText, at index: Int) -> ReadNumber? {
        let word = text.word(index)
        guard let part = words.part(word), part == .unit || part == .ten else { return nil }
        var read = ReadNumber(value: words.value(word), end: index + 1, form: .words)
        guard part == .ten else { return read }
        var next = read.end
        var tied = false
        if text.isDash(next) {
            next += 1
        } else if words.isAnd(text.word(next)) {
            next += 1
            tied = true
        }
        let unit = text.word(next)
        guard words.part(unit) == .unit, words.value(unit) < 10, words.value(unit) > 0 else { return read }
        if tied, let fraction = startsProperFraction(text, at: next), fraction { return read }
        read.value += words.value(unit)
        read.end = next + 1
        return read
    }

    /// An ordinal in digits or words: `21st`, `twenty-first`, `one hundred twenty fifth`; the value and the end.
    package func ordinal(_ text: ScannedText, at index: Int) -> (Double, Int)? {
        if text.isDigits(index) {
            guard let read = digits(text, at: index), read.value.rounded() == read.value else { return nil }
            let end = read.end
            guard text.isGlued(end), words.isOrdinalSuffix(text.word(end)), !isGluedWord(text, end + 1) else {
                return nil
            }
            return (read.value, end + 1)
        }
        let single = words.ordinal(text.word(index))
        if single > 0 { return (single, index + 1) }
        guard let lead = term(text, at: index), lead.form == .words else { return nil }
        var next = lead.end
        if text.isDash(next) || words.isAnd(text.word(next)) { next += 1 }
        let last = words.ordinal(text.word(next))
        guard last > 0 else { return nil }
        if last >= 100 { return (lead.value * last, next + 1) }
        let fits = lead.value >= 100 || (lead.value >= 20 && last < 10)
        return fits ? (lead.value + last, next + 1) : nil
    }

    private func isGluedWord(_ text: ScannedText, _ index: Int) -> Bool {
        text.isGlued(index) && text.pieces[index].kind != .sign
    }
}
