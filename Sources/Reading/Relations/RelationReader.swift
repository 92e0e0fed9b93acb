// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds what one party is to another for longer than an occasion: trading partner, investor, part, seat …, with the
/// direction that the words give it.
struct RelationReader {
    let passages: [Passage]
    let lexicon: RelationLexicon
    let governors: GovernorLexicon
    /// The quantities of each passage.
    let quantities: [[QuantityExpression]]
    /// The dates of each passage.
    let dates: [[DatedSpan]]

    /// The relations in the order of their first telling, each once.
    func drafts(resolver: ReferentResolver, groups: inout GroupFinder) -> [DraftRelation] {
        var found: [DraftRelation] = []
        for passage in passages where passage.block.role != .headline {
            var next = 0
            while next < passage.tokens.count {
                let token = next
                next += 1
                var told: [DraftRelation] = []
                if let match = lexicon.relations.head(at: token, in: passage) {
                    next = match.tokens.upperBound
                    told = headed(match.way, match.tokens, in: passage, resolver, &groups)
                } else if let way = lexicon.relations.tie(at: token, in: passage) {
                    told = tied(way, at: token, in: passage, resolver, &groups)
                }
                for draft in told { add(draft, to: &found) }
            }
        }
        return found
    }

    private func add(_ draft: DraftRelation, to found: inout [DraftRelation]) {
        guard let known = found.firstIndex(where: { $0.isSame(as: draft) }) else {
            found.append(draft)
            return
        }
        if found[known].rank == nil {
            found[known].rank = draft.rank
            found[known].scope = draft.scope
        }
        found[known].asOf = found[known].asOf ?? draft.asOf
        found[known].tellings += draft.tellings.filter { !found[known].tellings.contains($0) }
    }

    // MARK: "X is Y's third-largest trading partner"

    private func headed(
        _ way: RelationLexicon.Way, _ words: Range<Int>, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> [DraftRelation] {
        let head = passage.head(of: words)
        let isReal = !passage.children(of: head, ["amod"]).contains {
            lexicon.unreal.contains(passage.tokens[$0].lower)
        }
        guard isReal, passage.tokens[head].isNoun, !isInName(words, in: passage, groups),
            let place = place(of: head, in: passage)
        else { return [] }
        if let verb = place.verb, !holds(verb, in: passage) { return [] }
        var subjects = parties(place.subject, way.subjects, in: passage, resolver, &groups)
        // "Riga and Turku, a sister city of Porto": one thing in apposition is the nearest alone.
        if passage.tokens[head].dep == "appos", passage.tokens[head].has(feature: "Number=Sing"),
            let nearest = passage.conjuncts(of: place.subject).last(where: { $0 < head })
        {
            let own = resolver.party(at: TokenPlace(passage: passage.index, token: nearest))
            if let own, subjects.contains(own) { subjects = [own] }
        }
        var owners = passage.children(of: head, ["poss"])
        if owners.isEmpty, place.subject > head, place.verb == nil {
            owners = passage.children(of: place.subject, ["poss"])
        }
        var objects = owners.flatMap { parties($0, way.objects, in: passage, resolver, &groups) }
        if objects.isEmpty {
            owners = words.flatMap { passage.children(of: $0, ["prep"]) }
                .filter { way.links.contains(passage.tokens[$0].lower) && !words.contains($0) }
                .flatMap { passage.children(of: $0, ["pobj"]) }
            objects = owners.flatMap { parties($0, way.objects, in: passage, resolver, &groups) }
        }
        var pairs = subjects.flatMap { subject in objects.map { (subject, $0) } }
        if objects.isEmpty, owners.isEmpty, way.mutual == true, subjects.count == 2 {
            pairs = [(subjects[0], subjects[1])]
        }
        let rank = place.isSome ? nil : rank(of: head, place, in: passage)
        let scope = rank == nil ? nil : scope(of: words, besides: owners, in: passage)
        let span = date(near: [head] + (place.verb.map { [$0] } ?? []), in: passage)
        let used = [head, place.subject, words.lowerBound, words.upperBound - 1] + owners
        let tokens = telling(
            used + (span.map { [$0.tokens.lowerBound, $0.tokens.upperBound - 1] } ?? [])
                + (scope.map { [$0.lowerBound, $0.upperBound - 1] } ?? []), in: passage, groups)
        return pairs.filter { $0.0 != $0.1 }.map { subject, object in
            DraftRelation(
                type: way.type, subject: subject, object: object, rank: rank,
                scope: scope.map { .init(passage: passage.index, tokens: $0) }, asOf: span?.date,
                tellings: [.init(passage: passage.index, tokens: tokens)])
        }
    }

    /// Whether the words are only a part of somebody's name: "Department of Fisheries".
    private func isInName(_ words: Range<Int>, in passage: Passage, _ groups: GroupFinder) -> Bool {
        guard let party = groups.register.party(at: TokenPlace(passage: passage.index, token: words.lowerBound)) else {
            return false
        }
        let record = groups.register.records[party]
        return record.kind.isBody
            && record.mentions.contains {
                $0.passage == passage.index && $0.nameTokens.contains(words.lowerBound)
                    && $0.nameTokens.count > words.count
            }
    }

    /// Where the words for a relation stand in their sentence.
    private struct Place {
        let subject: Int
        var verb: Int?
        /// Whether the subject is only one of several: "one of Finland's trading partners".
        var isSome = false
    }

    private func place(of head: Int, in passage: Passage) -> Place? {
        let word = passage.tokens[head]
        let above = word.head
        guard above != head else { return nil }
        switch word.dep {
        case "attr", "oprd":
            guard isOne(above, of: lexicon.being, in: passage) || isOne(above, of: lexicon.ranking, in: passage),
                let subject = passage.subject(of: above)
            else { return nil }
            return Place(subject: subject, verb: above)
        case "appos": return Place(subject: above)
        case "pobj":
            let preposition = passage.tokens[above].lower
            let governor = passage.tokens[above].head
            if lexicon.part.contains(preposition), lexicon.some.contains(passage.tokens[governor].lower) {
                guard var place = place(of: governor, in: passage) else { return nil }
                place.isSome = true
                return place
            }
            guard lexicon.as.contains(preposition) || lexicon.among.contains(preposition) else {
                return apposed(to: head, in: passage)
            }
            guard
                let verb = passage.verb(above: above),
                isOne(verb, of: lexicon.ranking, in: passage), let subject = passage.subject(of: verb)
            else { return nil }
            return Place(subject: subject, verb: verb)
        // "its sister city Porto"
        case "compound", "nmod":
            return above > head && passage.tokens[above].pos == "PROPN" ? Place(subject: above) : nil
        default: return apposed(to: head, in: passage)
        }
    }

    /// Who is named behind: "Finland's largest trading partner, Peru".
    private func apposed(to head: Int, in passage: Passage) -> Place? {
        passage.children(of: head, ["appos"]).first.map { Place(subject: $0) }
    }

    /// Whether what the verb says holds: told as a fact, and not only of the past.
    private func holds(_ verb: Int, in passage: Passage) -> Bool {
        // "overtook Chile to become Finland's largest supplier": it has become that.
        let above = passage.tokens[verb].head
        let isOutcome =
            passage.isInfinitive(verb) && ["advcl", "xcomp"].contains(passage.tokens[verb].dep)
            && isOne(above, of: lexicon.overtaking, in: passage)
        let firm = isOutcome ? above : verb
        guard PredicateReader(passage: passage, lexicon: governors).modality(of: firm) == .actual else { return false }
        let isPast = ([verb] + passage.children(of: verb, ["aux", "auxpass"])).contains {
            passage.tokens[$0].tag == "VBD" && passage.tokens[$0].pos == "AUX"
        }
        return !isPast || date(near: [verb], in: passage) != nil
    }

    /// The rank that stands before the head, or for "ranks third among …" behind the verb.
    private func rank(of head: Int, _ place: Place, in passage: Passage) -> Int? {
        let start = min(passage.leftEdge[head], place.verb ?? head)
        let ranks = quantities[passage.index].filter { quantity in
            [.rank, .ordinal].contains(quantity.kind)
                && passage.tokens(in: quantity.range.shifted(by: passage.block.range.start)).map {
                    $0.lowerBound >= start && $0.lowerBound < head
                } == true
        }
        guard ranks.count == 1, let value = ranks.first?.value, value >= 1, value == value.rounded(), value < 1000
        else {
            return nil
        }
        return Int(value)
    }

    /// The words that say among whom or where a rank counts: "in Latin America".
    private func scope(of words: Range<Int>, besides owners: [Int], in passage: Passage) -> Range<Int>? {
        words.flatMap { passage.children(of: $0, ["prep"]) }.filter { preposition in
            let tokens = preposition..<passage.rightEdge[preposition] + 1
            return lexicon.scopes.contains(passage.tokens[preposition].lower)
                && !owners.contains(where: tokens.contains)
                && tokens.count > 1 && !dates[passage.index].contains { $0.tokens.overlaps(tokens) }
        }.map { $0..<passage.rightEdge[$0] + 1 }.first
    }

    // MARK: "X is located in Y"

    private func tied(
        _ way: RelationLexicon.Way, at token: Int, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> [DraftRelation] {
        let word = passage.tokens[token]
        var objects = passage.objects(of: token, behind: way.links.contains)
        var subject: Int?
        if token > 1, lexicon.joints.contains(passage.tokens[token - 1].text) {
            // "Turku-based Baltic Cranes"
            objects = [token - 2]
            subject = word.head != token ? word.head : nil
        } else {
            switch word.dep {
            case "acl", "relcl": subject = word.head
            case "acomp", "attr": subject = passage.subject(of: word.head)
            default: subject = passage.subject(of: token)
            }
            if !holds(word.isVerb ? token : word.head, in: passage) { return [] }
        }
        guard let subject, subject != token else { return [] }
        let places = objects.flatMap { parties($0, way.objects, in: passage, resolver, &groups) }
        let tokens = telling([subject, token] + objects, in: passage, groups)
        return parties(subject, way.subjects, in: passage, resolver, &groups).flatMap { party in
            places.filter { $0 != party }.map { place in
                DraftRelation(
                    type: way.type, subject: party, object: place,
                    tellings: [.init(passage: passage.index, tokens: tokens)])
            }
        }
    }

    // MARK: Parts

    private func isOne(_ token: Int, of list: Set<String>, in passage: Passage) -> Bool {
        list.contains(passage.tokens[token].lemma.asLowercase)
    }

    /// The parties of some kinds that a phrase names or stands for.
    private func parties(
        _ token: Int, _ kinds: Set<Party.Kind>, in passage: Passage, _ resolver: ReferentResolver,
        _ groups: inout GroupFinder
    ) -> [Int] {
        groups.bearers(token, in: passage, resolver: resolver, describes: false)
            .filter { kinds.contains(groups.register.records[$0].kind) }
    }

    /// The date of the same clause.
    private func date(near heads: [Int], in passage: Passage) -> DatedSpan? {
        dates[passage.index].first { span in
            guard span.isMoment, span.date != nil else { return false }
            let above = passage.ancestors(of: passage.head(of: span.tokens))
            return above.first { passage.tokens[$0].isVerb }.map(heads.contains)
                ?? heads.contains { above.contains($0) }
        }
    }

    private func telling(_ used: [Int], in passage: Passage, _ groups: GroupFinder) -> Range<Int> {
        let phrases = used.map { groups.phrase(at: $0, in: passage) }
        let start = phrases.map(\.lowerBound).min() ?? 0
        return start..<(phrases.map(\.upperBound).max() ?? start + 1)
    }
}
