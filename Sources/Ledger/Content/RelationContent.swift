// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Relation: LedgerContent {
    package var sort: String { type.rawValue }
    package var heading: String {
        let words = type.rawValue.replacing("-", with: " ")
        return ([rank.map { "\(words), rank \($0)" } ?? words] + [scope].compactMap(\.self)).joined(separator: " ")
    }
    package var date: DatedValue? { asOf }
    package var content: Entry.Content { .relation(self) }

    package mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows {
        subject = try rewrite("subject", subject)
        object = try rewrite("object", object)
    }

    package mutating func rewriteDates(
        _ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue
    ) rethrows {
        asOf = try asOf.map { try rewrite("asOf", $0) }
    }
}
