// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds the numbers that a page gives, with what they count, for whom or where, and who gave them.
///
/// Dates, ordinals of meetings, numbers inside names and numbers that are only hoped for are no figures.
struct FigureReader {
    let passages: [Passage]
    /// The quantities of each passage.
    let quantities: [[QuantityExpression]]
    let lexicon: FigureLexicon
    let governors: GovernorLexicon
    /// The dates of each passage.
    let dates: [[DatedSpan]]
    /// Every token that belongs to a time expression.
    let timeTokens: [Set<Int>]
    /// All names of the article.
    let mentions: [Mention]
    let statements: [DraftStatement]
    /// The amounts of each passage.
    private(set) var amounts: [[Amount]] = []

    init(
        passages: [Passage], quantities: [[QuantityExpression]], lexicon: FigureLexicon, governors: GovernorLexicon,
        dates: [[DatedSpan]], timeTokens: [Set<Int>], mentions: [Mention], statements: [DraftStatement]
    ) {
        self.passages = passages
        self.quantities = quantities
        self.lexicon = lexicon
        self.governors = governors
        self.dates = dates
        self.timeTokens = timeTokens
        self.mentions = mentions
        self.statements = statements
        amounts = passages.map(amounts(of:))
    }

    /// What a number counts or measures.
    struct Counted {
        var indicator: String
        /// The noun for it.
        let noun: Int
        /// The noun with the words that belong to it.
        let words: Range<Int>
    }

    /// The figures in text order.
    func figures(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftFigure] {
        var found: [DraftFigure] = []
        for passage in passages where passage.block.role != .headline || !passage.isTitleCase {
            let quantities = quantities[passage.index]
            let starts = quantities.compactMap {
                passage.tokens(in: $0.range.shifted(by: passage.block.range.start))?.lowerBound
            }
            for quantity in quantities {
                guard var figure = figure(quantity, among: starts, in: passage, resolver, &groups) else { continue }
                // "over 300 guests and 20,000 viewers": the first number's word is the second one's too.
                if let last = found.last, last.passage == figure.passage, figure.relation == .equal,
                    last.relation != .equal, isCoordinated(last, figure, in: passage)
                {
                    figure.relation = last.relation
                }
                found.append(figure)
            }
        }
        return apportioned(found, groups.register)
    }

    /// Whether nothing but "and" stands between two figures whose nouns the parser joins.
    private func isCoordinated(_ left: DraftFigure, _ right: DraftFigure, in passage: Passage) -> Bool {
        guard left.tokens.upperBound + 1 == right.tokens.lowerBound,
            passage.words.additive.contains(passage.tokens[left.tokens.upperBound].lower)
        else { return false }
        let head = passage.head(of: right.tokens)
        return passage.tokens[head].dep == "conj" && left.tokens.contains(passage.tokens[head].head)
    }

    private func figure(
        _ quantity: QuantityExpression, among starts: [Int], in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> DraftFigure? {
        let start = passage.block.range.start
        guard let number = passage.tokens(in: quantity.range.shifted(by: start)),
            let measure = passage.tokens(in: quantity.measure.shifted(by: start)),
            let phrase = passage.tokens(in: quantity.phrase.shifted(by: start))
        else { return nil }
        if isInTitle(number, of: quantity, in: passage) { return nil }
        if quantity.kind == .cardinal, quantity.unit == nil, let length = duration(quantity, number, in: passage) {
            return length
        }
        if let members = membership(quantity, number, in: passage) { return members }
        guard
            isCounting(quantity, number, in: passage), !isConverted(quantity, phrase, in: passage),
            !isHopedFor(
                passage.head(of: measure),
                isAmount: quantity.unit != nil || level(passage.head(of: measure), in: passage) != nil, in: passage)
        else { return nil }
        if quantity.kind == .rank { return rank(quantity, phrase: phrase, in: passage, resolver, &groups) }
        let head = passage.head(of: measure)
        guard var counted = counted(quantity, head: head, measure: measure, phrase: phrase, in: passage) else {
            return nil
        }
        if quantity.unit != nil, let purpose = listedPurpose(of: head, behind: measure, in: passage) {
            counted.indicator = passage.text(of: purpose)
        }
        if quantity.kind == .cardinal, quantity.unit == nil, isPairWord(quantity, counted.noun, in: passage) {
            return nil
        }
        // "Twelve of them": what is counted stands elsewhere.
        if quantity.unit == nil, passage.tokens[counted.noun].pos == "PRON" { return nil }
        let place = place(of: counted.noun, beside: measure, in: passage, resolver)
        let scope = place.flatMap { token in
            let parties = groups.parties(at: TokenPlace(passage: passage.index, token: token), resolver: resolver)
            // "schools in Peru, Chile and Bolivia" count for no one of them.
            return parties.count == 1 ? parties.first : nil
        }
        let saidBy = statements.speaker(of: head, in: passage)
        var asOf = dates[passage.index].first { span in
            passage.tokens[..<span.tokens.lowerBound].suffix(lexicon.asOf.count).map(\.lower) == lexicon.asOf
                && passage.sentence[span.tokens.lowerBound] == passage.sentence[head]
        }?.date
        var tokens = [phrase.lowerBound, phrase.upperBound - 1, counted.noun, counted.words.upperBound - 1]
        if let place { tokens.append(place) }
        if let noun = tokens.min(), noun < phrase.lowerBound,
            starts.contains(where: { noun < $0 && $0 < phrase.lowerBound })
        {
            // "rose 18 percent to 1.3 billion dollars": each number has words of its own.
            tokens = tokens.filter { $0 >= phrase.lowerBound }
        }
        // "1.3 billion dollars in 2023", "14,800 residents in June 2024".
        let isBehind = counted.words.lowerBound >= measure.lowerBound
        if let date = yearBehind(measure, in: passage) ?? (isBehind ? yearBehind(counted.words, in: passage) : nil) {
            asOf = date.date
            tokens.append(date.tokens.upperBound - 1)
        } else if !isBehind {
            asOf = asOf ?? yearBehind(counted.words, in: passage)?.date ?? yearBefore(counted.noun, in: passage)
        }
        if groups.knowledge.lists.peopleNouns.contains(passage.tokens[counted.noun].lower) {
            asOf = asOf ?? dayOfAct(on: counted.noun, in: passage)
        }
        let first = tokens.min() ?? phrase.lowerBound
        let last = tokens.max() ?? phrase.upperBound - 1
        // "rose from 2 to 5 billion dollars": it is what it came to.
        let level = quantity.upper.flatMap { isChange(phrase, in: passage) ? $0 : nil }
        return DraftFigure(
            passage: passage.index, indicator: counted.indicator, value: level ?? quantity.value,
            upper: level == nil ? quantity.upper : nil,
            relation: isCentred(phrase, in: passage) ? .equal : quantity.relation,
            unit: unit(of: quantity, noun: counted.noun, in: passage), scope: scope,
            asOf: asOf,
            saidBy: saidBy, tokens: first..<last + 1)
    }

    /// The days on which those who are counted did or underwent what the clause tells: "trained 24 officials … from May 8
    /// to 19".
    private func dayOfAct(on noun: Int, in passage: Passage) -> DatedValue? {
        guard let verb = passage.verb(above: noun),
            ["VBD", "VBN"].contains(passage.tokens[verb].tag)
        else { return nil }
        return dates[passage.index].first { span in
            guard let date = span.date, date.basis == .stated, date.value.start.day != nil else { return false }
            guard span.isMoment || date.value.end != nil else { return false }
            return passage.verb(above: passage.head(of: span.tokens)) == verb
        }?.date
    }

    /// The year or day named right behind the number: "1.3 billion dollars in 2023".
    private func yearBehind(_ measure: Range<Int>, in passage: Passage) -> DatedSpan? {
        guard measure.upperBound < passage.tokens.count,
            lexicon.yearPrepositions.contains(passage.tokens[measure.upperBound].lower)
        else { return nil }
        return dates[passage.index].first { $0.tokens.lowerBound == measure.upperBound + 1 && $0.date != nil }
    }

    /// The year that opens the clause in which something is measured: "In 2018 trade stood at 9.8 billion dollars".
    private func yearBefore(_ noun: Int, in passage: Passage) -> DatedValue? {
        guard ["nsubj", "nsubjpass"].contains(passage.tokens[noun].dep) else { return nil }
        let verb = passage.tokens[noun].head
        guard lexicon.measuringVerbs.contains(passage.tokens[verb].lemma.asLowercase) else { return nil }
        return dates[passage.index].first { span in
            guard span.date != nil, span.tokens.upperBound <= passage.leftEdge[noun],
                span.tokens.lowerBound > 0,
                lexicon.yearPrepositions.contains(passage.tokens[span.tokens.lowerBound - 1].lower)
            else { return false }
            return passage.verb(above: passage.head(of: span.tokens)) == verb
        }?.date
    }

    // MARK: What is no figure

    private func isCounting(_ quantity: QuantityExpression, _ number: Range<Int>, in passage: Passage) -> Bool {
        switch quantity.kind {
        case .ordinal, .age, .angle: return false
        default: break
        }
        if !timeTokens[passage.index].isDisjoint(with: number) || isClass(number, in: passage) { return false }
        // "4. At the Forum …" numbers a paragraph.
        if number.lowerBound == 0, quantity.kind == .cardinal, number.upperBound < passage.tokens.count {
            let next = passage.tokens[number.upperBound]
            let counts = passage.tokens[0].dep == "nummod" && passage.tokens[0].head > 0
            if next.isPunctuation || next.isCapitalised && !counts { return false }
        }
        let place = number.lowerBound
        // "3 in 10 students" is a share in words that are not read yet.
        if quantity.unit == nil, number.upperBound + 1 < passage.tokens.count,
            lexicon.ratioWords.contains(passage.tokens[number.upperBound].lower),
            passage.tokens[number.upperBound + 1].tag == "CD",
            !timeTokens[passage.index].contains(number.upperBound + 1)
        {
            return false
        }
        if place > 1, lexicon.ratioPrepositions.contains(passage.tokens[place - 1].lower),
            passage.tokens[place - 2].tag == "CD"
        {
            return false
        }
        // "5 Permanent Secretary", "Paks 1 plant": a number beside one thing names it or its paragraph.
        if quantity.unit == nil, quantity.kind == .cardinal, passage.tokens[place].dep == "nummod" {
            let noun = passage.tokens[passage.tokens[place].head]
            // "three Port of Turku pilots"
            let isInName =
                quantity.value > 1
                && mentions.contains {
                    $0.passage == passage.index && $0.kind != .title && $0.nameTokens.count > 1
                        && $0.nameTokens.dropLast().contains(passage.tokens[place].head)
                }
            if noun.has(feature: "Number=Sing"), !quantity.isSpelled || isInName,
                !noun.isPluralOfLetters
            {
                return false
            }
        }
        // "Article 12", "Hall 4": the number behind a noun is its name; "PKL 40 million" is a sum of some money.
        let above = passage.tokens[passage.head(of: number)]
        if quantity.unit == nil, above.head < place, passage.tokens[above.head].isNoun,
            above.dep == "nummod"
                || quantity.magnitude > 999 && above.head == place - 1 && passage.tokens[above.head].tag == "NNP"
        {
            return false
        }
        // A number inside a name: "Working Group 2", "Agenda 2030".
        return !mentions.contains {
            $0.passage == passage.index && $0.nameTokens.contains(place) && $0.nameTokens.count > 1
        }
    }

    /// Whether a number is written as a part of a name: "the Four-Day March".
    private func isInTitle(_ number: Range<Int>, of quantity: QuantityExpression, in passage: Passage) -> Bool {
        let tokens = passage.tokens
        guard quantity.isSpelled, tokens[number.lowerBound].isCapitalised, !tokens[number.lowerBound].isSentenceStart,
            !passage.isTitleCase, number.lowerBound > 0, !passage.isOpeningMark(number.lowerBound - 1)
        else { return false }
        let end = passage.doc.sentences[passage.sentence[number.lowerBound]].upperBound
        let next = tokens[number.upperBound..<max(number.upperBound, end)].first { !$0.isPunctuation }
        return next?.isCapitalised ?? false
    }

    /// "the two countries", "one of": words of grammar rather than counts.
    private func isPairWord(_ quantity: QuantityExpression, _ noun: Int, in passage: Passage) -> Bool {
        guard quantity.value <= 9 else { return false }
        // "all three countries" are those named before, "three countries" may be news.
        let before = passage.children(of: noun, ["det", "predet", "poss"]).map { passage.tokens[$0].lower }
        if lexicon.pairNouns.contains(passage.tokens[noun].lemma.asLowercase),
            before.contains(where: lexicon.backwardWords.contains)
        {
            return true
        }
        guard quantity.isSpelled, quantity.value <= 2 else { return false }
        if quantity.value <= 1 || lexicon.pairNouns.contains(passage.tokens[noun].lemma.asLowercase) { return true }
        // "gave two ferries" counts them; "the two bodies" does not, but "the two TSU offices" does.
        let isGiven = ["dobj", "pobj", "attr"].contains(passage.tokens[noun].dep) && passage.tokens[noun].head < noun
        if isGiven, before.isEmpty { return false }
        return !passage.children(of: noun, ["compound", "amod", "nmod"]).contains { passage.tokens[$0].isCapitalised }
            && !lexicon.timeUnits.contains(passage.tokens[noun].lemma.asLowercase)
    }

    // MARK: What is counted

    private func counted(
        _ quantity: QuantityExpression, head: Int, measure: Range<Int>, phrase: Range<Int>, in passage: Passage
    ) -> Counted? {
        if quantity.unit != nil { return measured(quantity, head: head, measure: measure, phrase: phrase, in: passage) }
        if let noun = nounAbove(head, besides: measure, in: passage) {
            return words(around: noun, besides: phrase, in: passage)
        }
        // The number is the head itself: "53 of the officials", "over 300 attended".
        if let of = passage.children(of: head, ["prep"]).first(where: {
            passage.words.owning.contains(passage.tokens[$0].lower)
        }),
            let noun = passage.children(of: of, ["pobj"]).first
        {
            return words(around: noun, besides: phrase, in: passage)
        }
        return level(head, in: passage).map { self.words(around: $0, besides: phrase, in: passage) }
    }

    /// The noun that a number or an amount stands before or is the size of: "40 schools", "a population of 200,000".
    func nounAbove(_ head: Int, besides measure: Range<Int>, in passage: Passage) -> Int? {
        let token = passage.tokens[head]
        if ["nummod", "compound", "amod", "quantmod", "nmod", "npadvmod"].contains(token.dep), token.head != head,
            passage.tokens[token.head].isNoun, !measure.contains(token.head)
        {
            return token.head
        }
        guard token.dep == "pobj", passage.words.owning.contains(passage.tokens[token.head].lower) else { return nil }
        let noun = passage.tokens[token.head].head
        return passage.tokens[noun].isNoun ? noun : nil
    }

    /// The noun phrase behind the number: `Vietnamese residents`.
    ///
    /// Who is given "two ferries" may stand before it.
    func words(around noun: Int, besides phrase: Range<Int>, in passage: Passage) -> Counted {
        var start = noun
        let first = phrase.lowerBound < noun ? phrase.upperBound : 0
        for child in passage.children(of: noun, ["compound", "amod", "nmod", "poss"])
        where child >= first && child < noun && passage.tokens[child].tag != "PRP$" {
            start = min(start, max(passage.leftEdge[child], first))
        }
        var end = noun + 1
        for child in passage.children(of: noun, ["prep"]) where child > noun {
            guard passage.leftEdge[child] == end,
                lexicon.nounPrepositions.contains(passage.tokens[child].lower),
                passage.rightEdge[child] - noun < 12,
                !(child...passage.rightEdge[child]).contains(where: phrase.contains)
            else { break }
            end = passage.rightEdge[child] + 1
        }
        let range = start..<end
        return Counted(indicator: passage.text(of: range), noun: noun, words: range)
    }

    private func unit(of quantity: QuantityExpression, noun: Int, in passage: Passage) -> String {
        if let unit = quantity.unit { return unit }
        let word = passage.tokens[noun]
        // Names and words of letters, such as "MOUs", stay as they are written.
        let isWritten =
            word.tag.hasPrefix("NNP") || word.text.unicodeScalars.dropFirst().contains(where: \.properties.isUppercase)
        return isWritten ? word.text : word.lower
    }

    // MARK: Where it counts

    /// The place or body that the count is about: "in Busan" behind the noun or behind the verb that it is subject of.
    private func place(
        of noun: Int, beside measure: Range<Int>, in passage: Passage, _ resolver: ReferentResolver
    ) -> Int? {
        var first = noun
        while passage.tokens[first].dep == "conj", passage.tokens[passage.tokens[first].head].isNoun {
            first = passage.tokens[first].head
        }
        var governors = [noun]
        if ["nsubj", "nsubjpass"].contains(passage.tokens[first].dep) {
            governors += passage.conjuncts(of: passage.tokens[first].head)
        }
        for governor in governors {
            for preposition in passage.children(of: governor, ["prep"])
            where lexicon.placePrepositions.contains(passage.tokens[preposition].lower) {
                for object in passage.children(of: preposition, ["pobj"]) where !measure.contains(object) {
                    if isName(object, in: passage) || isCalled(object, in: passage, resolver) { return object }
                }
            }
        }
        // "Turku has 400 Norwegian residents".
        let verb = passage.tokens[first].head
        if passage.tokens[first].dep == "dobj", lexicon.havingVerbs.contains(passage.tokens[verb].lemma.asLowercase),
            let subject = passage.subject(of: verb), isName(subject, in: passage)
        {
            return subject
        }
        return passage.children(of: noun, ["poss"]).first { isName($0, in: passage) }
    }

    /// Whether a noun stands for a place named elsewhere: "in the city".
    private func isCalled(_ token: Int, in passage: Passage, _ resolver: ReferentResolver) -> Bool {
        guard passage.tokens[token].isNoun,
            let party = resolver.referents[TokenPlace(passage: passage.index, token: token)]?.first,
            resolver.register.records.indices.contains(party)
        else { return false }
        return resolver.register.records[party].kind.isPlace
    }

    func isName(_ token: Int, in passage: Passage) -> Bool {
        mentions.contains {
            $0.passage == passage.index && $0.nameTokens.contains(token) && $0.kind != .title && $0.kind != .demonym
        }
    }
}

extension Token {
    /// Whether it is the plural of letters, such as `MOUs`, which the tagger takes for a singular.
    fileprivate var isPluralOfLetters: Bool {
        text.count > 2 && text.last == "s" && text.dropLast().allSatisfy(\.isUppercase)
    }
}
