// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension QuantityScan {
    /// Adds a second bound and the words around, and makes the expression.
    func finish(_ amount: Amount) -> (QuantityExpression, Int) {
        var low = amount
        var high: Amount?
        if let upper = upperBound(after: amount) {
            high = upper
            if low.unit == nil { low.unit = upper.unit }
            // 5 to 10 million: the magnitude holds for both.
            if low.read.scale == 1, upper.read.scale >= 1000, low.read.value < upper.read.value / upper.read.scale {
                low.read.value *= upper.read.scale
            }
        }
        var expression = plain(low, high)
        let start = low.start
        var end = max(low.end, high?.end ?? 0)
        let before = lexicon.relationsBefore.match(text, before: start)
        if let (place, first) = before {
            expression.relation = lexicon.comparisons[place]
            expression.phrase = text.range(first, end)
            // `between` and `from` open a range and are part of it.
        } else if high != nil, isRangeOpener(start - 1) {
            expression.phrase = text.range(start - 1, end)
        }
        let first = before?.start ?? (high != nil && isRangeOpener(start - 1) ? start - 1 : start)
        if let (relation, after) = relationAfter(end, expression.relation) {
            expression.relation = relation
            expression.phrase = text.range(first, after)
            end = max(end, after)
        }
        if high == nil, let pair = secondBound(expression, first: first, end: end) { return pair }
        return (expression, end)
    }

    private func plain(_ low: Amount, _ high: Amount?) -> QuantityExpression {
        let end = max(low.end, high?.end ?? 0)
        let unit = low.unit
        let numberEnd = high?.numberEnd ?? low.numberEnd
        return QuantityExpression(
            range: text.range(low.numberStart, max(numberEnd, low.numberStart + 1)),
            measure: text.range(low.start, end), phrase: text.range(low.start, end),
            kind: unit?.kind ?? .cardinal, value: low.read.value, upper: high?.read.value, relation: .equal,
            unit: unit?.code, unitName: unit?.name, unitIsAssumed: unit?.assumed ?? false,
            magnitude: high?.read.scale ?? low.read.scale, isSpelled: low.read.form == .words,
            bounds: high.map {
                [text.range(low.numberStart, low.numberEnd), text.range($0.numberStart, $0.numberEnd)]
            } ?? [], superlative: nil)
    }

    /// `or more`, `-plus`, `or so` after a number; `or equal to` opens a bound that was shut.
    private func relationAfter(_ end: Int, _ relation: Figure.Comparison) -> (Figure.Comparison, Int)? {
        if let (_, after) = lexicon.inclusive.match(text, at: end) {
            if lexicon.numbers.number(text, at: after) != nil { return nil }
            if relation == .greater { return (.atLeast, after) }
            return relation == .less ? (.atMost, after) : nil
        }
        guard relation == .equal || relation == .approximate,
            let (place, after) = lexicon.relationsAfter.match(text, at: end)
        else { return nil }
        // In `5,000 or less than 6,000` the words belong to the next number.
        if lexicon.numbers.number(text, at: after) != nil { return nil }
        if lexicon.relationsBefore.match(text, before: after + 1) != nil,
            lexicon.numbers.number(text, at: after + 1) != nil
        {
            return nil
        }
        return (lexicon.comparisons[place], after)
    }

    /// `more than 20 and at most 35`: two bounds that shut a range in.
    private func secondBound(_ one: QuantityExpression, first: Int, end: Int) -> (QuantityExpression, Int)? {
        let isLower = one.relation == .greater || one.relation == .atLeast
        guard isLower || one.relation == .less || one.relation == .atMost,
            lexicon.contains(.pairTie, text.word(end))
        else { return nil }
        for length in 1...6 where end + 1 + length < text.pieces.count {
            let place = end + 1 + length
            guard let (relation, start) = lexicon.relationsBefore.match(text, before: place), start == end + 1,
                let other = amount(at: place)
            else { continue }
            let comparison = lexicon.comparisons[relation]
            let otherIsLower = comparison == .greater || comparison == .atLeast
            guard otherIsLower != isLower, otherIsLower || comparison == .less || comparison == .atMost,
                other.unit == nil || one.unit == nil || other.unit?.code == one.unit
            else { return nil }
            let lower = isLower ? one.value : other.read.value
            let upper = isLower ? other.read.value : one.value
            guard lower < upper else { return nil }
            var range = one
            range.value = lower
            range.upper = upper
            range.relation = .equal
            range.includesBounds = [
                (isLower ? one.relation : comparison) == .atLeast, (isLower ? comparison : one.relation) == .atMost,
            ]
            let otherRange = text.range(other.numberStart, other.numberEnd)
            range.bounds = isLower ? [one.range, otherRange] : [otherRange, one.range]
            range.range = TextRange(start: one.range.start, end: otherRange.end)
            range.measure = TextRange(start: one.measure.start, end: text.range(other.start, other.end).end)
            range.phrase = text.range(first, other.end)
            if let unit = other.unit {
                range.kind = unit.kind
                range.unit = unit.code
                range.unitName = unit.name
                range.unitIsAssumed = unit.assumed ?? false
            }
            return (range, other.end)
        }
        return nil
    }

    /// `the last but one`, `next`: a place counted from the end or from the current one.
    func relativePlace(at index: Int) -> (QuantityExpression, Int)? {
        guard let (place, end) = lexicon.relatives.match(text, at: index) else { return nil }
        let (origin, offset) = lexicon.offsets[place]
        var expression = rankExpression(.place, offset, index, index, end, true)
        expression.origin = origin
        return (expression, end)
    }

    private func isRangeOpener(_ index: Int) -> Bool {
        lexicon.contains(.rangeOpener, text.word(index)) || lexicon.contains(.betweenOpener, text.word(index))
    }

    private func isYear(_ read: ReadNumber) -> Bool { read.plainDigits == 4 && (1000..<3000).contains(read.value) }

    /// The second number of `5 to 10`, `5-10`, `between 5 and 10`.
    private func upperBound(after low: Amount) -> Amount? {
        let tie = low.end
        let isBetween = lexicon.contains(.betweenOpener, text.word(low.start - 1))
        guard tie < text.pieces.count, low.read.value >= 0 || isBetween else { return nil }
        let isWord =
            lexicon.contains(.rangeTie, text.word(tie))
            || isBetween && lexicon.contains(.betweenTie, text.word(tie))
        let isEither = lexicon.contains(.eitherTie, text.word(tie))
        guard isWord || isEither || text.isDash(tie), let high = amount(at: tie + 1, isBound: true) else { return nil }
        guard high.read.value > low.read.value, !high.read.isFraction || low.read.isFraction else { return nil }
        if let unit = low.unit, let other = high.unit, unit.code != other.code { return nil }
        if low.unit != nil, high.unit == nil, isWord, !isBetween { return nil }
        // "from $2 billion in 2024 to $5 billion": the year is no sum.
        if low.unit == nil, high.start < high.numberStart, isYear(low.read) { return nil }
        if isWord { return high }
        if isEither { return low.unit == nil && high.read.value - low.read.value == 1 ? high : nil }
        if low.unit == nil, high.unit == nil, low.start > 0, text.isGlued(tie), text.pieces[low.start].spaced,
            text.pieces[low.start - 1].capital, text.pieces[low.start - 1].word < 0
        {
            return nil
        }
        // A dash also ties years, telephone numbers, scores and versions.
        if isYear(low.read) && isYear(high.read) { return nil }
        if text.isGlued(tie) != text.isGlued(tie + 1) { return nil }
        if text.isGlued(high.end), text.isDash(high.end), text.isDigits(high.end + 1) { return nil }
        if low.start >= 2, text.isDash(low.start - 1), text.isGlued(low.start) { return nil }
        return high
    }

    /// `third`, `third-largest`, `No. 1`, `the largest`.
    func rank(at index: Int) -> (QuantityExpression, Int)? {
        let isAbbreviated = lexicon.contains(.rankAbbreviation, text.word(index))
        if isAbbreviated || lexicon.contains(.rankOpener, text.word(index)) {
            var next = index + 1
            if text.isSign(next, ".") { next += 1 }
            guard next < text.pieces.count, text.isDigits(next) || !isAbbreviated,
                let read = lexicon.numbers.number(text, at: next), read.value >= 1,
                read.value.rounded() == read.value, read.scale == 1,
                !text.isGlued(read.end)
                    || text.pieces[read.end].kind == .sign
            else { return nil }
            return (rankExpression(.rank, read.value, index, next, read.end, read.form == .words), read.end)
        }
        if let (value, end) = lexicon.numbers.ordinal(text, at: index), !isFractionBefore(index, value, end) {
            var next = end
            if text.isDash(next) { next += 1 }
            // `second-hand` and `third-party` number nothing.
            if next > end, text.isGlued(end), text.isGlued(next), text.pieces[next].kind == .letters,
                !isSuperlative(next)
            {
                return nil
            }
            var expression = rankExpression(.ordinal, value, index, index, end, !text.isDigits(index))
            if isSuperlative(next) {
                expression.kind = .rank
                expression.superlative = text.range(next, next + 1)
                expression.measure = text.range(index, next + 1)
                expression.phrase = expression.measure
                return (expression, next + 1)
            }
            return (expression, end)
        }
        if lexicon.contains(.superlative, text.word(index)), !isSuperlativeOfSome(index) {
            var expression = rankExpression(.rank, 1, index, index, index + 1, true)
            expression.superlative = expression.range
            return (expression, index + 1)
        }
        return nil
    }

    /// Whether the ordinal is the denominator of a fraction.
    private func isFractionBefore(_ index: Int, _ value: Double, _ end: Int) -> Bool {
        guard let read = lexicon.numbers.number(text, at: index) else { return false }
        return read.end > end || (read.isFraction && read.end == end)
    }

    private func isSuperlative(_ index: Int) -> Bool {
        guard index < text.pieces.count, text.pieces[index].kind == .letters else { return false }
        if lexicon.contains(.superlative, text.word(index)) { return true }
        let piece = text.pieces[index]
        guard piece.length > 5, piece.word < 0 else { return false }
        return lexicon.superlativeEndings.contains { text.ends(index, with: $0) }
    }

    /// `one of the largest`, `second largest`: not the first of all.
    private func isSuperlativeOfSome(_ index: Int) -> Bool {
        var place = index - 1
        if text.isDash(place) { place -= 1 }
        if lexicon.numbers.words.ordinal(text.word(place)) > 0 { return true }
        return lexicon.numbers.words.isOf(text.word(place - 1)) || lexicon.numbers.number(text, at: index + 1) != nil
    }

    private func rankExpression(
        _ kind: QuantityExpression.Kind, _ value: Double, _ start: Int, _ numberStart: Int, _ end: Int,
        _ isSpelled: Bool
    ) -> QuantityExpression {
        QuantityExpression(
            range: text.range(numberStart, end), measure: text.range(start, end), phrase: text.range(start, end),
            kind: kind, value: value, upper: nil, relation: .equal, unit: nil, unitName: nil, unitIsAssumed: false,
            magnitude: 1, isSpelled: isSpelled, bounds: [], superlative: nil)
    }
}
