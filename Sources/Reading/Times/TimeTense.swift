// SPDX-License-Identifier: Apache-2.0

/// Finds the word that turns a sentence to the past or the future.
struct TimeTense {
    enum Cue { case past, future }

    let lexicon: TimeLexicon
    let text: ScannedText

    /// The cue nearest before a place in its sentence.
    func cue(before index: Int) -> Cue? {
        var place = index - 1
        let stop = max(0, index - 24)
        while place >= stop {
            let piece = text.pieces[place]
            if text.pieces[place + 1].breaks { return nil }
            if piece.kind == .sign {
                if text.isSign(place, ".") || text.isSign(place, "!") || text.isSign(place, "?"),
                    text.pieces[place + 1].spaced, text.pieces[place + 1].capital, !isAbbreviation(place)
                {
                    return nil
                }
            } else if piece.word >= 0 {
                if lexicon.contains(.futureCue, piece.word) { return .future }
                if lexicon.contains(.pastCue, piece.word) {
                    return lexicon.contains(.futureCue, text.word(place - 1)) ? .future : .past
                }
            } else if isPastForm(piece) {
                // A participle after a word of the future belongs to it: `will be held`, `to be signed`.
                let before = text.word(place - 1)
                return lexicon.contains(.futureCue, before) ? .future : .past
            }
            place -= 1
        }
        return nil
    }

    private func isAbbreviation(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        return text.pieces[place - 1].length == 1 || lexicon.contains(.month, text.word(place - 1))
    }

    private func isPastForm(_ piece: TextPiece) -> Bool {
        guard piece.kind == .letters, piece.length > 4, !piece.capital else { return false }
        let end = Int(piece.end)
        return text.bytes[end - 1] == UInt8(ascii: "d") && text.bytes[end - 2] == UInt8(ascii: "e")
    }
}
