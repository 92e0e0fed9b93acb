// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Chooses among the places of one name by what else the article names; one name means one place in an article.
///
/// What speaks for a place, strongest first: a name beside it that contains it or lies in it ("Buffalo, New York"), its
/// province or country named elsewhere, other places of the article in it, and how many live there. Without a reason
/// the gazetteer's first choice stays.
struct PlaceChooser {
    let knowledge: NameKnowledge
    let passages: [Passage]

    private enum Worth {
        static let beside = 4.0
        static let country = 1.5
        static let province = 1.5
        static let content = 0.8
        static let alternate = -1.0
        /// A place so large is meant wherever the article happens.
        static let renowned = 1.5
        /// "The state of Washington", or a list of provinces: it is one.
        static let calledProvince = 4.0
        /// A country is meant before a province or town of its name.
        static let state = 2.5
    }

    /// A city of this size is known everywhere.
    private static let renownedPopulation = 500_000

    /// The mentions, those of known places with the place that the article means.
    func settled(_ mentions: [Mention]) -> [Mention] {
        var mentions = mentions
        let known = mentions.indices.filter { mentions[$0].place != nil && mentions[$0].kind != .demonym }
        var candidates: [String: [KnownPlace]] = [:]
        for index in known {
            let key = NameFolding.fold(mentions[index].name)
            if candidates[key] == nil {
                let places = knowledge.places(written: mentions[index].name)
                candidates[key] = places.isEmpty ? [mentions[index].place].compactMap { $0 } : places
            }
        }
        let pairs = neighbours(of: known, in: mentions)
        let provinces = provinces(among: known, in: mentions, candidates)
        var chosen = candidates.compactMapValues(\.first)
        // What one name means helps with the next, so a second look is worth its while.
        for _ in 0..<2 {
            let context = Context(mentions: mentions, chosen: chosen)
            let names = candidates.keys.sorted()
            for name in names {
                guard let places = candidates[name], places.count > 1 else { continue }
                // "Santa Maria, Bulacan": behind a comma it is the province that is named.
                let isOuter = pairs.contains { $0.outer == name }
                let worth = places.map { place in
                    let population = isOuter ? place.population : self.population(of: place, among: places)
                    let called = place.kind == .place && provinces.contains(name) ? Worth.calledProvince : 0
                    return called
                        + self.worth(of: place, population: population, named: name, context, pairs, candidates)
                }
                let best = worth.max() ?? 0
                chosen[name] = worth.firstIndex(of: best).map { places[$0] }
            }
        }
        let elsewhere = placedElsewhere(pairs, candidates)
        for index in known {
            let name = NameFolding.fold(mentions[index].name)
            if elsewhere.contains(name) {
                mentions[index].place = nil
                mentions[index].kind = .party(.place)
            } else if let place = chosen[name], place.key != mentions[index].place?.key {
                mentions[index].place = place
                mentions[index].kind = .party(place.kind)
            }
        }
        return mentions
    }

    /// The names that the text puts into a province or country in which no place of that name is known: which place
    /// they mean is not known then.
    private func placedElsewhere(
        _ pairs: [Pair], _ candidates: [String: [KnownPlace]]
    ) -> Set<String> {
        Set(
            pairs.filter { pair in
                guard !pair.isInList, let inner = candidates[pair.inner], inner.first?.kind != .country,
                    let outer = candidates[pair.outer],
                    let first = outer.first, !first.isAlternate, first.kind == .country || first.isFirstLevel
                else { return false }
                return !inner.contains { place in
                    outer.contains { place.lies(in: $0) || place.country == $0.country && place.provinceCode == nil }
                }
            }.map(\.inner))
    }

    /// What the article names, apart from one name.
    private struct Context {
        private var countries: [String: Set<String>] = [:]
        private var provinces: [String: Set<String>] = [:]
        private let chosen: [String: KnownPlace]

        init(mentions: [Mention], chosen: [String: KnownPlace]) {
            self.chosen = chosen
            for mention in mentions where mention.kind == .demonym {
                if let place = mention.place { countries[place.country, default: []].insert("") }
            }
            for (name, place) in chosen {
                if place.kind == .country { countries[place.country, default: []].insert(name) }
                if let code = place.identifiers["iso3166"], place.kind == .place {
                    provinces[code, default: []].insert(name)
                }
            }
        }

        func names(country: String, besides name: String) -> Bool {
            countries[country]?.contains { $0 != name } ?? false
        }

        func names(province: String?, besides name: String) -> Bool {
            province.flatMap { provinces[$0] }?.contains { $0 != name } ?? false
        }

        func names(placeIn outer: KnownPlace, besides name: String) -> Bool {
            chosen.contains { $0.key != name && $0.value.lies(in: outer) }
        }
    }

    /// How many live there; a province around a city of its name is no better known than the city.
    private func population(of place: KnownPlace, among places: [KnownPlace]) -> Int {
        guard place.kind == .place else { return place.population }
        let city = places.first { $0.kind == .city || $0.key == place.key }
        guard let city, city.kind == .city, city.country == place.country, !city.isAlternate else {
            return place.population
        }
        return min(city.population, place.population)
    }

    private func worth(
        of place: KnownPlace, population: Int, named name: String, _ context: Context,
        _ pairs: [Pair], _ candidates: [String: [KnownPlace]]
    ) -> Double {
        var worth = standing(population)
        if place.kind == .country {
            worth += Worth.state
            if context.names(country: place.country, besides: name) { worth += Worth.country }
        } else {
            let isKnownEverywhere = place.kind == .city || place.identifiers["iso3166"] != nil
            if population >= Self.renownedPopulation, isKnownEverywhere, !place.isAlternate { worth += Worth.renowned }
            if context.names(country: place.country, besides: name) { worth += Worth.country }
        }
        if place.isAlternate { worth += Worth.alternate }
        if context.names(province: place.provinceCode, besides: name) { worth += Worth.province }
        if place.kind != .city, context.names(placeIn: place, besides: name) { worth += Worth.content }
        // "China, Japan" is a list: a town of a country's name goes with its province.
        let isCountryName = (candidates[name] ?? []).contains { $0.kind == .country && !$0.isAlternate }
        let fits = pairs.contains { pair in
            pair.inner == name
                && (candidates[pair.outer] ?? []).contains {
                    !$0.isAlternate && place.lies(in: $0) && !(isCountryName && $0.kind == .country)
                }
                || pair.outer == name && (candidates[pair.inner] ?? []).contains { $0.lies(in: place) }
        }
        return fits ? worth + Worth.beside : worth
    }

    /// From 0 for a village to 2 for a place of ten millions, by the power of ten.
    private func standing(_ population: Int) -> Double {
        var power = 0.0
        var rest = population
        while rest >= 10 {
            power += 1
            rest /= 10
        }
        return min(max(power - 3, 0), 4) / 2
    }

    /// The names that the text calls provinces: "the state of Washington", "Washington state", "Washington, Oregon and Idaho".
    private func provinces(
        among known: [Int], in mentions: [Mention], _ candidates: [String: [KnownPlace]]
    ) -> Set<String> {
        var found: Set<String> = []
        var provinceAt: Set<TokenPlace> = []
        for index in known {
            let mention = mentions[index]
            let tokens = passages[mention.passage].tokens
            let name = NameFolding.fold(mention.name)
            if candidates[name]?.first?.isFirstLevel == true {
                for token in mention.nameTokens { provinceAt.insert(.init(passage: mention.passage, token: token)) }
            }
            let start = mention.tokens.lowerBound
            if start > 1, passages[mention.passage].words.owning.contains(tokens[start - 1].lower),
                knowledge.lists.placeSuffixes[tokens[start - 2].lemma.asLowercase] == Party.Kind.place.rawValue
            {
                found.insert(name)
            }
            // "a Washington state farm"; "China state media" speaks of the country.
            let end = mention.tokens.upperBound
            if end < tokens.count, tokens[end].text == tokens[end].lower, candidates[name]?.first?.kind != .country,
                knowledge.lists.placeSuffixes[tokens[end].lower] == Party.Kind.place.rawValue
            {
                found.insert(name)
            }
        }
        for index in known {
            let mention = mentions[index]
            let passage = passages[mention.passage]
            let head = passage.head(of: mention.nameTokens)
            var others = Set(passage.conjuncts(of: head))
            for above in passage.ancestors(of: head).prefix(while: { passage.tokens[$0].isNoun }) {
                others.formUnion(passage.conjuncts(of: above))
            }
            others.subtract(mention.nameTokens)
            let isOneOfMany =
                others.count > 1
                && others.allSatisfy { provinceAt.contains(.init(passage: mention.passage, token: $0)) }
            if isOneOfMany { found.insert(NameFolding.fold(mention.name)) }
        }
        return found
    }

    /// Two names side by side, as those of a place and of what it lies in.
    private struct Pair {
        let inner: String
        let outer: String
        /// Whether more names are beside them, so that they may be parts of a list.
        let isInList: Bool
    }

    /// Names that stand side by side as a place and what it lies in: `Turku, Finland`, `Oslo (Norway)`.
    private func neighbours(of known: [Int], in mentions: [Mention]) -> [Pair] {
        var starts: [TokenPlace: Mention] = [:]
        var ends: Set<TokenPlace> = []
        for index in known {
            let mention = mentions[index]
            starts[TokenPlace(passage: mention.passage, token: mention.tokens.lowerBound)] = mention
            ends.insert(TokenPlace(passage: mention.passage, token: mention.tokens.upperBound))
        }
        return known.compactMap { index in
            let mention = mentions[index]
            let passage = passages[mention.passage]
            let tokens = passage.tokens
            let end = mention.tokens.upperBound
            guard end + 1 < tokens.count, [",", "("].contains(tokens[end].text),
                let outer = starts[TokenPlace(passage: mention.passage, token: end + 1)]
            else { return nil }
            let before = mention.tokens.lowerBound - 1
            let behind = outer.tokens.upperBound
            let isInList =
                tokens[end].text == ","
                && (before > 0 && ends.contains(TokenPlace(passage: mention.passage, token: before))
                    || behind < tokens.count && passage.words.listing.contains(tokens[behind].lower)
                        && (behind + 1...behind + 2).contains {
                            starts[TokenPlace(passage: mention.passage, token: $0)] != nil
                        })
            return Pair(
                inner: NameFolding.fold(mention.name), outer: NameFolding.fold(outer.name), isInList: isInList)
        }
    }
}

extension KnownPlace {
    /// Whether it is a province or state, first of all that is called so.
    fileprivate var isFirstLevel: Bool { kind == .place && !isAlternate && identifiers["iso3166"] != nil }

    /// Whether it is a part of the country or province `outer`.
    fileprivate func lies(in outer: KnownPlace) -> Bool {
        guard country == outer.country, key != outer.key else { return false }
        if outer.kind == .country { return kind != .country }
        return provinceCode != nil && provinceCode == outer.identifiers["iso3166"]
    }
}
