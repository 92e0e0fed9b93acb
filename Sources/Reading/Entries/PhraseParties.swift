// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

extension GroupFinder {
    /// The parties that a phrase names or stands for: by name, by pronoun, as the members of a list behind
    /// "including", or, where `describes` says so, as a group that the words describe.
    ///
    /// Unlike `parties(at:resolver:)` it describes no group unless asked to, so that looking leaves no trace.
    mutating func bearers(
        _ token: Int, in passage: Passage, resolver: ReferentResolver, describes: Bool = true
    ) -> [Int] {
        var found: [Int] = []
        for conjunct in passage.conjuncts(of: token) {
            let place = TokenPlace(passage: passage.index, token: conjunct)
            var parties = register.party(at: place).map { [$0] } ?? resolver.referents[place] ?? []
            if parties.isEmpty { parties = listed(behind: conjunct, in: passage, resolver) }
            if parties.isEmpty { parties = owner(of: conjunct, in: passage, resolver) }
            if parties.isEmpty, describes { parties = self.parties(at: place, resolver: resolver) }
            for party in parties {
                let members = register.records[party].members
                found += (members.isEmpty ? [party] : members).filter { !found.contains($0) }
            }
        }
        return found
    }

    /// "several companies including X and Y": the ones that are named.
    private mutating func listed(behind token: Int, in passage: Passage, _ resolver: ReferentResolver) -> [Int] {
        for child in passage.children(of: token, ["prep"]) where passage.tokens[child].lower == "including" {
            return passage.children(of: child, ["pobj"]).flatMap {
                bearers($0, in: passage, resolver: resolver, describes: false)
            }
        }
        return []
    }

    /// "the Honduran side", "the Netherlands Government": the country or city whose side or government it is.
    private func owner(of token: Int, in passage: Passage, _ resolver: ReferentResolver) -> [Int] {
        guard ["government", "side", "administration", "authorities"].contains(passage.tokens[token].lower) else {
            return []
        }
        for child in passage.children(of: token, ["amod", "compound", "poss", "nmod"]) {
            if let place = register.place(at: TokenPlace(passage: passage.index, token: child)),
                register.records[place].kind.isPlace
            {
                return passage.conjuncts(of: child).compactMap {
                    register.place(at: TokenPlace(passage: passage.index, token: $0))
                }
            }
        }
        return []
    }

    /// The places that words in front of a noun name, as in "the Busan-Hanoi tie" or "Singapore's ministry".
    func places(inFrontOf noun: Int, in passage: Passage, from start: Int) -> [Int] {
        var found: [Int] = []
        for token in start..<noun {
            let place = TokenPlace(passage: passage.index, token: token)
            guard let party = register.place(at: place), register.records[party].kind.isPlace,
                !found.contains(party)
            else { continue }
            found.append(party)
        }
        return found
    }

    /// The countries and cities of the article that a run of tokens names, inside longer names too, longest first.
    func knownPlaces(in tokens: Range<Int>, of passage: Passage) -> [Int] {
        var found: [Int] = []
        var start = tokens.lowerBound
        while start < tokens.upperBound {
            var next = start + 1
            for end in stride(from: min(tokens.upperBound, start + 5), to: start, by: -1) {
                let name = NameFolding.fold(passage.text(of: start..<end))
                guard !name.isEmpty, passage.tokens[start].isCapitalised,
                    let party = register.records.firstIndex(where: { record in
                        [.city, .country].contains(record.kind)
                            && (NameFolding.fold(record.name) == name
                                || record.mentions.contains {
                                    $0.kind != .demonym && NameFolding.fold($0.name) == name
                                })
                    })
                else { continue }
                if !found.contains(party) { found.append(party) }
                next = end
                break
            }
            start = next
        }
        return found
    }
}
