// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension FigureReader {
    /// A length of time that something has: "a seven-day programme", "the talks lasted 40 minutes", "40 years of twinning".
    ///
    /// Spans that only place an event in time, such as "two days later" or "the past 33 years", are none.
    func duration(_ quantity: QuantityExpression, _ number: Range<Int>, in passage: Passage) -> DraftFigure? {
        let tokens = passage.tokens
        var unit = number.upperBound
        let isJoined = unit < tokens.count && tokens[unit].text == "-"
        if isJoined { unit += 1 }
        guard unit < tokens.count, lexicon.timeUnits.contains(tokens[unit].lemma.asLowercase), quantity.value > 0
        else { return nil }
        guard let counted = lasting(unit, isJoined: isJoined, in: passage) else { return nil }
        let name = tokens[unit].lemma.asLowercase
        return DraftFigure(
            passage: passage.index, indicator: "length of " + passage.text(of: counted), value: quantity.value,
            upper: quantity.upper, relation: quantity.relation,
            unit: name.hasSuffix("y") && name != "day" ? name.dropLast() + "ies" : name + "s",
            scope: nil, asOf: nil, saidBy: statements.speaker(of: unit, in: passage),
            tokens: min(number.lowerBound, counted.lowerBound)..<max(unit + 1, counted.upperBound))
    }

    /// How many belong to something: "a 12-member delegation", "a five-person team".
    func membership(_ quantity: QuantityExpression, _ number: Range<Int>, in passage: Passage) -> DraftFigure? {
        let tokens = passage.tokens
        let unit = number.upperBound + 1
        guard unit < tokens.count, tokens[unit - 1].text == "-",
            let counted = lexicon.memberWords[tokens[unit].lower], let body = lasting(unit, isJoined: true, in: passage)
        else { return nil }
        return DraftFigure(
            passage: passage.index, indicator: passage.text(of: body), value: quantity.value, upper: quantity.upper,
            relation: quantity.relation, unit: counted, scope: nil, asOf: nil,
            saidBy: statements.speaker(of: unit, in: passage), tokens: number.lowerBound..<body.upperBound)
    }

    /// What has come to a number: "the number of students in Porto had doubled since 2019 to 4,200".
    func level(_ head: Int, in passage: Passage) -> Int? {
        let preposition = passage.tokens[head].head
        let verb = passage.tokens[preposition].head
        guard passage.tokens[head].dep == "pobj", lexicon.levelPrepositions.contains(passage.tokens[preposition].lower),
            passage.tokens[verb].isVerb,
            lexicon.changingVerbs.contains(passage.tokens[verb].lemma.asLowercase),
            let subject = passage.subject(of: verb), passage.tokens[subject].isNoun
        else { return nil }
        let of = passage.children(of: subject, ["prep"]).first {
            passage.words.owning.contains(passage.tokens[$0].lower)
        }
        let counted = of.flatMap { passage.children(of: $0, ["pobj"]).first }
        return lexicon.countWords.contains(passage.tokens[subject].lower) ? counted : subject
    }

    /// The words for what lasts that long.
    private func lasting(_ unit: Int, isJoined: Bool, in passage: Passage) -> Range<Int>? {
        let tokens = passage.tokens
        if isJoined {
            var head = tokens[unit].head
            while head > unit, ["compound", "amod", "nmod"].contains(tokens[head].dep), tokens[head].head > head {
                head = tokens[head].head
            }
            guard head > unit, tokens[head].isNoun,
                let start = (unit + 1...head).first(where: { !tokens[$0].isPunctuation })
            else { return nil }
            return start..<head + 1
        }
        if unit + 2 < tokens.count, passage.words.owning.contains(tokens[unit + 1].lower),
            let noun = passage.children(of: unit + 1, ["pobj"]).first, tokens[noun].isNoun || tokens[noun].tag == "VBG",
            // "eight months of the year" is a part of it.
            !lexicon.timeUnits.contains(tokens[noun].lemma.asLowercase)
        {
            return unit + 2..<noun + 1
        }
        var verb = tokens[unit].head
        // "will remain in force for five years".
        if tokens[unit].dep == "pobj", lexicon.lastingPrepositions.contains(tokens[verb].lower) {
            verb = tokens[verb].head
        }
        guard
            ["dobj", "npadvmod", "attr"].contains(tokens[unit].dep)
                || tokens[verb].isVerb && tokens[unit].dep == "pobj",
            lexicon.lastingVerbs.contains(tokens[verb].lemma.asLowercase),
            let subject = passage.subject(of: verb), tokens[subject].isNoun
        else { return nil }
        let first = passage.children(of: subject, ["det"]).contains(passage.leftEdge[subject]) ? 1 : 0
        return min(passage.leftEdge[subject] + first, subject)..<subject + 1
    }
}
