// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gathering
import Ledger

/// `entente pull`: reads what is new in feeds into the ledger.
struct PullVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: "Read the pages that are new in feeds and sitemaps into the ledger.",
        discussion: """
            A feed that is named once is followed from then on; the ledger remembers it and the pages it named. Each \
            pull takes what is new since the last one. robots.txt is obeyed, and each host has its pauses. SIGTERM, \
            SIGINT (Ctrl-C) and SIGHUP stop it cleanly: what is being fetched is dropped, what is being read is \
            finished, the ledger is closed, and the next pull goes on from there.

            EXAMPLES
              entente pull https://city.example/news/rss.xml
              entente pull
              entente pull --limit 20 https://city.example/sitemap.xml feeds.opml
              entente pull --forget https://city.example/news/rss.xml
              entente show subscriptions
            """)

    @OptionGroup var follow: FollowOptions

    @Flag(help: "Follow the feeds named no longer, and fetch nothing.")
    var forget = false

    func validate() throws {
        guard !forget || !follow.feeds.isEmpty else { throw ValidationError("--forget needs the feeds to forget.") }
    }

    func run() throws {
        let addresses = try follow.addresses()
        if forget { return try forget(addresses) }
        let interruption = Interruption()
        let signals = StopSignals(interruption)
        let client = try WebClient(follow.web.manner, interruption: interruption)
        let desk = ReadingDesk(model: follow.model.model)
        let isWhole = try follow.takeRound(
            desk: desk, client: client, interruption: interruption, naming: addresses)
        withExtendedLifetime(signals) {}
        if !isWhole { throw ExitStatus.someInputsFailed }
    }

    private func forget(_ addresses: [WebAddress]) throws {
        let output = StandardOutput()
        let ledger = try Ledger(at: follow.ledger.location, ifAbsent: .refuse)
        var isWhole = true
        for address in addresses {
            if try ledger.unsubscribe(from: address.text) {
                try output.writeLine("forgotten \(address.text)")
            } else {
                Diagnostics.report("\(address.text): this feed is not followed; see entente show subscriptions")
                isWhole = false
            }
        }
        try output.flush()
        try ledger.close()
        if !isWhole { throw ExitStatus.someInputsFailed }
    }
}
