// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension FigureReader {
    /// "X is Y's third-largest trading partner" ranks X among Y's partners: the rank counts for X.
    func rank(
        _ quantity: QuantityExpression, phrase: Range<Int>, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> DraftFigure? {
        guard quantity.value >= 2 else { return nil }
        let start = passage.head(of: phrase)
        guard
            let noun = ([start] + passage.ancestors(of: start)).first(where: {
                passage.tokens[$0].isNoun && !phrase.contains($0)
            }),
            ["attr", "appos", "oprd"].contains(passage.tokens[noun].dep)
                || passage.tokens[noun].dep == "pobj"
                    && lexicon.rankPrepositions.contains(passage.tokens[passage.tokens[noun].head].lower)
        else { return nil }
        let above = passage.tokens[noun].head
        let verb = passage.tokens[above].isVerb ? above : passage.tokens[above].head
        // "hailed Peru as the fourth-largest investor" ranks whom the verb has for its object.
        let ranked =
            passage.tokens[noun].dep == "appos"
            ? above : passage.children(of: verb, ["dobj"]).first { $0 < noun } ?? passage.subject(of: verb)
        guard let ranked,
            let scope = groups.party(at: TokenPlace(passage: passage.index, token: ranked), resolver: resolver),
            let superlative = quantity.superlative.flatMap({
                passage.tokens(in: $0.shifted(by: passage.block.range.start))
            })
        else { return nil }
        let end =
            passage.children(of: noun, ["prep"]).filter {
                lexicon.nounPrepositions.contains(passage.tokens[$0].lower)
                    || lexicon.placePrepositions.contains(passage.tokens[$0].lower)
                    || lexicon.selectingWords.contains(passage.tokens[$0].lower)
            }.map { passage.rightEdge[$0] + 1 }.max() ?? noun + 1
        var words = passage.text(of: superlative)
        // The noun may stand before its superlative: "the city, the third-largest".
        let rest = superlative.upperBound..<max(end, noun + 1, superlative.upperBound)
        if !rest.isEmpty { words += " " + passage.text(of: rest) }
        let first = min(passage.leftEdge[ranked], passage.leftEdge[noun])
        return DraftFigure(
            passage: passage.index, indicator: words, value: quantity.value, upper: nil, relation: quantity.relation,
            unit: "rank", scope: scope, asOf: nil,
            saidBy: statements.speaker(of: noun, in: passage),
            tokens: first..<max(end, ranked + 1))
    }
}
