// SPDX-License-Identifier: Apache-2.0

import Language

extension Doc {
    /// The same parse, where "met a delegation led by X, chairman of Y, at City Hall on Monday" tells when and where
    /// they met: the parser hangs all that on "led", one of the `leading` verbs of the lexicon.
    func raisingAdjuncts(by lexicon: GovernorLexicon) -> Doc {
        var whole = self
        for verb in tokens.indices where tokens[verb].dep == "acl" && tokens[verb].tag == "VBN" {
            guard lexicon.leading.contains(tokens[verb].lemma.asLowercase),
                let above = governor(above: tokens[verb].head),
                let agent = tokens.indices.first(where: { tokens[$0].head == verb && tokens[$0].dep == "agent" })
            else { continue }
            var isParted = false
            for child in tokens.indices[(agent + 1)...] where tokens[child].head == verb {
                isParted = isParted || opensBehindComma(child)
                if isParted || isCircumstance(child, lexicon) { whole.tokens[child].head = above }
            }
        }
        return whole
    }

    /// The first verb on the way up from a noun.
    private func governor(above noun: Int) -> Int? {
        var place = noun
        for _ in 0..<8 {
            if tokens[place].isVerb { return place }
            guard tokens[place].head != place else { return nil }
            place = tokens[place].head
        }
        return nil
    }

    /// Whether a comma stands before everything that hangs on the token.
    private func opensBehindComma(_ token: Int) -> Bool {
        token > 0 && tokens[token - 1].text == ","
    }

    /// Whether a word begins what tells when or where.
    private func isCircumstance(_ token: Int, _ lexicon: GovernorLexicon) -> Bool {
        tokens[token].dep == "npadvmod" || tokens[token].dep == "prep" && lexicon.placing.contains(tokens[token].lower)
    }
}
