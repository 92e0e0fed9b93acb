// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Agreement: LedgerContent {
    package var sort: String { type.rawValue }
    package var heading: String { name ?? scope ?? (type == .other ? Entry.Kind.agreement.rawValue : type.rawValue) }
    package var content: Entry.Content { .agreement(self) }

    package mutating func rewriteParties(_ rewrite: (_ role: String, _ id: String) throws -> String) rethrows {
        parties = try parties.map { try rewrite("party", $0) }
        signatories = try signatories.map { try rewrite("signatory", $0) }
        witnesses = try witnesses.map { try rewrite("witness", $0) }
        place = try place.map { try rewrite("place", $0) }
    }

    package mutating func rewriteDates(
        _ rewrite: (_ field: String, _ date: DatedValue) throws -> DatedValue
    ) rethrows {
        date = try date.map { try rewrite("date", $0) }
    }
}
