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

    /// Pages that could not be had are asked for so often before they are given up.
    private static let attemptLimit = 5

    /// Does it; `false` where something could not be had or read, each told of in one line.
    ///
    /// A wish to stop is followed between two pages. Throws what concerns more than one page or feed.
    func run() throws -> Bool {
        let feedsAreWhole = try FeedLook(ledger: ledger, client: client, interruption: interruption).run()
        let pagesAreWhole = try takePages()
        return feedsAreWhole && pagesAreWhole
    }

    private func takePages() throws -> Bool {
        var isWhole = true
        var waiting = try ledger.waitingLinks(limit: limit)
        var progress = ProgressBar(total: waiting.count)
        defer { progress.clear() }
        while !interruption.isRaised, let next = nextIndex(in: waiting) {
            var link = waiting.remove(at: next)
            do {
                progress.makeRoom()
                try take(link)
                link.state = .read
            } catch let error as GatheringError where error.problem == .stopped {
                return isWhole
            } catch  where DocumentFault.concerns(error) {
                Diagnostics.report("\(error)")
                isWhole = false
                link.attempts += 1
                let isTemporary = (error as? GatheringError)?.isTemporary ?? false
                link.state = isTemporary && link.attempts < Self.attemptLimit ? .waiting : .failed
            }
            try ledger.note(link)
            try output.flush()
            progress.advance()
        }
        return isWhole
    }

    /// The first page whose host need not be waited for, else the one whose host is ready first.
    private func nextIndex(in links: [FollowedLink]) -> Int? {
        let now = ContinuousClock.now
        func readiness(_ link: FollowedLink) -> ContinuousClock.Instant {
            guard let address = try? WebAddress(link.location) else { return now }
            return max(now, client.readiness(of: address) ?? now)
        }
        var best: (index: Int, readiness: ContinuousClock.Instant)?
        for (index, link) in links.enumerated() {
            let ready = readiness(link)
            if ready == now { return index }
            if best.map({ ready < $0.readiness }) ?? true { best = (index, ready) }
        }
        return best?.index
    }

    private func take(_ link: FollowedLink) throws {
        let visitor = WebVisitor(client, memory: WebVisitor.Memory(ledger))
        let name = DisplayText.oneLine(link.location)
        guard let fetched = try visitor.fetch(try WebAddress(link.location)) else {
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
