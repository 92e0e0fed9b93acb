// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering
import Ledger

/// Reads the feeds that are followed and keeps what they name that is new.
struct FeedLook {
    let ledger: Ledger
    let client: WebClient
    let interruption: Interruption
    /// The most hosts that are visited at once.
    let hosts: Int

    /// The most sitemaps of one index that are read at a time.
    private static let listLimit = 50
    /// How deep indexes of indexes are followed.
    private static let depthLimit = 2

    /// Does it; `false` where a feed could not be read, each told of in one line.
    func run() throws -> Bool {
        var isWhole = true
        var known: Set<String> = []
        // A list of feeds brings more feeds to follow, which are read as well.
        while !interruption.isRaised {
            let new = try ledger.subscriptions().filter { known.insert($0.location).inserted }
            if new.isEmpty { break }
            isWhole = try look(at: new) && isWhole
        }
        return isWhole
    }

    private func look(at subscriptions: [Subscription]) throws -> Bool {
        var isWhole = true
        var asked: [Subscription] = []
        var requests: [FetchCrew.Request] = []
        for subscription in subscriptions {
            let validators = Validators(entityTag: subscription.entityTag, lastModified: subscription.lastModified)
            do throws(GatheringError) {
                let address = try WebAddress(subscription.location)
                requests.append(FetchCrew.Request(address, unlessStill: validators, byteLimit: Feed.byteLimit))
                asked.append(subscription)
            } catch {
                isWhole = false
                try note(subscription, fault: "\(error)")
            }
        }
        try client.crew(of: hosts).fetch(requests) { index, outcome in
            var subscription = asked[index]
            do {
                subscription.fault = nil
                if let fetched = try outcome.get() { try take(fetched, of: &subscription) }
                subscription.checked = Date().ISO8601Format()
                isWhole = try note(subscription, fault: subscription.fault) && isWhole
            } catch let error as GatheringError {
                guard error.problem != .stopped else { return }
                isWhole = false
                try note(asked[index], fault: "\(error)")
            }
        }
        return isWhole
    }

    /// Keeps what was seen of a feed and tells what is wrong with it; `false` where something is.
    @discardableResult
    private func note(_ subscription: Subscription, fault: String?) throws -> Bool {
        var noted = subscription
        noted.fault = fault
        if let fault { Diagnostics.report(fault) }
        try ledger.note(noted)
        return fault == nil
    }

    private func take(_ fetched: Fetched, of subscription: inout Subscription) throws {
        let feed = try self.feed(in: fetched)
        subscription.form = feed.form.rawValue
        subscription.title = feed.title
        subscription.fault = feed.fault.map { "\($0)" }
        try follow(feed, via: subscription.location, depth: 0)
        // Only what was read to its end need not be read again.
        guard feed.fault == nil else { return }
        subscription.entityTag = fetched.retrieval.headers["etag"]
        subscription.lastModified = fetched.retrieval.headers["last-modified"]
    }

    private func feed(in fetched: Fetched) throws -> Feed {
        try FeedReader.feed(from: fetched.page, base: try WebAddress(fetched.retrieval.location))
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
            guard let fetched = try client.fetch(list.address, byteLimit: Feed.byteLimit) else { return }
            let feed = try self.feed(in: fetched)
            try follow(feed, via: location, depth: depth + 1)
            let state: FollowedLink.State = feed.fault == nil ? .read : .failed
            try ledger.note(FollowedLink(location: list.address.text, via: location, dated: dated, state: state))
            if let fault = feed.fault { Diagnostics.report(fault) }
        } catch let error as GatheringError where error.problem != .stopped {
            Diagnostics.report(error)
        }
    }
}
