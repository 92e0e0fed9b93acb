// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Ledger {
    /// How the URL `requested` last gave a page that is in the ledger; `nil` where it never did.
    public func latestRetrieval(at requested: String) throws(LedgerError) -> Retrieval? {
        try read { try RetrievalStore(database: $0).latest(at: requested) }
    }

    /// Keeps that a URL still gave the same page at `instant`, an ISO 8601 instant.
    public func confirmRetrieval(at requested: String, instant: String) throws(LedgerError) {
        try write { try RetrievalStore(database: $0).confirm(requested, at: instant) }
    }
}
