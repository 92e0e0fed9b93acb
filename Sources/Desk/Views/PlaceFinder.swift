// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Gazetteer
import Ledger

/// Finds where on the globe the places of a relationship are, by their numbers in public registers.
struct PlaceFinder {
    /// A place, how often something happened there, and where it is.
    struct Found {
        let place: NamedItem
        let uses: Int
        let point: Place.Coordinate?
    }

    let ledger: Ledger
    let gazetteer: Gazetteer?

    /// The places of all occasions, and the two sides where they are places, the most used first.
    func spots(_ relationship: Relationship) throws -> [Found] {
        let used = relationship.facts.flatMap { $0.parties("place") }
        let sides = relationship.sides.map(\.row)
            .filter { [Party.Kind.city.rawValue, Party.Kind.country.rawValue].contains($0.kind) }
            .map { NamedItem(id: $0.id, name: $0.heading) }
        var counts: [NamedItem: Int] = [:]
        for place in used { counts[place, default: 0] += 1 }
        for side in sides { counts[side, default: 0] += 0 }
        let ordered = counts.sorted { ($1.value, $0.key.name, $0.key.id) < ($0.value, $1.key.name, $1.key.id) }.prefix(
            40)
        let identifiers = try ledger.identifiers(ofRecords: ordered.map(\.key.id))
        return ordered.map { place, uses in
            Found(place: place, uses: uses, point: Self.point(identifiers[place.id] ?? [:], gazetteer))
        }
    }

    /// Where the place with these numbers lies.
    static func point(_ identifiers: [String: String], _ gazetteer: Gazetteer?) -> Place.Coordinate? {
        guard let gazetteer else { return nil }
        let place = identifiers["geonames"].flatMap { Int($0) }.flatMap { gazetteer.place(geonames: $0) }
        let country = identifiers["iso3166"].flatMap { gazetteer.country(code: $0) }.map { gazetteer.place(of: $0) }
        return (place ?? country)?.coordinate
    }
}
