// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gathering
import Ledger

/// `entente watch`: pulls again and again.
struct WatchVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Pull again and again until told to stop.",
        discussion: """
            SIGTERM, SIGINT (Ctrl-C) and SIGHUP stop it cleanly: what is being fetched is dropped, what is being read \
            is finished, the ledger is closed, and the exit status is 0. What goes wrong in a round is told of on \
            standard error and does not end the watch.

            EXAMPLES
              entente watch --every 15m
              entente watch --every 6h https://city.example/news/rss.xml >> watch.log
            """)

    @OptionGroup var follow: FollowOptions

    @Option(help: "The time between the ends of two rounds: a number and s, m, h or d.")
    var every = WaitingTime(minutes: 15)

    func run() throws {
        var addresses = try follow.addresses()
        let interruption = Interruption()
        let signals = StopSignals(interruption)
        let client = try WebClient(follow.web.manner, interruption: interruption)
        let desk = ReadingDesk(model: follow.model.model)
        while !interruption.isRaised {
            do {
                _ = try follow.takeRound(desk: desk, client: client, interruption: interruption, naming: addresses)
                addresses = []
            } catch let error as LedgerError where error.code == .busy {
                // Another program is at work on the ledger; the next round comes.
                Diagnostics.report(error)
            }
            interruption.wait(for: .seconds(every.seconds))
        }
        withExtendedLifetime(signals) {}
    }
}
