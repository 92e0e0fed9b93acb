// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension EngagementReader {
    /// The date that the words in `span` give to the occasion.
    func date(_ span: DatedSpan?, of predicate: Predicate, _ frame: Frame, in passage: Passage) -> DatedValue? {
        guard let span else {
            return frame.dated == true && isPerformed(predicate, in: passage)
                ? published.map { DatedValue(value: $0.value, basis: .inferred, premises: $0.premises) } : nil
        }
        let isPast = isJustPast(span, predicate) || isToday(span)
        let date = span.date(for: isPast ? .actual : predicate.modality)
        // The day on which two meet on the sidelines of a forum is one of its days, so only the year is sure.
        guard predicate.isMargin, let date, date.value.start.day != nil,
            let year = PartialDate(String(date.value.start.year))
        else { return date }
        return DatedValue(value: year, basis: .inferred, premises: date.premises)
    }

    /// Whether the day is that of the page: what is to come "today, 7 September" is not a year ahead.
    private func isToday(_ span: DatedSpan) -> Bool {
        guard let day = span.date?.value.start, day.day != nil else { return false }
        return day == published?.value.start
    }

    /// Whether a noun under an infinitive has its day within the month before the page, and the next such day most of a year
    /// ahead: "agreed to strengthen ties during their talks on June 11", told on 12 June.
    private func isJustPast(_ span: DatedSpan, _ predicate: Predicate) -> Bool {
        guard !predicate.isVerb, predicate.modality == .planned, let date = span.date, date.basis == .inferred,
            let past = CivilDay(date.value.start), let future = span.future.flatMap({ CivilDay($0.start) }),
            let today = published.flatMap({ CivilDay($0.value.start) })
        else { return false }
        return (0...31).contains(today.number - past.number) && future.number - today.number > 300
    }

    /// Whether the present tense and a day that may be the next one tell of a journey to come, and what it is for, or of when
    /// something begins: "flies to Oslo on Friday for talks", "the forum, which opens on Friday".
    func isScheduled(_ predicate: Predicate, for span: DatedSpan?, in passage: Passage) -> Bool {
        guard predicate.modality == .actual, passage.block.role == .body, let span, let date = span.date,
            let future = span.future, date.basis == .inferred, future.start > date.value.start
        else { return false }
        let verbs = predicate.isVerb ? [predicate.trigger] : [predicate.governor].compactMap { $0 }
        let journeys = verbs.filter { governors.going.contains(passage.tokens[$0].lemma.asLowercase) }
        return (journeys + predicate.tokens(in: ["happening"])).contains { verb in
            ["VBZ", "VBP"].contains(passage.tokens[verb].tag) && passage.children(of: verb, ["aux", "auxpass"]).isEmpty
        }
    }

    /// Whether saying so makes it so: a headline's "X announces …", a statement's "we are announcing …".
    func isPerformed(_ predicate: Predicate, in passage: Passage) -> Bool {
        guard predicate.isVerb else { return false }
        if passage.block.role == .headline {
            return ["VBZ", "VBP", "VBD"].contains(passage.tokens[predicate.trigger].tag)
        }
        let isPresent =
            passage.tokens[predicate.trigger].tag == "VBP"
            || passage.children(of: predicate.trigger, ["aux"]).contains { passage.tokens[$0].tag == "VBP" }
        return isPresent
            && predicate.tokens(in: ["subject"]).contains { passage.isPronoun($0, of: firstPerson) }
    }

    /// The date words of the predicate's own clause, nearest to the trigger.
    ///
    /// Dates that are coordinated with it are those of further occasions.
    func dateSpans(for predicate: Predicate, _ frame: Frame, in passage: Passage) -> [DatedSpan] {
        let candidates = dates[passage.index].filter { span in
            span.isMoment && predicate.clause.contains(span.tokens.lowerBound)
                && !(isFirst(predicate, in: passage) && isStretch(span, in: passage))
                // "launched the programme from 2021 to 2027": what is announced lasts, the announcing does not.
                && !(frame.type == .announcement && span.date?.value.end != nil)
                && !belongsElsewhere(span, predicate, in: passage)
                && !(frame.type == .visit && isLeftBehind(predicate, before: span, in: passage))
                && !isOfOtherTime(span, than: predicate, in: passage)
        }
        // "Arbitration Week 2024 on 8 November": a year inside a name dates the event only where nothing else does.
        let title = titles.first { $0.passage == passage.index && $0.tokens.contains(predicate.trigger) }
        let outside = candidates.filter { span in
            title.map { !($0.tokens.lowerBound...$0.tokens.upperBound).contains(span.tokens.lowerBound) } ?? true
        }
        let own =
            [outside.filter { isSaid($0, of: predicate, in: passage) }, outside].first { !$0.isEmpty } ?? candidates
        let nearest = own.filter { span in !own.contains { $0.isFiner(than: span) } }.min {
            // "On Tuesday … in the evening": the part of a day does not say which.
            let isLoose = ($0.backReference?.isLoose == true, $1.backReference?.isLoose == true)
            guard isLoose.0 == isLoose.1 else { return isLoose.1 }
            return abs($0.tokens.lowerBound - predicate.trigger) < abs($1.tokens.lowerBound - predicate.trigger)
        }
        guard
            let nearest = nearest ?? purposeDate(of: predicate, in: passage)
                ?? laterDate(frame, predicate, in: passage) ?? sharedDate(of: predicate, in: passage)
                ?? label(of: passage)
        else { return [] }
        var found = [nearest]
        for span in dates[passage.index] where span.isMoment && span.date != nil {
            guard let last = found.last, last.date != nil, last.tokens.upperBound < span.tokens.lowerBound else {
                continue
            }
            let between = passage.tokens[last.tokens.upperBound..<span.tokens.lowerBound]
            let joins = between.allSatisfy { governors.dayLinks.contains($0.lower) }
            if joins, between.contains(where: { $0.dep == "cc" }) { found.append(span) }
        }
        return found
    }

    /// Whether a date is said of the occasion itself, not of what somebody does there: "travelled to Brno on Monday for the
    /// forum, which opens on Friday", "attended a meeting on Monday and a forum on Tuesday".
    private func isSaid(_ span: DatedSpan, of predicate: Predicate, in passage: Passage) -> Bool {
        guard !predicate.isVerb else { return false }
        let day = passage.head(of: span.tokens)
        let preposition = passage.tokens[day].head
        let isOwn =
            passage.tokens[preposition].head == predicate.trigger
            && governors.placing.contains(passage.tokens[preposition].lower)
        return isOwn || passage.verb(above: day).map(predicate.tokens(in: ["happening"]).contains) == true
    }

    /// Whether words that may tell a day to come only say for how long there was none: "the first visit in ten years".
    private func isStretch(_ span: DatedSpan, in passage: Passage) -> Bool {
        guard let date = span.date?.value.start, let published = published?.value.start else { return false }
        let start =
            passage.tokens[span.tokens.lowerBound].pos == "ADP" ? span.tokens.lowerBound + 1 : span.tokens.lowerBound
        return date.isSurelyAfter(published) && span.tokens.contains(start) && passage.tokens[start].pos == "NUM"
    }

    /// "was in Lima on Wednesday and Thursday": days that follow each other are one stay; `nil` for other dates.
    func stay(_ spans: [DatedSpan]) -> DatedSpan? {
        guard spans.count > 1, let first = spans.first, let last = spans.last else { return nil }
        let days = spans.map { $0.date?.value.day }
        guard zip(days, days.dropFirst()).allSatisfy({ before, next in before.map { $0 + 1 } == next && next != nil }),
            let start = first.date, let end = last.date, let value = PartialDate("\(start.value)/\(end.value)")
        else { return nil }
        let future = [first.future, last.future].compactMap(\.self)
        return DatedSpan(
            tokens: first.tokens.lowerBound..<last.tokens.upperBound,
            date: DatedValue(
                value: value, basis: spans.allSatisfy { $0.date?.basis == .stated } ? .stated : .inferred,
                premises: spans.flatMap { $0.date?.premises ?? [] }),
            backReference: nil, modifier: first.modifier,
            future: future.count == 2 ? PartialDate("\(future[0])/\(future[1])") : nil)
    }

    /// "travelled to Lima on Monday to attend the summit": what somebody goes for is at the time of going.
    private func purposeDate(of predicate: Predicate, in passage: Passage) -> DatedSpan? {
        guard let verb = predicate.isVerb ? predicate.trigger : predicate.governor,
            ["advcl", "xcomp"].contains(passage.tokens[verb].dep),
            passage.isInfinitive(verb), !governors.planning.contains(passage.tokens[verb].lemma.asLowercase)
        else { return nil }
        let above = passage.tokens[verb].head
        guard
            governors.going.contains(passage.tokens[above].lemma.asLowercase)
                || PredicateReader(passage: passage, lexicon: governors).isBeingThere(above)
        else { return nil }
        return dates[passage.index].first { span in
            span.isMoment && span.date != nil
                && passage.verb(above: span.tokens.lowerBound) == above
        }
    }

    /// "In May she toured the port and met the mayor", "was launched in 2022 when she visited Leeds", "last month I had the
    /// honour of visiting Kumasi": the time of the verb above.
    private func sharedDate(of predicate: Predicate, in passage: Passage) -> DatedSpan? {
        guard let verb = predicate.isVerb ? predicate.trigger : predicate.governor else { return nil }
        let reader = PredicateReader(passage: passage, lexicon: governors)
        if let noun = reader.feelingNoun(of: verb) {
            return date(under: passage.tokens[noun].head, in: passage)
        }
        var above = passage.tokens[verb].head
        // "returned the visit in 2006, when she met": the clause hangs on the date or on a noun before it.
        if passage.tokens[verb].dep == "relcl", isThen(verb, in: passage) {
            if let span = dates[passage.index].first(where: { $0.isMoment && $0.tokens.contains(above) }) {
                return span
            }
            above = passage.verb(above: above) ?? above
        }
        guard above != verb, passage.tokens[above].isVerb, reader.modality(of: above) == reader.modality(of: verb)
        else { return nil }
        switch passage.tokens[verb].dep {
        // "Today I am honoured to open this garden"
        case "xcomp": return reader.isOne(above, of: governors.feeling) ? date(under: above, in: passage) : nil
        case "conj":
            guard let subject = passage.leftEdgeOfSubject(of: above),
                let span = date(under: above, in: passage), span.tokens.lowerBound < subject
            else { return nil }
            return span
        case "advcl", "relcl":
            return isThen(verb, in: passage) ? date(under: above, in: passage) : nil
        default: return nil
        }
    }

    /// Whether a clause opens with "when" or "where".
    private func isThen(_ verb: Int, in passage: Passage) -> Bool {
        passage.children(of: verb, ["advmod"]).contains { governors.whenWords.contains(passage.tokens[$0].lower) }
    }

    /// The first date that hangs on a verb rather than on one below it.
    private func date(under verb: Int, in passage: Passage) -> DatedSpan? {
        dates[passage.index].first { span in
            span.isMoment && span.date != nil
                && passage.verb(above: span.tokens.lowerBound) == verb
        }
    }

    /// The day that an item of a calendar begins with, as in "12 March: The mayors met".
    private func label(of passage: Passage) -> DatedSpan? {
        let start = passage.listItemStart ?? 0
        return dates[passage.index].first { span in
            span.isMoment && span.tokens.lowerBound == start && span.tokens.upperBound < passage.tokens.count
                && passage.tokens[span.tokens.upperBound].text == ":"
        }
    }

    /// Whether the clause puts it right before or after an occasion told before: "After the ceremony, …".
    func isRightAfter(_ predicate: Predicate, in passage: Passage) -> Bool {
        guard let verb = predicate.isVerb ? predicate.trigger : predicate.governor else { return false }
        return passage.children(of: verb, ["prep"]).contains { preposition in
            governors.nextTo.contains(passage.tokens[preposition].lower)
                && passage.children(of: preposition, ["pobj"]).contains { event in
                    passage.children(of: event, ["det"]).contains {
                        governors.definite.contains(passage.tokens[$0].lower)
                    } && !frames.frames(forNoun: passage.tokens[event].lemma.asLowercase, modifiers: []).isEmpty
                }
        }
    }

    /// Whether the present tense says something of the event, and the date is of a month gone by: "The forum builds on the
    /// treaty of May 2023".
    private func isOfOtherTime(_ span: DatedSpan, than predicate: Predicate, in passage: Passage) -> Bool {
        guard !predicate.isVerb, passage.block.role == .body, let verb = predicate.governor,
            ["VBZ", "VBP"].contains(passage.tokens[verb].tag), span.tokens.lowerBound > verb,
            passage.tokens[predicate.trigger].dep == "nsubj", passage.tokens[predicate.trigger].head == verb,
            let date = span.date?.value.start, let month = date.month, let today = published?.value.start,
            let now = today.month
        else { return false }
        return (date.year, month) < (today.year, now)
    }

    /// Whether the visit is over or still to come when what the date is of is done: "After his visit to Porto, he will visit
    /// Gdansk from 14 to 15 August".
    private func isLeftBehind(_ predicate: Predicate, before span: DatedSpan, in passage: Passage) -> Bool {
        let preposition = passage.tokens[passage.tokens[predicate.trigger].head]
        return !predicate.isVerb && preposition.pos != "VERB" && governors.nextTo.contains(preposition.lower)
            && !passage.subtree(of: predicate.trigger).contains(span.tokens.lowerBound)
    }

    /// "During the meeting, held on 9 June, …", "the meeting, to be held on 9 June": the participle behind the comma tells of
    /// the noun before it.
    private func isHeldParticiple(_ token: Int, of predicate: Predicate, in passage: Passage) -> Bool {
        guard !predicate.isVerb, token > predicate.trigger, passage.tokens[token].tag == "VBN",
            ["advcl", "xcomp"].contains(passage.tokens[token].dep),
            governors.happening.contains(passage.tokens[token].lemma.asLowercase)
        else { return false }
        let own = Set(passage.children(of: token, ["aux", "auxpass"]))
        return (predicate.trigger + 1..<token).allSatisfy {
            passage.tokens[$0].text == "," || passage.tokens[$0].pos == "ADV" || own.contains($0)
        }
    }

    /// "announced at the summit on 28 April": an announcement is of the day that stands behind it, whatever it hangs on.
    private func laterDate(_ frame: Frame, _ predicate: Predicate, in passage: Passage) -> DatedSpan? {
        guard frame.dated == true else { return nil }
        return dates[passage.index].first { span in
            let start = span.tokens.lowerBound
            return span.isMoment && span.date?.value.end == nil && start > predicate.trigger
                && passage.sentence[start] == passage.sentence[predicate.trigger]
                && !passage.tokens[predicate.trigger + 1..<start].contains(where: \.isVerb)
        }
    }

    /// Whether the date words hang on another event noun or verb inside the clause.
    private func belongsElsewhere(_ span: DatedSpan, _ predicate: Predicate, in passage: Passage) -> Bool {
        let above = Set(passage.ancestors(of: predicate.trigger))
        let reader = PredicateReader(passage: passage, lexicon: governors)
        for ancestor in passage.ancestors(of: span.tokens.lowerBound) {
            if ancestor == predicate.trigger || ancestor == predicate.governor { return false }
            // "met visiting Governor Berg on Monday"
            if reader.visitor(named: ancestor) != nil { continue }
            // "the hosting of the summit … in 2027" says when the summit is.
            if above.contains(ancestor), predicate.clause.contains(ancestor), passage.tokens[ancestor].pos != "VERB" {
                return false
            }
            let token = passage.tokens[ancestor]
            // "a visit beginning on Tuesday"
            if token.tag == "VBG", passage.children(of: ancestor, ["nsubj"]).contains(predicate.trigger) {
                return false
            }
            // "a banquet given by the mayor on Tuesday": the participle tells of the event itself.
            if token.dep == "acl", token.head == predicate.trigger { return false }
            if isHeldParticiple(ancestor, of: predicate, in: passage) { return false }
            // "the visit, which took place from 3 to 5 June"
            if token.dep == "relcl", token.head == predicate.trigger, !predicate.isVerb,
                !predicate.tokens(in: ["happening"]).isEmpty
            {
                return false
            }
            if token.pos == "VERB" || token.pos == "AUX" && token.dep == "relcl" { return true }
            // What happens on the sidelines of a forum dates that as well.
            if token.isNoun, !predicate.isMargin, !span.tokens.contains(ancestor),
                !frames.frames(forNoun: token.lemma.asLowercase, modifiers: []).isEmpty,
                !predicate.isVerb || ancestor != predicate.trigger
            {
                // A noun that the predicate's verb governs, "held a meeting on Monday", shares its date.
                return !(predicate.isVerb && token.head == predicate.trigger)
            }
        }
        return false
    }
}

extension DatedSpan {
    /// Whether it says to the day what the other one says more loosely: "later this month, … from 20 to 25 August".
    fileprivate func isFiner(than other: DatedSpan) -> Bool {
        guard let day = date?.value, let loose = other.date?.value, day.start.day != nil, loose.start.day == nil,
            loose.end == nil
        else { return false }
        return day.start.year == loose.start.year && (loose.start.month == nil || loose.start.month == day.start.month)
    }
}

extension PartialDate {
    /// The day that it is, if it is one day.
    fileprivate var day: CivilDay? {
        guard end == nil, let month = start.month, let day = start.day else { return nil }
        return CivilDay(start.year, month, day)
    }
}
