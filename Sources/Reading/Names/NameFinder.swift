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
        let known = KnownNameScanner(mentions: found)
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
            for end in (mention.nameTokens.lowerBound + 1..<mention.nameTokens.upperBound + 1).reversed() {
                let tokens = mention.nameTokens.lowerBound..<end
                let words = NameFolding.words(of: passage.text(of: tokens))
                guard named.contains(where: { $0.count > 1 ? NameFolding.isSamePerson($0, words) : $0 == words })
                else { continue }
                if end == mention.nameTokens.upperBound { return mention }
                return passage.isTitleCase ? mention.cut(to: tokens, in: passage) : mention
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

    /// The mentions of `passage` in text order.
    private func mentions(in passage: Passage) -> [Mention] {
        let dateline = Dateline(passage, knowledge)
        let opening = dateline.map { $0.place.lowerBound..<($0.agency ?? $0.place).upperBound }
        let persons = persons(in: passage).filter { !(opening?.overlaps($0.nameTokens) ?? false) }
        var covered = TokenSet(of: passage)
        for person in persons { covered.formUnion(person.nameTokens) }
        var taken = covered
        for office in persons.flatMap(\.offices) { taken.formUnion(office.tokens) }
        var things = organisationsAndTitles(in: passage, taken: taken)
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

    // MARK: Persons

    private func persons(in passage: Passage) -> [Mention] {
        let scanner = TitledNameScanner(passage: passage, knowledge: knowledge)
        var found: [Mention] = []
        var position = 0
        while position < passage.tokens.count {
            if let mention = scanner.mention(at: position) {
                found.append(mention)
                position = mention.nameTokens.upperBound
            } else {
                position += 1
            }
        }
        for entity in passage.doc.entities where entity.label == "PERSON" {
            guard let name = personalName(entity.tokens, in: passage),
                !found.contains(where: { $0.nameTokens.overlaps(name) || $0.tokens.overlaps(name) })
            else { continue }
            found.append(
                Mention(
                    passage: passage.index, tokens: name, nameTokens: name, name: passage.text(of: name),
                    kind: .party(.person), place: nil))
        }
        let others = hyphenatedNames(in: passage) + AppositiveNames(scanner: scanner).names()
        for name in others where !found.contains(where: { $0.tokens.overlaps(name) }) {
            found.append(
                Mention(
                    passage: passage.index, tokens: name, nameTokens: name, name: passage.text(of: name),
                    kind: .party(.person), place: nil))
        }
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        found = SharedTitles(passage: passage, knowledge: knowledge).shared(among: found)
        for index in found.indices {
            if let apposition = scanner.offices(behind: found[index].tokens.upperBound) {
                found[index].offices += apposition.offices
            }
        }
        return found
    }

    /// Korean names that the model takes for something else: a family name, then "Se-rim" with a small letter behind the
    /// hyphen.
    private func hyphenatedNames(in passage: Passage) -> [Range<Int>] {
        let tokens = passage.tokens
        return tokens.indices.dropLast(3).filter { start in
            guard tokens[start + 2].text == "-" else { return false }
            let (family, first, hyphen, second) = (
                tokens[start], tokens[start + 1], tokens[start + 2], tokens[start + 3]
            )
            return family.isCapitalised && family.hasTrailingSpace && !["DT", "IN", "CC"].contains(family.tag)
                && knowledge.isEasternFamilyName(family.text) && family.entityLabel.isEmpty
                && first.isCapitalised && first.tag.hasPrefix("NNP") && !first.hasTrailingSpace
                && !hyphen.hasTrailingSpace
                && second.text.unicodeScalars.allSatisfy(\.properties.isLowercase) && second.text.count > 1
        }.map { $0..<$0 + 4 }
    }

    /// The part of a person entity that is a name, if it can be one.
    private func personalName(_ tokens: Range<Int>, in passage: Passage) -> Range<Int>? {
        var range = tokens
        // "Hernán Paucar Vega": a part that the model leaves out still belongs to the name.
        while range.lowerBound > 0, isLeadingPart(range.lowerBound - 1, of: range, in: passage) {
            range = range.lowerBound - 1..<range.upperBound
        }
        while let last = range.last,
            ["'s", "\u{2019}s", "\u{2019}", "'"].contains(passage.tokens[last].text)
                || passage.tokens[last].isPunctuation
        {
            range = range.lowerBound..<last
        }
        while let first = range.first,
            !passage.tokens[first].isCapitalised || knowledge.isPluralTitle(passage.tokens[first])
        {
            range = first + 1..<range.upperBound
        }
        // "Kim Ji-won": the model stops at the hyphen now and then.
        if range.upperBound + 1 < passage.tokens.count, passage.tokens[range.upperBound].text == "-",
            let last = range.last, !passage.tokens[last].hasTrailingSpace,
            !passage.tokens[range.upperBound].hasTrailingSpace,
            passage.tokens[range.upperBound + 1].text.unicodeScalars.allSatisfy(\.properties.isLowercase)
        {
            range = range.lowerBound..<range.upperBound + 2
        }
        guard !range.isEmpty, range.count <= 6, !isPlaceInside(range, passage) else { return nil }
        let words = passage.tokens[range]
        // One word alone is taken for a person only where the text treats it as a proper noun.
        if range.count == 1, words.contains(where: { $0.tag != "NNP" }) { return nil }
        // A word in capitals alone is an acronym.
        if range.count == 1, name(of: words.first).count > 1, name(of: words.first).allSatisfy(\.properties.isUppercase)
        {
            return nil
        }
        guard
            words.allSatisfy({ word in
                word.text.unicodeScalars.contains(where: \.properties.isAlphabetic)
                    || ["-", ".", ","].contains(word.text)
            })
        else { return nil }
        let name = passage.text(of: range)
        if words.contains(where: {
            knowledge.bodyKind(ofHead: $0.lower) != nil || knowledge.lists.titledThings.contains($0.lower)
        }) {
            return nil
        }
        if words.contains(where: { knowledge.lists.placeSuffixes[$0.lower] != nil })
            || knowledge.lists.notNames.contains(name.lowercased())
        {
            return nil
        }
        if knowledge.countries[name] != nil || knowledge.demonyms[name] != nil { return nil }
        // "Hải Phòng Mayor Nguyễn Văn Đức": what stands before an office of a city is the city.
        if knowledge.titles.longestMatch(in: passage.tokens, at: range.upperBound) != nil,
            !knowledge.places(name).isEmpty
        {
            return nil
        }
        if range.count == 1, let place = knowledge.places(name).first, place.kind != .place { return nil }
        if isCalledBody(range, in: passage) { return nil }
        // "Gdynia and Hoi An": beside a place, the name of a place is one.
        if range.count > 1, passage.isBesidePlace(range), knowledge.isPlace(name) { return nil }
        if passage.isTitleCase, range.count == 1 { return nil }
        return range
    }

    /// Whether the words are a larger place's name, or one with other words that are no name around it.
    private func isPlaceInside(_ range: Range<Int>, _ passage: Passage) -> Bool {
        guard range.count > 1 else { return false }
        for start in range {
            for end in start + 2..<max(start + 3, range.upperBound + 1) where end <= range.upperBound {
                guard knowledge.isNoPerson(passage.text(of: start..<end)) else { continue }
                let rest = Array(range.lowerBound..<start) + Array(end..<range.upperBound)
                if rest.isEmpty || passage.isTitleCase
                    || rest.contains(where: { passage.tokens[$0].tag != "NNP" || $0 == 0 })
                {
                    return true
                }
            }
        }
        return false
    }

    private func name(of token: Token?) -> String.UnicodeScalarView { (token?.text ?? "").unicodeScalars }

    /// Whether the token before a name is a further part of it.
    private func isLeadingPart(_ token: Int, of range: Range<Int>, in passage: Passage) -> Bool {
        let word = passage.tokens[token]
        // "Do Quang Huy": a family name may look like a verb.
        if range.count > 1, word.isCapitalised, word.hasTrailingSpace, !passage.isTitleCase,
            word.tag.hasPrefix("VB"), knowledge.isEasternFamilyName(word.text)
        {
            return true
        }
        return word.tag == "NNP" && word.dep == "compound" && range.contains(word.head) && word.hasTrailingSpace
            && !["GPE", "NORP", "PERSON"].contains(word.entityLabel)
            && word.text.unicodeScalars.dropFirst().contains(where: \.properties.isLowercase)
            && knowledge.titles.longestMatch(in: passage.tokens, at: token) == nil
            && knowledge.bodyKind(ofHead: word.lower) == nil && knowledge.places(word.text).isEmpty
            && knowledge.demonyms.longestMatch(in: passage.tokens, at: token) == nil
            && !knowledge.lists.notNames.contains(word.lower) && !knowledge.lists.portfolioWords.contains(word.lower)
            && knowledge.honorific(in: passage.tokens, at: token) == nil
    }

    // MARK: Organisations and named things

    private func organisationsAndTitles(in passage: Passage, taken: TokenSet) -> [Mention] {
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
        let segmentEnd = tokens[run].firstIndex { ["of", "for", "on", "in"].contains($0.lower) } ?? run.upperBound
        let segment = run.lowerBound..<max(segmentEnd, run.lowerBound + 1)
        let kind: Mention.Kind
        if let last = tokens[segment].last, knowledge.lists.titledThings.contains(last.lower) {
            kind = .title
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
        } else {
            return nil
        }
        let name = passage.text(of: run)
        // "Rhode Island": what its last word says to be a place may be a known one.
        let place = kind == .party(.place) ? knowledge.places(name).first { !$0.isAlternate } : nil
        return Mention(
            passage: passage.index, tokens: run, nameTokens: run, name: name, kind: kind, place: place)
    }

    /// What a name headed by the last words of a segment names, the longest head first: `School District`.
    private func headKind(of segment: Range<Int>, in passage: Passage) -> Party.Kind? {
        for length in [3, 2] where segment.count > length {
            let words = passage.text(of: segment.upperBound - length..<segment.upperBound)
            if let kind = knowledge.bodyKind(ofHead: words) { return kind }
        }
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
            guard name.unicodeScalars.count > 1, !knowledge.lists.notOrganisations.contains(name.lowercased()),
                !knowledge.lists.notNames.contains(name.lowercased()),
                !knowledge.lists.portfolioWords.contains(name.lowercased()),
                knowledge.countries[name] == nil, knowledge.demonyms[name] == nil,
                knowledge.titles[name] == nil, knowledge.titles[passage.tokens[range.upperBound - 1].lower] == nil,
                // "Lyon Mayor Claire Fontanel": what stands before an office of a city is the city.
                knowledge.places(name).isEmpty
                    || knowledge.titles.longestMatch(in: passage.tokens, at: range.upperBound) == nil,
                // "British Columbia" is no company.
                range.count == 1 || !knowledge.isProvince(name)
            else { return nil }
            return Mention(
                passage: passage.index, tokens: range, nameTokens: range, name: name,
                kind: .party(entity.label == "FAC" ? .place : .organisation), place: nil)
        }
    }

    /// Whether the noun before a name says that it is a body: "the company Kozjak Cranes".
    private func isCalledBody(_ name: Range<Int>, in passage: Passage) -> Bool {
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
