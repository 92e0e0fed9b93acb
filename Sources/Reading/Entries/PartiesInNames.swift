// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Parties that longer names hold: "the Busan-Hanoi tie", "the Peru-Ghana talks".
extension GroupFinder {
    /// The countries and cities of the article that a run of tokens names, inside longer names too: "the Busan-Hanoi
    /// tie", "Singapore's ministry", and with adjectives "the Korean consulate".
    func knownPlaces(in tokens: Range<Int>, of passage: Passage, withAdjectives: Bool = true) -> [Int] {
        let words = passage.text(of: tokens).split { " -\u{2013}\u{2019}'\u{A0}(),/".contains($0) }.map(String.init)
        var found: [Int] = []
        var start = 0
        while start < words.count {
            var next = start + 1
            for end in stride(from: min(words.count, start + 5), to: start, by: -1) {
                let name = words[start..<end].joined(separator: " ")
                guard words[start].unicodeScalars.first?.properties.isUppercase == true,
                    let party = place(named: name, withAdjectives: withAdjectives)
                else { continue }
                if !found.contains(party) { found.append(party) }
                next = end
                break
            }
            start = next
        }
        return found + bodies(joinedTo: found, in: passage.text(of: tokens))
    }

    /// Those whom hyphens join before a noun, if all of them are parties of the article: "the Russia-Ukraine talks"; with the
    /// token where their names begin.
    func sides(before noun: Int, in passage: Passage) -> (parties: [Int], start: Int)? {
        func joins(_ token: Int) -> Bool {
            guard token > 0, token < noun - 1, ["-", "\u{2013}"].contains(passage.tokens[token].text) else {
                return false
            }
            let (before, behind) = (passage.tokens[token - 1], passage.tokens[token + 1])
            return before.isCapitalised && behind.isCapitalised && !before.hasTrailingSpace
        }
        let hyphens = (passage.leftEdge[noun]..<noun).filter(joins)
        // "the Russia-Ukraine war meeting": what it is about.
        guard let first = hyphens.first, let last = hyphens.last,
            !passage.tokens[last + 1..<noun].contains(where: { $0.pos == "NOUN" })
        else { return nil }
        var start = first - 1
        while start > 0, passage.tokens[start - 1].isCapitalised, passage.tokens[start - 1].pos == "PROPN" {
            start -= 1
        }
        let parties = knownPlaces(in: start..<min(last + 3, noun), of: passage)
        return parties.count == hyphens.count + 1 ? (parties, start) : nil
    }

    /// The bodies that a hyphen joins with one of `places`: the union of the "EU-Singapore partnership".
    private func bodies(joinedTo places: [Int], in phrase: String) -> [Int] {
        phrase.split(separator: " ").flatMap { word -> [Int] in
            let parts = word.split { "-\u{2013}".contains($0) }.map { NameFolding.words(of: String($0)) }
            let isJoined =
                parts.count > 1
                && parts.contains { part in
                    places.contains { register.records[$0].nameForms.contains(part) }
                }
            guard isJoined else { return [] }
            return parts.compactMap { part in
                register.records.firstIndex { $0.kind == .organisation && $0.nameForms.contains(part) }
            }
        }
    }

    /// The city or country of the article that has this name, among its others, or this adjective.
    private func place(named name: String, withAdjectives: Bool) -> Int? {
        let words = NameFolding.words(of: name)
        guard !words.isEmpty else { return nil }
        let isKnown = register.records.firstIndex { record in
            [.city, .country].contains(record.kind)
                && (record.nameForms.contains(words) || withAdjectives && record.adjectiveForms.contains(words)
                    || record.nameForms.isEmpty && NameFolding.words(of: record.name) == words)
        }
        if let isKnown { return isKnown }
        // "U.S.-Mongolia", which is one word to the parser.
        let country =
            knowledge.countries[name] ?? knowledge.countries[name.replacing(".", with: "")]
            ?? (withAdjectives ? knowledge.demonyms[name] : nil)
        guard let code = country?.identifiers["iso3166"] else { return nil }
        return register.records.firstIndex { $0.kind == .country && $0.identifiers["iso3166"] == code }
    }
}
