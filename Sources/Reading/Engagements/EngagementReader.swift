// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds visits, meetings, ceremonies … by the frames, and fills their slots from the sentence.
struct EngagementReader {
    let passages: [Passage]
    let frames: FrameLibrary
    let governors: GovernorLexicon
    /// The dates of each passage.
    let dates: [[DatedSpan]]
    /// Names of events, agreements and programmes: inside of one, a trigger is part of the name.
    let titles: [Mention]
    /// Nouns for those who hold an office.
    let officeNouns: Set<String>
    /// First-person pronouns.
    let firstPerson: Set<String>
    /// Who says "we" where nobody is quoted: the parties of a joint statement.
    let authors: [Int]
    /// The date that the article speaks from.
    let published: DatedValue?

    /// The tellings in text order, not yet merged.
    func drafts(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftEngagement] {
        var found: [DraftEngagement] = []
        for passage in passages {
            let reader = PredicateReader(passage: passage, lexicon: governors)
            // What a verb's frame takes for its object, "opened an exhibition", is not told once more by the noun.
            var consumed: Set<Int> = []
            // A passive's object stands before its verb, so the verbs come first.
            for token in passage.tokens.indices where passage.tokens[token].isVerb {
                let lemma = passage.tokens[token].lemma.asLowercase
                guard frames.hasFrames(forVerb: lemma), reader.visitor(named: token) == nil else { continue }
                for frame in frames.frames(forVerb: lemma, prepositions: prepositions(of: token, in: passage)) {
                    let predicate = reader.verb(token)
                    let told = drafts(frame, predicate, in: passage, resolver, &groups)
                    guard !told.isEmpty else { continue }
                    found += told
                    if frame.objects != nil { consumed.formUnion(predicate.tokens(in: ["object"])) }
                    break
                }
            }
            for token in passage.tokens.indices
            where !passage.tokens[token].isVerb && !consumed.contains(token) && isNoun(token, in: passage) {
                let word = passage.tokens[token]
                let noun = word.pos == "PROPN" ? word.lower : word.lemma.asLowercase
                guard frames.hasFrames(forNoun: noun), isEventHead(token, in: passage), !isNamedBy(token, in: passage),
                    !isSigned(token, in: passage), !isGiven(token, in: passage), !isMissing(token, in: passage),
                    !isMeasure(token, in: passage)
                else { continue }
                let modifiers = passage.children(of: token, ["compound", "amod", "nmod"]).map {
                    passage.tokens[$0].lower
                }
                for frame in frames.frames(forNoun: noun, modifiers: modifiers) {
                    let told = drafts(frame, reader.noun(token), in: passage, resolver, &groups)
                    found += told
                    if !told.isEmpty { break }
                }
            }
        }
        return found
    }

    /// Whether the noun only says of what another event is: the forum in "a summit of the Pacific Coastal Forum".
    private func isNamedBy(_ token: Int, in passage: Passage) -> Bool {
        let preposition = passage.tokens[token].head
        guard passage.tokens[token].dep == "pobj", passage.words.owning.contains(passage.tokens[preposition].lower)
        else { return false }
        let above = passage.tokens[preposition].head
        return above != preposition && passage.tokens[above].isNoun && !counts(passage.tokens[above])
            && !frames.frames(forNoun: passage.tokens[above].lemma.asLowercase, modifiers: []).isEmpty
    }

    /// Whether the noun only says how many of an event there are: the round in "a round of talks".
    private func isMeasure(_ token: Int, in passage: Passage) -> Bool {
        counts(passage.tokens[token])
            && passage.children(of: token, ["prep"]).contains { preposition in
                passage.words.owning.contains(passage.tokens[preposition].lower)
                    && passage.children(of: preposition, ["pobj"]).contains {
                        !frames.frames(forNoun: passage.tokens[$0].lemma.asLowercase, modifiers: []).isEmpty
                    }
            }
    }

    private func counts(_ word: Token) -> Bool { governors.measures.contains(word.lemma.asLowercase) }

    private func prepositions(of verb: Int, in passage: Passage) -> Set<String> {
        let objects = passage.children(of: verb, ["dobj"])
        return Set(
            (passage.children(of: verb, ["prep", "prt", "dative", "acomp"])
                + objects.flatMap { passage.children(of: $0, ["prep"]) }).map { passage.tokens[$0].lower })
    }

    /// Whether the word stands where a noun stands, whatever its tag: "hosted a breakfast roundtable".
    private func isNoun(_ token: Int, in passage: Passage) -> Bool {
        let tokens = passage.tokens
        // "It was attended by …" goes on with the occasion told before.
        if tokens[token].pos == "PRON" { return ["nsubj", "nsubjpass"].contains(tokens[token].dep) }
        return tokens[token].isNoun
            || tokens[token].pos == "ADJ" && ["dobj", "pobj", "nsubj", "nsubjpass"].contains(tokens[token].dep)
    }

    /// Whether the noun heads its phrase: "summit" in "the summit", not in "summit host".
    private func isEventHead(_ token: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        if ["compound", "nmod", "amod"].contains(word.dep), word.head > token { return false }
        // "Lee's Summit" is a town.
        if word.entityLabel == "GPE", token > 0, passage.tokens[token - 1].tag == "POS" { return false }
        // The last word of a name is its head; a trigger further inside is part of the name.
        if let title = titles.first(where: { $0.passage == passage.index && $0.tokens.contains(token) }) {
            return title.tokens.upperBound - 1 == token || passage.head(of: title.tokens) == token
        }
        return true
    }

    private func drafts(
        _ frame: Frame, _ predicate: Predicate, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> [DraftEngagement] {
        var predicate = predicate
        let listLeader = listLeader(of: predicate, in: passage)
        if listLeader != nil { predicate.modality = max(predicate.modality, .planned) }
        guard isSignalled(frame, predicate, in: passage), !isPurposeOfEvent(frame, predicate, in: passage) else {
            return []
        }
        // "The mayor welcomed the delegation": those who have come already are received.
        if frame.introduces == true,
            predicate.tokens(in: ["object"]).contains(where: {
                groups.isToldOf(TokenPlace(passage: passage.index, token: $0))
            })
        {
            return []
        }
        // "received 5,000 refugees"
        if predicate.isVerb,
            predicate.tokens(in: ["object"]).contains(where: {
                governors.crowds.contains(passage.tokens[$0].lower) && passage.conjuncts(of: $0).count < 2
            })
        {
            return []
        }
        var filled = filling(frame, predicate, in: passage, resolver, &groups)
        if let listLeader { add(listLeader, to: &filled, frame, predicate, resolver, &groups) }
        if let verb = predicate.isVerb ? predicate.trigger : predicate.governor, passage.tokens[verb].dep == "conj" {
            // A subject shared with a verb before stays out of the proof, or it would tell of both.
            let shared = predicate.tokens(in: ["subject", "doer", "holder", "attendee"]).filter { subject in
                let first = passage.conjuncts(of: subject).first ?? subject
                return passage.tokens[first].head != verb && first < passage.tokens[verb].head
            }
            filled.used.removeAll { shared.contains($0) }
        }
        if frame.objects != nil { filled.used += predicate.tokens(in: ["object"]) }
        if predicate.isVerb {
            // "This was announced by …": the clause's own subject belongs to the proof, also where it names nobody.
            filled.used += passage.children(of: predicate.trigger, ["nsubj", "nsubjpass"])
        }
        if frame.escorts == true, leadsElsewhere(predicate, in: passage, groups.register) { return [] }
        if frame.type == .visit, isGoingHome(filled, predicate, in: passage, groups.register) { return [] }
        let named = dateSpans(for: predicate, frame, in: passage)
        if frame.type == .visit || !predicate.isVerb, isScheduled(predicate, for: named.first, in: passage) {
            predicate.modality = .planned
        }
        let spans = frame.type == .visit ? stay(named).map { [$0] } ?? named : named
        let title = titles.first { $0.passage == passage.index && $0.tokens.contains(predicate.trigger) }
        let isWorthTelling = isWorthTelling(frame, predicate, filled, spans.first, title, in: passage)
        // "The ceremony took place in the old assembly room" is told of the ceremony before.
        let isDefinite = passage.children(of: predicate.trigger, ["det", "poss"]).contains {
            governors.definite.contains(passage.tokens[$0].lower)
        }
        let isOnlyHeld = isDefinite && !predicate.isVerb && !predicate.tokens(in: ["happening"]).isEmpty
        guard isWorthTelling || isOnlyHeld else { return [] }
        let whole = filled.used
        // "met in May 2017 and June 2018" tells of two occasions, "separate talks with A and B" too.
        let dated: [DatedSpan?] = spans.isEmpty ? [nil] : spans
        let scenes =
            datedApart(filled, frame, predicate, in: passage, groups.register)
            ?? parted(filled, frame, predicate, in: passage, groups.register).flatMap { part in dated.map { (part, $0) }
            }
        return scenes.map { filled, span in
            let day = span.map { [$0.tokens.lowerBound, $0.tokens.upperBound - 1] } ?? []
            let isWhole = filled.used == whole
            let used = filled.used + (isWhole ? day : [])
            let dated = isWhole ? [] : [span].compactMap { $0 }.map { (passage.index, $0.tokens) }
            let lists = (filled.lists + dated).map { passage, tokens in
                DraftEngagement.Telling(passage: passage, tokens: tokens, heading: tokens)
            }
            let date = date(span, of: predicate, frame, in: passage).flatMap { date in
                isToldAsPast(predicate, before: date, in: passage) ? nil : date
            }
            return DraftEngagement(
                type: frame.type, name: title.map { NameFolding.fold($0.name) }, participants: filled.participants,
                place: filled.place, date: date, backReference: span?.backReference,
                modality: modality(of: predicate, on: date, in: passage),
                tellings: [
                    DraftEngagement.Telling(
                        passage: passage.index, tokens: telling(used, title?.tokens, in: passage, groups),
                        heading: heading(of: predicate, title?.tokens, whole + day, in: passage, groups))
                ] + lists,
                isDefinite: isDefinite,
                noun: predicate.isVerb ? "" : passage.tokens[predicate.trigger].lemma.asLowercase,
                site: frame.type == .visit && filled.place == nil ? site(of: predicate, frame, in: passage) : nil,
                isQuoted: resolver.isQuoted(TokenPlace(passage: passage.index, token: predicate.trigger)),
                joins: isWorthTelling ? frame.joins : [frame.type], joinsByName: frame.named == true,
                follows: frame.follows,
                isTimeless: isTimeless(frame, predicate, in: passage),
                isRightAfter: span == nil && isRightAfter(predicate, in: passage),
                isWeak: frame.weak == true || isOpenedByNobody(frame, predicate, filled),
                isReception: frame.introduces == true,
                awaitsVisitor: awaitsVisitor(frame, predicate, filled, in: passage),
                isNothingAlone: predicate.tokens(in: ["attendee", "holder"]).isEmpty,
                isAttendance: isAttendance(predicate, filled, in: passage),
                isOngoing: isOngoing(predicate, in: passage),
                isDeparture: predicate.isVerb && isDeparting(predicate, in: passage),
                isBackground: isBackground(frame, predicate, in: passage),
                isOfMembers: frame.joins?.contains(.visit) == true && (frame.subjects ?? frame.objects) != nil,
                leadsEscort: leader(of: predicate, frame, in: passage, resolver, &groups))
        }
    }

    /// Whether the clause has what the frame asks for, and tells of something that happens.
    private func isSignalled(_ frame: Frame, _ predicate: Predicate, in passage: Passage) -> Bool {
        // "the meeting did not take place" is kept, since it takes back what was planned before.
        guard predicate.modality <= .planned || !predicate.isVerb && [.hoped, .denied].contains(predicate.modality)
        else { return false }
        if let words = frame.requires {
            let clause = passage.tokens[predicate.clause].map(\.lower)
            guard words.contains(where: clause.contains) else { return false }
        }
        if let needs = frame.needs, predicate.tokens(in: needs).isEmpty { return false }
        if isAppeal(predicate, in: passage) { return false }
        if frame.indefinite == true, !isIntroduced(predicate, in: passage) { return false }
        if let objects = frame.objects, predicate.isVerb,
            !predicate.tokens(in: ["object", "attribute"]).contains(where: {
                objects.contains(passage.tokens[$0].lower) || objects.contains(passage.tokens[$0].lemma.asLowercase)
            })
        {
            return false
        }
        if let subjects = frame.subjects, predicate.isVerb,
            !predicate.tokens(in: isComposed(predicate) ? ["object"] : ["subject"]).contains(where: {
                subjects.contains(passage.tokens[$0].lower)
            })
        {
            return false
        }
        return true
    }

    /// "is composed of": the subject of the passive stands for what has members.
    private func isComposed(_ predicate: Predicate) -> Bool { predicate.tokens(in: ["subject"]).isEmpty }

    /// Whether an infinitive only says what another event is for: "hosted a banquet to celebrate the national day".
    private func isPurposeOfEvent(_ frame: Frame, _ predicate: Predicate, in passage: Passage) -> Bool {
        let above = passage.tokens[predicate.trigger].head
        guard predicate.isVerb, above != predicate.trigger, passage.isInfinitive(predicate.trigger),
            frame.type == .celebration
                || passage.tokens[above].isNoun
                    && governors.honouring.contains(passage.tokens[predicate.trigger].lemma.asLowercase)
        else { return false }
        let nouns =
            passage.tokens[above].isVerb ? passage.children(of: above, ["dobj", "nsubjpass", "nsubj"]) : [above]
        return nouns.contains { noun in
            passage.tokens[noun].isNoun && frames.hasFrames(forNoun: passage.tokens[noun].lemma.asLowercase)
        }
    }

    /// Whether enough is said to make an entry: an occasion that nobody is at, nowhere and at no time, is none.
    private func isWorthTelling(
        _ frame: Frame, _ predicate: Predicate, _ filled: Filling, _ date: DatedSpan?, _ title: Mention?,
        in passage: Passage
    ) -> Bool {
        let (participants, place) = (filled.participants, filled.place)
        let trigger = passage.tokens[predicate.trigger]
        if frame.joins != nil { return !participants.isEmpty }
        if frame.indefinite == true, participants.count < 2 {
            return !participants.isEmpty && (place != nil || date != nil)
        }
        if frame.dated == true, date == nil, !isPerformed(predicate, in: passage) { return false }
        // "agreed to open an office by 2027": that is promised, and no occasion yet.
        if frame.type == .opening, predicate.isVerb, predicate.modality == .planned,
            date?.date?.value.start.day == nil, passage.isInfinitive(predicate.trigger)
        {
            return false
        }
        if predicate.modality == .denied { return true }
        // "the first such visit in years"
        if !predicate.isVerb,
            passage.children(of: predicate.trigger, ["amod", "predet", "det"]).contains(where: {
                governors.likening.contains(passage.tokens[$0].lower)
            })
        {
            return false
        }
        if frame.several == true, filled.persons.count < 2 { return false }
        if isManner(predicate, in: passage) { return false }
        // "It is the first visit by a minister in ten years" says something of the one that is told of.
        if isFirst(predicate, in: passage), passage.tokens[predicate.trigger].dep == "attr", filled.persons.isEmpty {
            return false
        }
        if frame.mutual == true { return participants.count > 1 && filled.isMutual(for: predicate) }
        if frame.weak == true {
            return !participants.isEmpty || !predicate.tokens(in: ["subject"]).isEmpty && (place != nil || date != nil)
        }
        if predicate.isVerb {
            switch frame.type {
            case .visit:
                return !participants.isEmpty && (place != nil || frame.objects != nil)
                    || Set(participants.map(\.role)).count > 1
            default:
                // What is announced by saying so is of the day of the page.
                let isDated = place != nil || date != nil || frame.dated == true
                return participants.count > 1 || participants.count == 1 && isDated
                    || isOpenedByNobody(frame, predicate, filled) && isDated
            }
        }
        // "regular meetings", "such visits": a plural tells of a habit unless it has participants and a day.
        if trigger.has(feature: "Number=Plur"), !governors.single.contains(trigger.lemma.asLowercase) {
            return isListed(filled, predicate, in: passage) || !participants.isEmpty && date != nil
                || predicate.modality <= .planned && participants.count > 1 && isParted(predicate, in: passage)
        }
        // "issues discussed at the previous meeting": one that nobody is told to be at is not the one told of here.
        if title == nil, participants.isEmpty,
            passage.children(of: predicate.trigger, ["amod"]).contains(where: {
                governors.earlier.contains(passage.tokens[$0].lower)
            })
        {
            return false
        }
        // "through training for officials" tells of a means; an occasion has a time, a place, or somebody who holds it.
        // "the course of justice" has none of them.
        let isNumbered = !passage.children(of: predicate.trigger, ["det", "poss", "nummod"]).isEmpty
        let isAbstract = predicate.tokens(in: ["happening", "for", "by"]).isEmpty && participants.isEmpty
        if frame.type == .training, title == nil, place == nil, date == nil && !isNumbered || isAbstract,
            predicate.tokens(in: ["holder", "attendee", "doer"]).isEmpty
        {
            return false
        }
        if frame.titled == true, title == nil,
            participants.isEmpty || predicate.tokens(in: ["holder", "by", "attendee"]).isEmpty
        {
            return false
        }
        if frame.type == .ceremony, place != nil { return true }
        if title != nil { return !participants.isEmpty || place != nil || date != nil }
        if frame.type == .visit {
            return !participants.isEmpty && (place != nil || date != nil || predicate.governor != nil)
        }
        // "the president's first meeting": one alone, nowhere and at no time, meets nobody.
        if frame.type == .meeting, predicate.tokens(in: ["attendee", "holder"]).isEmpty {
            // "the productive discussions held on Monday": of many, somebody has to be told.
            if trigger.tag == "NNS", participants.isEmpty { return false }
            return participants.count > 1 || place != nil || date != nil
                || awaitsVisitor(frame, predicate, filled, in: passage) && !filled.persons.isEmpty
        }
        return !participants.isEmpty || date != nil
    }

    /// The words from the first to the last part of the telling, names and their phrases whole.
    private func telling(
        _ used: [Int], _ title: Range<Int>?, in passage: Passage, _ groups: GroupFinder
    ) -> Range<Int> {
        let phrases = used.map { groups.phrase(at: $0, in: passage) } + (title.map { [$0] } ?? [])
        let start = phrases.map(\.lowerBound).min() ?? 0
        let end = phrases.map(\.upperBound).max() ?? start + 1
        // "On the same day": the preposition belongs to the phrase that opens the telling.
        let isAfterPreposition =
            start > 0 && passage.tokens[start - 1].tag == "IN"
            && !passage.words.owning.contains(passage.tokens[start - 1].lower)
            && (start..<min(start + 4, end)).contains { passage.tokens[$0].head == start - 1 }
        return (isAfterPreposition ? start - 1 : start)..<end
    }

    /// The occasion's own phrase for a noun, whoever "his visit" was by; subject, verb and object for a verb.
    private func heading(
        of predicate: Predicate, _ title: Range<Int>?, _ used: [Int], in passage: Passage, _ groups: GroupFinder
    ) -> Range<Int> {
        if let title { return title }
        let trigger = predicate.trigger
        if predicate.isVerb { return telling(used, nil, in: passage, groups) }
        let start =
            passage.children(of: trigger, ["compound", "amod", "nmod", "poss", "nummod"])
            .filter { passage.tokens[$0].tag != "PRP$" }.map { passage.leftEdge[$0] }.min() ?? trigger
        return min(start, trigger)..<trigger + 1
    }
}
