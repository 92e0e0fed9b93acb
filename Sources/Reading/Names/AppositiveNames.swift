// SPDX-License-Identifier: Apache-2.0

import Language

/// Names that the model takes for something else, though their bearer's office stands behind them: `Le Quang Tri,
/// Chairman of the People's Committee`.
struct AppositiveNames {
    let scanner: TitledNameScanner

    private var tokens: [Token] { scanner.tokens }
    private var knowledge: NameKnowledge { scanner.knowledge }

    /// The tokens of each name, in text order.
    func names() -> [Range<Int>] {
        tokens.indices.dropFirst(2).filter { tokens[$0].text == "," }.compactMap(name(before:))
    }

    private func name(before comma: Int) -> Range<Int>? {
        var start = (tokens[..<comma].lastIndex { !isNameWord($0) } ?? -1) + 1
        // "Park Jin Woo": a family name may be a word for a place as well.
        if start > 0, scanner.startsEasternName(start - 1) { start -= 1 }
        let name = start..<comma
        guard (2...4).contains(name.count),
            start == 0 || !tokens[start - 1].isCapitalised && tokens[start - 1].text != "-",
            knowledge.places(written: scanner.passage.text(of: name)).isEmpty,
            !name.contains(where: { place in
                [knowledge.demonyms, knowledge.countries].contains { $0.longestMatch(in: tokens, at: place) != nil }
            }),
            let (offices, end) = scanner.offices(behind: comma), offices.contains(where: { $0.body != nil }),
            // "In Engine Shed, Mayor of Bristol Ann Lee": the office is the next name's.
            end == tokens.count || !tokens[end].isCapitalised
        else { return nil }
        return name
    }

    private func isNameWord(_ token: Token) -> Bool {
        token.isCapitalised && !knowledge.isGeneration(token.lower) && token.tag.hasPrefix("NNP")
            && knowledge.bodyKind(ofHead: token.lower) == nil
            && !knowledge.lists.notNames.contains(token.lower) && knowledge.titles[token.lower] == nil
    }
}
