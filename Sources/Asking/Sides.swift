// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Who on a page acts for somebody that a question names: who holds an office there, its bodies, its delegations.
struct Sides {
    let page: PageText
    let lexicon: QuestionLexicon

    /// How many words may stand between a body's name and whoever comes from there.
    private static let reach = 8

    /// Whether `party` is the one named, or acts for it.
    func isParty(_ party: String, of name: NamedParties) -> Bool {
        if name.parties.contains(party) { return true }
        guard let party = page.party(party) else { return false }
        return ([party] + namesakes(of: party)).contains { isOne($0, of: name) }
    }

    /// Whether a party is "the two sides", of whom the page has told who they are.
    private func isBoth(_ party: Party, _ name: NamedParties) -> Bool {
        let words = Set(Wording.tokens(party.name))
        guard !words.isDisjoint(with: lexicon.both) else { return false }
        let isOfStates = !words.isDisjoint(with: lexicon.states)
        let headline = page.sentences.filter { $0.role == .headline }
        return name.parties.contains { page.party($0).map { ($0.kind == .country) == isOfStates } ?? false }
            || name.name.wordings.contains { wording in headline.contains { Wording.stands(wording, in: $0.words) } }
    }

    /// Persons of the page by whose name another one goes, as `Park` beside `Mayor Park`.
    private func namesakes(of party: Party) -> [Party] {
        let own = Wording.tokens(party.name)
        guard party.kind != .city, party.kind != .country else { return [] }
        return page.reading.parties.filter { other in
            other.kind == .person && other.id != party.id
                && ([other.name] + other.aliases).contains { Wording.tokens($0) == own }
        }
    }

    private func isOne(_ party: Party, of name: NamedParties) -> Bool {
        if party.kind == .group, isBoth(party, name) { return true }
        if party.kind != .person, isNamedAfter(party, name), actsForItsPlace(party, of: name) { return true }
        if party.kind == .group, isLed(party, byOneOf: name) { return true }
        let holdsOffice = party.offices.contains { office in
            office.of.flatMap(page.party).map { isBody($0, of: name) } ?? false
        }
        if holdsOffice || party.kind != .person && isIn(party, name) { return true }
        // "the China-Kazakhstan relations": a country is nobody else's.
        if party.kind != .country, isIntroduced(party, name) { return true }
        // Where this page does not say for whom somebody acts, others may.
        guard party.offices.allSatisfy({ $0.of == nil }) else { return false }
        return (page.bodies[party.id] ?? []).contains { body in
            name.name.wordings.contains { Wording.tokens(body) == $0 } || isNamedAfter([body], name)
        }
    }

    /// Whether a body acts for the place in whose name its own begins: a university of the place does not.
    private func actsForItsPlace(_ party: Party, of name: NamedParties) -> Bool {
        party.kind != .organisation || !(name.isPlace || name.name.isKnownPlace)
            || ([party.name] + party.aliases).contains { own in
                let words = Wording.tokens(own)
                let isOnlyPlace = name.name.wordings.contains { wording in
                    wording.count < words.count && words.suffix(wording.count) == wording[...]
                        && words.dropLast(wording.count).allSatisfy(lexicon.fillers.contains)
                }
                return isOnlyPlace || words.contains(where: lexicon.bodies.contains)
            }
    }

    /// `a delegation led by the Mayor of Busan`.
    private func isLed(_ party: Party, byOneOf name: NamedParties) -> Bool {
        party.mentions.contains { mention in
            guard let sentence = page.sentences.first(where: { $0.bytes.overlaps(mention.bytes) }),
                let last = sentence.tokens.lastIndex(where: { $0.bytes.overlaps(mention.bytes) }),
                let verb = sentence.tokens[(last + 1)...].firstIndex(where: { $0.pos != "PUNCT" }),
                lexicon.leading.contains(sentence.tokens[verb].lemma), verb + 1 < sentence.tokens.count,
                sentence.tokens[verb + 1].words.contains(where: lexicon.agents.contains)
            else { return false }
            return name.places(in: sentence).contains { place in
                place.lowerBound > verb + 1 && place.lowerBound - verb <= Self.reach
                    && sentence.tokens[(verb + 2)..<place.lowerBound].allSatisfy {
                        ["DET", "ADJ", "NOUN", "PROPN", "ADP"].contains($0.pos)
                    }
            }
        }
    }

    /// Whether all that stands for `name` in the sentences are words that tell where something is or goes.
    func isOnlyPlace(_ name: NamedParties, in words: [String]) -> Bool {
        let places = name.name.wordings.flatMap { Wording.places(of: $0, in: words) }
        return places.allSatisfy { place in
            var before = place.lowerBound - 1
            while before >= 0, lexicon.fillers.contains(words[before]) { before -= 1 }
            return before >= 0 && lexicon.placing.contains(words[before])
        }
    }

    private func isBody(_ body: Party, of name: NamedParties) -> Bool {
        name.parties.contains(body.id) || isNamedAfter(body, name) || isIn(body, name)
    }

    /// `Busan Metropolitan Council`, `delegation of Ho Chi Minh City`; not `Consulate of Japan in Busan`.
    private func isNamedAfter(_ party: Party, _ name: NamedParties) -> Bool {
        isNamedAfter([party.name] + party.aliases, name)
    }

    private func isNamedAfter(_ names: [String], _ name: NamedParties) -> Bool {
        names.contains { own in
            let words = Wording.tokens(own)
            return name.name.wordings.contains { wording in
                Wording.places(of: wording, in: words).contains { place in
                    var before = place.lowerBound - 1
                    while before >= 0, lexicon.fillers.contains(words[before]), !lexicon.links.contains(words[before]) {
                        before -= 1
                    }
                    if before < 0 { return true }
                    return (lexicon.origins.contains(words[before]) || lexicon.conjunctions.contains(words[before]))
                        && words[..<before].allSatisfy { !lexicon.placing.contains($0) }
                }
            }
        }
    }

    /// Whether a city or body stands, by its code, in the country that is named.
    func isIn(_ party: Party, _ country: Party) -> Bool {
        guard let code = party.identifiers[Self.register], let other = country.identifiers[Self.register] else {
            return false
        }
        return code.count > other.count && code.hasPrefix(other)
    }

    /// Whether a city or other place lies in the country that is named.
    func lies(_ place: Party, in name: NamedParties) -> Bool {
        place.country.map { code in name.parties.contains { page.party($0)?.identifiers[Self.register] == code } }
            ?? false
    }

    private func isIn(_ party: Party, _ name: NamedParties) -> Bool {
        name.parties.contains { page.party($0).map { isIn(party, $0) } ?? false }
    }

    private static let register = "iso3166"

    /// `a delegation from the Busan Metropolitan Council`, `head of a committee of the council of Busan, Nora Quill`.
    private func isIntroduced(_ party: Party, _ name: NamedParties) -> Bool {
        party.mentions.contains { mention in
            guard let sentence = page.sentences.first(where: { $0.bytes.overlaps(mention.bytes) }),
                let first = sentence.tokens.firstIndex(where: { $0.bytes.overlaps(mention.bytes) }),
                let last = sentence.tokens.lastIndex(where: { $0.bytes.overlaps(mention.bytes) })
            else { return false }
            return name.places(in: sentence).contains { place in
                if place.lowerBound > last, [.group, .organisation, .government].contains(party.kind) {
                    // Only what ties may stand between: "delegation from the …".
                    let between = sentence.tokens[(last + 1)..<place.lowerBound].flatMap(\.words)
                    return !between.isEmpty && lexicon.origins.contains(between[0])
                        && between.dropFirst().allSatisfy(lexicon.fillers.contains)
                }
                guard place.upperBound <= first, first - place.upperBound <= Self.reach, place.lowerBound > 0 else {
                    return false
                }
                // "her Finnish counterpart Kalle Aho"
                if place.upperBound + 1 == first,
                    sentence.tokens[place.upperBound].words.contains(where: lexicon.counterparts.contains)
                {
                    return true
                }
                var before = place.lowerBound - 1
                while before > 0, sentence.tokens[before].words.allSatisfy(lexicon.fillers.contains),
                    !sentence.tokens[before].words.allSatisfy(lexicon.links.contains)
                {
                    before -= 1
                }
                let between = sentence.tokens[place.upperBound..<first]
                return sentence.tokens[before].words.contains(where: lexicon.links.contains)
                    && between.allSatisfy { ["PROPN", "NOUN", "ADJ", "PART", "PUNCT"].contains($0.pos) }
                    && opensPhrase(sentence.tokens[..<before])
            }
        }
    }

    /// Whether the title that ends here describes whoever comes after it, and not, behind a comma, whoever came before.
    private func opensPhrase(_ tokens: ArraySlice<PageText.Word>) -> Bool {
        tokens.last { ["VERB", "AUX", "PUNCT"].contains($0.pos) }.map { $0.pos != "PUNCT" } ?? true
    }
}
