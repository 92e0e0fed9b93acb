// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Two lists of which each member of one belongs to the one of the other in its place.
extension FigureReader {
    /// The figures, each for its own where the sentence says so: "exports to Peru and Ghana reached $7 million and $3
    /// million, respectively"; none of those where it does not show whose each is.
    func apportioned(_ figures: [DraftFigure], _ register: PartyRegister) -> [DraftFigure] {
        var result = figures
        for passage in passages {
            for adverb in passage.tokens.indices
            where lexicon.respectiveWords.contains(passage.tokens[adverb].lower) {
                let listed = result.indices.filter { number in
                    result[number].passage == passage.index && result[number].tokens.lowerBound < adverb
                        && passage.sentence[result[number].tokens.lowerBound] == passage.sentence[adverb]
                }
                guard listed.count > 1, let first = listed.first, let last = listed.last else { continue }
                let end = result[last].tokens.upperBound
                let named = places(end..<max(end, adverb), in: passage, register)
                // Each word of a name tells its place.
                let behind = named.indices.filter { named.firstIndex(of: named[$0]) == $0 }.map { named[$0] }
                let owners =
                    behind.isEmpty
                    ? owners(before: result[first].tokens.upperBound, listed.count, in: passage, register)
                    : behind.count == listed.count ? behind : nil
                if let owners {
                    for (number, owner) in zip(listed, owners) { result[number].scope = owner }
                    shareLast(of: listed, in: &result, passage)
                } else {
                    for number in listed.reversed() { result.remove(at: number) }
                }
            }
        }
        return result
    }

    /// What stands behind the last number is told of all: "with $7 million and $3 million in exports in 2021, respectively".
    private func shareLast(of listed: [Int], in figures: inout [DraftFigure], _ passage: Passage) {
        guard let last = listed.last.map({ figures[$0] }) else { return }
        let own = amounts[passage.index]
        for number in listed.dropLast()
        where own.contains(where: { passage.text(of: $0.measure) == figures[number].indicator }) {
            figures[number].indicator = last.indicator
            figures[number].asOf = figures[number].asOf ?? last.asOf
        }
        for number in listed {
            let tokens = figures[number].tokens
            let amount = own.first { $0.quantity.value == figures[number].value && $0.phrase.overlaps(tokens) }
            guard let start = amount?.phrase.lowerBound, number != listed.first else { continue }
            figures[number].tokens = start..<max(start + 1, tokens.upperBound)
        }
    }

    /// The places that tokens name.
    private func places(_ tokens: some Sequence<Int>, in passage: Passage, _ register: PartyRegister) -> [Int] {
        tokens.compactMap { register.place(at: TokenPlace(passage: passage.index, token: $0)) }
    }

    /// So many parties that stand in a list of their own before the numbers.
    private func owners(before end: Int, _ count: Int, in passage: Passage, _ register: PartyRegister) -> [Int]? {
        let sentence = passage.doc.sentences[passage.sentence[end - 1]]
        return sentence.prefix { $0 < end }.reversed().lazy
            .filter { passage.tokens[$0].isNoun && !["conj", "appos"].contains(passage.tokens[$0].dep) }
            .map { places(passage.listed(from: $0), in: passage, register) }
            .first { $0.count == count && Set($0).count == count }
    }
}
