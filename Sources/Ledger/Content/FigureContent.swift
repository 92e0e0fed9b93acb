// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Figure: LedgerContent {
    package var sort: String { unit }
    package var heading: String {
        let bounds = [value, upper].compactMap { $0.map { Cell.number($0).text } }.joined(separator: " to ")
        return "\(indicator) \(relation.rawValue) \(bounds) \(unit)"
    }
    package var date: DatedValue? { asOf }
    package var content: Entry.Content { .figure(self) }

    package mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows {
        scope = try scope.map { try rewrite("scope", $0) }
        saidBy = try saidBy.map { try rewrite("saidBy", $0) }
    }

    package mutating func rewriteDates(
        _ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue
    ) rethrows {
        asOf = try asOf.map { try rewrite("asOf", $0) }
    }
}
