// SPDX-License-Identifier: Apache-2.0

import Language

/// Sums that are given for a purpose.
extension ProgrammeReader {
    /// "provide $500,000 to support the campaign", "a loan of 5 million euros for schools".
    func gift(
        _ token: Int, in passage: Passage, _ resolver: ReferentResolver, _ groups: inout GroupFinder
    ) -> DraftProgramme? {
        let isGift = lexicon.gifts.contains(passage.tokens[token].lower)
        let above = passage.tokens[token].head
        let isGiven =
            above != token && passage.tokens[above].isVerb && ["dobj", "nsubjpass"].contains(passage.tokens[token].dep)
            && (lexicon.giving.contains(passage.tokens[above].lemma.asLowercase)
                || lexicon.taking.contains(passage.tokens[above].lemma.asLowercase))
        let isFund = isGiven && lexicon.funds.contains(passage.tokens[token].lower)
        guard isFund || (isGift || isGiven) && hasAmount(token, of: isGift, in: passage) else { return nil }
        let reader = PredicateReader(passage: passage, lexicon: governors)
        guard !isGiven || reader.modality(of: above) < .hoped else { return nil }
        guard let aim = aim(of: token, or: isGiven ? above : nil, isGift: isGift, in: passage) else { return nil }
        let start = passage.leftEdge[token]
        var end = max(aim.upperBound, token + 1)
        while end > token + 1, passage.tokens[end - 1].isPunctuation { end -= 1 }
        let tokens = start..<end
        var found: [Int] = []
        if isGiven, let subject = passage.subject(of: above) {
            found += groups.bearers(subject, in: passage, resolver: resolver, describes: false)
        }
        for place in tokens {
            if let party = groups.register.party(at: TokenPlace(passage: passage.index, token: place)),
                !found.contains(party), groups.register.records[party].kind != .person
            {
                found.append(party)
            }
        }
        return DraftProgramme(
            name: nil, description: passage.text(of: tokens), topics: [passage.text(of: aim)], parties: found,
            tellings: [.init(passage: passage.index, tokens: tokens)], sum: sum(in: tokens, of: passage))
    }

    /// The one sum of money among the tokens.
    private func sum(in tokens: Range<Int>, of passage: Passage) -> DraftProgramme.Sum? {
        let start = passage.block.range.start
        let sums = quantities[passage.index].filter { quantity in
            quantity.kind == .money
                && passage.tokens(in: quantity.measure.shifted(by: start)).map { tokens.contains($0.lowerBound) }
                    == true
        }
        guard sums.count == 1, let sum = sums.first, let unit = sum.unit else { return nil }
        return .init(value: sum.value, unit: unit)
    }

    private func hasAmount(_ token: Int, of gift: Bool, in passage: Passage) -> Bool {
        let range = passage.leftEdge[token]...max(token, min(passage.rightEdge[token], token + 6))
        let start = passage.block.range.start
        return quantities[passage.index].contains { quantity in
            (quantity.kind == .money || gift && quantity.kind == .cardinal)
                && passage.tokens(in: quantity.range.shifted(by: start)).map { range.contains($0.lowerBound) } == true
        }
    }

    /// What the money is for: an infinitive, "for", or what it will pay.
    private func aim(of token: Int, or verb: Int?, isGift: Bool, in passage: Passage) -> Range<Int>? {
        // "a loan of 5 million euros for schools": the parser may tie "for" to the sum.
        // "$8 million in assistance to farmers"
        let sums =
            passage.objects(of: token, behind: passage.words.owning.contains)
            + passage.objects(of: token, behind: lexicon.bringing.contains).filter { isAid($0, in: passage) }
        for host in ([token, verb].compactMap { $0 } + sums) {
            for child in passage.children[host] where child > token {
                let word = passage.tokens[child]
                let isInfinitive = passage.isInfinitive(child)
                let isAim =
                    isInfinitive && (isGift || lexicon.aims.contains(word.lemma.asLowercase))
                    || word.dep == "prep" && lexicon.purposes.contains(word.lower) && !isTerm(child, in: passage)
                        && !passage.children(of: child, ["pobj"]).contains { isPot($0, in: passage) }
                    || ["prep", "dative"].contains(word.dep) && lexicon.receiving.contains(word.lower)
                        && (isAid(host, in: passage) || host == verb && sums.contains { isAid($0, in: passage) })
                let points = (child...passage.rightEdge[child]).prefix(3).contains {
                    lexicon.pointing.contains(passage.tokens[$0].lower)
                }
                if isAim, !points { return aim(from: child, in: passage) }
            }
        }
        // "A grant of 2 million euros will fund wells."
        let above = passage.tokens[token].head
        guard isGift, passage.tokens[token].dep == "nsubj", above > token,
            lexicon.aims.contains(passage.tokens[above].lemma.asLowercase)
        else { return nil }
        return above..<passage.rightEdge[above] + 1
    }

    /// What hangs on the word that brings an aim in, without the source that the parser draws in: "to mend schools, the
    /// ministry reports".
    private func aim(from child: Int, in passage: Passage) -> Range<Int> {
        let whole = child..<passage.rightEdge[child] + 1
        guard whole.upperBound < passage.tokens.count, passage.tokens[whole.upperBound].isVerb,
            let comma = whole.last(where: { passage.tokens[$0].text == "," }), comma > child + 1
        else { return whole }
        return child..<comma
    }

    private func isAid(_ token: Int, in passage: Passage) -> Bool {
        lexicon.aid.contains(passage.tokens[token].lower)
    }

    /// "for the first five years": for how long, not for what.
    func isTerm(_ preposition: Int, in passage: Passage) -> Bool {
        passage.children(of: preposition, ["pobj"]).contains { passage.tokens[$0].entityLabel == "DATE" }
    }
}
