// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension NameFinder {
    /// The organisations and named things of a passage outside of the tokens in `taken`, in text order.
    func organisationsAndTitles(in passage: Passage, taken: TokenSet) -> [Mention] {
        let finder = CapitalisedRuns(passage: passage, knowledge: knowledge, taken: taken)
        var found: [Mention] = []
        for run in finder.runs() {
            if let mention = namedThing(run, in: passage) {
                found.append(mention)
                if finder.acronymInBrackets(at: run.upperBound) {
                    let short = run.upperBound + 1..<run.upperBound + 2
                    found[found.count - 1].acronym = passage.text(of: short)
                    found.append(
                        Mention(
                            passage: passage.index, tokens: short, nameTokens: short, name: passage.text(of: short),
                            kind: mention.kind, place: nil))
                }
            } else {
                found += organisationEntities(inside: run, in: passage).filter { new in
                    !found.contains { $0.overlaps(new) }
                }
            }
        }
        return found
    }

    /// The organisation or thing that a whole run names, judged by its head noun.
    private func namedThing(_ run: Range<Int>, in passage: Passage) -> Mention? {
        let tokens = passage.tokens
        // "Committee Chairman": the run goes on with the title of somebody whom the text does not name.
        if let last = run.last, run.count > 2, tokens[last - 1].isCapitalised,
            knowledge.titles[tokens[last].lower] != nil, knowledge.bodyKind(ofHead: tokens[last].lower) == nil
        {
            return namedThing(run.lowerBound..<last, in: passage)
        }
        guard run.count >= 2, !(passage.isTitleCase && run.count > 7) else { return nil }
        // The head stands before "of" and "for": a Ministry of Law is no law, an Opening Ceremony of a Week no week.
        let segmentEnd =
            tokens[run].firstIndex { knowledge.lists.fieldPrepositions.contains($0.lower) } ?? run.upperBound
        let segment = run.lowerBound..<max(segmentEnd, run.lowerBound + 1)
        let kind: Mention.Kind
        if let last = tokens[segment].last, knowledge.lists.titledThings.contains(last.lower) {
            // The World Food Programme is a body.
            kind = listedKind(of: segment, orWhole: true, in: passage).map { .party($0) } ?? .title
        } else if knowledge.lists.leadingThings.contains(tokens[run.lowerBound].lower) {
            kind = .title
        } else if let head = tokens[segment].last(where: { knowledge.bodyKind(ofHead: $0.lower) != nil }),
            let party = knowledge.bodyKind(ofHead: head.lower)
        {
            // "Centers for Disease Control" are a body, a "Convention Center" is a venue: the model tells.
            let isBody =
                party == .place && head.entityLabel == "ORG"
                && knowledge.lists.venuesOrBodies.contains(head.lower)
            // A "School District" is no district, a "Hall of Fame" no hall.
            let longer =
                party == .place ? headKind(of: run, in: passage) ?? headKind(of: segment, in: passage) : nil
            kind = .party(longer ?? (isBody ? .organisation : party))
        } else if knowledge.lists.leadingBodies.contains(tokens[run.lowerBound].lower)
            && isPlace(segment.dropFirst(), in: passage)
            || !passage.isTitleCase && segment == run && tokens[run].allSatisfy({ !$0.isPunctuation })
                && knowledge.lists.companyWords.contains(tokens[run.upperBound - 1].lower)
        {
            kind = .party(.organisation)
        } else {
            return nil
        }
        let name = passage.text(of: run)
        // "Rhode Island": what its last word says to be a place may be a known one.
        let place = kind == .party(.place) ? knowledge.places(name).first { !$0.isAlternate } : nil
        // "Cape Town" is a city, and "Hyde Park" none, though some town is called so.
        let isCity = place.map { $0.kind == .city && $0.population >= Self.unmistakablePopulation } ?? false
        return Mention(
            passage: passage.index, tokens: run, nameTokens: run, name: name, kind: isCity ? .party(.city) : kind,
            place: place)
    }

    /// From so many inhabitants on, a city whose name ends like a venue's is meant before any venue.
    private static let unmistakablePopulation = 50_000

    /// Whether the words are the name of a country, its adjective or a place: `Air China`.
    private func isPlace(_ words: Range<Int>, in passage: Passage) -> Bool {
        guard let first = words.first else { return false }
        return [knowledge.countries, knowledge.demonyms].contains {
            $0.longestMatch(in: passage.tokens, at: first)?.length == words.count
        } || knowledge.isPlace(passage.text(of: words))
    }

    /// What a name that ends in a listed head of several words names, the longest head first: `School District`;
    /// `orWhole` tells whether the head may be all of it.
    private func listedKind(of segment: Range<Int>, orWhole: Bool, in passage: Passage) -> Party.Kind? {
        for length in [3, 2] where segment.count > length || orWhole && segment.count == length {
            let words = passage.text(of: segment.upperBound - length..<segment.upperBound)
            if let kind = knowledge.bodyKind(ofHead: words) { return kind }
        }
        return nil
    }

    /// What a name headed by the last words of a segment names.
    private func headKind(of segment: Range<Int>, in passage: Passage) -> Party.Kind? {
        if let kind = listedKind(of: segment, orWhole: false, in: passage) { return kind }
        // "Port of Bergen Authority": the authority is the body, the port what it is for.
        let words = passage.tokens[segment].map(\.lower)
        guard let of = words.lastIndex(of: "of"), words.count - of > 2, words[of + 1] != "the", let last = words.last
        else { return nil }
        return knowledge.bodyKind(ofHead: last).flatMap { $0 == .place ? nil : $0 }
    }

    /// Organisations that the model sees inside a run whose own head says nothing.
    private func organisationEntities(inside run: Range<Int>, in passage: Passage) -> [Mention] {
        passage.doc.entities.compactMap { entity in
            guard entity.tokens.overlaps(run), !passage.isTitleCase,
                ["ORG", "FAC"].contains(entity.label) || isCalledBody(entity.tokens, in: passage)
            else { return nil }
            var range = entity.tokens.clamped(to: run)
            while let last = range.last, ["'s", "\u{2019}s"].contains(passage.tokens[last].text) {
                range = range.lowerBound..<last
            }
            while let last = range.last, ["DT", "IN", "CC"].contains(passage.tokens[last].tag),
                !passage.tokens[last].isCapitalised
            {
                range = range.lowerBound..<last
            }
            while let first = range.first,
                !passage.tokens[first].text.unicodeScalars.contains(where: \.properties.isUppercase)
            {
                range = first + 1..<range.upperBound
            }
            guard !range.isEmpty, !isInMarks(range, in: passage) else { return nil }
            let name = passage.text(of: range)
            // A common word with a capital letter is no name: "Marketing, Sales and Events".
            if range.count == 1, name != name.uppercased(),
                ["NN", "NNS", "JJ", "RB", "UH"].contains(passage.tokens[range.lowerBound].tag)
            {
                return nil
            }
            guard name.unicodeScalars.count > 1,
                !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }),
                !knowledge.lists.notOrganisations.contains(name.lowercased()),
                !knowledge.lists.notNames.contains(name.lowercased()),
                !knowledge.lists.pairPlaces.contains(name.lowercased()),
                // "Foreign Affairs and Trade" is what a ministry is for.
                !passage.tokens[range].allSatisfy({
                    knowledge.lists.portfolioWords.contains($0.lower)
                        || knowledge.lists.portfolioLinks.contains($0.lower)
                }),
                knowledge.countries[name] == nil, knowledge.demonyms[name] == nil,
                // "Ministers of Foreign Affairs" are people.
                range.count == 1 || !knowledge.isPluralTitle(passage.tokens[range.lowerBound]),
                !knowledge.areHolders(range, in: passage),
                knowledge.titles[name] == nil, knowledge.titles[passage.tokens[range.upperBound - 1].lower] == nil,
                // "Lyon Mayor Claire Fontanel": what stands before an office of a city is the city.
                knowledge.places(name).isEmpty
                    || knowledge.titles.longestMatch(in: passage.tokens, at: range.upperBound) == nil,
                // "British Columbia" is no company.
                range.count == 1 || !knowledge.isProvince(name), !beginsCountry(range, in: passage)
            else { return nil }
            return Mention(
                passage: passage.index, tokens: range, nameTokens: range, name: name,
                kind: .party(entity.label == "FAC" ? .place : .organisation), place: nil)
        }
    }

    /// Whether the words are a part of the name of a country or of its adjective: "Sierra" of "Sierra Leone".
    private func beginsCountry(_ words: Range<Int>, in passage: Passage) -> Bool {
        [knowledge.countries, knowledge.demonyms].contains {
            ($0.longestMatch(in: passage.tokens, at: words.lowerBound)?.length ?? 0) > words.count
        }
    }

    /// Whether the noun before a name says that it is a body: "the company Kozjak Cranes".
    func isCalledBody(_ name: Range<Int>, in passage: Passage) -> Bool {
        guard name.lowerBound > 0 else { return false }
        let before = passage.tokens[name.lowerBound - 1]
        let head = passage.tokens[passage.head(of: name)]
        // The parser may give a verb two subjects: the noun and the name.
        let isOfName = name.contains(before.head) || before.head == head.head && before.dep == head.dep
        return before.tag == "NN" && isOfName && knowledge.bodyKind(ofHead: before.lower) == .organisation
    }

    /// Whether quotation marks set off just these words: what they name is a work, not who made it.
    private func isInMarks(_ range: Range<Int>, in passage: Passage) -> Bool {
        range.lowerBound > 0 && passage.isOpeningMark(range.lowerBound - 1)
            && passage.tokens[range.lowerBound - 1].text != "(" && range.upperBound < passage.tokens.count
            && ["\"", "\u{201D}", "\u{2019}", "''", "\u{00BB}"].contains(passage.tokens[range.upperBound].text)
    }
}
