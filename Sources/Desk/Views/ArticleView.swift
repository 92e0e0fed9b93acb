// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Makes the view of an article: its blocks, cut where the words of an entry begin and end.
struct ArticleView {
    /// An entry of the page with its number beside the text and its words in it.
    struct Highlight {
        let number: Int
        /// Unicode scalars of the canonical text.
        let ranges: [Range<Int>]
    }

    private let scalars: [Unicode.Scalar]
    private let blocks: [Block]
    private let highlights: [Highlight]
    /// The words that the address asks for.
    private let asked: Range<Int>?
    private let cuts: [Int]

    init(article: Article, highlights: [Highlight], asked: Range<Int>?) {
        scalars = Array(article.text.unicodeScalars)
        blocks = article.blocks
        self.highlights = highlights
        let end = scalars.count
        self.asked = asked.flatMap { $0.upperBound <= end && !$0.isEmpty ? $0 : nil }
        let ranges = highlights.flatMap(\.ranges) + [self.asked].compactMap(\.self)
        cuts = Set(ranges.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    }

    /// The blocks in order; runs of furniture are one view that folds them away.
    func views() -> [View] {
        var views: [View] = []
        var furniture: [View] = []
        func close() {
            guard !furniture.isEmpty else { return }
            views.append(["furniture": .view(["items": .list(furniture), "count": .text(String(furniture.count))])])
            furniture = []
        }
        for block in blocks {
            let view = view(block)
            if block.role == .furniture {
                furniture.append(view)
            } else {
                close()
                views.append(view)
            }
        }
        close()
        return views
    }

    private func view(_ block: Block) -> View {
        let range = block.range.scalars.clamped(to: 0..<scalars.count)
        return [
            "isHeadline": .flag(block.role == .headline), "isQuote": .flag(block.role == .quote),
            "isPlain": .flag(![.headline, .quote].contains(block.role)), "role": .text(block.role.rawValue),
            "segments": .list(segments(range)), "furniture": .none,
        ]
    }

    private func segments(_ range: Range<Int>) -> [View] {
        var inside = cuts.filter { range.lowerBound < $0 && $0 < range.upperBound }
        inside.insert(range.lowerBound, at: 0)
        inside.append(range.upperBound)
        return zip(inside, inside.dropFirst()).filter { $0 < $1 }.map { start, end in
            let mine = highlights.filter { $0.ranges.contains { $0.lowerBound <= start && end <= $0.upperBound } }
            let ending = highlights.filter { $0.ranges.contains { $0.upperBound == end } }
            // The shortest words around are what the reader points at.
            let nearest = mine.min { length($0, start) < length($1, start) }
            let isAsked = asked.map { $0.lowerBound <= start && end <= $0.upperBound } ?? false
            return [
                "text": .text(text(start..<end)), "start": .text(String(start)),
                "anchor": cuts.contains(start) ? .text("w\(start)") : .none,
                "entry": nearest.map { .view(["address": .text("#entry-\($0.number)")]) } ?? .none,
                "isAsked": .flag(isAsked),
                "notes": .list(
                    ending.map { ["number": .text(String($0.number)), "address": .text("#entry-\($0.number)")] }),
            ]
        }
    }

    private func length(_ highlight: Highlight, _ place: Int) -> Int {
        highlight.ranges.filter { $0.contains(place) }.map(\.count).min() ?? Int.max
    }

    private func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }
}
