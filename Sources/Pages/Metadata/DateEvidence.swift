// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Writes an article's dates with how they are known.
struct DateEvidence {
    let scanner: DateScanner
    let lexicons: Lexicons
    /// The latest day that a page can be from, where known.
    let latest: PartialDate?

    /// Fills `published` and `modified`: what mark-up names is `metadata`; what only the text shows, at the last in
    /// the dateline that it opens with, is `stated`, with the place as its premise.
    func fill(_ article: inout Article, published: DateFinder.Finding?, modified: PartialDate?) {
        let shown = shownDates(in: article)
        if let published {
            let premise = published.isShown ? shown.first { $0.date == published.date }?.evidence : nil
            article.source.published = DatedValue(
                value: published.date, basis: premise == nil ? .metadata : .stated, premises: premise.map { [$0] } ?? []
            )
        } else if let first = shown.first(where: \.isAnnounced) ?? shown.first(where: { !$0.isChange }) ?? shown.first {
            article.source.published = DatedValue(value: first.date, basis: .stated, premises: [first.evidence])
        } else if let opening = openingDate(in: article) {
            article.source.published = DatedValue(value: opening.date, basis: .stated, premises: [opening.evidence])
        }
        if let modified {
            article.source.modified = DatedValue(value: modified, basis: .metadata)
        } else if let change = shown.first(where: \.isChange) {
            article.source.modified = DatedValue(value: change.date, basis: .stated, premises: [change.evidence])
        }
    }

    private struct Shown {
        var date: PartialDate
        var isChange: Bool
        /// Whether words before it say that it is of publication.
        var isAnnounced = false
        var evidence: Evidence
    }

    /// The dates that datelines and bylines show.
    private func shownDates(in article: Article) -> [Shown] {
        let phrases = lexicons.phrases
        var result: [Shown] = []
        let places = article.blocks.indices.filter { [.dateline, .byline].contains(article.blocks[$0].role) }
        for place in places.prefix(50) {
            let block = article.blocks[place]
            guard let text = article.text.text(at: block.range) else { continue }
            let rows = article.blocks[max(0, place - 1)..<min(place + 4, article.blocks.count)]
                .map { $0.range == block.range ? "" : article.text.text(at: $0.range) ?? "" }
            let label = place > 0 ? rows[0] : ""
            let scalars = Array(text.unicodeScalars)
            var previous = 0
            for found in scanner.dates(in: text) {
                let range = Self.range(found.scalars, of: scalars, from: block.range.start)
                var between = String.UnicodeScalarView()
                between.append(contentsOf: scalars[previous..<found.scalars.lowerBound])
                let words = String(between)
                previous = found.scalars.upperBound
                let before = PhraseLexicon.key(words).isEmpty ? label : words
                guard isPossible(found.date), !phrases.meansOther(words),
                    !lexicons.metadata.eventLabels.areOfEvent(label: before, following: rows),
                    let evidence = Evidence(range: range, in: article.text)
                else { continue }
                let isChange = phrases.meansModified(words)
                result.append(
                    Shown(
                        date: found.date, isChange: isChange,
                        isAnnounced: !isChange && phrases.speaksOfPublication(before: words, after: ""),
                        evidence: evidence))
            }
        }
        return result
    }

    /// The day of the dateline that one of the first paragraphs opens with.
    private func openingDate(in article: Article) -> Shown? {
        let dateline = OpeningDateline(scanner: scanner)
        for block in article.blocks.filter({ $0.role == .body }).prefix(3) {
            guard let text = article.text.text(at: block.range), let found = dateline.day(of: text) else { continue }
            let range = Self.range(found.scalars, of: Array(text.unicodeScalars), from: block.range.start)
            guard isPossible(found.date), let evidence = Evidence(range: range, in: article.text) else { return nil }
            return Shown(date: found.date, isChange: false, evidence: evidence)
        }
        return nil
    }

    private func isPossible(_ date: PartialDate) -> Bool {
        date.start.year >= 1990 && latest.map { date <= $0 } ?? true
    }

    private static func range(_ range: Range<Int>, of scalars: [Unicode.Scalar], from start: TextPosition) -> TextRange
    {
        func bytes(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 + UTF8.width($1) } }
        let first = start + TextPosition(scalar: range.lowerBound, byte: bytes(0..<range.lowerBound))
        return TextRange(start: first, end: first + TextPosition(scalar: range.count, byte: bytes(range)))
    }
}
