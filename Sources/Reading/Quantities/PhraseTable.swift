// SPDX-License-Identifier: Apache-2.0

/// Phrases of a word or more that lead to a number each; the longest wins.
package struct PhraseTable: Sendable {
    /// A word of the vocabulary, or digits inside a phrase (`km2`).
    private enum Element: Hashable, Sendable {
        case word(Int32)
        case digits(Int)
    }

    private struct Entry: Sendable {
        var elements: [Element]
        var value: Int
    }

    private var entries: [Int32: [Entry]] = [:]
    private var endings: [Int32: [Entry]] = [:]

    /// Makes a table from phrases; their words enter the vocabulary.
    package init(_ phrases: [(String, Int)], vocabulary: inout Vocabulary) {
        for (phrase, value) in phrases {
            let pieces = ScannedText(phrase, vocabulary: vocabulary)
            var elements: [Element] = []
            for index in pieces.pieces.indices {
                if pieces.pieces[index].kind == .digits {
                    elements.append(.digits(pieces.pieces[index].number))
                } else {
                    elements.append(.word(vocabulary.intern(pieces.text(of: index))))
                }
            }
            guard case .word(let first)? = elements.first else { continue }
            let entry = Entry(elements: elements, value: value)
            entries[first, default: []].append(entry)
            if case .word(let last)? = elements.last { endings[last, default: []].append(entry) }
        }
        for word in Array(entries.keys) { entries[word]?.sort { $0.elements.count > $1.elements.count } }
        for word in Array(endings.keys) { endings[word]?.sort { $0.elements.count > $1.elements.count } }
    }

    /// The longest phrase that begins at `index`: its value and the first piece after it.
    package func match(_ text: ScannedText, at index: Int) -> (value: Int, end: Int)? {
        let word = text.word(index)
        guard word >= 0, let candidates = entries[word] else { return nil }
        for entry in candidates where fits(entry, text, at: index) {
            return (entry.value, index + entry.elements.count)
        }
        return nil
    }

    /// The longest phrase that ends before `end`: its value and the piece that it begins at.
    package func match(_ text: ScannedText, before end: Int) -> (value: Int, start: Int)? {
        let word = text.word(end - 1)
        guard word >= 0, let candidates = endings[word] else { return nil }
        for entry in candidates {
            let start = end - entry.elements.count
            if start >= 0, fits(entry, text, at: start) { return (entry.value, start) }
        }
        return nil
    }

    private func fits(_ entry: Entry, _ text: ScannedText, at index: Int) -> Bool {
        guard index + entry.elements.count <= text.pieces.count else { return false }
        for (offset, element) in entry.elements.enumerated() {
            switch element {
            case .word(let word): if text.word(index + offset) != word { return false }
            case .digits(let number):
                guard text.isDigits(index + offset), text.pieces[index + offset].number == number,
                    text.isGlued(index + offset)
                else { return false }
            }
        }
        return true
    }
}
