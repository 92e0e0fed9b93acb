// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering
import Ledger

/// Reads the feeds that are followed and keeps what they name that is new.
struct FeedLook {
    let ledger: Ledger
    let client: WebClient
    let interruption: Interruption

    /// The most sitemaps of one index that are read at a time.
    private static let listLimit = 50
    /// How deep indexes of indexes are followed.
    private static let depthLimit = 2

    /// Does it; `false` where a feed could not be read, each told of in one line.
    func run() throws -> Bool {
        var isWhole = true
        var known: Set<String> = []
        // A list of feeds brings more feeds to follow, which are read as well.
        while let subscription = try ledger.subscriptions().first(where: { !known.contains($0.location) }) {
            if interruption.isRaised { break }
            known.insert(subscription.location)
            var noted = subscription
            noted.fault = nil
            do {
                try look(at: &noted)
                noted.checked = Date().ISO8601Format()
            } catch let error as GatheringError {
                if error.problem == .stopped { break }
                noted.fault = "\(error)"
            }
            if let fault = noted.fault {
                Diagnostics.report(fault)
                isWhole = false
            }
            try ledger.note(noted)
        }
        return isWhole
    }

    private func look(at subscription: inout Subscription) throws {
        let validators = Validators(entityTag: subscription.entityTag, lastModified: subscription.lastModified)
        guard let (feed, fetched) = try feed(at: subscription.location, unlessStill: validators) else { return }
        subscription.form = feed.form.rawValue
        subscription.title = feed.title
        subscription.fault = feed.fault.map { "\($0)" }
        try follow(feed, via: subscription.location, depth: 0)
        // Only what was read to its end need not be read again.
        guard feed.fault == nil else { return }
        subscription.entityTag = fetched.retrieval.headers["etag"]
        subscription.lastModified = fetched.retrieval.headers["last-modified"]
    }

    private func feed(at location: String, unlessStill validators: Validators?) throws -> (Feed, Fetched)? {
        let address = try WebAddress(location)
        guard let fetched = try client.fetch(address, unlessStill: validators, byteLimit: Feed.byteLimit) else {
            return nil
        }
        return (try FeedReader.feed(from: fetched.page, base: try WebAddress(fetched.retrieval.location)), fetched)
    }

    private func follow(_ feed: Feed, via location: String, depth: Int) throws {
        try ledger.follow(
            Feed.newestFirst(feed.pages).map {
                FollowedLink(location: $0.address.text, via: location, dated: $0.date?.ISO8601Format())
            })
        switch feed.form {
        case .opml:
            for list in feed.lists {
                _ = try ledger.subscribe(Subscription(location: list.address.text, since: Date().ISO8601Format()))
            }
        case .sitemapIndex where depth < Self.depthLimit:
            for list in Feed.newestFirst(feed.lists).prefix(Self.listLimit) where !interruption.isRaised {
                try follow(list, via: location, depth: depth)
            }
        default: break
        }
    }

    private func follow(_ list: Feed.Link, via location: String, depth: Int) throws {
        let dated = list.date?.ISO8601Format()
        if let known = try ledger.followedLink(list.address.text), known.state == .read, dated != nil,
            known.dated == dated
        {
            return
        }
        // One sitemap that cannot be read does not cost the others; it is tried again the next time.
        do {
            guard let (feed, _) = try feed(at: list.address.text, unlessStill: nil) else { return }
            try follow(feed, via: location, depth: depth + 1)
            let state: FollowedLink.State = feed.fault == nil ? .read : .failed
            try ledger.note(FollowedLink(location: list.address.text, via: location, dated: dated, state: state))
            if let fault = feed.fault { Diagnostics.report(fault) }
        } catch let error as GatheringError where error.problem != .stopped {
            Diagnostics.report(error)
        }
    }
}
