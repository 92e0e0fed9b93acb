// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension NameFinder {
    /// The persons of a passage, with the offices beside their names, in text order.
    func persons(in passage: Passage) -> [Mention] {
        let scanner = TitledNameScanner(passage: passage, knowledge: knowledge)
        var found: [Mention] = []
        var position = 0
        while position < passage.tokens.count {
            if let mention = scanner.mention(at: position) {
                found.append(mention.reaching(scanner.endOfHonours(behind: mention.nameTokens.upperBound)))
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
                    passage: passage.index, tokens: name.lowerBound..<scanner.endOfHonours(behind: name.upperBound),
                    nameTokens: name, name: passage.text(of: name), kind: .party(.person), place: nil))
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
            if let apposition = scanner.offices(behind: found[index].tokens.upperBound),
                !isNextHolder(of: apposition.offices, index + 1 < found.count ? found[index + 1] : nil, in: passage)
            {
                found[index].offices += apposition.offices
            }
        }
        return found
    }

    /// Whether the offices stand right before the name of the next person, whose they are: "Mayor Ann Berg, Chair of the
    /// Board Carl Lund".
    private func isNextHolder(of offices: [OfficeMention], _ next: Mention?, in passage: Passage) -> Bool {
        guard let next, next.nameTokens.lowerBound > 0, passage.tokens[next.nameTokens.lowerBound - 1].text != ","
        else { return false }
        return offices.contains { $0.tokens.overlaps(next.tokens) }
    }

    private func opensSentence(_ token: Int, in passage: Passage) -> Bool {
        passage.doc.sentences[passage.sentence[token]].lowerBound == token
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
        // "Welcoming Berg, the mayor said"
        if range.count > 1, opensSentence(range.lowerBound, in: passage),
            knowledge.lists.openingParticiples.contains(passage.tokens[range.lowerBound].lower)
        {
            range = range.lowerBound + 1..<range.upperBound
        }
        // "Anna Berg High Commissioner of Fiji": the model takes the office for a part of the name.
        if range.count > 2, range.upperBound < passage.tokens.count,
            passage.words.owning.contains(passage.tokens[range.upperBound].lower),
            let title = range.dropFirst(2).first(where: { start in
                knowledge.titles.longestMatch(in: passage.tokens, at: start).map { start + $0.length }
                    == range.upperBound
            })
        {
            range = range.lowerBound..<title
        }
        // "Kim Ji-won": the model stops at the hyphen now and then.
        if range.upperBound + 1 < passage.tokens.count, passage.tokens[range.upperBound].text == "-",
            let last = range.last, !passage.tokens[last].hasTrailingSpace,
            !passage.tokens[range.upperBound].hasTrailingSpace,
            passage.tokens[range.upperBound + 1].text.unicodeScalars.allSatisfy(\.properties.isLowercase)
        {
            range = range.lowerBound..<range.upperBound + 2
        }
        guard !range.isEmpty, range.count <= 6, !isPlaceInside(range, passage), !isPartOfBody(range, passage) else {
            return nil
        }
        let words = passage.tokens[range]
        // "Kunene and Omaheke": two that are joined are no name of one.
        if words.contains(where: { !$0.isCapitalised && passage.words.joining.contains($0.lower) }) { return nil }
        // "Kazakh PM": letters behind the adjective of a country are an office.
        if range.count > 1, let last = words.last, last.text.count < 5,
            last.text.unicodeScalars.allSatisfy(\.properties.isUppercase),
            knowledge.demonyms.longestMatch(in: passage.tokens, at: range.lowerBound)?.length == range.count - 1
        {
            return nil
        }
        // One word alone is taken for a person only where the text treats it as a proper noun.
        if range.count == 1, words.contains(where: { $0.tag != "NNP" }) { return nil }
        if range.count == 1, knowledge.isGeneration(passage.tokens[range.lowerBound].lower) {
            return nil
        }
        // A word in capitals alone is an acronym.
        if range.count == 1, name(of: words.first).count > 1, name(of: words.first).allSatisfy(\.properties.isUppercase)
        {
            return nil
        }
        guard
            words.allSatisfy({ word in
                word.text.unicodeScalars.contains(where: \.properties.isAlphabetic)
                    && !word.text.utf8.contains { (48...57).contains($0) } || ["-", ".", ","].contains(word.text)
            })
        else { return nil }
        // "the talks (Dialogue)": one word alone in brackets says something else once more.
        if range.count == 1, range.lowerBound > 0, passage.isOpeningMark(range.lowerBound - 1),
            range.upperBound < passage.tokens.count, passage.tokens[range.upperBound].text == ")"
        {
            return nil
        }
        // "Bai Dinh pagoda"
        let next = range.upperBound
        if next < passage.tokens.count, passage.tokens[next].tag == "NN",
            passage.tokens[range.upperBound - 1].dep == "compound",
            passage.tokens[range.upperBound - 1].head == next,
            knowledge.bodyKind(ofHead: passage.tokens[next].lower) == .place
        {
            return nil
        }
        // "Talai clans"
        if range.count > 1, let last = words.last, last.tag == "NNS", !last.isCapitalised { return nil }
        let name = passage.text(of: range)
        // "Turku Mayor", in a headline that names nobody
        if range.count > 1, let last = range.last, knowledge.titles[passage.tokens[last].lower] != nil,
            knowledge.isPlace(passage.text(of: range.lowerBound..<last))
        {
            return nil
        }
        if words.contains(where: {
            knowledge.bodyKind(ofHead: $0.lower) != nil || knowledge.lists.titledThings.contains($0.lower)
        }) || words.last.map({ knowledge.lists.companyWords.contains($0.lower) }) == true {
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
        if isCalledBody(range, in: passage) || isTitleAlone(range, passage) || isNameOfPlace(range, passage) {
            return nil
        }
        if passage.isAbbreviated(range) || isThing(range, passage) || isOwner(range, passage) { return nil }
        // "Gdynia and Hoi An": beside a place, the name of a place is one.
        if range.count > 1, passage.isBesidePlace(range), knowledge.isPlace(name) { return nil }
        if passage.isTitleCase, range.count == 1 { return nil }
        return range
    }

    /// Whether the words are a title, a form of address or a letter with no name behind it: "Prof.", "Head".
    private func isTitleAlone(_ range: Range<Int>, _ passage: Passage) -> Bool {
        if range.count == 1, name(of: passage.tokens[range.lowerBound]).count(where: \.properties.isAlphabetic) == 1 {
            return true
        }
        let title = knowledge.titles.longestMatch(in: passage.tokens, at: range.lowerBound)?.length
        return title == range.count
            || knowledge.honorific(in: passage.tokens, at: range.lowerBound)?.length == range.count
    }

    /// Whether one word alone has an article: "alongside the CofC".
    private func isThing(_ range: Range<Int>, _ passage: Passage) -> Bool {
        let name = range.lowerBound
        guard range.count == 1, name > 0, passage.words.definite.contains(passage.tokens[name - 1].lower) else {
            return false
        }
        return passage.tokens[name].dep != "compound" && passage.tokens[name - 1].head == name
    }

    /// Whether the words stand right before an office, whose body they are then: "CofC President Ana Ruiz", "Fine Gael
    /// Councillor Ana Ruiz".
    private func isOwner(_ range: Range<Int>, _ passage: Passage) -> Bool {
        let title = range.upperBound
        guard title < passage.tokens.count, passage.tokens[title].isCapitalised, !passage.isTitleCase,
            let match = knowledge.titles.longestMatch(in: passage.tokens, at: title)
        else { return false }
        let name = title + match.length
        return range.count == 1 || name < passage.tokens.count && passage.tokens[name].entityLabel == "PERSON"
    }

    /// Whether the words stand or end as only names of places do: "at Raj Bhavan", "Yeongdong-gun".
    private func isNameOfPlace(_ range: Range<Int>, _ passage: Passage) -> Bool {
        let tokens = passage.tokens
        let isPossessive = range.upperBound < tokens.count && tokens[range.upperBound].tag == "POS"
        if range.lowerBound > 0, !isPossessive,
            passage.words.housing.contains(tokens[range.lowerBound - 1].lower)
        {
            return true
        }
        return range.count == 3 && tokens[range.lowerBound + 1].text == "-"
            && knowledge.lists.districtEndings.contains(tokens[range.lowerBound + 2].text)
    }

    /// Whether a dash joins the words to a name that says what it is: "the Bach Loi–Van Ho Water Plant".
    private func isPartOfBody(_ range: Range<Int>, _ passage: Passage) -> Bool {
        let tokens = passage.tokens
        let dash = range.upperBound
        guard dash + 1 < tokens.count, tokens[dash].isPunctuation, !tokens[dash - 1].hasTrailingSpace,
            !tokens[dash].hasTrailingSpace
        else { return false }
        let rest = tokens[(dash + 1)...].prefix { $0.isCapitalised && !$0.isPunctuation }
        return rest.last.map { knowledge.bodyKind(ofHead: $0.lower) != nil } ?? false
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
        // "Head of Education Unit Anna Berg"
        if token > 0, knowledge.lists.portfolioWords.contains(passage.tokens[token - 1].lower) { return false }
        return word.tag == "NNP" && word.dep == "compound" && range.contains(word.head) && word.hasTrailingSpace
            && !["GPE", "NORP", "PERSON"].contains(word.entityLabel)
            && word.text.unicodeScalars.dropFirst().contains(where: \.properties.isLowercase)
            && knowledge.titles.longestMatch(in: passage.tokens, at: token) == nil
            && knowledge.bodyKind(ofHead: word.lower) == nil && knowledge.places(word.text).isEmpty
            && knowledge.demonyms.longestMatch(in: passage.tokens, at: token) == nil
            && !knowledge.lists.notNames.contains(word.lower) && !knowledge.lists.portfolioWords.contains(word.lower)
            && knowledge.honorific(in: passage.tokens, at: token) == nil
    }
}
