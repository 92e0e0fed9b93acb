// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Language

/// The names in a question: runs of capitalised words, words in quotation marks, words in other scripts, demonyms.
struct QuestionNames {
    struct Found: Hashable {
        let text: String
        let tokens: Range<Int>
        let wordings: [[String]]
    }

    private(set) var names: [Found] = []
    private var covered: Set<Int> = []
    private let doc: Doc
    private let gazetteer: Gazetteer
    private let lexicon: QuestionLexicon

    init(doc: Doc, gazetteer: Gazetteer, lexicon: QuestionLexicon, used: Range<Int>) {
        self.doc = doc
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        findQuoted()
        var index = 0
        while index < doc.tokens.count {
            guard !used.contains(index), !covered.contains(index), isCapitalised(index),
                lexicon.month(doc.tokens[index].text.lowercased()) == nil
            else {
                index += 1
                continue
            }
            let end = endOfCountry(from: index, firstRun: endOfRun(from: index))
            add(index..<end)
            index = end
        }
    }

    /// Whether a token belongs to a name or to the title in front of it.
    func covers(_ index: Int) -> Bool { covered.contains(index) }

    // MARK: Finding

    private mutating func findQuoted() {
        let marks: Set<String> = ["\"", "“", "”", "„", "«", "»", "``", "''"]
        var start: Int?
        for index in doc.tokens.indices where marks.contains(doc.tokens[index].text) {
            if let opened = start {
                if opened + 1 < index {
                    let range = opened + 1..<index
                    names.append(Found(text: text(range), tokens: range, wordings: [Wording.tokens(text(range))]))
                    covered.formUnion(range)
                }
                start = nil
            } else {
                start = index
            }
        }
    }

    private func isCapitalised(_ index: Int) -> Bool {
        let token = doc.tokens[index]
        guard let first = token.text.unicodeScalars.first else { return false }
        if Wording.isUnspaced(first) { return true }
        return first.properties.isUppercase && token.pos != "AUX" && token.pos != "PRON" && token.pos != "ADP"
    }

    /// A run goes on over hyphens, small words inside a name written together, and "'s" inside a name such as
    /// `Hai Phong People's Committee`.
    private func endOfRun(from start: Int) -> Int {
        var end = start + 1
        while end < doc.tokens.count {
            let token = doc.tokens[end]
            let touches = !doc.tokens[end - 1].hasTrailingSpace
            if touches && (token.text == "-" || doc.tokens[end - 1].text == "-") {
                end += 1
            } else if token.tag == "POS" || token.text == "'s" || token.text == "’s" {
                guard end + 1 < doc.tokens.count, isCapitalised(end + 1), !isTitle(end + 1), !isPlaceName(start..<end)
                else { return end }
                end += 2
            } else if isCapitalised(end), !covered.contains(end) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// `Republic of Korea` is one name and not two.
    private func endOfCountry(from start: Int, firstRun end: Int) -> Int {
        guard end + 1 < doc.tokens.count, lexicon.links.contains(doc.tokens[end].text), isCapitalised(end + 1) else {
            return end
        }
        let longer = endOfRun(from: end + 1)
        return isPlaceName(start..<longer) ? longer : end
    }

    /// Whether words only say what is named behind them, as `City` and `Government` do in `Government of Oslo`.
    func isKind(_ tokens: Range<Int>) -> Bool {
        tokens.allSatisfy { index in
            let word = doc.tokens[index].text.lowercased()
            return lexicon.fillers.contains(word) || lexicon.bodies.contains(word)
        }
    }

    private func isTitle(_ index: Int) -> Bool {
        gazetteer.offices.office(beginning: doc.tokens[index...].prefix(4).map(\.text)) != nil
    }

    private func isPlaceName(_ tokens: Range<Int>) -> Bool {
        !gazetteer.countries(named: text(tokens)).isEmpty
    }

    private mutating func add(_ run: Range<Int>) {
        covered.formUnion(run)
        var run = run
        let words = run.map { doc.tokens[$0].text }
        if let title = gazetteer.offices.office(beginning: words) {
            guard title.count < run.count else { return uncover(run) }
            run = run.lowerBound + title.count..<run.upperBound
        }
        let courtesy = gazetteer.honorifics.countBefore(run.map { doc.tokens[$0].text })
        if courtesy < run.count { run = run.lowerBound + courtesy..<run.upperBound }
        if isKind(run) { return uncover(run) }
        // The demonym or the country in front of a title: "Ghanaian President", "Korean students".
        let written = text(run)
        let tokens = Wording.tokens(written)
        guard !tokens.isEmpty else { return }
        names.append(Found(text: written, tokens: run, wordings: [tokens] + countryWordings(of: written)))
    }

    /// A word that stands alone and is only a title is no name; the office is asked for.
    private mutating func uncover(_ run: Range<Int>) { covered.subtract(run) }

    /// A demonym stands for its country and a country for its demonyms.
    private func countryWordings(of name: String) -> [[String]] {
        let countries = gazetteer.countries(demonym: name) + gazetteer.countries(named: name)
        return countries.prefix(1).flatMap { ($0.names + $0.demonyms).map(Wording.tokens) }
    }

    private func text(_ tokens: Range<Int>) -> String {
        guard let first = tokens.first, let last = tokens.last else { return "" }
        let bytes = doc.tokens[first].utf8Range.lowerBound..<doc.tokens[last].utf8Range.upperBound
        return String(decoding: Array(doc.text.utf8)[bytes], as: UTF8.self)
    }
}
