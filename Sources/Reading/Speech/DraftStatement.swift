// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Something said, before parties have their final names.
struct DraftStatement: Sendable {
    /// How the speaker is known, from the most certain to the least.
    enum Attribution: Double, Sendable {
        /// The cue has a name for its subject.
        case named = 0.97
        /// The cue has a pronoun or a title alone for its subject.
        case referred = 0.9
        /// The quotation goes on an earlier one of the same speaker.
        case continued = 0.8
    }

    /// The passage that holds the content.
    let passage: Int
    /// The content without cue and quotation marks.
    let content: Range<Int>
    /// Whether the content stands in quotation marks.
    let isDirect: Bool
    /// The speaker's party, or nobody.
    let speaker: Int?
    /// The cue's tokens, in the passage `cuePassage`.
    let cue: Range<Int>?
    let cuePassage: Int
    /// How the speaker is known.
    let attribution: Attribution
    /// Whether the quotation only goes on the one before under the same cue.
    var isTakenUp = false
    /// Further pieces of the same speech: behind the cue, or in the next paragraph.
    var more: [Piece] = []

    /// A piece of speech that a cue or the end of a paragraph parts from the rest.
    struct Piece: Sendable {
        let passage: Int
        let content: Range<Int>
    }

    /// Whether the token, in the passage of the first piece, belongs to what was said.
    func covers(_ token: Int) -> Bool {
        content.contains(token) || more.contains { $0.passage == passage && $0.content.contains(token) }
    }
}

extension [DraftStatement] {
    /// Who says the word, if it is quoted or reported.
    func speaker(of token: Int, in passage: Passage) -> Int? {
        first { $0.passage == passage.index && $0.covers(token) }?.speaker
    }
}
