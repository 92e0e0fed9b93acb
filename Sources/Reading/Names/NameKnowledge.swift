// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Language

/// What the reader knows about names before it reads: the gazetteer's lists in the form that tokens are matched with,
/// and the reader's own word lists.
package final class NameKnowledge: Sendable {
    /// A title of office.
    struct Title: Sendable {
        /// Whether one body has one holder at a time.
        let isUnique: Bool
        /// Whether a field of work can stand before it, as in `Trade Minister`.
        let takesPortfolio: Bool
        /// Whether cities have it and countries do not: a mayor.
        let isOfCity: Bool
    }

    /// Word lists of the reader, see `Resources/names.json`.
    struct Lists: Sendable, Decodable {
        /// Nouns that head the names of events, agreements, programmes and documents.
        let titledThings: Set<String>
        /// Capitalised words that are no part of a personal name, such as the names of months.
        let notNames: Set<String>
        /// Verbs that open a sentence right before a name and are no part of it: "Welcoming Governor Berg".
        let openingParticiples: Set<String>
        /// Capitalised words that are no organisation, such as `MOU`.
        let notOrganisations: Set<String>
        /// Words such as `former` before a title.
        let pastMarkers: Set<String>
        /// Words between a name and the office that its bearer takes: "took office as".
        let takingOffice: [[String]]
        /// Words that the names of storms, operations and the like begin with.
        let leadingThings: Set<String>
        /// Words that lead to a place and begin no name, such as `near`.
        let locatingWords: Set<String>
        /// Arabic articles that a hyphen joins to a name.
        let joinedArticles: Set<String>
        /// Forms of companies and clubs behind their names, without full stops: `inc`.
        let legalForms: Set<String>
        /// Words before the name of a country or city that make it a body's: `Air`.
        let leadingBodies: Set<String>
        /// Words that end the names of companies, such as `Motors`.
        let companyWords: Set<String>
        /// Small letters before a capital one that mark names of products.
        let productPrefixes: Set<String>
        /// Verbs for what makers do with a new product.
        let productVerbs: Set<String>
        /// Nouns for products, and for what products come in, such as `version`.
        let productNouns: Set<String>
        /// Names of the indices of markets.
        let marketIndices: Set<String>
        /// Nouns for players and followers of a team, which stand behind its name.
        let teamNouns: Set<String>
        /// Verbs that lead to a team, with the prepositions between.
        let teamVerbs: Set<String>
        let teamPrepositions: Set<String>
        /// Lower-case words inside personal names, such as `van`.
        let nameParticles: Set<String>
        /// Lower-case words inside names of places, such as `au`.
        let placeParticles: Set<String>
        /// Capitalised words that are no place alone, though some village has the name, such as `Republic`.
        let notPlaces: Set<String>
        /// Nouns for people whose possessive stands inside names, as in `People's Committee`.
        let possessors: Set<String>
        /// Words that stand before a title and make it a lower or passing one: `deputy`.
        let titleRanks: Set<String>
        /// Titles of rulers that are first names as well: `sultan`.
        let rulerNames: Set<String>
        /// Nouns for those who work for whoever holds an office: `adviser`.
        let assistants: Set<String>
        /// Words that make an office that of the body named before: "its chairwoman".
        let bodyPossessives: Set<String>
        /// Prepositions between an office, or a body, and what it is of.
        let ownerPrepositions: WordList
        /// Titles and forms of address cut short, whose full stop ends no sentence.
        let abbreviatedTitles: [String]
        /// What a body may foster "with" others: "Friendship with Foreign Countries".
        let relatingFields: WordList
        /// Prepositions between a body and its field: "Committee on Trade".
        let bodyFieldPrepositions: Set<String>
        /// Prepositions between an office and the place where it is held.
        let postingPrepositions: Set<String>
        /// Endings behind a hyphen that Korean districts have when written in Latin letters: "Yeongdong-gun".
        let districtEndings: Set<String>
        /// Words in small letters before or inside the name of a body that tell its level: `municipal`.
        let bodyModifiers: Set<String>
        /// Words that follow the name of a province, city or district, with what they make of the place.
        let placeSuffixes: [String: String]
        /// Heads of the names of venues that bodies have for a name as well, such as `centre`.
        let venuesOrBodies: Set<String>
        /// Nouns for people, whose plural can take part in an event.
        let peopleNouns: WordList
        /// Words in small letters inside names of bodies and things: `of`.
        let nameConnectors: WordList
        /// Those of them that may as well stand between two names.
        let nameJoints: WordList
        /// Prepositions behind the head of a name.
        let fieldPrepositions: WordList
        /// Words before a saint's name.
        let saints: WordList
        /// Words inside of a field of work.
        let portfolioLinks: WordList
        /// Those of them that may follow another one.
        let portfolioJoints: WordList
        /// Words right before names that may be places.
        let placeLeads: WordList
        /// Those of them that only places follow.
        let placePrepositions: WordList
        /// Words before a name that is one of many: `a`, `new`.
        let productDeterminers: WordList
        /// Words before some members of a group.
        let including: WordList
        /// Those of the words inside names that join no capitalised word alone.
        let looseConnectors: WordList
        /// Prepositions before what a committee or treaty is about.
        let topicPrepositions: WordList
        /// Prepositions before what a body is for, and before what is no part of a name.
        let purposePrepositions: WordList
        /// Marks of whose something is.
        let possessiveMarks: WordList
        /// Words between a minister and what they are in charge of.
        let inCharge: [String]
        /// Words that make a plural stand for the two that an article is about: `both`.
        let pairMarks: Set<String>
        /// Plurals for two people, and those of them that go with any office.
        let pairPeople: Set<String>
        let pairOfAnyOffice: Set<String>
        /// Plurals for two countries or cities.
        let pairPlaces: Set<String>
        /// Nouns that stand for the country or city before them: "the Honduran side".
        let sideNouns: Set<String>
        /// Words that fields of work in government are named with.
        let portfolioWords: WordList
        /// Forms of address for women.
        let femaleHonorifics: Set<String>
        /// Forms of address for men.
        let maleHonorifics: Set<String>
    }

    /// Titles of office.
    let titles: TokenPhraseTable<Title>
    /// Countries by their adjectives.
    let demonyms: TokenPhraseTable<KnownPlace>
    /// Countries by their names.
    let countries: TokenPhraseTable<KnownPlace>
    /// Short forms of countries that are words as well when written small: `Us`.
    private let shortForms: Set<String>
    /// Those of them that are not all in capitals: "RoK".
    private let mixedForms: Set<String>
    let lists: Lists
    private let gazetteer: Gazetteer
    private let knownNames = KnownNames()

    init(gazetteer: Gazetteer, lists: Lists) {
        self.gazetteer = gazetteer
        self.lists = lists
        titles = TokenPhraseTable(
            gazetteer.offices.all.flatMap { office in
                ([office.title] + office.aliases + office.narrower).map {
                    (
                        $0,
                        Title(
                            isUnique: office.unique, takesPortfolio: office.portfolio ?? false,
                            isOfCity: office.of.first == .city)
                    )
                }
            })
        let known = gazetteer.countries.map { (country: $0, place: KnownPlace(gazetteer.place(of: $0))) }
        // Where two countries share a name, as with "Korea", the likelier one comes first.
        let adjectives = known.flatMap { item in item.country.demonyms.map { ($0, item.place) } }
        demonyms = TokenPhraseTable(
            adjectives.filter { gazetteer.country(demonym: $0.0)?.code == $0.1.country } + adjectives)
        let abbreviations = known.flatMap(\.country.abbreviations)
        shortForms = Set(abbreviations.map { $0.lowercased() })
        mixedForms = Set(abbreviations.filter { $0 != $0.uppercased() })
        let names = known.flatMap { item in
            (item.country.names + item.country.abbreviations).map { ($0, item.place) }
        }
        countries = TokenPhraseTable(
            names.filter { gazetteer.country(named: $0.0)?.code == $0.1.country } + names)
    }

    /// The country whose name begins at `start`, with the number of tokens it takes; short forms count as they are written only.
    func country(in tokens: [Token], at start: Int) -> (length: Int, value: KnownPlace)? {
        guard let match = countries.longestMatch(in: tokens, at: start) else { return nil }
        let isWord = match.length == 1 && shortForms.contains(tokens[start].lower.filter { $0 != "." })
        let isSmall = tokens[start].text.unicodeScalars.contains(where: \.properties.isLowercase)
        return isWord && isSmall && !mixedForms.contains(tokens[start].text) ? nil : match
    }

    /// The title of office that begins at `start`, with words of rank before it: `Standing Deputy Secretary`.
    func title(in tokens: [Token], at start: Int) -> (length: Int, value: Title)? {
        // "Vice-Chancellor" is a Vice Chancellor.
        if start + 1 < tokens.count, tokens[start + 1].text == "-", tokens[start].isCapitalised {
            let words = tokens[start..<min(start + 8, tokens.count)]
            let plain = words.filter { $0.text != "-" }
            if let match = titles.longestMatch(in: plain, at: 0), match.length > 1 {
                let last = words.indices.filter { words[$0].text != "-" }[match.length - 1]
                return (last - start + 1, match.value)
            }
        }
        if let match = titles.longestMatch(in: tokens, at: start) { return match }
        guard start + 1 < tokens.count, tokens[start].isCapitalised, lists.titleRanks.contains(tokens[start].lower),
            let ranked = title(in: tokens, at: start + 1)
        else { return nil }
        let title = Title(
            isUnique: false, takesPortfolio: ranked.value.takesPortfolio, isOfCity: ranked.value.isOfCity)
        return (ranked.length + 1, title)
    }

    /// Whether a word in small letters is the form of a company, with points or without: `inc`, `a.f.c.`.
    func isLegalForm(_ word: String) -> Bool { lists.legalForms.contains(word.filter { $0 != "." }) }

    /// What a name headed by `noun` names, for nouns that head names of organisations and venues.
    func bodyKind(ofHead noun: String) -> Party.Kind? {
        switch gazetteer.organisationHeads.kind(ofHead: noun) {
        case .government: .government
        case .organisation: .organisation
        case .place: .place
        case nil: nil
        }
    }

    /// The known places of a name, most likely first.
    ///
    /// Of a city and a province or district of the same name and country, the city comes first: press text adds
    /// "Province" where it means the province.
    func places(_ name: String) -> [KnownPlace] { known(name).places }

    private func known(_ name: String) -> KnownName { knownNames.answer(for: name, find: find) }

    private func find(_ name: String) -> KnownName {
        if gazetteer.region(named: name) != nil { return KnownName(places: [], isRegion: true) }
        var found = gazetteer.places(named: name)
        if let first = found.first, first.kind == .province || first.kind == .district,
            let city = found.firstIndex(where: {
                $0.kind == .city && $0.country == first.country && $0.population > 50_000
            })
        {
            found.insert(found.remove(at: city), at: 0)
        }
        return KnownName(places: found.map(KnownPlace.init), isRegion: false)
    }

    /// The known places of a name as a text writes it, most likely first: `Hyogo Prefecture` is looked up without its
    /// kind where the gazetteer does not know it with it, and is a prefecture before it is a city.
    func places(written name: String) -> [KnownPlace] {
        let whole = places(name)
        guard whole.isEmpty, let space = name.lastIndex(of: " "),
            let suffix = lists.placeSuffixes[name[name.index(after: space)...].lowercased()],
            let kind = Party.Kind(rawValue: suffix)
        else { return whole }
        let found = places(String(name[..<space]))
        return found.filter { $0.kind == kind } + found.filter { $0.kind != kind }
    }

    /// Whether `name` is what a place is called first of all.
    func isPlace(_ name: String) -> Bool { places(name).first?.isAlternate == false }

    /// Whether `name` is what a province is called first of all.
    func isProvince(_ name: String) -> Bool {
        places(name).first.map { $0.kind == .place && !$0.isAlternate && $0.identifiers["iso3166"] != nil } ?? false
    }

    /// Whether a name of two words or more is that of a larger place, so that nobody is called so: `Hai Phong`.
    func isNoPerson(_ name: String) -> Bool {
        guard name.utf8.contains(UInt8(ascii: " ")), let place = places(name).first else { return false }
        return !place.isAlternate && (place.kind == .country || place.population >= Self.largerPlace)
    }

    /// From this many inhabitants on, a place is larger.
    private static let largerPlace = 20_000

    /// Whether `word` is a common family name of Korea, Vietnam or China.
    func isEasternFamilyName(_ word: String) -> Bool { !gazetteer.familyNames.origins(of: word).isEmpty }

    /// Whether a preposition in the name of a body says with whom it has dealings: "Association for Friendship with Foreign
    /// Countries".
    func relates(_ position: Int, in passage: Passage) -> Bool {
        let tokens = passage.tokens
        guard position > 0, position + 1 < tokens.count, passage.words.accompanying.contains(tokens[position].lower)
        else { return false }
        return tokens[position - 1].isCapitalised && tokens[position + 1].isCapitalised
            && lists.relatingFields.contains(tokens[position - 1].lower)
    }

    /// Whether `name` is a continent, part of the world or sea.
    func isRegion(_ name: String) -> Bool { known(name).isRegion }

    /// Whether `words` are the adjective of a part of the world: `North American`.
    func isAdjectiveOfRegion(_ words: String) -> Bool { gazetteer.region(demonym: words) != nil }

    /// How many tokens from `start` are words of courtesy or rank before a name, and what they tell of the person.
    func honorific(in tokens: [Token], at start: Int) -> (length: Int, gender: Gender?)? {
        guard start < tokens.count, tokens[start].isCapitalised,
            gazetteer.honorifics.canBegin(with: tokens[start].text)
        else { return nil }
        // "Dato' Seri Saifuddin": the mark belongs to the form of address.
        let places = tokens.indices[start..<min(start + 8, tokens.count)].filter {
            !Self.isApostrophe(tokens[$0]) || $0 == start || tokens[$0 - 1].hasTrailingSpace
        }
        let words = places.map { tokens[$0].text }
        let count = gazetteer.honorifics.countBefore(words)
        guard count > 0 else { return nil }
        let length = places[count] - start
        let spoken = words.prefix(count).map { $0.lowercased().filter { $0 != "." } }
        let gender: Gender? =
            spoken.contains(where: lists.femaleHonorifics.contains)
            ? .female
            : spoken.contains(where: lists.maleHonorifics.contains) ? .male : nil
        return (length, gender)
    }

    private static func isApostrophe(_ token: Token) -> Bool { ["'", "\u{2019}"].contains(token.text) }

    /// Whether a word behind a name tells father and son apart: `jr.`.
    func isGeneration(_ word: String) -> Bool { gazetteer.honorifics.isGeneration(word) }

    /// How many of the last words of a name are letters after it, such as `SC`.
    func postNominals(_ words: [String]) -> Int { gazetteer.honorifics.countAfter(words) }

    /// Whether a word is letters after a name: `P.C.`.
    func arePostNominals(_ word: String) -> Bool { gazetteer.honorifics.countAfter(["", word]) == 1 }
}

extension KnownPlace {
    /// The gazetteer's place in the words of the contract.
    init(_ place: Place) {
        var identifiers: [String: String] = [:]
        if let number = place.geonames { identifiers["geonames"] = String(number) }
        switch place.kind {
        case .country: identifiers["iso3166"] = place.country
        case .province, .city, .district: if let code = place.code { identifiers["iso3166"] = code }
        }
        let kind: Party.Kind =
            switch place.kind {
            case .country: .country
            case .city: .city
            case .province, .district: .place
            }
        self.init(
            name: place.name, identifiers: identifiers, country: place.country, kind: kind,
            provinceCode: place.provinceCode, population: place.population,
            isAlternate: place.standing == .alternate, isWord: place.standing == .word)
    }
}
