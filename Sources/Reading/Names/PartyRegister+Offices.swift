// SPDX-License-Identifier: Apache-2.0

import Cooperation

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
            return party
        }
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
