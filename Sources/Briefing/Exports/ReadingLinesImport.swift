// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Hashing
import Ledger

/// Takes lines of `entente.reading/1` into a ledger.
package struct ReadingLinesImport: Sendable {
    private let ledger: Ledger
    private let instant: String?

    /// Imports into `ledger` at `instant`, an ISO 8601 instant.
    package init(_ ledger: Ledger, at instant: String? = nil) {
        self.ledger = ledger
        self.instant = instant
    }

    /// Adds the reading in `line`; `subject` names the line in an error.
    ///
    /// The bytes of the page do not come along, so that only a page that is plain text can be checked from the bytes
    /// up afterwards. What the ledger has already is left as it is.
    package func add(_ line: some Collection<UInt8>, subject: String) throws -> Ledger.Addition {
        let reading: Reading
        do { reading = try JSONDecoder().decode(Reading.self, from: Data(line)) } catch {
            throw BriefingError(.notAReading, subject, detail: Self.reason(error))
        }
        let text = Array(reading.article.text.utf8)
        guard reading.article.source.id == "sha256:\(SHA256Digest(of: text))" else {
            return try ledger.addWithoutPage(reading, at: instant)
        }
        return try ledger.add(Snapshot(bytes: text), reading: reading, at: instant)
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.map(\.stringValue).joined(separator: ".") + " " + context.debugDescription
        default: "\(error)"
        }
    }
}
