// SPDX-License-Identifier: Apache-2.0

import Language

/// Where sentences begin and end, and what of them is kept.
extension SpeechReader {
    func sentenceStart(before token: Int, in passage: Passage) -> Int {
        var start = token
        while start > 0 {
            if passage.tokens[start].isSentenceStart, start < token { return start }
            start -= 1
            if [".", "!", "?"].contains(passage.tokens[start].text) { return start + 1 }
        }
        return 0
    }

    func isSentenceEnd(before token: Int, in passage: Passage) -> Bool {
        token > 0 && [".", "!", "?"].contains(passage.tokens[token - 1].text)
    }

    func hasVerb(_ range: Range<Int>, in passage: Passage) -> Bool {
        passage.tokens[range].contains { $0.isVerb }
    }

    /// The range without punctuation that belongs to the sentence around it.
    func trimmed(_ range: Range<Int>, in passage: Passage) -> Range<Int> {
        var range = range
        while let last = range.last,
            [",", ";", ":"].contains(passage.tokens[last].text) || passage.tokens[last].pos == "SPACE"
        {
            range = range.lowerBound..<last
        }
        while let first = range.first,
            [",", ";", ":", "."].contains(passage.tokens[first].text) || passage.tokens[first].pos == "SPACE"
        {
            range = first + 1..<range.upperBound
        }
        return range
    }

    func meaningful(_ range: Range<Int>, in passage: Passage) -> Range<Int>? {
        var range = trimmed(range, in: passage)
        while let last = range.last, passage.tokens[last].isPunctuation,
            ![")", "\"", "\u{201D}", "\u{2019}"].contains(passage.tokens[last].text)
        {
            range = range.lowerBound..<last
        }
        return range.count >= 2 ? range : nil
    }
}
