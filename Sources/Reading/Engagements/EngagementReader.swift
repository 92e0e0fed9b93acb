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

    /// The tellings in text order, not yet merged.
    func drafts(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftEngagement] {
        var found: [DraftEngagement] = []
        for passage in passages {
            let reader = PredicateReader(passage: passage, governors: governors)
            // What a verb's frame takes for its object, "opened an exhibition", is not told once more by the noun.
            var consumed: Set<Int> = []
            for token in passage.tokens.indices {
                let word = passage.tokens[token]
                let lemma = word.lemma.lowercased()
                if word.pos == "VERB" {
                    for frame in frames.frames(forVerb: lemma, prepositions: prepositions(of: token, in: passage)) {
                        let predicate = reader.verb(token)
                        guard let draft = draft(frame, predicate, in: passage, resolver, &groups) else { continue }
                        found.append(draft)
                        if frame.objects != nil { consumed.formUnion(predicate.tokens(in: ["object"])) }
                        break
                    }
                } else if word.isNoun, !consumed.contains(token), isEventHead(token, in: passage),
                    !isNamedBy(token, in: passage)
                {
                    let modifiers = passage.children(of: token, ["compound", "amod", "nmod"]).map {
                        passage.tokens[$0].lower
                    }
                    let frame = frames.frames(forNoun: word.pos == "PROPN" ? word.lower : lemma, modifiers: modifiers)
                        .first
                    if let frame, let draft = draft(frame, reader.noun(token), in: passage, resolver, &groups) {
                        found.append(draft)
                    }
                }
            }
        }
        return found
    }

    /// Whether the noun only says of what another event is: the forum in "a summit of the Pacific Coastal Forum".
    private func isNamedBy(_ token: Int, in passage: Passage) -> Bool {
        let preposition = passage.tokens[token].head
        guard passage.tokens[token].dep == "pobj", passage.tokens[preposition].lower == "of" else { return false }
        let above = passage.tokens[preposition].head
        return above != preposition && passage.tokens[above].isNoun
            && !frames.frames(forNoun: passage.tokens[above].lemma.lowercased(), modifiers: []).isEmpty
    }

    private func prepositions(of verb: Int, in passage: Passage) -> Set<String> {
        Set(passage.children(of: verb, ["prep", "prt", "dative"]).map { passage.tokens[$0].lower })
    }

    /// Whether the noun heads its phrase: "summit" in "the summit", not in "summit host".
    private func isEventHead(_ token: Int, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        if ["compound", "nmod", "amod"].contains(word.dep), word.head > token { return false }
        // The last word of a name is its head; a trigger further inside is part of the name.
        if let title = titles.first(where: { $0.passage == passage.index && $0.tokens.contains(token) }) {
            return title.tokens.upperBound - 1 == token || passage.head(of: title.tokens) == token
        }
        return true
    }

    private func draft(
        _ frame: Frame, _ predicate: Predicate, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> DraftEngagement? {
        // "the meeting did not take place" is kept, since it takes back what was planned before.
        guard predicate.modality <= .planned || !predicate.isVerb && [.hoped, .denied].contains(predicate.modality)
        else { return nil }
        if let words = frame.requires {
            let clause = passage.tokens[predicate.clause].map(\.lower)
            guard words.contains(where: clause.contains) else { return nil }
        }
        if let needs = frame.needs, predicate.tokens(in: needs).isEmpty { return nil }
        if let objects = frame.objects, predicate.isVerb,
            !predicate.tokens(in: ["object"]).contains(where: { objects.contains(passage.tokens[$0].lower) })
        {
            return nil
        }
        var participants: [DraftEngagement.Participant] = []
        var place: Int?
        var used: [Int] = [predicate.trigger]
        for slot in frame.slots {
            let roles = (predicate.isVerb ? slot.verb : slot.noun) ?? []
            for token in predicate.tokens(in: roles) where token != predicate.trigger {
                let at = TokenPlace(passage: passage.index, token: token)
                for party in groups.members(at: at, resolver: resolver)
                where slot.accepts.contains(groups.register.records[party].kind) {
                    if slot.role == "place" {
                        if place == nil {
                            place = party
                            used.append(token)
                        }
                    } else if let role = Engagement.Role(rawValue: slot.role),
                        !participants.contains(where: { $0.party == party })
                    {
                        participants.append(.init(party: party, role: role))
                        used.append(token)
                    }
                }
            }
        }
        // A venue says more than its city, wherever the parser hangs it: "posters at the Friendship Hall in Brisbane".
        if frame.slots.contains(where: { $0.role == "place" }), frame.type != .visit,
            let venue = venue(of: predicate, in: passage, groups.register)
        {
            place = venue.party
            used.append(venue.token)
        }
        if predicate.isVerb {
            // A subject shared with a verb before stays out of the proof, or it would tell of both.
            let shared = predicate.tokens(in: ["subject"]).filter { subject in
                let first = passage.conjuncts(of: subject).first ?? subject
                return passage.tokens[first].head != predicate.trigger
                    && passage.tokens[predicate.trigger].dep == "conj"
            }
            used.removeAll { shared.contains($0) }
        }
        let span = dateSpan(for: predicate, in: passage)
        let title = titles.first { $0.passage == passage.index && $0.tokens.contains(predicate.trigger) }
        guard isWorthTelling(frame, predicate, participants, place, span, title, in: passage) else { return nil }
        if let span { used += [span.tokens.lowerBound, span.tokens.upperBound - 1] }
        return DraftEngagement(
            type: frame.type, name: title.map { NameFolding.fold($0.name) }, participants: participants, place: place,
            date: span?.date(for: predicate.modality), backReference: span?.backReference,
            modality: predicate.modality,
            tellings: [
                DraftEngagement.Telling(
                    passage: passage.index, tokens: telling(used, title?.tokens, in: passage, groups),
                    heading: heading(of: predicate, title?.tokens, used, in: passage, groups))
            ],
            isDefinite: passage.children(of: predicate.trigger, ["det", "poss"]).contains {
                ["the", "this", "that"].contains(passage.tokens[$0].lower)
            },
            isQuoted: resolver.isQuoted(TokenPlace(passage: passage.index, token: predicate.trigger)),
            isAddition: frame.joins != nil)
    }

    /// A building or body named with "at" in the predicate's clause.
    private func venue(of predicate: Predicate, in passage: Passage, _ register: PartyRegister) -> (
        party: Int, token: Int
    )? {
        for token in predicate.clause where token > predicate.trigger && passage.tokens[token].lower == "at" {
            for object in passage.children(of: token, ["pobj"]) {
                guard let party = register.party(at: TokenPlace(passage: passage.index, token: object)) else {
                    continue
                }
                if [.place, .organisation].contains(register.records[party].kind) { return (party, object) }
            }
        }
        return nil
    }

    /// Whether enough is said to make an entry: an occasion that nobody is at, nowhere and at no time, is none.
    private func isWorthTelling(
        _ frame: Frame, _ predicate: Predicate, _ participants: [DraftEngagement.Participant], _ place: Int?,
        _ date: DatedSpan?, _ title: Mention?, in passage: Passage
    ) -> Bool {
        let trigger = passage.tokens[predicate.trigger]
        if frame.joins != nil { return participants.count > 1 }
        if predicate.modality == .denied { return true }
        if predicate.isVerb {
            switch frame.type {
            case .visit: return !participants.isEmpty && place != nil || participants.count > 1
            default: return participants.count > 1 || participants.count == 1 && (place != nil || date != nil)
            }
        }
        // "regular meetings", "such visits": a plural tells of a habit unless it has participants and a day.
        if trigger.morph.contains("Number=Plur"), trigger.lemma.lowercased() != "talk",
            trigger.lemma.lowercased() != "discussion"
        {
            return !participants.isEmpty && date != nil
        }
        if title != nil { return !participants.isEmpty || place != nil || date != nil }
        if frame.type == .visit {
            return !participants.isEmpty && (place != nil || date != nil || predicate.governor != nil)
        }
        // "the president's first meeting": one alone, nowhere and at no time, meets nobody.
        if frame.type == .meeting { return participants.count > 1 || place != nil || date != nil }
        return !participants.isEmpty || date != nil
    }

    /// The date words of the predicate's own clause, nearest to the trigger.
    private func dateSpan(for predicate: Predicate, in passage: Passage) -> DatedSpan? {
        let candidates = dates[passage.index].filter { span in
            span.isMoment && predicate.clause.contains(span.tokens.lowerBound)
                && !belongsElsewhere(span, predicate, in: passage)
        }
        // "Arbitration Week 2024 on 8 November": a year inside a name dates the event only where nothing else does.
        let title = titles.first { $0.passage == passage.index && $0.tokens.contains(predicate.trigger) }
        let outside = candidates.filter { span in
            title.map { !($0.tokens.lowerBound...$0.tokens.upperBound).contains(span.tokens.lowerBound) } ?? true
        }
        return (outside.isEmpty ? candidates : outside).min {
            abs($0.tokens.lowerBound - predicate.trigger) < abs($1.tokens.lowerBound - predicate.trigger)
        }
    }

    /// Whether the date words hang on another event noun or verb inside the clause.
    private func belongsElsewhere(_ span: DatedSpan, _ predicate: Predicate, in passage: Passage) -> Bool {
        let above = Set(passage.ancestors(of: predicate.trigger))
        for ancestor in passage.ancestors(of: span.tokens.lowerBound) {
            if ancestor == predicate.trigger || ancestor == predicate.governor { return false }
            // "the hosting of the summit … in 2027" says when the summit is.
            if above.contains(ancestor), predicate.clause.contains(ancestor), passage.tokens[ancestor].pos != "VERB" {
                return false
            }
            let token = passage.tokens[ancestor]
            if token.pos == "VERB" { return true }
            if token.isNoun, !span.tokens.contains(ancestor),
                !frames.frames(forNoun: token.lemma.lowercased(), modifiers: []).isEmpty,
                !predicate.isVerb || ancestor != predicate.trigger
            {
                // A noun that the predicate's verb governs, "held a meeting on Monday", shares its date.
                return !(predicate.isVerb && token.head == predicate.trigger)
            }
        }
        return false
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
            start > 0 && passage.tokens[start - 1].tag == "IN" && passage.tokens[start - 1].lower != "of"
            && (start..<min(start + 4, end)).contains { passage.tokens[$0].head == start - 1 }
        return (isAfterPreposition ? start - 1 : start)..<end
    }

    /// The occasion's own phrase for a noun; subject, verb and object for a verb.
    private func heading(
        of predicate: Predicate, _ title: Range<Int>?, _ used: [Int], in passage: Passage, _ groups: GroupFinder
    ) -> Range<Int> {
        if let title { return title }
        let trigger = predicate.trigger
        if predicate.isVerb { return telling(used, nil, in: passage, groups) }
        let start =
            passage.children(of: trigger, ["compound", "amod", "nmod", "poss", "nummod"]).map { passage.leftEdge[$0] }
            .min() ?? trigger
        return min(start, trigger)..<trigger + 1
    }
}
