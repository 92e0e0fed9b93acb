// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gathering
import Ledger
import Pages

/// One look at all feeds that are followed: what is new in them is read into the ledger.
struct FollowRound {
    let store: LazyLedger
    let ledger: Ledger
    let desk: ReadingDesk
    let client: WebClient
    let interruption: Interruption
    let output: StandardOutput
    /// The most pages that are taken of one feed.
    let limit: Int
    /// The most hosts that are visited at once.
    let hosts: Int

    /// Pages that could not be had are asked for so often before they are given up.
    private static let attemptLimit = 5

    /// Does it; `false` where something could not be had or read, each told of in one line.
    ///
    /// A wish to stop is followed between two pages; pages come in no fixed order, but those of one host in theirs. Throws what concerns more than one page or feed.
    func run() throws -> Bool {
        let feedsAreWhole = try FeedLook(ledger: ledger, client: client, interruption: interruption, hosts: hosts)
            .run()
        let pagesAreWhole = try takePages()
        return feedsAreWhole && pagesAreWhole
    }

    private func takePages() throws -> Bool {
        var isWhole = true
        let memory = WebVisitor.Memory(ledger)
        var links: [FollowedLink] = []
        var requests: [FetchCrew.Request] = []
        for link in try ledger.waitingLinks(limit: limit) {
            do {
                let address = try WebAddress(link.location)
                requests.append(FetchCrew.Request(address, unlessStill: try memory.validators(of: address.text)))
                links.append(link)
            } catch  where DocumentFault.concerns(error) {
                isWhole = false
                try note(link, error)
            }
        }
        var progress = ProgressBar(total: links.count)
        defer { progress.clear() }
        try client.crew(of: hosts).fetch(requests) { index, outcome in
            var link = links[index]
            do {
                progress.makeRoom()
                try take(try outcome.get(), of: link, memory)
                link.state = .read
                try ledger.note(link)
            } catch let error as GatheringError where error.problem == .stopped {
                return
            } catch  where DocumentFault.concerns(error) {
                isWhole = false
                try note(link, error)
            }
            try output.flush()
            progress.advance()
        }
        return isWhole
    }

    /// Tells what is wrong with a page and remembers whether it is worth another try.
    private func note(_ link: FollowedLink, _ error: any Error) throws {
        Diagnostics.report("\(error)")
        var link = link
        link.attempts += 1
        let isTemporary = (error as? GatheringError)?.isTemporary ?? false
        link.state = isTemporary && link.attempts < Self.attemptLimit ? .waiting : .failed
        try ledger.note(link)
    }

    private func take(_ fetched: Fetched?, of link: FollowedLink, _ memory: WebVisitor.Memory) throws {
        let name = DisplayText.oneLine(link.location)
        guard let fetched else {
            try memory.confirm(try WebAddress(link.location).text)
            return try output.writeLine("\(Ledger.Addition.unchanged.rawValue) \(name)")
        }
        var retrieval = fetched.retrieval
        retrieval.via = link.via
        let document = InputDocument(name: link.location, content: .page(fetched.page), retrieval: retrieval)
        let result = try desk.reading(of: document)
        if let remark = result.remark { Diagnostics.report(remark) }
        let addition = try store.add(result, called: link.location)
        try output.writeLine("\(addition.rawValue) \(name)")
    }
}
