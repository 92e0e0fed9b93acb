// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Reads quantities at the places of one text.
struct QuantityScan {
    let lexicon: QuantityLexicon
    let text: ScannedText

    /// A number with its unit, before relations and ranges are looked at.
    struct Amount {
        /// The first piece of the bare number, its end, and the same with sign and unit.
        var numberStart: Int
        var numberEnd: Int
        var start: Int
        var end: Int
        var read: ReadNumber
        var unit: QuantityFile.Unit?
    }

    /// The quantity that begins at `index`, and the first piece after it.
    func expression(at index: Int) -> (QuantityExpression, Int)? {
        let piece = text.pieces[index]
        if piece.word < 0, piece.kind == .letters { return nil }
        if piece.kind == .letters, !lexicon.starts(piece.word), !startsUnit(index),
            !lexicon.contains(.rankOpener, piece.word), !lexicon.contains(.rankAbbreviation, piece.word),
            !lexicon.contains(.superlative, piece.word)
        {
            return nil
        }
        if let rank = rank(at: index) { return rank }
        guard let amount = amount(at: index) else { return nil }
        return finish(amount)
    }

    private func startsUnit(_ index: Int) -> Bool { lexicon.before.match(text, at: index) != nil }

    /// A number with the unit before or after it.
    func amount(at index: Int, isBound: Bool = false) -> Amount? {
        if let (place, end) = lexicon.before.match(text, at: index), !isGluedAfterWord(index),
            !isLooseLetter(index, end), let signed = signedNumber(at: end, isTied: true)
        {
            var amount = signed
            amount.start = index
            amount.unit = lexicon.units[place]
            takeLooseScale(&amount)
            takeRepeatedUnit(&amount)
            return withParts(amount)
        }
        guard var amount = signedNumber(at: index, isTied: isBound) else { return nil }
        takeRatio(&amount)
        takeUnit(&amount)
        if amount.unit == nil, !standsAlone(amount) { return nil }
        takeAlternative(&amount)
        return withParts(amount)
    }

    /// A number with its sign; it may be glued to what stands before if that ties it, a unit or the dash of a range.
    private func signedNumber(at index: Int, isTied: Bool) -> Amount? {
        var place = index
        var sign = 1.0
        if lexicon.numbers.words.isNegative(text.word(index)) {
            sign = -1
            place = index + 1
        } else if text.isDash(index), isMinus(index) {
            sign = -1
            place = index + 1
        }
        guard place < text.pieces.count, var read = lexicon.numbers.number(text, at: place) else { return nil }
        if text.isDigits(place), !isTied, place == index, isPartOfName(place) || isLabel(place) { return nil }
        read.value *= sign
        return Amount(numberStart: index, numberEnd: read.end, start: index, end: read.end, read: read)
    }

    /// Whether a dash is a minus: glued to digits, and nothing that it could tie before it.
    private func isMinus(_ index: Int) -> Bool {
        guard text.isDigits(index + 1) || text.isSign(index + 1, ".") else { return false }
        if text.isGlued(index + 1) {
            guard text.isGlued(index) else { return !text.isDigits(index - 1) }
            return text.isSign(index - 1, "(") || text.isSign(index - 1, "[") || text.isSign(index - 1, "=")
                || text.isSign(index - 1, ":") || text.isSign(index - 1, "<") || text.isSign(index - 1, ">")
                || lexicon.before.match(text, before: index) != nil
        }
        if index == 0 { return true }
        return text.pieces[index - 1].kind == .letters && text.pieces[index].spaced
            && text.pieces[index - 1].word >= 0 && lexicon.contains(.rangeTie, text.pieces[index - 1].word)
    }

    /// Digits glued to letters are names (`A350`, `G20`, `COVID-19`), and those of an address are none.
    private func isPartOfName(_ index: Int) -> Bool {
        guard text.isGlued(index) else { return false }
        if text.pieces[index - 1].kind == .letters { return true }
        if text.isDash(index - 1), text.isGlued(index - 1), followsLetters(index - 2) { return true }
        return isInAddress(index)
    }

    /// Whether the digits number a paragraph: at the beginning of a line, with a full stop and a capital after them.
    private func isLabel(_ index: Int) -> Bool {
        text.pieces[index].breaks && text.pieces[index].length <= 2 && text.isSign(index + 1, ".")
            && text.isGlued(index + 1) && index + 2 < text.pieces.count && text.pieces[index + 2].spaced
            && text.pieces[index + 2].capital
    }

    /// Whether letters stand in the run of letters and digits that ends at `index`.
    private func followsLetters(_ index: Int) -> Bool {
        if text.pieces[index].kind == .letters { return true }
        return text.isDigits(index) && text.isGlued(index) && text.pieces[index - 1].kind == .letters
    }

    /// Whether the unbroken run before the place holds `://`.
    private func isInAddress(_ index: Int) -> Bool {
        var place = index
        var steps = 0
        while text.isGlued(place), steps < 400 {
            place -= 1
            steps += 1
            if text.isSign(place, ":"), text.isSign(place + 1, "/"), text.isSign(place + 2, "/") { return true }
        }
        return false
    }

    /// A letter before a money sign belongs to it only if it is glued and no article: not in `a $5 loan`.
    private func isLooseLetter(_ index: Int, _ end: Int) -> Bool {
        guard end > index + 1, text.pieces[index].kind == .letters, text.pieces[index].length == 1 else { return false }
        if text.isGlued(index + 1) { return false }
        return lexicon.numbers.words.isArticle(text.word(index)) || index > 0 && text.pieces[index - 1].kind == .sign
    }

    private func isGluedAfterWord(_ index: Int) -> Bool {
        text.isGlued(index) && text.pieces[index - 1].kind != .sign
    }

    /// Whether a number without a unit is one: not glued to letters, no pronoun, no half of a match.
    private func standsAlone(_ amount: Amount) -> Bool {
        let end = amount.end
        if text.isGlued(end), text.pieces[end].kind == .letters { return false }
        // `a few hundred`, `several hundred thousand`: no definite number.
        let isBare = isMagnitude(amount.start)
        if isBare, lexicon.contains(.vagueCount, text.word(amount.start - 1)) || isMagnitude(amount.start - 1) {
            return false
        }
        if isGeneration(amount) { return false }
        if amount.numberEnd == amount.numberStart + 1, amount.read.form == .words {
            let before = text.word(amount.start - 1)
            let words = lexicon.numbers.words
            if amount.read.value == 1 {
                if lexicon.contains(.notOneBefore, before) || lexicon.contains(.notOneAfter, text.word(end)) {
                    return false
                }
                if words.isArticle(text.word(amount.start)) { return false }
            }
            if amount.read.isFraction {
                if words.ordinal(before) > 0 || lexicon.contains(.notHalfBefore, before) { return false }
                if text.isDigits(amount.start - 2) { return false }
            }
        }
        return true
    }

    private func isMagnitude(_ index: Int) -> Bool {
        let part = lexicon.numbers.words.part(text.word(index))
        return part == .hundred || part == .scale
    }

    /// `5G` names a kind of network.
    private func isGeneration(_ amount: Amount) -> Bool {
        let last = amount.end - 1
        return last == amount.start + 1 && text.isGlued(last) && text.pieces[amount.start].length == 1
            && text.pieces[last].capital && lexicon.contains(.generationLetter, text.word(last))
    }

    /// The unit after a number.
    private func takeUnit(_ amount: inout Amount) {
        if let unit = symbolUnit(&amount) {
            amount.unit = unit
            return
        }
        var next = amount.end
        if text.isDash(next), text.isGlued(next), text.isGlued(next + 1) { next += 1 }
        guard let (place, end) = lexicon.after.match(text, at: next) else { return }
        if text.isGlued(end), text.pieces[end].kind != .sign { return }
        // `1 $ 10`, `one EUR 10 note`: the unit belongs to the number after it, unless that has one of its own.
        let leads =
            text.pieces[next].kind == .sign
            || amount.read.form == .words && lexicon.before.match(text, at: next)?.end == end
        if leads, text.pieces[next].spaced, text.isDigits(end), text.word(end + 1) != text.word(next),
            !isPart(at: end + 1, of: lexicon.units[place])
        {
            return
        }
        amount.unit = lexicon.units[place]
        amount.end = end
        if lexicon.units[place].kind == .money, lexicon.numbers.words.part(text.word(end)) == .scale {
            let factor = lexicon.numbers.words.value(text.word(end))
            amount.read.value *= factor
            amount.read.scale *= factor
            amount.end = end + 1
        }
    }

    /// `one in five`, `two out of three`.
    private func takeRatio(_ amount: inout Amount) {
        let one = amount.read
        guard one.value > 0, one.scale == 1, one.value.rounded() == one.value,
            let (place, next) = lexicon.ratioTies.match(text, at: amount.end), place > 0 || one.value == 1,
            let whole = lexicon.numbers.number(text, at: next), whole.value > one.value, whole.value <= 1000,
            whole.scale == 1, whole.value.rounded() == whole.value
        else { return }
        amount.read = ReadNumber(value: one.value / whole.value, end: whole.end, form: one.form, isFraction: true)
        amount.numberEnd = whole.end
        amount.end = whole.end
    }

    private func isPart(at index: Int, of unit: QuantityFile.Unit) -> Bool {
        lexicon.after.match(text, at: index).map { lexicon.units[$0.value].partOf == unit.name } ?? false
    }

    /// `25 pounds` near `weight` are no money.
    private func takeAlternative(_ amount: inout Amount) {
        guard let unit = amount.unit else { return }
        for alternative in lexicon.alternatives where alternative.unit.insteadOf == unit.name {
            let nearby = max(0, amount.start - 8)..<min(text.pieces.count, amount.end + 4)
            if nearby.contains(where: { alternative.near.contains(text.word($0)) }) { amount.unit = alternative.unit }
        }
    }

    /// Symbols stand after digits only, and their capitals count: `5 km`, `75ml`, `1m`.
    private func symbolUnit(_ amount: inout Amount) -> QuantityFile.Unit? {
        guard text.isDigits(amount.numberEnd - 1) || amount.read.form == .digits else { return nil }
        var next = amount.end
        // `1m` was taken for a million: in small letters it is a metre.
        if text.pieces[next - 1].kind == .letters, text.isGlued(next - 1), text.isDigits(next - 2) { next -= 1 }
        if text.isDash(next), text.isGlued(next), text.isGlued(next + 1) { next += 1 }
        guard let (place, end) = lexicon.symbols.match(text, at: next), end >= amount.end else { return nil }
        if text.isGlued(end), text.pieces[end].kind != .sign { return nil }
        let unit = lexicon.units[place]
        let written = String(
            decoding: text.bytes[Int(text.pieces[next].start)..<Int(text.pieces[end - 1].end)], as: UTF8.self)
        guard (unit.symbols ?? []).contains(written) else { return nil }
        if next < amount.end {
            if let (after, _) = lexicon.after.match(text, at: end), lexicon.units[after].kind == .money { return nil }
            amount.read.value /= amount.read.scale
            amount.read.scale = 1
            amount.numberEnd = next
        }
        amount.end = end
        return unit
    }

    /// `$ 7.5 m`: behind money a letter with a space before it is no length.
    private func takeLooseScale(_ amount: inout Amount) {
        let scale = lexicon.numbers.words.shortScale(text.word(amount.end))
        guard amount.unit?.kind == .money, amount.read.scale == 1, scale >= 1000,
            !text.isGlued(amount.end + 1) || text.pieces[amount.end + 1].kind == .sign
        else { return }
        amount.read.value *= scale
        amount.read.scale = scale
        amount.end += 1
        amount.numberEnd = amount.end
    }

    /// A unit said twice, as in `$ 10 dollars`.
    private func takeRepeatedUnit(_ amount: inout Amount) {
        guard let (place, end) = lexicon.after.match(text, at: amount.end), let unit = amount.unit,
            text.pieces[amount.end].kind != .sign || !text.isDigits(end)
        else { return }
        let again = lexicon.units[place]
        guard again.kind == unit.kind, again.parts == nil, again.code == unit.code || again.assumed == true else {
            return
        }
        amount.end = end
    }

    /// `3 dollars 50 cents`, `5 feet 2 inches`: a smaller unit adds its share.
    private func withParts(_ amount: Amount) -> Amount {
        guard let unit = amount.unit, unit.parts == nil || unit.kind != .money else { return amount }
        var next = amount.end
        if lexicon.numbers.words.isAnd(text.word(next)) { next += 1 }
        guard next < text.pieces.count, let small = signedNumber(at: next, isTied: false), small.read.value >= 0
        else { return amount }
        var part = small
        takeUnit(&part)
        if part.unit == nil, let (place, end) = lexicon.partSymbols.match(text, at: part.end),
            lexicon.units[place].partOf == unit.name
        {
            part.unit = lexicon.units[place]
            part.end = end
        }
        if part.unit == nil, let sum = withHundredths(amount, small) { return sum }
        guard let partUnit = part.unit, let parts = partUnit.parts, parts > 1, part.read.value < parts,
            partUnit.partOf == unit.name || partUnit.partOf == unit.code
        else { return amount }
        var sum = amount
        sum.read.value += part.read.value / parts
        sum.end = part.end
        return sum
    }

    /// `15 dollars and 50` at the end of a clause: hundredths without their name.
    private func withHundredths(_ amount: Amount, _ small: Amount) -> Amount? {
        guard amount.unit?.kind == .money, amount.end > amount.numberEnd, amount.start == amount.numberStart,
            amount.read.scale == 1, small.read.value < 100, small.read.value.rounded() == small.read.value,
            small.read.form == .words || small.read.plainDigits == 2,
            small.end == text.pieces.count || text.isSign(small.end, ".") && !text.isGlued(small.end + 1)
        else { return nil }
        var sum = amount
        sum.read.value += small.read.value / 100
        sum.end = small.end
        return sum
    }
}
