// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// What amounts, that is sums, shares and sizes, are told of.
extension FigureReader {
    /// How many steps from amount to amount and noun to noun are gone at most: the parser may hang two on each other.
    private static let longestChain = 8

    /// What an amount measures: "trade reached 150 billion dollars", "a loan of 5 million euros"; nothing where the text
    /// does not say.
    func measured(
        _ quantity: QuantityExpression, head: Int, measure: Range<Int>, phrase: Range<Int>, in passage: Passage,
        steps: Int = 0
    ) -> Counted? {
        guard steps < Self.longestChain else { return nil }
        if phrase.lowerBound > 0, passage.tokens[phrase.lowerBound - 1].text == "(" {
            return nounBefore(phrase.lowerBound - 1, in: passage).map {
                words(around: $0, besides: phrase, in: passage)
            }
                ?? Counted(indicator: passage.text(of: measure), noun: head, words: measure)
        }
        if let noun = valued(by: phrase, in: passage) { return words(around: noun, besides: phrase, in: passage) }
        if let noun = nounBehindIn(measure, in: passage) {
            var found = words(around: noun, besides: phrase, in: passage)
            // "$7 million in loans and grants"
            if let last = passage.children(of: noun, ["conj"]).last, last > noun, found.words.upperBound == noun + 1,
                amounts[passage.index].allSatisfy({ !$0.measure.overlaps(noun..<last) })
            {
                found.indicator = passage.text(of: found.words.lowerBound..<last + 1)
            }
            return found
        }
        // "16 million dollars in 2014 and 12 million dollars in 2015"
        if passage.tokens[head].dep == "conj", let other = amount(at: passage.tokens[head].head, in: passage),
            other.phrase.upperBound <= phrase.lowerBound, other.quantity.kind == quantity.kind
        {
            return measured(other, in: passage, steps: steps + 1)
        }
        if let same = saidBefore(phrase, of: quantity, in: passage, steps: steps + 1) { return same }
        if let noun = nounAbove(head, besides: measure, in: passage) {
            return measured(noun, by: phrase, in: passage, steps: steps + 1)
        }
        // "4.5 per cent of Peru's fish exports" is a share of the exports.
        if quantity.kind == .percent,
            let of = passage.children(of: head, ["prep"]).first(where: {
                lexicon.shares.contains(passage.tokens[$0].lower)
            }),
            let noun = passage.children(of: of, ["pobj"]).first, passage.tokens[noun].isNoun
        {
            return words(around: noun, besides: phrase, in: passage)
        }
        if let thing = compared(head, in: passage) {
            var found = measured(thing, by: phrase, in: passage, steps: steps + 1)
            found?.indicator += " " + passage.tokens[passage.tokens[head].head].text
            return found
        }
        var current = head
        var tie: Int?
        for ancestor in passage.ancestors(of: head).prefix(4) {
            let above = passage.tokens[ancestor]
            if above.pos == "VERB" || above.pos == "AUX" {
                guard let thing = thing(measuredBy: ancestor, through: current, tie, in: passage) else { break }
                return measured(
                    thing, by: phrase, with: ancestor, tie, isShare: quantity.kind == .percent, in: passage,
                    steps: steps + 1)
            }
            if above.isNoun, !measure.contains(ancestor) {
                return measured(ancestor, by: phrase, in: passage, steps: steps + 1)
            }
            if above.dep == "prep" { tie = ancestor }
            current = ancestor
        }
        return purpose(of: head, behind: measure, in: passage)
    }

    /// What the noun that an amount hangs on says of it: itself, or what reached that "level" or "milestone".
    private func measured(_ noun: Int, by phrase: Range<Int>, in passage: Passage, steps: Int) -> Counted? {
        guard steps < Self.longestChain else { return nil }
        if let other = amount(at: noun, in: passage), !other.phrase.overlaps(phrase) {
            return measured(other, in: passage, steps: steps + 1)
        }
        guard lexicon.levelNouns.contains(passage.tokens[noun].lemma.asLowercase) else {
            return words(around: noun, besides: phrase, in: passage)
        }
        let above = passage.tokens[noun].head
        let isTied = passage.tokens[noun].dep == "pobj"
        let verb = isTied ? passage.tokens[above].head : above
        guard ["dobj", "attr", "pobj"].contains(passage.tokens[noun].dep), passage.tokens[verb].isVerb,
            let thing = thing(measuredBy: verb, through: noun, isTied ? above : nil, in: passage), thing != noun
        else { return words(around: noun, besides: phrase, in: passage) }
        return measured(thing, by: phrase, in: passage, steps: steps + 1)
    }

    /// What a verb says of the amount: a growth is no level, "exports grew" by 12 percent.
    private func measured(
        _ thing: Int, by phrase: Range<Int>, with verb: Int, _ tie: Int?, isShare: Bool, in passage: Passage, steps: Int
    ) -> Counted? {
        guard var found = measured(thing, by: phrase, in: passage, steps: steps + 1) else { return nil }
        let isStep = isShare || tie.map { lexicon.stepPrepositions.contains(passage.tokens[$0].lower) } ?? false
        if isStep, lexicon.changingVerbs.contains(passage.tokens[verb].lemma.asLowercase) {
            found.indicator += " " + passage.tokens[verb].text
        }
        return found
    }

    /// What a verb measures by the amount that hangs on it, by the preposition `tie` if there is one: its object where
    /// the amount only says to what or by how much, "raise exports to 5 million dollars", else its subject.
    private func thing(measuredBy verb: Int, through current: Int, _ tie: Int?, in passage: Passage) -> Int? {
        let lemma = passage.tokens[verb].lemma.asLowercase
        if let tie, !lexicon.measurePrepositions.contains(passage.tokens[tie].lower) { return nil }
        let object = tie.flatMap { tie in passage.children(of: verb, ["dobj"]).first { $0 < tie } }
        guard
            lexicon.measuringVerbs.contains(lemma) || passage.tokens[current].dep == "attr"
                || object != nil && lexicon.carryingVerbs.contains(lemma),
            let thing = object ?? passage.subject(of: verb), passage.tokens[thing].isNoun
        else { return nil }
        let noun = measured(by: verb, subject: thing, in: passage)
        return isWho(noun, in: passage) ? nil : noun
    }

    /// What is so much more or less than something else: "exports were 12 percent higher".
    private func compared(_ head: Int, in passage: Passage) -> Int? {
        let above = passage.tokens[head].head
        guard passage.tokens[head].dep == "npadvmod", passage.tokens[above].tag == "JJR",
            let subject = passage.subject(of: above), passage.tokens[subject].isNoun, !isWho(subject, in: passage)
        else { return nil }
        return subject
    }

    /// Whether a word names a place or somebody, whom no amount measures.
    private func isWho(_ token: Int, in passage: Passage) -> Bool {
        mentions.contains { mention in
            guard mention.passage == passage.index, mention.nameTokens.contains(token) else { return false }
            switch mention.kind {
            case .party(let kind): return kind == .person || kind.isPlace
            case .demonym: return true
            case .title: return false
            }
        }
    }

    /// The noun before "worth": "34 projects worth $4 million".
    private func valued(by phrase: Range<Int>, in passage: Passage) -> Int? {
        let worth = phrase.lowerBound - 1
        guard worth > 0, lexicon.worthWords.contains(passage.tokens[worth].lower) else { return nil }
        if passage.tokens[worth - 1].isNoun, amount(at: worth - 1, in: passage) == nil { return worth - 1 }
        let above = passage.tokens[worth].head
        return above < worth && passage.tokens[above].isNoun && amount(at: above, in: passage) == nil ? above : nil
    }

    /// The noun behind "in": "$5 million in funding".
    private func nounBehindIn(_ measure: Range<Int>, in passage: Passage) -> Int? {
        let preposition = measure.upperBound
        guard preposition < passage.tokens.count,
            lexicon.yearPrepositions.contains(passage.tokens[preposition].lower),
            let noun = passage.children(of: preposition, ["pobj"]).first, passage.tokens[noun].isNoun,
            !timeTokens[passage.index].contains(noun), !isName(noun, in: passage),
            !lexicon.timeUnits.contains(passage.tokens[noun].lemma.asLowercase),
            !lexicon.plainNouns.contains(passage.tokens[noun].lower), amount(at: noun, in: passage) == nil
        else { return nil }
        return noun
    }

    /// What an amount measures that only says the one before it once more or compares with it: "5 million yen or 40,000
    /// dollars", "rose to 8 percent from 5 percent".
    private func saidBefore(
        _ phrase: Range<Int>, of quantity: QuantityExpression, in passage: Passage, steps: Int
    ) -> Counted? {
        guard let other = amounts[passage.index].last(where: { $0.phrase.upperBound <= phrase.lowerBound }),
            other.quantity.kind == quantity.kind
        else { return nil }
        let between = other.phrase.upperBound..<phrase.lowerBound
        let words = between.filter { !timeTokens[passage.index].contains($0) }.map { passage.tokens[$0].lower }
        guard !words.isEmpty, words.contains(where: lexicon.againWords.contains),
            words.allSatisfy({
                lexicon.againWords.contains($0) || lexicon.fillingWords.contains($0)
                    || lexicon.yearPrepositions.contains($0)
            })
        else { return nil }
        return measured(other, in: passage, steps: steps)
    }

    private func measured(_ amount: Amount, in passage: Passage, steps: Int) -> Counted? {
        measured(
            amount.quantity, head: passage.head(of: amount.measure), measure: amount.measure, phrase: amount.phrase,
            in: passage, steps: steps)
    }

    /// The noun right before a bracket, whatever marks and other brackets stand between.
    private func nounBefore(_ bracket: Int, in passage: Passage) -> Int? {
        var place = bracket - 1
        while place > 0, passage.tokens[place].isPunctuation {
            let isClosed = passage.tokens[place].text == ")"
            let open = isClosed ? passage.tokens[..<place].lastIndex { $0.text == "(" } : nil
            place = (open ?? place) - 1
        }
        return place >= 0 && passage.tokens[place].isNoun && amount(at: place, in: passage) == nil ? place : nil
    }

    /// An amount and where it stands.
    struct Amount {
        let quantity: QuantityExpression
        let measure: Range<Int>
        let phrase: Range<Int>
    }

    func amounts(of passage: Passage) -> [Amount] {
        let start = passage.block.range.start
        return quantities[passage.index].compactMap { quantity in
            guard quantity.unit != nil, let measure = passage.tokens(in: quantity.measure.shifted(by: start)),
                let phrase = passage.tokens(in: quantity.phrase.shifted(by: start))
            else { return nil }
            return Amount(quantity: quantity, measure: measure, phrase: phrase)
        }
    }

    private func amount(at token: Int, in passage: Passage) -> Amount? {
        amounts[passage.index].first { $0.measure.contains(token) }
    }

    /// What stands behind an amount that is no noun's: what it is for or does, or else what is done with it.
    private func purpose(of head: Int, behind measure: Range<Int>, in passage: Passage) -> Counted? {
        let rest = passage.children[head].first {
            $0 >= measure.upperBound && ["prep", "acl", "relcl", "advcl"].contains(passage.tokens[$0].dep)
                && !timeTokens[passage.index].contains(passage.rightEdge[$0]) && !leadsToName($0, in: passage)
        }
        guard let rest, passage.rightEdge[rest] >= measure.upperBound else {
            // Where nothing is said, the amount stands for itself.
            let told = toldOf(head, behind: measure, in: passage) ?? measure
            return Counted(indicator: passage.text(of: told), noun: head, words: measure)
        }
        let end = passage.rightEdge[rest] + 1
        let words = measure.upperBound..<end
        let isTie = passage.tokens[rest].dep == "prep" && passage.rightEdge[rest] > rest
        return Counted(
            indicator: passage.text(of: isTie ? words.dropFirst() : words), noun: head,
            words: measure.lowerBound..<end)
    }

    /// Whether a preposition only says where or for whom: "in Peru".
    func leadsToName(_ preposition: Int, in passage: Passage) -> Bool {
        passage.children(of: preposition, ["pobj"]).contains { isWho($0, in: passage) }
    }
}
