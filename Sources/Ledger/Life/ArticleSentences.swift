// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// The sentences of an article's body, as far as stops and line ends tell them.
struct ArticleSentences {
    let sentences: [Evidence]

    init(text: String, blocks: [Block]) {
        var found: [Evidence] = []
        for block in blocks where block.role == .body || block.role == .quote {
            guard let words = text.text(at: block.range) else { continue }
            found += Self.pieces(of: words, from: block.range.start)
        }
        sentences = found
    }

    private static func pieces(of text: String, from start: TextPosition) -> [Evidence] {
        let scalars = Array(text.unicodeScalars)
        var pieces: [Evidence] = []
        var place = start
        var first = 0
        func add(upTo end: Int) {
            let piece = scalars[first..<end]
            let lead = piece.prefix { $0.properties.isWhitespace }
            let words = piece.dropFirst(lead.count).reversed().drop { $0.properties.isWhitespace }.reversed()
            let from = place + length(lead)
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: words)
            if !words.isEmpty {
                pieces.append(Evidence(range: TextRange(start: from, end: from + length(words)), quote: String(quote)))
            }
            place = place + length(piece)
            first = end
        }
        for index in scalars.indices where index >= first && endsSentence(scalars, at: index) {
            // A closing mark belongs to what it closes.
            var end = index + 1
            while end < scalars.count, closing.contains(scalars[end]) { end += 1 }
            if scalars[index] == "\n" || isBeginning(scalars[end...]) { add(upTo: end) }
        }
        if first < scalars.count { add(upTo: scalars.count) }
        return pieces
    }

    /// Whether a sentence can begin behind a stop: not with a small letter or a digit.
    private static func isBeginning(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let gap = rest.first else { return true }
        guard gap.properties.isWhitespace else { return false }
        let next = rest.first { !$0.properties.isWhitespace }
        return next.map { !$0.properties.isLowercase && $0.properties.numericType == nil } ?? true
    }

    private static let stops: Set<Unicode.Scalar> = [".", "!", "?", "。", "\n"]
    private static let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", ")", "»", "」"]

    /// Whether a stop ends more than an initial.
    private static func endsSentence(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard stops.contains(scalars[index]) else { return false }
        guard scalars[index] == ".", index > 0, scalars[index - 1].properties.isUppercase else { return true }
        return index > 1 && scalars[index - 2].properties.isAlphabetic
    }

    private static func length(_ scalars: some Sequence<Unicode.Scalar>) -> TextPosition {
        scalars.reduce(TextPosition(scalar: 0, byte: 0)) { length, scalar in
            length + TextPosition(scalar: 1, byte: UTF8.width(scalar))
        }
    }
}
