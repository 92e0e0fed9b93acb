// SPDX-License-Identifier: Apache-2.0

/// A number found in a text.
package struct ReadNumber: Sendable {
    /// Whether the number was written with digits, words, or both.
    package enum Form: UInt8, Sendable { case digits, words, both }

    /// The number.
    package var value: Double
    /// The first piece after it.
    package var end: Int
    /// How it was written.
    package var form: Form
    /// The last magnitude word or abbreviation (`million` 1,000,000), or 1.
    package var scale: Double = 1
    /// Whether it is written as a fraction (`two thirds`, `3/4`).
    package var isFraction = false
    /// Whether it is a plain run of digits without separators, and how many.
    package var plainDigits = 0
}

/// Reads cardinal numbers in digits and words from the pieces of a text.
package struct NumberReader: Sendable {
    package let words: NumberWords

    /// Makes a reader over a language's number words.
    package init(words: NumberWords) { self.words = words }

    /// The longest number that begins at `index`, without a sign: `1.5 billion`, `two and a half`, `half a million`.
    package func number(_ text: ScannedText, at index: Int) -> ReadNumber? {
        guard index < text.pieces.count else { return nil }
        if let part = partOfScale(text, at: index) { return part }
        guard var read = whole(text, at: index) else { return loneFraction(text, at: index) }
        if let fraction = finish(fraction: read, text) { return fraction }
        addPoint(&read, text)
        addMixedFraction(&read, text)
        return read
    }

    /// A fraction of a magnitude: `half a million`, `two thirds of a million`, `quarter million`.
    private func partOfScale(_ text: ScannedText, at index: Int) -> ReadNumber? {
        guard var read = loneFraction(text, at: index) ?? finish(fraction: whole(text, at: index), text) else {
            return nil
        }
        var next = read.end
        if words.isOf(text.word(next)) { next += 1 }
        if words.isArticle(text.word(next)) { next += 1 }
        guard let part = words.part(text.word(next)), part == .scale || part == .hundred || part == .collective else {
            return read
        }
        read.value *= words.value(text.word(next))
        read.scale = words.value(text.word(next))
        read.end = next + 1
        read.isFraction = false
        return read
    }

    /// `half`, `a third`, `½`: a fraction whose numerator is one and not written as a number.
    private func loneFraction(_ text: ScannedText, at index: Int) -> ReadNumber? {
        if let value = vulgarFraction(text, at: index) {
            return ReadNumber(value: value, end: index + 1, form: .digits, isFraction: true)
        }
        var next = index
        if words.isArticle(text.word(next)) { next += 1 }
        let denominator = words.fraction(text.word(next))
        let isScaled = words.part(text.word(next + 1)) == .scale
        if denominator > 0, next > index || denominator == 2 || denominator == 4 && isScaled {
            return ReadNumber(value: 1 / denominator, end: next + 1, form: .words, isFraction: true)
        }
        guard next > index, let (value, end) = ordinal(text, at: next), value > 2, !text.isDigits(next) else {
            return nil
        }
        return ReadNumber(value: 1 / value, end: end, form: .words, isFraction: true)
    }

    /// Turns a numerator into a fraction if a denominator follows: `two thirds`, `3/4`, `one over three`.
    private func finish(fraction numerator: ReadNumber?, _ text: ScannedText) -> ReadNumber? {
        guard let numerator else { return nil }
        let next = numerator.end
        if numerator.plainDigits > 0, text.isGlued(next - 1), text.isSign(next - 2, "/") || text.isDash(next - 2),
            text.isGlued(next - 2), text.isDigits(next - 3)
        {
            return nil
        }
        if text.isSign(next, "/"), text.isGlued(next), text.isGlued(next + 1), text.isDigits(next + 1),
            !text.isSign(next + 2, "/"), text.pieces[next + 1].number > 0, numerator.form == .digits
        {
            let value = numerator.value / Double(text.pieces[next + 1].number)
            return ReadNumber(value: value, end: next + 2, form: .digits, isFraction: true)
        }
        if words.isOver(text.word(next)), numerator.value <= 100, let below = whole(text, at: next + 1),
            below.value > numerator.value, below.value <= 100,
            numerator.form == .words || below.form == .words
        {
            return ReadNumber(value: numerator.value / below.value, end: below.end, form: .words, isFraction: true)
        }
        var place = next
        if text.isDash(place) { place += 1 }
        guard let (value, end) = denominator(text, at: place, isOne: numerator.value == 1) else { return nil }
        return ReadNumber(value: numerator.value / value, end: end, form: .words, isFraction: true)
    }

    /// `thirds`, `third` (after one), `twenty-firsts`, `hundred thousandths`.
    private func denominator(_ text: ScannedText, at index: Int, isOne: Bool) -> (Double, Int)? {
        let plural = words.pluralFraction(text.word(index))
        if plural > 0 { return (plural, index + 1) }
        let single = words.fraction(text.word(index))
        if isOne, single > 0 { return (single, index + 1) }
        if isOne, let (value, end) = ordinal(text, at: index), value > 2, !text.isDigits(index) { return (value, end) }
        guard let lead = smallWords(text, at: index) else { return nil }
        var next = lead.end
        if text.isDash(next) { next += 1 }
        let last = words.pluralFraction(text.word(next))
        guard last > 0 else { return nil }
        return (last >= 100 ? lead.value * last : lead.value + last, next + 1)
    }

    /// The value of `½` and its like.
    private func vulgarFraction(_ text: ScannedText, at index: Int) -> Double? {
        guard index < text.pieces.count, text.pieces[index].kind == .sign, text.pieces[index].length > 1 else {
            return nil
        }
        guard let scalar = text.text(of: index).unicodeScalars.first else { return nil }
        guard case .numeric = scalar.properties.numericType, let value = scalar.properties.numericValue, value < 1
        else { return nil }
        return value
    }

    /// `two hundred point zero three`.
    private func addPoint(_ read: inout ReadNumber, _ text: ScannedText) {
        guard words.isPoint(text.word(read.end)) else { return }
        var next = read.end + 1
        var factor = 0.1
        var value = read.value
        while words.part(text.word(next)) == .unit, words.value(text.word(next)) < 10 {
            value += words.value(text.word(next)) * factor
            factor /= 10
            next += 1
        }
        guard next > read.end + 1 else { return }
        read = ReadNumber(value: (value * 1e9).rounded() / 1e9, end: next, form: .words, scale: read.scale)
        multiplyScales(&read, text)
    }

    /// `two and a half (million)`, `3 million and a quarter`, `10 1/2`, `2½`.
    private func addMixedFraction(_ read: inout ReadNumber, _ text: ScannedText) {
        var next = read.end
        if let value = vulgarFraction(text, at: next) {
            read.value += value
            read.end = next + 1
            multiplyScales(&read, text)
            return
        }
        if read.plainDigits > 0, text.isDigits(next), !text.isGlued(next), text.isSign(next + 1, "/"),
            let numerator = digits(text, at: next), let fraction = finish(fraction: numerator, text),
            fraction.value < 1
        {
            read.value += fraction.value
            read.end = fraction.end
            read.plainDigits = 0
            return
        }
        guard words.isAnd(text.word(next)) else { return }
        next += 1
        guard let fraction = loneFraction(text, at: next) ?? finish(fraction: whole(text, at: next), text),
            fraction.value < 1
        else { return }
        var part = fraction
        multiplyScales(&part, text)
        if part.scale > 1, part.scale < read.scale {
            read.value += part.value
            read.end = part.end
            return
        }
        read.value += read.scale >= 1000 ? fraction.value * read.scale : fraction.value
        read.end = fraction.end
        if read.form == .digits { read.form = .both }
        multiplyScales(&read, text)
    }

    /// Multiplies by the magnitude words that follow.
    func multiplyScales(_ read: inout ReadNumber, _ text: ScannedText) {
        while true {
            let next = text.isDash(read.end) && text.isGlued(read.end) ? read.end + 1 : read.end
            guard words.part(text.word(next)) == .scale else { return }
            let factor = words.value(text.word(next))
            read.value = Self.product(read.value, factor)
            read.scale *= factor
            read.end = next + 1
            read.plainDigits = 0
            if read.form == .digits { read.form = .both }
        }
    }

    /// A value times its magnitude, without the error that decimals bring: `8.421 billion` is a whole number.
    static func product(_ value: Double, _ magnitude: Double) -> Double {
        let product = value * magnitude
        let nearest = product.rounded()
        return abs(product - nearest) <= 1e-14 * abs(product) ? nearest : product
    }
}
