// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// The lasting addresses of what the Desk shows.
enum Address {
    /// The page of a record of an entry.
    static func entry(_ id: String) -> String { "/entries/\(QueryFields.encoded(id))" }

    /// The page of a record of a party.
    static func party(_ id: String) -> String { "/parties/\(QueryFields.encoded(id))" }

    /// The page of what two parties share.
    static func pair(_ left: String, _ right: String) -> String {
        "/pairs/\(QueryFields.encoded(left))/\(QueryFields.encoded(right))"
    }

    /// The reader on a source; `sha256:` stays away and the fingerprint is cut to 16 digits.
    static func source(_ id: String) -> String {
        let digits = id.split(separator: ":").last ?? ""
        return "/sources/\(QueryFields.encoded(String(digits.prefix(16))))"
    }

    /// The words of a source that prove something.
    static func evidence(_ source: String, _ evidence: Evidence) -> String {
        let scalars = evidence.range.scalars
        return "\(self.source(source))?at=\(scalars.lowerBound)-\(scalars.upperBound)#\(anchor(evidence))"
    }

    /// The name of the place in the reader where a quote begins.
    static func anchor(_ evidence: Evidence) -> String { "w\(evidence.range.start.scalar)" }
}
