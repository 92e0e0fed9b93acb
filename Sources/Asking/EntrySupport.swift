// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// How well one entry of a page bears a question out.
struct EntrySupport {
    let question: Question
    let page: PageText
    let names: [NamedParties]
    let lexicon: QuestionLexicon

    /// How many words before a verb a negation counts.
    private static let denialReach = 3

    /// What an entry comes to.
    struct Finding {
        let entry: Entry
        /// What is asked for; `nil` where the entry does not give it.
        let value: String?
        let sentences: Range<Int>
        /// 0 to 1.
        let score: Double
        /// Whether everything that an answer needs is there.
        let isAnswer: Bool
        /// The first day that the entry can mean, or its page's.
        let day: String?
        /// Whether the page states the date that is given, so that it need not be inferred.
        let isStated: Bool
    }

    /// The shares of the score, and what an answer has to reach of each.
    private enum Measure {
        static let names = 0.4
        static let words = 0.4
        static let kind = 0.2
        static let leastName = NamedParties.Support.near
        static let leastWords = 0.7
        /// Without a name only the words can tell.
        static let leastWordsAlone = 0.8
        static let near = 0.5
        static let far = 0.25
        static let standIn = 0.95
        /// What both sides promise is told behind what one promises the other.
        static let joint = 0.1
    }

    /// Holds `entry` against the question; `nil` where it has nothing to do with it.
    func finding(for entry: Entry) -> Finding? {
        guard let evidence = proof(of: entry) else { return nil }
        let kind = kindSupport(of: entry)
        guard kind > 0, !contradictsType(entry), !isTooUncertain(entry) else { return nil }
        let sentences = page.sentences(of: evidence)
        guard !sentences.isEmpty else { return nil }
        let links = links(of: entry)
        let sides = Sides(page: page, lexicon: lexicon)
        let actors = actors(in: entry)
        let named = names.map { name in
            actors.contains { sides.isParty($0, of: name) }
                ? NamedParties.Support.direct : name.support(sentences, own: links)
        }
        guard !named.contains(0), isSpoken(entry) else { return nil }
        let words = wordSupport(of: entry, sentences)
        let nameMean = named.isEmpty ? 1 : named.reduce(0, +) / Double(named.count)
        var score = Measure.names * nameMean + Measure.words * words.mean + Measure.kind * kind
        if case .commitment(let commitment) = entry.content, question.kinds.first == .commitment,
            isJoint(commitment, sides)
        {
            score -= Measure.joint
        }
        let asked = names.reduce(into: Set<String>()) { $0.formUnion($1.parties) }
        let answer = AnswerValue(
            question: question, page: page, sentences: sentences, lexicon: lexicon, asked: asked,
            represented: names.filter(\.name.isRepresented))
        let value = answer.text(of: entry)
        let leastWords = named.isEmpty ? Measure.leastWordsAlone : Measure.leastWords
        // An occasion that has its own place is no answer about another one.
        let isElsewhere =
            place(of: entry) != nil
            && zip(names, named).contains { $0.isPlace && $1 < NamedParties.Support.direct }
        let isNamed =
            named.allSatisfy { $0 >= Measure.leastName } && !isElsewhere && describesNoun(entry, sentences)
        let isDone =
            (!question.isDone || !isPromised(entry) && !isDenied(sentences))
            && !(question.asksWhatIs && [.commitment, .figure].contains(entry.kind) && isPromised(entry))
        let isAnswer =
            value != nil && isNamed && isDone && words.mean >= leastWords && words.hasNeeded
            && isInTime(entry, sentences) && isOfKind(entry) && isReal(entry, evidence) && takePart(entry, sentences)
        return Finding(
            entry: entry, value: value, sentences: sentences, score: score, isAnswer: isAnswer, day: day(of: entry),
            isStated: answer.isStated(entry))
    }

    /// The first words in the body that the entry rests on, or failing that the first.
    private func proof(of entry: Entry) -> Evidence? {
        entry.evidence.first { evidence in
            page.sentences(of: evidence).first.map { page.sentences[$0].role == .body } ?? false
        } ?? entry.evidence.first
    }

    // MARK: Kind

    private func kindSupport(of entry: Entry) -> Double {
        guard !question.kinds.isEmpty else { return 0.5 }
        guard let place = question.kinds.firstIndex(of: entry.kind) else {
            // What is asked for by a noun or a verb of one kind is not told by another.
            return question.aim == .thing || question.aim == .whether ? (question.roles.isEmpty ? 0.25 : 0) : 0
        }
        return max(0.5, 1 - 0.25 * Double(place))
    }

    private func contradictsType(_ entry: Entry) -> Bool {
        guard let asked = question.types[entry.kind] else { return false }
        switch entry.content {
        case .agreement(let agreement):
            return agreement.type.rawValue != asked && (agreement.type != .other || question.isSince)
        case .engagement(let engagement):
            let vague: Set<Engagement.Form> = [.meeting, .other, .announcement, .ceremony, .celebration, .opening]
            return !vague.contains(engagement.type) && engagement.type.rawValue != asked
        case .commitment, .figure, .institution, .programme, .relation, .statement: return false
        }
    }

    /// A question about what happened is not answered by a plan.
    private func isTooUncertain(_ entry: Entry) -> Bool {
        guard !question.isFuture, [.date, .place, .whether].contains(question.aim) else { return false }
        switch entry.content {
        case .engagement(let engagement): return engagement.status == .planned
        case .commitment: return question.kinds.first != .commitment
        case .agreement(let agreement): return agreement.status == .planned
        case .institution(let institution): return institution.state == .planned && question.aim == .date
        case .figure, .programme, .relation, .statement: return false
        }
    }

    /// Whether the entry tells only what is to be done, and not what was.
    private func isPromised(_ entry: Entry) -> Bool {
        switch entry.content {
        case .commitment: return true
        case .engagement(let engagement): return engagement.status == .planned
        case .agreement(let agreement): return agreement.status == .planned
        case .institution(let institution): return institution.state == .planned
        case .figure(let figure): return standsOnCommitment(entry) { $0.target?.value == figure.value }
        case .statement: return !question.kinds.contains(.statement) && standsOnCommitment(entry) { _ in true }
        case .programme, .relation: return false
        }
    }

    /// Whether a sentence says that what the question's verb asks for was not done.
    private func isDenied(_ sentences: Range<Int>) -> Bool {
        guard let verb = question.verb else { return false }
        return sentences.contains { number in
            let words = page.sentences[number].words
            return words.indices.contains { place in
                words[place].hasPrefix(verb)
                    && words[max(0, place - Self.denialReach)..<place].contains(where: lexicon.negations.contains)
            }
        }
    }

    private func standsOnCommitment(_ entry: Entry, where isMeant: (Commitment) -> Bool) -> Bool {
        page.reading.entries.contains { other in
            guard case .commitment(let commitment) = other.content, isMeant(commitment) else { return false }
            return other.evidence.contains { proof in entry.evidence.contains { $0.range.overlaps(proof.range) } }
        }
    }

    /// What somebody said is told by what they said themselves.
    private func isSpoken(_ entry: Entry) -> Bool {
        guard question.aim == .thing, case .statement(let statement) = entry.content else { return true }
        let subjects = names.filter(\.name.isSubject)
        return subjects.isEmpty || subjects.contains { $0.parties.contains(statement.speaker ?? "") }
    }

    /// "How many Vietnamese residents": what is counted has to be told of with the same word, since "Vietnamese
    /// residents live in Korea" tells nothing of Korean residents.
    private func describesNoun(_ entry: Entry, _ sentences: Range<Int>) -> Bool {
        guard !question.countsNamed else { return true }
        let near = question.names.filter(\.isNear)
        guard question.aim == .count, !near.isEmpty, let noun = question.noun else { return true }
        var counted = sentences.flatMap { page.sentences[$0].words }
        if case .figure(let figure) = entry.content { counted = Wording.tokens(figure.indicator) + [""] + counted }
        return near.allSatisfy { name in
            name.wordings.contains { wording in
                Wording.places(of: wording, in: counted).contains { place in
                    place.upperBound < counted.count && Wording.isNumber(counted[place.upperBound], of: noun)
                }
            }
        }
    }

    // MARK: Words

    private func wordSupport(of entry: Entry, _ sentences: Range<Int>) -> (mean: Double, hasNeeded: Bool) {
        var sum = 0.0
        var weights = 0.0
        var hasNeeded = true
        let own = forms(in: sentences)
        let near = forms(in: max(0, sentences.lowerBound - 2)..<sentences.lowerBound)
            .union(headingForms)
        let titles = titles(in: entry)
        for word in question.words {
            var support = 0.0
            if own.contains(word.lemma) {
                support = 1
            } else if word.impliedBy.contains(entry.kind) || !own.isDisjoint(with: word.wordings) {
                support = Measure.standIn
            } else if !near.isDisjoint(with: word.wordings) {
                // What somebody said is about what they said, not about what was said before.
                support = entry.kind == .statement ? Measure.far : Measure.near
            } else if !page.forms.isDisjoint(with: word.wordings), entry.kind != .statement {
                support = Measure.far
            }
            if titles.contains(word.lemma) { support = 1 }
            // Who is at a meeting with somebody has met them, by whatever word it is told.
            if word.isMeeting, isMeeting(entry) { support = 1 }
            if word.isNeeded, support < Measure.standIn { hasNeeded = false }
            if word.isParticular, support < Measure.near { hasNeeded = false }
            sum += support * word.weight
            weights += word.weight
        }
        return (weights == 0 ? 1 : sum / weights, hasNeeded)
    }

    private func forms(in range: Range<Int>) -> Set<String> {
        range.reduce(into: []) { $0.formUnion(page.sentences[$1].forms) }
    }

    private var headingForms: Set<String> {
        page.sentences.filter { $0.role == .headline || $0.role == .deck }.reduce(into: []) { $0.formUnion($1.forms) }
    }

    // MARK: Time

    private func isInTime(_ entry: Entry, _ sentences: Range<Int>) -> Bool {
        guard let days = question.days else { return true }
        let spans = dates(of: entry).map(DaySpan.init)
        if spans.contains(where: { $0.first <= days.upperBound && days.lowerBound <= $0.last }) { return true }
        let years = sentences.flatMap { page.sentences[$0].words }.compactMap { word in
            word.utf8.count == 4 ? Int(word) : nil
        }
        let asked = (Int(days.lowerBound.prefix(4)) ?? 0)...(Int(days.upperBound.prefix(4)) ?? 0)
        // A named year counts only where the question asks for no finer time than years, or the entry has no date.
        let isCoarse = days.lowerBound.hasSuffix("-01-01") && days.upperBound.hasSuffix("-12-31")
        if years.contains(where: asked.contains), isCoarse || spans.isEmpty { return true }
        // An undated figure or saying holds on the day that its page is of.
        guard spans.isEmpty, years.isEmpty, let published = page.reading.article.source.published else { return false }
        let span = DaySpan(published.value)
        let isOfItsPage = entry.kind == .figure || entry.kind == .statement || entry.kind == .institution
        return isOfItsPage && span.first <= days.upperBound && days.lowerBound <= span.last
    }

    func place(of entry: Entry) -> String? {
        switch entry.content {
        case .engagement(let engagement): engagement.place
        case .institution(let institution): institution.place
        case .figure(let figure): figure.scope
        case .agreement(let agreement): agreement.place
        case .relation(let relation): relation.type == .located ? relation.object : nil
        case .commitment, .programme, .statement: nil
        }
    }

    private func dates(of entry: Entry) -> [PartialDate] {
        switch entry.content {
        case .engagement(let engagement): [engagement.date?.value].compactMap(\.self)
        case .agreement(let agreement): [agreement.date?.value].compactMap(\.self)
        case .commitment(let commitment): [commitment.deadline?.value].compactMap(\.self)
        case .figure(let figure): [figure.asOf?.value].compactMap(\.self)
        case .relation(let relation): [relation.asOf?.value].compactMap(\.self)
        case .institution, .programme, .statement: []
        }
    }

    private func day(of entry: Entry) -> String? {
        (dates(of: entry).first ?? page.reading.article.source.published?.value).map { DaySpan($0).first }
    }

    // MARK: Parties

    private func links(of entry: Entry) -> Set<String> {
        var links: Set<String> = []
        var record = entry.content.record
        record.rewriteParties { _, id in
            links.insert(id)
            return id
        }
        return links
    }
}
