// SPDX-License-Identifier: Apache-2.0

import Language

/// What sums of money are told of.
extension FigureReader {
    /// Whether the number stands in brackets behind another that it only says once more: "10 million euros (596 million
    /// rupees)", "six feet (two metres)".
    func isConverted(_ quantity: QuantityExpression, _ phrase: Range<Int>, in passage: Passage) -> Bool {
        let open = phrase.lowerBound - 1
        guard open > 0, passage.tokens[open].text == "(" else { return false }
        let start = passage.block.range.start
        return quantities[passage.index].contains { other in
            other.kind == quantity.kind
                && passage.tokens(in: other.measure.shifted(by: start)).map {
                    (open - 1...open).contains($0.upperBound)
                }
                    == true
        }
    }

    /// Whether two numbers are what something came from and to, not the bounds of a range.
    func isChange(_ phrase: Range<Int>, in passage: Passage) -> Bool {
        let words = [phrase.lowerBound - 1, phrase.lowerBound].filter { $0 >= 0 }
        guard words.contains(where: { lexicon.baselinePrepositions.contains(passage.tokens[$0].lower) }),
            let verb = passage.verb(above: passage.head(of: phrase))
        else { return false }
        let lemma = passage.tokens[verb].lemma.asLowercase
        return lexicon.changingVerbs.contains(lemma) || lexicon.carryingVerbs.contains(lemma)
    }

    /// What a sum in a list of sums is for: "1.8 million dollars for schools, 2 million dollars for roads".
    func listedPurpose(of head: Int, behind measure: Range<Int>, in passage: Passage) -> Range<Int>? {
        guard ["appos", "conj"].contains(passage.tokens[head].dep) else { return nil }
        return purpose(
            of: passage.children(of: head, ["prep"]).filter { $0 == measure.upperBound }, in: passage)
    }

    /// What a sum that is no noun's is told of: what it is for, what it is, or what is done with it.
    func toldOf(_ head: Int, behind measure: Range<Int>, in passage: Passage) -> Range<Int>? {
        let above = passage.tokens[head].head
        guard above != head, passage.tokens[above].isVerb else { return nil }
        let behind = passage.children(of: above, ["prep", "dative", "advcl", "xcomp"]).filter {
            $0 >= measure.upperBound
        }
        if let purpose = purpose(of: behind, in: passage) { return purpose }
        // "invest 2 million dollars to mend the quay"
        if let aim = behind.first(where: { passage.leftEdge[$0] == measure.upperBound && passage.isInfinitive($0) }) {
            return passage.leftEdge[aim]..<passage.rightEdge[aim] + 1
        }
        // "20 million dollars is a loan for roads", "5 million euros supports 12 schools"
        if ["nsubj", "nsubjpass"].contains(passage.tokens[head].dep),
            let noun = passage.children(of: above, ["attr", "dobj"]).first
        {
            return passage.leftEdge[noun]..<passage.rightEdge[noun] + 1
        }
        return ["dobj", "nsubjpass"].contains(passage.tokens[head].dep) ? above..<above + 1 : nil
    }

    private func purpose(of prepositions: [Int], in passage: Passage) -> Range<Int>? {
        for preposition in prepositions
        where lexicon.purposePrepositions.contains(passage.tokens[preposition].lower)
            && !leadsToName(preposition, in: passage)
        {
            guard let object = passage.children(of: preposition, ["pobj", "pcomp"]).first,
                timeTokens[passage.index].isDisjoint(with: passage.leftEdge[object]..<passage.rightEdge[object] + 1)
            else { continue }
            var end = passage.rightEdge[object] + 1
            while end > object + 1, passage.tokens[end - 1].isPunctuation || passage.tokens[end - 1].pos == "CCONJ" {
                end -= 1
            }
            return passage.leftEdge[object]..<end
        }
        return nil
    }

    /// What a verb measures: of "exports to those countries totalling $5 million" the exports, not the countries.
    func measured(by verb: Int, subject: Int, in passage: Passage) -> Int {
        guard passage.tokens[verb].dep == "acl", passage.tokens[subject].dep == "pobj" else { return subject }
        let above = passage.tokens[passage.tokens[subject].head].head
        return passage.tokens[above].isNoun ? above : subject
    }

    /// Whether the number says of what class something is, not how many there are: "a five-star hotel".
    func isClass(_ number: Range<Int>, in passage: Passage) -> Bool {
        let end = number.upperBound
        return end + 1 < passage.tokens.count && passage.tokens[end].text == "-"
            && lexicon.classWords.contains(passage.tokens[end + 1].lower)
    }
}
