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
        try records(parties: false, kind: kind?.rawValue) { try visit(Fact($0)) }
    }

    /// Every party of the world in the order in which they came in.
    package func parties(_ visit: (Record) throws -> Void) throws {
        try records(parties: true, kind: nil, visit)
    }

    /// Every source in the order in which they were added.
    package func sources(_ visit: (SourceRow) throws -> Void) throws {
        var position: Int64 = 0
        while true {
            let steps = try ledger.walkSources(after: position)
            guard let last = steps.last else { return }
            for step in steps { if let source = try ledger.source(step.id) { try visit(source) } }
            position = last.position
        }
    }

    /// The reading of every page in the order in which they were added; without its text unless `withText`.
    package func readings(withText: Bool, _ visit: (Reading) throws -> Void) throws {
        var position: Int64 = 0
        while true {
            let steps = try ledger.walkSources(after: position)
            guard let last = steps.last else { return }
            for step in steps {
                guard let reading = try ledger.reading(ofSource: step.id) else { continue }
                try visit(withText ? reading : reading.quotesAlone())
            }
            position = last.position
        }
    }

    private func records(parties: Bool, kind: String?, _ visit: (Record) throws -> Void) throws {
        var position: Int64 = 0
        while true {
            let steps = try ledger.walkRecords(parties: parties, kind: kind, after: position)
            guard let last = steps.last else { return }
            for step in steps { try visit(try ledger.record(step.id)) }
            position = last.position
        }
    }
}
