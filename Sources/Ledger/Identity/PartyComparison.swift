// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Compares what is known of two parties.
struct PartyComparison {
    let knowledge: IdentityKnowledge
    let left: PartyProfile
    let right: PartyProfile

    /// How likely both are one; `nil` where nothing speaks for it.
    func assessment() -> Assessment? {
        guard left.family == right.family else { return misread() }
        for register in ["geonames", "wikidata", "iso3166"] {
            guard let mine = left.identifiers[register], let theirs = right.identifiers[register] else { continue }
            if let shared = mine.intersection(theirs).sorted().first {
                if register != "iso3166" || left.family == .country {
                    return Assessment(0.99, "both are \(register) \(shared)")
                }
            } else {
                return nil
            }
        }
        switch left.family {
        case .person: return person()
        case .body: return body()
        case .place, .country: return place()
        case .group: return group()
        }
    }

    /// A place of the same name, where the other was read as something else and nothing else is known of it.
    private func misread() -> Assessment? {
        let isPlace = { (profile: PartyProfile) in profile.kind == .city || profile.kind == .country }
        guard isPlace(left) != isPlace(right) else { return nil }
        let (place, other) = isPlace(left) ? (left, right) : (right, left)
        guard [.person, .body].contains(other.family), other.identifiers.isEmpty, let name = other.names.first,
            other.names.allSatisfy({ mine in place.names.contains { $0.joined == mine.joined } })
        else { return nil }
        // A person may be called like a city, but seldom by two words.
        let isSure = other.family == .body || name.tokens.count > 1
        guard isSure || other.tenures.isEmpty else { return nil }
        return Assessment(
            isSure ? 0.94 : 0.87, "read as a \(other.kind.rawValue), but \(name.written) is a \(place.kind.rawValue)")
    }

    /// The most telling pair of names.
    private func best(_ compare: (PartyName, PartyName) -> Assessment?) -> Assessment? {
        left.names.flatMap { mine in right.names.compactMap { compare(mine, $0) } }
            .max { $0.score < $1.score }
    }

    private func person() -> Assessment? {
        guard var result = best(personNames) else { return nil }
        weighOffices(&result)
        return result
    }

    private func personNames(_ mine: PartyName, _ theirs: PartyName) -> Assessment? {
        if let group = mine.group, group == theirs.group {
            return Assessment(0.96, "the list of aliases joins \(mine.written) and \(theirs.written)")
        }
        guard mine.isFull, theirs.isFull else {
            let single = mine.isFull ? theirs : mine
            let other = mine.isFull ? mine : theirs
            return single.tokens.count == 1 && other.tokens.contains(single.tokens[0])
                ? Assessment(0.45, "\(single.written) is a part of \(other.written)") : nil
        }
        if mine.sorted == theirs.sorted {
            if let left = mine.marked?.sorted(), let right = theirs.marked?.sorted(), left != right {
                return Assessment(0.8, "\(mine.written) and \(theirs.written) differ in their accents alone")
            }
            let order = mine.tokens == theirs.tokens ? "" : " in another order"
            return Assessment(0.93, "the same name\(order): \(theirs.written)")
        }
        if mine.joined == theirs.joined {
            return Assessment(0.92, "\(mine.written) and \(theirs.written) differ in spaces or hyphens alone")
        }
        if mine.sorted.map(NameTokens.withoutPairs) == theirs.sorted.map(NameTokens.withoutPairs) {
            return Assessment(0.88, "\(mine.written) and \(theirs.written) differ in letters spelt out")
        }
        if let korean = mine.korean, let other = theirs.korean, korean.isCompatible(with: other) {
            return Assessment(0.82, "\(mine.written) and \(theirs.written) can be spellings of one Korean name")
        }
        return almostEqual(mine, theirs)
    }

    private func almostEqual(_ mine: PartyName, _ theirs: PartyName) -> Assessment? {
        let (few, many) = mine.tokens.count <= theirs.tokens.count ? (mine, theirs) : (theirs, mine)
        var rest = many.sorted
        var unmatched: [String] = []
        for token in few.tokens {
            if let index = rest.firstIndex(of: token) { rest.remove(at: index) } else { unmatched.append(token) }
        }
        if unmatched.isEmpty, few.tokens.count >= 2 {
            return Assessment(0.78, "\(few.written) is \(many.written) without \(rest.joined(separator: " "))")
        }
        guard mine.tokens.count == theirs.tokens.count, unmatched.count == 1, rest.count == 1 else { return nil }
        let (one, other) = (unmatched[0], rest[0])
        if one.count == 1 || other.count == 1, one.first == other.first {
            return Assessment(0.7, "\(mine.written) and \(theirs.written) agree but for an initial")
        }
        let distance = EditDistance.between(one, other, atMost: 2)
        guard let distance, distance == 1 && min(one.count, other.count) >= 3 || min(one.count, other.count) >= 8
        else { return nil }
        return Assessment(0.7, "\(mine.written) and \(theirs.written) differ by \(distance) letters")
    }

    private func weighOffices(_ result: inout Assessment) {
        var strongest = 0.0
        var reason = ""
        var clashes = false
        for mine in left.tenures {
            for theirs in right.tenures {
                if mine.title == theirs.title, mine.body == theirs.body, mine.body != 0 {
                    strongest = 0.65
                    reason = "both are \(mine.title) of the same body"
                } else if mine.body == theirs.body, mine.body != 0, strongest < 0.35 {
                    strongest = 0.35
                    reason = "both hold an office of the same body"
                } else if mine.title == theirs.title, mine.body == 0 || theirs.body == 0, strongest < 0.3 {
                    strongest = 0.3
                    reason = "both are \(mine.title)"
                } else if mine.isUnique, theirs.isUnique, mine.body != 0, theirs.body != 0, mine.body != theirs.body,
                    mine.standing == .holder, theirs.standing == .holder, mine.title == theirs.title
                {
                    clashes = true
                }
            }
        }
        if strongest > 0 {
            result.support(strongest, reason)
        } else if clashes {
            result.oppose(0.55, "they hold the like office of different bodies")
        } else if !left.tenures.isEmpty, !right.tenures.isEmpty,
            (left.tenures + right.tenures).allSatisfy({ $0.body != 0 })
        {
            result.oppose(0.93, "no office in common")
        }
    }

    private func body() -> Assessment? {
        best { mine, theirs in
            if let group = mine.group, group == theirs.group {
                return Assessment(0.96, "the list of aliases joins \(mine.written) and \(theirs.written)")
            }
            if mine.joined == theirs.joined { return named(mine, theirs, 0.95, "the same name: \(theirs.written)") }
            let left = knowledge.tellingWords(of: mine, in: .body)
            let right = knowledge.tellingWords(of: theirs, in: .body)
            if left == right, !left.isEmpty {
                return named(mine, theirs, 0.9, "\(mine.written) and \(theirs.written) have the same telling words")
            }
            let shared = left.intersection(right)
            guard Double(shared.count) >= 0.75 * Double(left.union(right).count) else { return nil }
            return named(mine, theirs, 0.65, "\(mine.written) and \(theirs.written) share most words")
        }
    }

    /// A name that any country's body may bear proves less.
    private func named(_ mine: PartyName, _ theirs: PartyName, _ score: Double, _ reason: String) -> Assessment {
        var result = Assessment(score, reason)
        let words = knowledge.tellingWords(of: mine, in: .body)
        if words.isSubset(of: knowledge.matching.generic) {
            result.oppose(0.8, "the name does not say whose body it is")
        }
        return result
    }

    private func place() -> Assessment? {
        best { mine, theirs in
            if let group = mine.group, group == theirs.group {
                return Assessment(0.96, "the list of aliases joins \(mine.written) and \(theirs.written)")
            }
            if mine.joined == theirs.joined { return Assessment(0.93, "the same name: \(theirs.written)") }
            let left = knowledge.tellingWords(of: mine, in: .place)
            let right = knowledge.tellingWords(of: theirs, in: .place)
            guard left == right, !left.isEmpty else { return nil }
            return Assessment(0.87, "\(mine.written) and \(theirs.written) have the same telling words")
        }
    }

    private func group() -> Assessment? {
        best { mine, theirs in
            mine.tokens.count > 1 && mine.joined == theirs.joined
                ? Assessment(0.9, "the same name: \(theirs.written)") : nil
        }
    }
}
