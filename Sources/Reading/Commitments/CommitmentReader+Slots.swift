// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension CommitmentReader {
    /// What is wanted: the clause or phrase under the content's head.
    func content(of signalled: Signalled, in passage: Passage) -> ClosedRange<Int> {
        guard signalled.content == signalled.token else {
            let subtree = passage.subtree(of: signalled.content)
            let start = max(subtree.lowerBound, signalled.token + 1)
            return start...max(start, end(of: subtree.upperBound, signalled, in: passage))
        }
        // "will": from the verb on, without clauses beside it that have subjects of their own; what is done to something is
        // nothing without it: "a hub will be set up".
        let object = passage.children(of: signalled.token, ["nsubjpass"]).first { $0 < signalled.token }
            .map { passage.leftEdge[$0] }
        var end = passage.rightEdge[signalled.token]
        for child in passage.children(of: signalled.token, ["conj", "parataxis"])
        where child > signalled.token && !passage.children(of: child, ["nsubj", "nsubjpass"]).isEmpty {
            end = min(end, passage.leftEdge[child] - 1)
        }
        return (object ?? signalled.token)...max(signalled.token, self.end(of: end, signalled, in: passage))
    }

    /// Where what is wanted ends: behind what a sum is for, "$20 million to help farmers", and before a clause that tells
    /// of something else, "…, while Oslo will build the road".
    private func end(of end: Int, _ signalled: Signalled, in passage: Passage) -> Int {
        var end = end
        if passage.tokens[signalled.content].isNoun || passage.tokens[signalled.content].tag == "CD" {
            for child in passage.children[signalled.token] where passage.leftEdge[child] == end + 1 {
                let word = passage.tokens[child].lower
                let isPurpose = passage.isInfinitive(child) || lexicon.purposive.contains(word)
                let isSum = passage.tokens[signalled.content].dep == "dobj"
                guard isSum && isPurpose || lexicon.limiting.contains(word) else { break }
                end = passage.rightEdge[child]
            }
        }
        let contrast = passage.tokens.indices.first { token in
            token > signalled.content && token <= end && passage.tokens[token].dep == "advcl"
                && passage.children(of: token, ["mark"]).contains {
                    lexicon.contrasting.contains(passage.tokens[$0].lower)
                }
        }
        if let contrast { end = min(end, passage.leftEdge[contrast] - 1) }
        // "her intent to request help and commitment to reforms", "a loan, as well as the intent to help" are two.
        if passage.tokens[signalled.token].isNoun || passage.tokens[signalled.content].isNoun, signalled.content < end,
            let further = (signalled.content + 1...end).first(where: { isFurtherPromise($0, in: passage) })
        {
            end = min(end, passage.leftEdge[passage.leftEdge[further] - 1] - 1)
        }
        return min(end, beforeSpeaker(behind: signalled, in: passage) ?? end)
    }

    /// Where the words end that somebody named behind them is said to have said: "to open a school, Minister Sule said".
    private func beforeSpeaker(behind signalled: Signalled, in passage: Passage) -> Int? {
        let rest = signalled.content + 1..<passage.doc.sentences[passage.sentence[signalled.content]].upperBound
        for verb in rest where passage.tokens[verb].isVerb {
            guard
                let subject = passage.children(of: verb, ["nsubj"]).first(where: { $0 > signalled.content && $0 < verb }
                ),
                !cues.cues(for: passage.tokens[verb].lemma.asLowercase).isEmpty,
                let comma = passage.tokens[signalled.content..<subject].lastIndex(where: { $0.text == "," }),
                passage.tokens[comma + 1..<subject].allSatisfy({
                    ["PROPN", "NOUN", "CCONJ", "DET", "PUNCT"].contains($0.pos)
                })
            else { continue }
            return comma - 1
        }
        return nil
    }

    func draft(
        _ signalled: Signalled, _ found: [Int], _ amounts: [QuantityExpression], in passage: Passage,
        _ groups: GroupFinder
    ) -> DraftCommitment? {
        // "The EUSDP will support …": what an instrument will do, its parties have signed.
        let named = found.count == 1 ? instruments[NameFolding.fold(groups.register.records[found[0]].name)] : nil
        let isInstrument = named != nil
        let by = named ?? found
        let content = content(of: signalled, in: passage)
        var what = trimmed(content.lowerBound..<content.upperBound + 1, in: passage)
        if what.count > 1, passage.words.subordinating.contains(passage.tokens[what.lowerBound].lower) {
            what = what.lowerBound + 1..<what.upperBound
        }
        what = passage.balanced(wholeWord(at: what, in: passage))
        guard what.contains(where: { isTelling($0, in: passage) }) else { return nil }
        let isWill = signalled.content == signalled.token && !signalled.isAsked
        var force = signalled.force
        if isWill, let subject = passage.subject(of: signalled.token), isJoint(subject, by, in: passage) {
            force = .agreed
        }
        if isWill, isInstrument { force = .signed }
        if isWill || force == .agreed, isUnderInstrument(signalled.token, in: passage) { force = .signed }
        if isWill, let subject = passage.subject(of: signalled.token), areContracting(subject, by, in: passage) {
            force = .signed
        }
        if isWill || passage.tokens[signalled.token].pos == "ADJ", by.count == 1,
            groups.register.records[by[0]].kind == .group,
            !isDescribedBody(by[0], groups)
        {
            return nil
        }
        let goal = target(in: what, amounts, of: signalled, in: passage)
        return DraftCommitment(
            passage: passage.index, by: by, force: force, what: what, measure: goal?.measure,
            target: goal?.amount, baseline: goal?.baseline,
            deadline: deadline(of: signalled, what, amounts, in: passage),
            tokens: telling(signalled, what, in: passage))
    }

    /// Whether a word says something by itself, unlike those of "to do so" and "it".
    private func isTelling(_ token: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        return ["NOUN", "PROPN", "ADJ", "NUM", "SYM"].contains(word.pos)
            || word.pos == "VERB" && !lexicon.proVerbs.contains(word.lemma.asLowercase)
    }

    /// Residents, students … do not bind themselves by what is told of their future; bodies do.
    private func isDescribedBody(_ party: Int, _ groups: GroupFinder) -> Bool {
        let words = Set(NameFolding.words(of: groups.register.records[party].name))
        return !words.isDisjoint(with: lexicon.bodies)
    }

    /// "The parties will …": those who have signed what was told before.
    private func areContracting(_ subject: Int, _ by: [Int], in passage: Passage) -> Bool {
        lexicon.contracting.contains(passage.tokens[subject].lower)
            && signed.contains {
                $0.status == .signed && $0.order < (passage.index, subject) && Set($0.parties) == Set(by)
            }
    }

    /// Whether the subject names both sides: "the two countries", "Oslo and Turku", "we" of a joint statement.
    func isJoint(_ subject: Int, _ by: [Int], in passage: Passage) -> Bool {
        guard by.count > 1 else { return false }
        let word = passage.tokens[subject].lower
        return lexicon.both.contains(word) || passage.conjuncts(of: subject).count > 1 || by == authors
    }

    /// "Under the declaration, 60 pupils will …": the parties of the instrument have signed what follows, whoever the
    /// subject is.
    func boundParties(_ verb: Int, in passage: Passage) -> [Int]? {
        guard let type = instrumentAbove(verb, in: passage) else { return nil }
        let told = signed.last {
            ($0.type == type || type == .declaration && $0.type == .other) && $0.order < (passage.index, verb)
                && $0.status != .planned
        }
        return told.flatMap { $0.parties.isEmpty ? nil : $0.parties }
    }

    /// The type of the instrument that the clause says it is under.
    func instrumentAbove(_ verb: Int, in passage: Passage) -> Agreement.Form? {
        for preposition in passage.children(of: verb, ["prep"]) {
            let word = passage.tokens[preposition].lower
            guard lexicon.binding.contains(word) || lexicon.carrying.contains(word) else { continue }
            for inner in passage.children(of: preposition, ["pobj"]) {
                // "signed an agreement under which Porto will …"
                let isRelative = passage.words.relatives.contains(passage.tokens[inner].lower)
                let object = isRelative ? passage.tokens[verb].head : inner
                for token in passage.leftEdge[object]...(isRelative ? object : passage.rightEdge[object]) {
                    guard let type = agreements.match(at: token, in: passage)?.instrument.type else { continue }
                    let isSigned = signed.contains { draft in
                        let isTold = draft.tellings.contains {
                            $0.passage == passage.index && $0.tokens.contains(object)
                        }
                        return draft.type == type && draft.status == .signed && draft.order < (passage.index, verb)
                            && (isTold || !isRelative)
                    }
                    if isSigned || !isRelative && lexicon.binding.contains(word) { return type }
                }
            }
        }
        return nil
    }

    private func isUnderInstrument(_ verb: Int, in passage: Passage) -> Bool {
        instrumentAbove(verb, in: passage) != nil || isSeen(verb, in: passage)
    }

    /// The last day for it: the dates inside of what is wanted, or beside it in its clause.
    private func deadline(
        of signalled: Signalled, _ what: Range<Int>, _ amounts: [QuantityExpression], in passage: Passage
    ) -> DatedValue? {
        let content = passage.subtree(of: signalled.content)
        let candidates = dates[passage.index].filter { span in
            // "By 2030, Oslo aims to …", "committed to carbon neutrality by 2040"
            let limit = passage.tokens[passage.head(of: span.tokens)].head
            let isLimit =
                lexicon.limiting.contains(passage.tokens[limit].lower)
                && passage.tokens[limit].head == signalled.token
            guard span.date != nil,
                isLimit || what.contains(span.tokens.lowerBound)
                    || content.contains(span.tokens.lowerBound) && span.tokens.lowerBound < what.lowerBound
            else { return false }
            switch span.modifier {
            case .since, .from, .after, .moreThan, .lessThan, .atLeast, .atMost: return false
            default: break
            }
            return isLimit || !agreements.isTerm(span, in: passage) && isOwn(span, of: signalled.content, in: passage)
        }
        // "from $2 billion in 2024 to $5 billion by 2030"
        let limits = candidates.filter { span in
            span.tokens.lowerBound > 0
                && lexicon.limiting.contains(passage.tokens[span.tokens.lowerBound - 1].lower)
        }
        return (limits.isEmpty ? candidates : limits).min {
            abs($0.tokens.lowerBound - signalled.content) < abs($1.tokens.lowerBound - signalled.content)
        }?.date(for: .planned) ?? term(in: what, amounts, of: signalled, in: passage)
    }

    /// Whether a date says when something is to be done: "the order of 2 April" says when the order was.
    private func isOwn(_ span: DatedSpan, of content: Int, in passage: Passage) -> Bool {
        var current = passage.head(of: span.tokens)
        var isBehindOf = false
        for ancestor in passage.ancestors(of: current) {
            if ancestor == content { return true }
            let token = passage.tokens[ancestor]
            if !span.tokens.contains(ancestor) {
                if passage.words.owning.contains(token.lower) { isBehindOf = true }
                if token.isNoun || token.tag == "CD" {
                    if lexicon.ends.contains(token.lower) {
                        isBehindOf = false
                    } else if isBehindOf || passage.tokens[current].dep != "prep" {
                        return false
                    }
                }
            }
            current = ancestor
        }
        return false
    }

    /// "over the next three years": the year in which they end, counted from the page's date.
    private func term(
        in what: Range<Int>, _ amounts: [QuantityExpression], of signalled: Signalled, in passage: Passage
    ) -> DatedValue? {
        guard let clock, clock.value.end == nil else { return nil }
        let clause = passage.subtree(of: signalled.content)
        for amount in amounts where amount.kind == .cardinal && amount.value >= 1 && amount.value <= 100 {
            guard let number = passage.tokens(in: amount.range.shifted(by: passage.block.range.start)),
                clause.contains(number.lowerBound), number.lowerBound > 1, number.upperBound < passage.tokens.count,
                lexicon.coming.contains(passage.tokens[number.lowerBound - 1].lower),
                lexicon.spanning.contains(passage.tokens[number.lowerBound - 2].lower)
            else { continue }
            let count = Int(amount.value)
            let start = clock.value.start
            let end: String
            let unit = passage.tokens[number.upperBound].lower
            if lexicon.years.contains(unit) {
                end = TimeNotation.padded(start.year + count, 4)
            } else if lexicon.months.contains(unit) {
                guard let month = start.month else { continue }
                let months = month - 1 + count
                end = TimeNotation.padded(start.year + months / 12, 4) + "-" + TimeNotation.padded(months % 12 + 1, 2)
            } else {
                continue
            }
            guard let value = PartialDate(end) else { continue }
            let words = Evidence(
                range: passage.range(of: number.lowerBound - 1..<number.upperBound + 1),
                quote: passage.text(of: number.lowerBound - 1..<number.upperBound + 1))
            return DatedValue(value: value, basis: .inferred, premises: [words] + clock.premises)
        }
        return nil
    }

    private func target(
        in what: Range<Int>, _ amounts: [QuantityExpression], of signalled: Signalled, in passage: Passage
    ) -> (amount: Commitment.Amount, measure: Range<Int>?, baseline: Commitment.Amount?)? {
        let start = passage.block.range.start
        var found: [(number: Range<Int>, amount: Commitment.Amount)] = []
        var bounds: (target: Commitment.Amount, baseline: Commitment.Amount)?
        for quantity in amounts {
            guard let number = passage.tokens(in: quantity.range.shifted(by: start)),
                let measure = passage.tokens(in: quantity.measure.shifted(by: start)),
                what.contains(number.lowerBound), timeTokens[passage.index].isDisjoint(with: number)
            else { continue }
            switch quantity.kind {
            case .ordinal, .rank, .place, .age, .angle: continue
            default: break
            }
            if isInsideName(number, in: passage) { continue }
            // "from 3 to 5 million dollars": the upper bound is the target, the lower one the baseline.
            if let upper = quantity.upper, number.lowerBound > 0,
                let unit = quantity.unit ?? counted(number, in: passage).map({ passage.text(of: $0) }),
                isBaseline(measure, in: passage) || lexicon.baselines.contains(passage.tokens[number.lowerBound].lower)
            {
                found.append((number, .init(value: quantity.value, unit: unit)))
                bounds = bounds ?? (.init(value: upper, unit: unit), .init(value: quantity.value, unit: unit))
                continue
            }
            if let unit = quantity.unit {
                found.append((measure, .init(value: quantity.value, unit: unit)))
            } else if let noun = counted(number, in: passage), !(quantity.isSpelled && quantity.value <= 2) {
                found.append((measure, .init(value: quantity.value, unit: passage.text(of: noun))))
            }
        }
        guard !found.isEmpty else { return nil }
        func follows(_ number: Range<Int>, _ words: Set<String>) -> Bool {
            number.lowerBound > 0 && words.contains(passage.tokens[number.lowerBound - 1].lower)
        }
        // "from 100 to 150": the second is the target, the first the baseline.
        let from = found.first { isBaseline($0.number, in: passage) }
        let to = from.flatMap { base in
            found.first { $0.number.lowerBound >= base.number.upperBound && follows($0.number, lexicon.goals) }
        }
        // "from 20 countries" alone is no target.
        guard let chosen = to ?? found.first(where: { bounds != nil || $0.number != from?.number }) else { return nil }
        var measure: Range<Int>?
        let verb = signalled.content
        if passage.tokens[verb].isVerb, lexicon.measuring.contains(passage.tokens[verb].lemma.asLowercase) {
            let object = passage.children(of: verb, ["dobj"]).first { !chosen.number.contains($0) }
            let subject = passage.children(of: verb, ["nsubj"]).first
            if let noun = object ?? subject, passage.tokens[noun].isNoun {
                measure = passage.leftEdge[noun]..<passage.rightEdge[noun] + 1
            }
        }
        if let bounds { return (bounds.target, measure, bounds.baseline) }
        return (chosen.amount, measure, to == nil ? nil : from?.amount)
    }

    /// Whether an amount is where something begins: "from $2 billion", "from the current $2 billion".
    private func isBaseline(_ measure: Range<Int>, in passage: Passage) -> Bool {
        let before = passage.tokens[..<measure.lowerBound].last { !["DET", "ADJ", "ADV"].contains($0.pos) }
        return before.map { lexicon.baselines.contains($0.lower) } ?? false
    }

    /// The noun that a number counts, with the words between.
    private func counted(_ number: Range<Int>, in passage: Passage) -> Range<Int>? {
        let head = passage.tokens[passage.head(of: number)].head
        guard passage.tokens[head].isNoun, head >= number.upperBound, head - number.upperBound < 5,
            // "a five-star hotel" says of what class it is.
            passage.tokens[number.upperBound].text != "-"
        else { return nil }
        return number.upperBound..<head + 1
    }

    private func telling(_ signalled: Signalled, _ what: Range<Int>, in passage: Passage) -> Range<Int> {
        var start = min(signalled.token, what.lowerBound)
        if passage.tokens[signalled.token].isNoun {
            start = min(start, passage.leftEdge[signalled.token])
        } else if let subject = passage.subject(of: signalled.token), subject < signalled.token,
            passage.sentence[subject] == passage.sentence[signalled.token],
            signalled.token - subject < 12
        {
            start = min(start, passage.leftEdge[subject])
        }
        return trimmed(start..<max(what.upperBound, signalled.token + 1), in: passage)
    }

    /// The range with the rest of a word that the tokenizer cuts at its hyphen: "co-operation as equals".
    private func wholeWord(at range: Range<Int>, in passage: Passage) -> Range<Int> {
        let end = range.upperBound
        guard !range.isEmpty, end + 1 < passage.tokens.count, passage.tokens[end].text == "-",
            !passage.tokens[end - 1].hasTrailingSpace, !passage.tokens[end].hasTrailingSpace
        else { return range }
        return range.lowerBound..<passage.rightEdge[end + 1] + 1
    }

    func trimmed(_ range: Range<Int>, in passage: Passage) -> Range<Int> {
        var range = range
        while let last = range.last,
            passage.tokens[last].isPunctuation && passage.tokens[last].text != ")" || passage.tokens[last].tag == "CC"
        {
            range = range.lowerBound..<last
        }
        while let first = range.first, passage.tokens[first].isPunctuation, passage.tokens[first].text != "(" {
            range = first + 1..<range.upperBound
        }
        return range
    }
}
