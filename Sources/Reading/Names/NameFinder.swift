// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds the names of a passage: persons first, then organisations and named things, then places.
///
/// A longer name wins over the names inside it, so that a venue's name makes no participant and a city named after a
/// person makes no person.
struct NameFinder {
    let knowledge: NameKnowledge

    /// The mentions of an article in text order; `quotations` are those of its passages.
    func mentions(in passages: [Passage], quotations: [Quotation]) -> [Mention] {
        let works = WorkTitles(passages: passages, quotations: quotations)
        var found = NameEdges(knowledge: knowledge, passages: passages).settled(
            passages.flatMap { passage in
                mentions(in: passage).filter {
                    $0.kind == .party(.person) || !works.hides($0.nameTokens, in: passage)
                }
            })
        let known = KnownNameScanner(
            mentions: found, bodies: found.firstWordsOfBodies(in: passages), knowledge: knowledge)
        // The model takes a family name alone for a company now and then.
        found.removeAll { mention in
            mention.kind == .party(.organisation) && mention.nameTokens.count == 1
                && known.isPartOfPersonalName(mention.name)
        }
        let byPassage = found.byPassage(passages.count)
        found += passages.flatMap { known.mentions(in: $0, besides: byPassage[$0.index]) }
        found = withoutHeadlineGuesses(found, passages)
        let consistency = NameConsistency(knowledge: knowledge, passages: passages)
        found = consistency.settled(found)
        found += consistency.repetitions(of: found)
        found += consistency.shortForms(of: found)
        return PlaceChooser(knowledge: knowledge, passages: passages).settled(found).sorted {
            ($0.passage, $0.tokens.lowerBound, $0.tokens.upperBound) < (
                $1.passage, $1.tokens.lowerBound, $1.tokens.upperBound
            )
        }
    }

    /// Leaves out persons that only a headline seems to name, and words of the headline behind a name: where every word
    /// has a capital letter, "Opens Exhibition" looks like a name, and so does "Seo Marks".
    private func withoutHeadlineGuesses(_ mentions: [Mention], _ passages: [Passage]) -> [Mention] {
        let isHeadline = passages.map { [.headline, .deck].contains($0.block.role) }
        guard isHeadline.contains(false) else { return mentions }
        let named = mentions.filter { $0.kind == .party(.person) && !isHeadline[$0.passage] }
            .map { NameFolding.words(of: $0.name) }
        let text = passages.filter { !isHeadline[$0.index] }
        return mentions.compactMap { mention in
            guard mention.kind == .party(.person), isHeadline[mention.passage] else { return mention }
            let passage = passages[mention.passage]
            let beginnings = mention.nameTokens.indices.reversed().map { mention.nameTokens.lowerBound..<$0 + 1 }
            let words = beginnings.map { NameFolding.words(of: passage.text(of: $0)) }
            let fitting =
                words.firstIndex { passage.isTitleCase && named.contains($0) }
                ?? words.firstIndex { words in
                    named.contains { $0.count > 1 ? NameFolding.isSamePerson($0, words) : $0 == words }
                }
            if let fitting {
                return passage.isTitleCase && fitting > 0 ? mention.cut(to: beginnings[fitting], in: passage) : mention
            }
            guard !mention.offices.isEmpty else { return nil }
            guard passage.isTitleCase else { return mention }
            // Named in the headline alone: the model has to agree, and no part may be a common word of the text.
            let isName = passage.tokens[mention.nameTokens].allSatisfy {
                $0.entityLabel == "PERSON" && !text.writeSmall($0.lower)
            }
            return isName ? mention : nil
        }
    }

    /// The bodies that the offices of persons name as theirs.
    private func owners(of persons: [Mention], in passage: Passage) -> [Mention] {
        let scanner = TitledNameScanner(passage: passage, knowledge: knowledge)
        var found: [Mention] = []
        for owner in persons.flatMap(\.offices).compactMap(\.body) {
            guard let kind = scanner.namedBody(owner), !found.contains(where: { $0.tokens.overlaps(owner) }) else {
                continue
            }
            found.append(
                Mention(
                    passage: passage.index, tokens: owner, nameTokens: owner, name: passage.text(of: owner),
                    kind: .party(kind), place: nil))
        }
        return found
    }

    /// The mentions of `passage` in text order.
    private func mentions(in passage: Passage) -> [Mention] {
        let dateline = Dateline(passage, knowledge)
        let opening = dateline.map { $0.place.lowerBound..<($0.agency ?? $0.place).upperBound }
        let persons = persons(in: passage).filter { !(opening?.overlaps($0.nameTokens) ?? false) }
        var covered = TokenSet(of: passage)
        let scanner = TitledNameScanner(passage: passage, knowledge: knowledge)
        for person in persons {
            let name = person.nameTokens
            covered.formUnion(name.lowerBound..<scanner.endOfHonours(behind: name.upperBound))
        }
        var taken = covered
        for office in persons.flatMap(\.offices) { taken.formUnion(office.tokens) }
        let owners = owners(of: persons, in: passage)
        for owner in owners { taken.formUnion(owner.tokens) }
        var things = owners + organisationsAndTitles(in: passage, taken: taken)
        if let dateline, let opening {
            things.removeAll { opening.overlaps($0.tokens) }
            if let agency = dateline.agency {
                things.append(
                    Mention(
                        passage: passage.index, tokens: agency, nameTokens: agency, name: passage.text(of: agency),
                        kind: .party(.organisation), place: nil))
            }
        }
        for thing in things { covered.formUnion(thing.tokens) }
        // "Minister of Economy": a field of work is no town of that name.
        for token in persons.flatMap(\.offices).flatMap(\.tokens)
        where knowledge.lists.portfolioWords.contains(passage.tokens[token].lower) {
            covered.insert(token)
        }
        let places = PlaceScanner(passage: passage, knowledge: knowledge, dateline: dateline?.place)
            .mentions(outside: covered)
        return (persons + things + places).sorted {
            ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound)
        }
    }
}
