// SPDX-License-Identifier: Apache-2.0

import Hashing

/// Makes the ids by which the ledger knows what a reading lists under short ids such as `p1` or `e1`.
///
/// The same source and short id always give the same lasting id, whatever else the ledger holds.
package enum LastingId {
    /// What an id can name.
    package enum Kind: String, Hashable, Sendable {
        case party, office, entry, conflict
    }

    /// The first 16 hexadecimal digits of the SHA-256 of source, kind and short id.
    package static func make(source: String, kind: Kind, short: String) -> String {
        let digest = SHA256Digest(of: Array("\(source)\n\(kind.rawValue)\n\(short)".utf8))
        return String(digest.description.prefix(16))
    }
}
