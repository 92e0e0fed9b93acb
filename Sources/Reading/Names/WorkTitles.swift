// SPDX-License-Identifier: Apache-2.0

/// Titles of songs, books and the like in quotation marks: `"Made in Porto"` names no city.
struct WorkTitles {
    /// The words between the marks, title by title.
    private let titles: [Int: [Range<Int>]]

    /// No title is longer, in tokens; what is longer is speech.
    private static let longest = 8

    /// Finds the titles among the quotations of an article: nearly every word has a capital letter and none ends a
    /// sentence.
    init(passages: [Passage], quotations: [Quotation]) {
        var titles: [Int: [Range<Int>]] = [:]
        for quotation in quotations where (2...Self.longest).contains(quotation.tokens.count) && !quotation.staysOpen {
            let words = passages[quotation.passage].tokens[quotation.tokens]
            guard let first = words.first, first.isCapitalised, words.last?.text != ".",
                words.count(where: \.isCapitalised) > 1,
                words.allSatisfy({ $0.isCapitalised || $0.text.unicodeScalars.count < 4 || $0.isPunctuation })
            else { continue }
            titles[quotation.passage, default: []].append(quotation.tokens)
        }
        self.titles = titles
    }

    /// Whether the name is only a part of a title.
    func hides(_ name: Range<Int>, in passage: Passage) -> Bool {
        guard let titles = titles[passage.index] else { return false }
        return titles.contains { title in
            guard title.contains(name.lowerBound), name.upperBound <= title.upperBound else { return false }
            let rest = Array(title.lowerBound..<name.lowerBound) + Array(name.upperBound..<title.upperBound)
            return rest.contains {
                !passage.tokens[$0].isPunctuation && !passage.words.definite.contains(passage.tokens[$0].lower)
            }
        }
    }
}
