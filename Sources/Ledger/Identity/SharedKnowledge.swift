// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// The word lists of a ledger, loaded once, when they are first needed, whichever thread needs them.
final class SharedKnowledge: Sendable {
    private let aliases: [URL]
    private let loaded = Mutex<IdentityKnowledge?>(nil)

    init(aliases: [URL]) {
        self.aliases = aliases
    }

    func load() throws(LedgerError) -> IdentityKnowledge {
        let files = aliases
        return try loaded.withLock { known throws(LedgerError) in
            if let known { return known }
            let fresh = try IdentityKnowledge(aliases: files)
            known = fresh
            return fresh
        }
    }
}
