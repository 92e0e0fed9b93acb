// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Whose an office is.
extension PartyRegister {
    /// The party whose office it is: named behind the title, or right before it.
    func body(of office: OfficeMention, in mention: Mention, passages: [Passage]) -> Int? {
        if let body = office.body { return party(overlapping: body, in: mention.passage) }
        let tokens = passages[mention.passage].tokens
        var before = office.tokens.lowerBound - 1
        if before >= 0, tokens[before].tag == "POS" { before -= 1 }
        if before >= 0, let party = party(overlapping: before..<before + 1, in: mention.passage),
            records[party].kind != .person
        {
            return office.isOfCity ? city(before: before, in: mention.passage, tokens) ?? party : party
        }
        if office.isOfAntecedent { return antecedent(before: before, in: passages[mention.passage]) }
        if before >= 0, tokens[before].isNoun,
            let body = calledBody(at: before, in: mention.passage, word: tokens[before].lower)
        {
            return body
        }
        // The second of two titles has the body of the first: "Deputy Prime Minister and Minister of Finance".
        if let first = mention.offices.first, first != office, first.tokens.lowerBound < office.tokens.lowerBound {
            return body(of: first, in: mention, passages: passages)
        }
        return nil
    }

    /// The city of "Xiamen, China Mayor Guo": its country stands between its name and the office.
    private func city(before country: Int, in passage: Int, _ tokens: [Token]) -> Int? {
        guard
            let whole = records.flatMap(\.mentions).first(where: {
                $0.passage == passage && $0.nameTokens.contains(country) && $0.kind == .party(.country)
            }), whole.nameTokens.lowerBound > 1, tokens[whole.nameTokens.lowerBound - 1].text == ",",
            let city = party(at: TokenPlace(passage: passage, token: whole.nameTokens.lowerBound - 2)),
            records[city].kind == .city, let place = records[city].mentions.first?.place,
            place.country == whole.place?.country
        else { return nil }
        return city
    }

    /// The one body that the sentence names before "its"; where it names none, the one city or country.
    private func antecedent(before possessive: Int, in passage: Passage) -> Int? {
        let sentence = passage.sentence[possessive]
        let named = Set(
            (0..<possessive).filter { passage.sentence[$0] == sentence }.compactMap {
                party(at: TokenPlace(passage: passage.index, token: $0))
            })
        let bodies = named.filter { records[$0].kind.isBody }
        let owners = bodies.isEmpty ? named.filter { [.city, .country].contains(records[$0].kind) } : bodies
        return owners.count == 1 ? owners.first : nil
    }

    /// "Garden director Inés Cobo": the body in whose name the word stands; of several, the one named last before it.
    private func calledBody(at token: Int, in passage: Int, word: String) -> Int? {
        let candidates = records.indices.filter { number in
            records[number].kind.isBody && records[number].nameForms.contains { $0.count > 1 && $0.contains(word) }
        }
        guard candidates.count > 1 else { return candidates.first }
        let named = candidates.flatMap { number in
            records[number].mentions.filter { $0.passage == passage && $0.tokens.upperBound <= token }
                .map { (number: number, end: $0.tokens.upperBound) }
        }
        return named.max { $0.end < $1.end }?.number
    }
}
