// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gathering
import Ledger
import Pages

/// The feeds that a verb follows and how it does so.
struct FollowOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Feeds to follow from now on, beside those followed already.",
            discussion: """
                URLs of RSS, Atom and JSON feeds, sitemaps and their indexes, and OPML lists; or a file that is an \
                OPML list.
                """,
            valueName: "feed"),
        completion: .file(extensions: ["opml", "xml"]))
    var feeds: [String] = []

    @Option(help: "The most new pages taken of one feed at a time, the newest first.")
    var limit: Int = 100

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var identity: IdentityOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var web: WebOptions

    func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit must be between 1 and 100000.") }
    }

    /// The URLs that the arguments mean; nothing is fetched for it.
    func addresses() throws -> [WebAddress] {
        try feeds.flatMap { argument -> [WebAddress] in
            guard WebAddress.isMeant(by: argument) else { return try Self.addresses(inFile: argument) }
            let address = try WebAddress(argument)
            guard !address.hasCredentials else {
                throw CommandFailure(
                    address.text, "a URL with a password cannot be followed, since it would have to be kept",
                    advice: "name the feed without it")
            }
            return [address]
        }
    }

    private static func addresses(inFile path: String) throws -> [WebAddress] {
        let window = try ByteWindow(path: path)
        let bytes = Array(try window.peek(PageLimits.bytes))
        let feed = try FeedReader.feed(from: Page(bytes: bytes, location: path), base: nil)
        guard feed.form == .opml else {
            throw CommandFailure(
                path, "this file is no OPML list", advice: "give the URL of a feed that is to be followed")
        }
        if let fault = feed.fault { throw fault }
        return feed.lists.map(\.address)
    }
}

extension FollowOptions {
    /// Follows the feeds named, takes what is new in all, and prints what became of each page; `false` where something
    /// could not be had.
    func takeRound(
        desk: ReadingDesk, client: WebClient, interruption: Interruption, naming addresses: [WebAddress]
    ) throws -> Bool {
        let output = StandardOutput()
        let store = LazyLedger(ledger, thresholds: identity.thresholds, aliases: identity.files)
        let opened = try addresses.isEmpty ? store.existing() : store.made()
        guard let opened else { throw LedgerError(.missing, path: ledger.location.path) }
        for address in addresses {
            let subscription = Subscription(location: address.text, since: Date().ISO8601Format())
            if try opened.subscribe(subscription) { try output.writeLine("following \(address.text)") }
        }
        try output.flush()
        let round = FollowRound(
            store: store, ledger: opened, desk: desk, client: client, interruption: interruption, output: output,
            limit: limit, hosts: web.hosts)
        let isWhole = try round.run()
        try store.close()
        return isWhole
    }
}
