// SPDX-License-Identifier: Apache-2.0

/// Finds the word that turns a sentence to the past or the future.
struct TimeTense {
    enum Cue { case past, present, modal, future }

    let lexicon: TimeLexicon
    let text: ScannedText

    /// The cue nearest before the pieces from `first` to `end` in their sentence, or else the first one after them.
    func cue(around first: Int, _ end: Int, byFormToo: Bool = true) -> Cue? {
        cue(before: first, byFormToo: byFormToo) ?? cue(after: end, byFormToo: byFormToo)
    }

    /// The cue nearest before a place in its sentence; with `byFormToo` also words that end like a past tense.
    func cue(before index: Int, byFormToo: Bool = true) -> Cue? {
        var place = index - 1
        let stop = max(0, index - 24)
        while place >= stop {
            if text.pieces[place + 1].breaks || endsSentence(place) { return nil }
            if let cue = cue(at: place, byFormToo: byFormToo) { return cue }
            place -= 1
        }
        return nil
    }

    private func cue(after end: Int, byFormToo: Bool) -> Cue? {
        for place in end..<min(text.pieces.count, end + 24) {
            if text.pieces[place].breaks || endsSentence(place) { return nil }
            if let cue = cue(at: place, byFormToo: byFormToo) { return cue }
        }
        return nil
    }

    private func cue(at place: Int, byFormToo: Bool) -> Cue? {
        let piece = text.pieces[place]
        guard piece.kind == .letters else { return nil }
        let before = text.word(place - 1)
        if piece.word >= 0 {
            if lexicon.contains(.futureCue, piece.word) { return .future }
            if lexicon.contains(.modalCue, piece.word), !(piece.capital && lexicon.contains(.month, piece.word)) {
                return .modal
            }
            if lexicon.contains(.presentCue, piece.word) { return .present }
        }
        guard lexicon.contains(.pastCue, piece.word) || piece.word < 0 && byFormToo && isPastForm(place) else {
            return nil
        }
        // A participle belongs to the word before it: `will be held`, `is still held`.
        if lexicon.contains(.futureCue, before) { return .future }
        let isPresent = lexicon.contains(.presentCue, before) || lexicon.contains(.presentCue, text.word(place - 2))
        return isPresent ? .present : .past
    }

    /// Whether a sentence ends with the piece at `place`.
    private func endsSentence(_ place: Int) -> Bool {
        guard place + 1 < text.pieces.count, text.pieces[place].kind == .sign,
            text.isSign(place, ".") || text.isSign(place, "!") || text.isSign(place, "?")
        else { return false }
        return text.pieces[place + 1].spaced && text.pieces[place + 1].capital && !isAbbreviation(place)
    }

    private func isAbbreviation(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        return text.pieces[place - 1].length == 1 || lexicon.contains(.month, text.word(place - 1))
    }

    private func isPastForm(_ place: Int) -> Bool {
        let piece = text.pieces[place]
        guard piece.kind == .letters, piece.length > 4, !piece.capital else { return false }
        return lexicon.pastEndings.contains { text.ends(place, with: $0) }
    }
}
