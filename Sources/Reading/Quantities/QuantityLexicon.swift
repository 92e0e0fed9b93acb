// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// The words of one language's quantities, made ready for the pieces of a text.
struct QuantityLexicon: Sendable {
    let vocabulary: Vocabulary
    let numbers: NumberReader
    let units: [QuantityFile.Unit]
    /// Units after a number, before a number, and symbols that follow digits; the values are places in `units`.
    let after: PhraseTable
    let before: PhraseTable
    let symbols: PhraseTable
    let partSymbols: PhraseTable
    /// Relations before and after; the values are places in `comparisons`.
    let relationsBefore: PhraseTable
    let relationsAfter: PhraseTable
    let superlativeEndings: [[UInt8]]
    let inclusive: PhraseTable
    let ratioTies: PhraseTable
    /// Relative places; the values are places in `offsets`.
    let relatives: PhraseTable
    let offsets: [(origin: QuantityExpression.Origin, offset: Double)]
    let comparisons = Figure.Comparison.allCases
    /// Units that stand in for another of the same name near certain words: a pound of weight for one of money.
    let alternatives: [(unit: QuantityFile.Unit, near: Set<Int32>)]
    private let flags: [UInt16]

    /// The lists that single words belong to.
    enum WordList: Int, CaseIterable {
        case rangeOpener, rangeTie, betweenOpener, betweenTie, rankOpener, superlative, notOneBefore, notOneAfter
        case notHalfBefore, pairTie, rankAbbreviation, vagueCount
        case generationLetter, eitherTie
    }

    init(file: QuantityFile, name: String) throws {
        var vocabulary = Vocabulary()
        numbers = NumberReader(words: NumberWords(lists: file.numbers, vocabulary: &vocabulary))
        units = file.units
        let numbered = Array(file.units.enumerated())
        after = PhraseTable(numbered.flatMap { place, unit in unit.after.map { ($0, place) } }, vocabulary: &vocabulary)
        before = PhraseTable(
            numbered.flatMap { place, unit in (unit.before ?? []).map { ($0, place) } }, vocabulary: &vocabulary)
        symbols = PhraseTable(
            numbered.flatMap { place, unit in (unit.symbols ?? []).map { ($0, place) } }, vocabulary: &vocabulary)
        partSymbols = PhraseTable(
            numbered.flatMap { place, unit in (unit.partSymbols ?? []).map { ($0, place) } }, vocabulary: &vocabulary)
        relationsBefore = PhraseTable(
            try QuantityLexicon.phrases(file.relations.before, file: name), vocabulary: &vocabulary)
        relationsAfter = PhraseTable(
            try QuantityLexicon.phrases(file.relations.after, file: name), vocabulary: &vocabulary)
        alternatives = file.units.compactMap { unit in
            unit.insteadOf == nil ? nil : (unit, Set((unit.near ?? []).map { vocabulary.intern($0) }))
        }
        let words = file.words
        superlativeEndings = words.superlativeEndings.map { Array($0.utf8) }
        inclusive = PhraseTable(words.inclusive.map { ($0, 0) }, vocabulary: &vocabulary)
        ratioTies = PhraseTable(
            words.ratioTies.enumerated().map { ($1, $0) }, vocabulary: &vocabulary)
        var offsets: [(origin: QuantityExpression.Origin, offset: Double)] = []
        var phrases: [(String, Int)] = []
        for (name, places) in words.relatives.sorted(by: { $0.key < $1.key }) {
            guard let origin = QuantityExpression.Origin(rawValue: name) else {
                throw GrammarError(file: name, place: "relatives", message: "\(name) is no origin; use end or current")
            }
            for (offset, members) in places.sorted(by: { $0.key < $1.key }) {
                guard let number = Double(offset) else {
                    throw GrammarError(file: name, place: "relatives", message: "\(offset) is no number")
                }
                phrases += members.map { ($0, offsets.count) }
                offsets.append((origin, number))
            }
        }
        relatives = PhraseTable(phrases, vocabulary: &vocabulary)
        self.offsets = offsets
        let lists = [
            words.rangeOpeners, words.rangeTies, words.betweenOpeners, words.betweenTies, words.rankOpeners,
            words.superlatives, words.notOneBefore, words.notOneAfter, words.notHalfBefore, words.pairTies,
            words.rankAbbreviations, words.vagueCounts, words.generationLetters, words.eitherTies,
        ]
        for word in lists.joined() { _ = vocabulary.intern(word) }
        var flags = [UInt16](repeating: 0, count: vocabulary.count)
        for (bit, list) in lists.enumerated() {
            for word in list { flags[Int(vocabulary.find(word))] |= 1 << UInt16(bit) }
        }
        self.flags = flags
        self.vocabulary = vocabulary
    }

    private static func phrases(_ lists: [String: [String]], file: String) throws -> [(String, Int)] {
        try lists.sorted { $0.key < $1.key }.flatMap { sign, phrases in
            guard let comparison = Figure.Comparison(rawValue: sign),
                let place = Figure.Comparison.allCases.firstIndex(of: comparison)
            else { throw GrammarError(file: file, place: "relations", message: "\(sign) is no relation") }
            return phrases.map { ($0, place) }
        }
    }

    func contains(_ list: WordList, _ word: Int32) -> Bool {
        word >= 0 && Int(word) < flags.count && flags[Int(word)] & (1 << UInt16(list.rawValue)) != 0
    }

    /// Whether a number or a unit before a number can begin with the word.
    func starts(_ word: Int32) -> Bool {
        let words = numbers.words
        return words.part(word) != nil || words.isArticle(word) || words.fraction(word) > 0 || words.ordinal(word) > 0
            || words.isNegative(word)
    }
}
