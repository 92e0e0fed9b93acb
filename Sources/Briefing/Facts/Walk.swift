// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Goes through a ledger one thing at a time, so that memory does not grow with it.
package struct Walk: Sendable {
    private let ledger: Ledger

    /// Walks `ledger`.
    package init(_ ledger: Ledger) { self.ledger = ledger }

    /// Every entry of the world, or those of one kind, in the order in which they came in.
    package func facts(_ kind: Entry.Kind? = nil, _ visit: (Fact) throws -> Void) throws {
        try walk({ try ledger.walkEntries(kind: kind?.rawValue, after: $0) }) { try visit(Fact($0.row, $0.values)) }
    }

    /// Every party of the world in the order in which they came in.
    package func parties(_ visit: (WalkedParty) throws -> Void) throws {
        try walk({ try ledger.walkParties(after: $0) }, visit)
    }

    /// Every source in the order in which they were added.
    package func sources(_ visit: (SourceRow) throws -> Void) throws {
        try walk({ try ledger.walkSources(after: $0) }, visit)
    }

    /// The reading of every page in the order in which they were added; without its text unless `withText`.
    package func readings(withText: Bool, _ visit: (Reading) throws -> Void) throws {
        try sources { source in
            guard let reading = try ledger.reading(ofSource: source.id) else { return }
            try visit(withText ? reading : reading.quotesAlone())
        }
    }

    private func walk<Item>(
        _ next: (_ position: Int64) throws -> [WalkStep<Item>], _ visit: (Item) throws -> Void
    ) throws {
        var position: Int64 = 0
        while true {
            let steps = try next(position)
            guard let last = steps.last else { return }
            for step in steps { try visit(step.item) }
            position = last.position
        }
    }
}
