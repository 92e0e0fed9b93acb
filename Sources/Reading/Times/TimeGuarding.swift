// SPDX-License-Identifier: Apache-2.0

/// Decides by the words around a match whether it can be what it looks like.
struct TimeGuarding {
    let lexicon: TimeLexicon
    let text: ScannedText
    /// Where the expression before this one ended.
    let previousEnd: Int

    func holds(_ condition: TimeGuard, from first: Int, to end: Int) -> Bool {
        switch condition {
        case .month: return isMonth(first, end)
        case .season: return isSeason(first, end)
        case .year: return isYear(first, end)
        case .strictYear: return isAfterPreposition(first) && !isCounted(end)
        case .context: return isAfterPreposition(first) || isAfterExpression(first)
        case .closed: return isClosed(end)
        case .notPast: return !isPast(first)
        case .hour: return isAfterPreposition(first) || isAfterExpression(first)
        case .notRate: return !isRate(first)
        case .names: return hasNames(first, end)
        case .uncounted: return !isCounted(end) || lexicon.contains(.month, text.word(end - 1))
        }
    }

    /// Whether a preposition of time stands before the place, perhaps with an article between.
    func isAfterPreposition(_ first: Int) -> Bool {
        var index = first - 1
        if lexicon.contains(.article, text.word(index)) { index -= 1 }
        return lexicon.contains(.preposition, text.word(index))
    }

    private func isAfterExpression(_ first: Int) -> Bool { previousEnd > 0 && first - previousEnd <= 2 }

    /// Whether words such as `may` are written as names, or a preposition stands before the date.
    private func hasNames(_ first: Int, _ end: Int) -> Bool {
        for index in first..<end where lexicon.contains(.ambiguous, text.word(index)) {
            if !text.pieces[index].capital, index > first,
                !lexicon.contains(.strictPreposition, text.word(first - 1))
            {
                return false
            }
        }
        return true
    }

    private func isMonth(_ first: Int, _ end: Int) -> Bool {
        let word = text.word(first)
        let isPreposed = lexicon.contains(.preposition, text.word(first - 1))
        if lexicon.contains(.ambiguous, word) {
            return lexicon.contains(.strictPreposition, text.word(first - 1))
                || isPreposed && text.pieces[first].capital && !isFollowedByName(end)
        }
        if lexicon.contains(.namedDay, text.word(first - 1)), lexicon.contains(.weekday, word) { return false }
        // `on a Monday` is any Monday.
        if lexicon.numbers.words.isArticle(text.word(first - 1)), isClosed(end) { return false }
        if isTitle(end) { return false }
        if isPreposed { return true }
        guard text.pieces[first].capital || first == 0 else { return false }
        // A name: `April Somebody`.
        return !isFollowedByName(end) || isAfterPreposition(first)
            || lexicon.contains(.article, text.word(first - 1))
    }

    /// Whether a capitalised word that the lexicon does not know follows on the same line.
    private func isFollowedByName(_ end: Int) -> Bool {
        guard end < text.pieces.count, text.pieces[end].spaced, !text.pieces[end].breaks else { return false }
        let next = text.pieces[end]
        return next.kind == .letters && next.capital && next.word < 0
    }

    /// Whether a capitalised word follows that names a newspaper or a show.
    private func isTitle(_ end: Int) -> Bool {
        lexicon.contains(.title, text.word(end)) && text.pieces[end].capital && !text.pieces[end].breaks
    }

    private func isSeason(_ first: Int, _ end: Int) -> Bool {
        var before = first - 1
        if lexicon.contains(.article, text.word(before)) { before -= 1 }
        let isOf = lexicon.numbers.words.isOf(text.word(before))
        guard lexicon.contains(.strictPreposition, text.word(before)) || isOf, !isFollowedByName(end) else {
            return false
        }
        // `fall` and `spring` are verbs and nouns too.
        return !lexicon.contains(.ambiguous, text.word(first))
            || !isOf && isClosed(end) && !lexicon.numbers.words.isOf(text.word(end))
    }

    /// A year by its neighbours: not a count, a price, a number of something, or a part of a longer number.
    private func isYear(_ first: Int, _ end: Int) -> Bool {
        let year = text.pieces[first].number
        if lexicon.contains(.notYear, text.word(first - 1)) { return false }
        if text.isGlued(first), text.isGlued(first - 1), text.isDigits(first - 2),
            text.isSign(first - 1, ",") || text.isSign(first - 1, ".")
        {
            return false
        }
        if text.isGlued(first), first > 0 {
            let before = text.pieces[first - 1]
            if before.kind == .letters { return false }
            if text.isDash(first - 1), text.isGlued(first - 1), text.isDigits(first - 2),
                text.pieces[first - 2].length != 4
            {
                return false
            }
            if text.isSign(first - 1, "/"), !text.isDigits(first - 2) { return false }
        }
        if text.isGlued(end) {
            let next = text.pieces[end]
            if next.kind == .letters { return false }
            if text.isSign(end, ":") || text.isSign(end, "/"), text.isDigits(end + 1), text.isGlued(end + 1) {
                return false
            }
            if text.isDash(end), text.isGlued(end + 1), text.isDigits(end + 1), text.pieces[end + 1].length > 4 {
                return false
            }
        }
        if isCounted(end) || text.isSign(end, "+") { return false }
        guard (1500...2100).contains(year) else {
            let isBracketed = text.isSign(first - 1, "(") && text.isSign(end, ")")
            return isBracketed || lexicon.contains(.strictPreposition, text.word(first - 1)) && year < 2200
        }
        if isAfterPreposition(first) { return true }
        return !isFollowedByPlural(end) || lexicon.contains(.article, text.word(first - 1))
    }

    /// Whether a unit or a noun that is counted follows.
    private func isCounted(_ end: Int) -> Bool {
        let word = text.word(end)
        guard end < text.pieces.count, !text.pieces[end].breaks else { return false }
        return lexicon.contains(.counted, word) || lexicon.contains(.unit, word)
    }

    /// Whether a word in small letters that ends in `s` follows, as after a count.
    private func isFollowedByPlural(_ end: Int) -> Bool {
        guard end < text.pieces.count else { return false }
        let piece = text.pieces[end]
        guard piece.kind == .letters, !piece.capital, !piece.breaks, piece.length > 3, piece.word < 0 else {
            return false
        }
        return text.bytes[Int(piece.end) - 1] == UInt8(ascii: "s")
            && text.bytes[Int(piece.end) - 2] != UInt8(ascii: "s")
    }

    /// Whether the sentence goes on without a noun: at its end, a sign, or a known word.
    private func isClosed(_ end: Int) -> Bool {
        guard end < text.pieces.count else { return true }
        let piece = text.pieces[end]
        if piece.breaks { return true }
        if piece.kind == .sign { return !text.isDash(end) && !(text.isSign(end, ":") && text.isGlued(end + 1)) }
        return lexicon.contains(.preposition, piece.word) && !lexicon.contains(.article, piece.word)
            && !lexicon.contains(.continuing, piece.word)
    }

    private func isPast(_ first: Int) -> Bool { TimeTense(lexicon: lexicon, text: text).cue(before: first) == .past }

    /// Whether the unit is a rate: `ten dollars a day`.
    private func isRate(_ first: Int) -> Bool {
        guard first > 0 else { return false }
        if text.isDigits(first - 1) || text.isSign(first - 1, "%") { return true }
        return lexicon.contains(.counted, text.word(first - 1))
    }
}
