// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Which bodies govern a place, and for which places a person holds an office.
struct Governments {
    private let ledger: Ledger
    private let patterns: [String]
    private let precedence: [[String]]

    init(_ ledger: Ledger) throws(BriefingError) {
        self.ledger = ledger
        patterns = try ResourceTable.decode([String].self, "governments")
        precedence = try ResourceTable.decode([[String]].self, "precedence")
    }

    /// The ids of the place and of the bodies that are called its government, the place first.
    func bodies(of place: Record) throws -> [String] {
        guard Self.places.contains(place.row.kind) else { return [place.row.id] }
        var ids = [place.row.id]
        for pattern in patterns {
            for name in Self.names(of: place) {
                let found = try ledger.partyIds(named: pattern.replacing("{place}", with: name))
                for id in found where !ids.contains(id) {
                    let kind = try ledger.record(id).row.kind
                    if [Party.Kind.government, .organisation].map(\.rawValue).contains(kind) { ids.append(id) }
                }
            }
        }
        return ids
    }

    /// The rank of a plain title, the highest being 0.
    func rank(of title: String) -> Int {
        precedence.firstIndex { $0.contains(title.lowercased()) } ?? precedence.count
    }

    /// The kinds of parties that have a government.
    static let places = [Party.Kind.city, .country].map(\.rawValue)

    /// A name that a single page uses may be a slip.
    private static func names(of place: Record) -> [String] {
        let names = place.names.prefix(3).filter { $0.uses > 1 }.map(\.name)
        return [place.row.heading] + names.filter { $0.lowercased() != place.row.heading.lowercased() }
    }
}
