// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer

/// The names that a reading found, as gold of named entities marks them.
struct NamedSpans {
    /// A name in the text.
    struct Name: Hashable {
        let span: Span
        /// `PER`, `ORG` or `LOC`.
        let type: String
        let party: Party

        /// The name with its article, possessor or titles, `the Bank of Japan`, and with what a place lies in behind
        /// it, `Porto, Portugal`.
        let phrase: Span
        /// With all words before it that belong to it: `the Danish automaker Kozjak Cranes`.
        let wholePhrase: Span
    }

    let result: TextReader.Result
    let gazetteer: Gazetteer

    /// The names in the order of the text, each once; adjectives of countries are none.
    var names: [Name] {
        var seen: Set<Span> = []
        let phrases = Dictionary(
            result.trace.phrases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let names = result.reading.parties.flatMap { party -> [Name] in
            guard let type = Self.type(of: party.kind) else { return [] }
            return party.mentions.filter { !isDemonym($0, of: party) }
                .map { mention in
                    Name(
                        span: result.span(of: mention), type: type, party: party,
                        phrase: result.span(of: phrases[mention]?.titled ?? mention),
                        wholePhrase: result.span(of: phrases[mention]?.whole ?? mention))
                }
        }
        .sorted { ($0.span.start, $0.span.end, $0.type) < ($1.span.start, $1.span.end, $1.type) }
        .filter { seen.insert($0.span).inserted }
        return withOuterPlaces(names)
    }

    /// Adjectives of countries before a common noun, for gold that takes them for names of places.
    var adjectives: [Name] {
        let adjectives = Set(result.trace.adjectivesOfCountries)
        return result.reading.parties.filter { $0.kind == .country }.flatMap { party in
            party.mentions.filter(adjectives.contains).map { mention in
                let span = result.span(of: mention)
                return Name(span: span, type: "LOC", party: party, phrase: span, wholePhrase: span)
            }
        }
    }

    /// The names, those of places whose country or province stands right behind them with that in their phrase.
    private func withOuterPlaces(_ names: [Name]) -> [Name] {
        guard names.count > 1 else { return names }
        var names = names
        for (inner, outer) in zip(names.indices, names.indices.dropFirst()).reversed() {
            let (place, around) = (names[inner], names[outer])
            guard place.type == "LOC", around.type == "LOC", around.phrase.start == place.span.end + 2,
                lies(place.party, in: around.party)
            else { continue }
            let end = names[outer].phrase.end
            names[inner] = Name(
                span: names[inner].span, type: "LOC", party: names[inner].party,
                phrase: Span(start: names[inner].phrase.start, end: end),
                wholePhrase: Span(start: names[inner].wholePhrase.start, end: end))
        }
        return names
    }

    private func lies(_ inner: Party, in outer: Party) -> Bool {
        guard let number = inner.identifiers["geonames"].flatMap(Int.init), inner.id != outer.id,
            let place = gazetteer.place(geonames: number), let code = outer.identifiers["iso3166"]
        else { return false }
        return code == place.country || code == place.provinceCode
    }

    /// Pronouns and descriptions of the parties, for gold that marks every mention.
    var references: [Name] {
        let parties = Dictionary(result.reading.parties.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return result.trace.references.compactMap { reference in
            guard let party = parties[reference.party], let type = Self.type(of: party.kind) else { return nil }
            let span = result.span(of: reference.words)
            return Name(span: span, type: type, party: party, phrase: span, wholePhrase: span)
        }
    }

    /// The runs of every mention, for gold that marks pronouns and descriptions like names, and of what stands inside of
    /// each other only the outermost; a country that does something is a body there.
    var everyMention: [(span: Span, type: String)] {
        let acting = Set(result.trace.actingCountries.map { result.span(of: $0) })
        let known = (names + references).map { name in
            (span: name.wholePhrase, type: acting.contains(name.span) ? "ORG" : name.type)
        }
        let speakers = result.trace.unknownSpeakers.map {
            (span: result.span(of: $0.words), type: $0.isOne ? "PER" : "ORG")
        }
        var reach = 0
        return (known + speakers)
            .sorted { ($0.span.start, -$0.span.end, $0.type) < ($1.span.start, -$1.span.end, $1.type) }
            .filter { mention in
                defer { reach = max(reach, mention.span.end) }
                return mention.span.end > reach
            }
    }

    /// Where a place is, by its number in GeoNames or its country's code; `nil` where the reading does not say.
    func coordinate(of party: Party) -> Place.Coordinate? {
        if let number = party.identifiers["geonames"].flatMap(Int.init) {
            return gazetteer.place(geonames: number)?.coordinate
        }
        if party.kind == .place { return gazetteer.region(named: party.name)?.coordinate }
        guard party.kind == .country, let code = party.identifiers["iso3166"],
            let country = gazetteer.country(code: code)
        else { return nil }
        return gazetteer.place(of: country).coordinate
    }

    private func isDemonym(_ range: TextRange, of party: Party) -> Bool {
        guard party.kind == .country, let words = result.reading.article.text.text(at: range) else { return false }
        return gazetteer.country(named: words) == nil && gazetteer.country(demonym: words) != nil
    }

    private static func type(of kind: Party.Kind) -> String? {
        switch kind {
        case .person: "PER"
        case .organisation, .government: "ORG"
        case .city, .country, .place: "LOC"
        case .group: nil
        }
    }
}
