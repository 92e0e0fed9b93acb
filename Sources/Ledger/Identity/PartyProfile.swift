// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer

/// What is known of a party when it is compared: of one page, or of all pages of a record.
struct PartyProfile: Hashable, Sendable {
    /// An office that the party was seen in.
    struct Tenure: Hashable, Sendable {
        let title: String
        let standing: OfficeMatch.Standing
        /// Whether one body has one holder at a time.
        let isUnique: Bool
        /// The record of the body, 0 where the pages do not say.
        let body: Int64
        let firstDay: String?
        let lastDay: String?
    }

    let kind: Party.Kind
    let names: [PartyName]
    let identifiers: [String: Set<String>]
    let tenures: [Tenure]

    var family: PartyFamily { kind.family }

    /// The countries that the identifiers name (the first part of an ISO 3166 code).
    var countries: Set<String> {
        Set((identifiers["iso3166"] ?? []).map { String($0.prefix { $0 != "-" }) })
    }
}

extension Party.Kind {
    /// Kinds of one family may be words for one thing.
    var family: PartyFamily {
        switch self {
        case .person: .person
        case .organisation, .government: .body
        case .city, .place: .place
        case .country: .country
        case .group: .group
        }
    }
}

extension IdentityKnowledge {
    /// The names of a party that can tell who is meant, without repetitions.
    func names(_ texts: [String], of kind: Party.Kind) -> [PartyName] {
        var names: [PartyName] = []
        for text in texts {
            guard let name = kind == .person ? personName(text) : otherName(text),
                !names.contains(where: { $0.tokens == name.tokens && $0.marked == name.marked })
            else { continue }
            names.append(name)
        }
        // A part of a name tells less than the whole, and may be shared with others.
        let full = names.filter(\.isFull)
        return kind == .person && !full.isEmpty ? full : names
    }

    /// The words that tell one body or place from another.
    func tellingWords(of name: PartyName, in family: PartyFamily) -> Set<String> {
        var words = Set(name.tokens).subtracting(matching.noise)
        if family == .place || family == .body { words.subtract(matching.placeWords) }
        return words
    }

    /// Whether a body has one holder of an office at a time, such as "chairperson" of a people's committee.
    func isUnique(_ title: String, of body: String) -> Bool {
        if office(title).isUnique { return true }
        let words = body.replacing("\u{2019}", with: "'").split(separator: " ")
        return words.indices.dropFirst().contains { start in
            office("\(title) of the \(words[start...].joined(separator: " "))").isUnique
        }
    }

    /// An office as one page of the day `seen` states it; `body` is the record of whom it belongs to, 0 where unknown.
    func tenure(_ title: String, of body: Int64, seen: String?) -> PartyProfile.Tenure {
        let office = office(title)
        return PartyProfile.Tenure(
            title: office.title, standing: office.standing, isUnique: office.isUnique, body: body, firstDay: seen,
            lastDay: seen)
    }

    /// The title of an office in its plain form, such as `mayor` or `minister (culture)`.
    func office(_ title: String) -> (title: String, standing: OfficeMatch.Standing, isUnique: Bool) {
        guard let match = offices.office(titled: title) else {
            return (FoldedText(title).value, .holder, false)
        }
        let field = match.portfolio.map { text in
            NameTokens.folded(text).filter { !matching.noise.contains($0) }.sorted().joined(separator: " ")
        }
        let plain = FoldedText(match.title).value
        return (field.map { "\(plain) (\($0))" } ?? plain, match.standing, match.office.unique)
    }
}
