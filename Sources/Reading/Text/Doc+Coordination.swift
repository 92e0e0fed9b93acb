// SPDX-License-Identifier: Apache-2.0

import Language

extension Doc {
    /// The same parse, with what is coordinated tied to what it is like: the parser joins a place to people, and an
    /// occasion to a place or day.
    func rejoined(by lexicon: GovernorLexicon) -> Doc {
        var joined = self
        for token in tokens.indices where tokens[token].dep == "conj" {
            guard let first = place(before: token) ?? occasion(before: token, lexicon) else { continue }
            let wrong = tokens[token].head
            joined.tokens[token].head = first
            for mark in max(first, wrong) + 1..<token where tokens[mark].head == wrong {
                joined.tokens[mark].head = first
            }
        }
        return joined
    }

    /// "Representatives of Norway and Ghana": they come from both.
    private func place(before place: Int) -> Int? {
        let people = tokens[place].head
        guard tokens[place].entityLabel == "GPE", people < place, tokens[people].isNoun,
            tokens[people].tag.hasSuffix("S") || tokens[people].text.last == "s",
            let other = (people + 1..<place).last(where: { tokens[$0].pos != "CCONJ" && tokens[$0].text != "," }),
            tokens[other].entityLabel == "GPE", tokens[other].dep == "pobj", tokens[tokens[other].head].head == people
        else { return nil }
        return other
    }

    /// "a meeting in Gdansk on Monday and a forum in Rouen": the forum goes with the meeting.
    private func occasion(before event: Int, _ lexicon: GovernorLexicon) -> Int? {
        let wrong = tokens[event].head
        let preposition = tokens[wrong].head
        guard tokens[event].isNoun, ["DATE", "TIME", "GPE"].contains(tokens[wrong].entityLabel),
            !["DATE", "TIME", "GPE"].contains(tokens[event].entityLabel), tokens[wrong].dep == "pobj",
            lexicon.placing.contains(tokens[preposition].lower),
            tokens.indices.contains(where: { tokens[$0].head == event && tokens[$0].dep == "det" }),
            tokens.indices.contains(where: {
                $0 > event && tokens[$0].head == event && lexicon.placing.contains(tokens[$0].lower)
            })
        else { return nil }
        let above = tokens[preposition].head
        if tokens[above].isNoun { return above < preposition ? above : nil }
        return (0..<preposition).last { tokens[$0].head == above && tokens[$0].dep == "dobj" }
    }
}
