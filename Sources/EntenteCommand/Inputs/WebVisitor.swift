// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gathering
import Ledger

/// Fetches the pages of a command; the client is made for the first one.
final class WebVisitor {
    private let makeClient: () throws(GatheringError) -> WebClient
    private var made: WebClient?

    /// What is known of an earlier version of a page, and whom to tell that it is still the same.
    struct Memory {
        /// How a URL last gave a page that is kept.
        let retrieval: (_ requested: String) throws -> Retrieval?
        /// Told of a URL that still gives the same page.
        let confirm: (_ requested: String) throws -> Void
    }

    private let memory: Memory?

    /// Prepares to fetch in `manner`; `memory` is where pages that were fetched before are remembered.
    init(_ manner: WebClient.Manner, memory: Memory? = nil) {
        makeClient = { () throws(GatheringError) in try WebClient(manner) }
        self.memory = memory
    }

    private func client() throws(GatheringError) -> WebClient {
        if let made { return made }
        let client = try makeClient()
        made = client
        return client
    }

    /// What `address` leads to; `nil` where that is the page that is kept already.
    func fetch(_ address: WebAddress) throws -> Fetched? {
        let validators = try memory?.validators(of: address.text)
        if let fetched = try client().fetch(address, unlessStill: validators) { return fetched }
        try memory?.confirm(address.text)
        return nil
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
