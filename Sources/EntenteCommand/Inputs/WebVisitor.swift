// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gathering
import Ledger

/// Fetches the pages of a command, from several hosts at once.
struct WebVisitor {
    private let manner: WebClient.Manner
    private let hosts: Int

    /// What is known of an earlier version of a page, and whom to tell that it is still the same.
    struct Memory {
        /// How a URL last gave a page that is kept.
        let retrieval: (_ requested: String) throws -> Retrieval?
        /// Told of a URL that still gives the same page.
        let confirm: (_ requested: String) throws -> Void
    }

    private let memory: Memory?

    /// Prepares to fetch from up to `hosts` hosts at once; `memory` is where pages that were fetched before are remembered.
    init(_ manner: WebClient.Manner, hosts: Int = 1, memory: Memory? = nil) {
        self.manner = manner
        self.hosts = hosts
        self.memory = memory
    }

    /// Begins to fetch what the addresses lead to.
    func visit(_ addresses: [WebAddress]) throws -> Visit {
        let requests = try addresses.map {
            FetchCrew.Request($0, unlessStill: try memory?.validators(of: $0.text))
        }
        return Visit(round: try WebClient(manner).crew(of: hosts).fetchInOrder(requests), memory: memory)
    }

    /// Pages that are being fetched.
    struct Visit {
        fileprivate let round: FetchCrew.Round
        fileprivate let memory: Memory?

        /// What the next of the addresses leads to, which is `address`; `nil` where that is the page that is kept already.
        func next(_ address: WebAddress) throws -> Fetched? {
            guard let (_, outcome) = round.next() else {
                throw GatheringError(.stopped, location: address.text)
            }
            if let fetched = try outcome.get() { return fetched }
            try memory?.confirm(address.text)
            return nil
        }
    }
}

extension WebVisitor.Memory {
    /// What a server is asked by whether a page is still the one that is kept.
    func validators(of requested: String) throws -> Validators? {
        try retrieval(requested).map {
            Validators(entityTag: $0.headers["etag"], lastModified: $0.headers["last-modified"])
        }
    }

    /// The memory that a ledger is.
    init(_ ledger: Ledger) {
        self.init(
            retrieval: { try ledger.latestRetrieval(at: $0) },
            confirm: { try ledger.confirmRetrieval(at: $0, instant: Date().ISO8601Format()) })
    }
}
