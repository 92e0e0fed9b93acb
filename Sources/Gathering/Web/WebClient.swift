// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Pages

/// Fetches pages as a polite visitor: it obeys robots.txt, waits between two requests to one host, follows few
/// redirects, takes bounded time and bytes, and goes to no private address unless allowed.
package final class WebClient {
    /// How the client behaves and presents itself.
    package struct Manner: Sendable {
        /// The name in robots.txt and at the beginning of `User-Agent`.
        package var product = "entente"
        /// The version after the name.
        package var version: String
        /// A URL or mail address where the owner of a site can complain.
        package var contact: String?
        /// Which addresses a connection may go to.
        package var mayReach: @Sendable (NetworkAddress) -> Bool = { $0.isPublic }
        /// The time between two requests to one host; a longer one that robots.txt asks for counts.
        package var delay: Duration = .seconds(1)
        /// The longest time that robots.txt can ask for.
        package var longestDelay: Duration = .seconds(60)
        /// Limits of one request.
        package var limits = FetchLimits()

        /// The usual behaviour of a version of the program.
        package init(version: String) {
            self.version = version
        }

        /// The value of `User-Agent`.
        package var userAgent: String {
            let contact = contact.map { $0.trimming { $0.value <= 0x20 }.filter(\.isASCII) } ?? ""
            return "\(product)/\(version)" + (contact.isEmpty ? "" : " (+\(contact))")
        }
    }

    /// How the client behaves.
    package let manner: Manner
    private let transport: Transport
    private let interruption: Interruption
    private let now: () -> Date
    private let visits: Visits

    /// How long a robots.txt is believed (RFC 9309, section 2.4).
    private static let robotsAge: TimeInterval = 24 * 60 * 60
    /// Redirects of a robots.txt that are followed (section 2.3.1.2).
    private static let robotsRedirects = 5

    /// Prepares to fetch; `now` tells the time that is kept with each page.
    package convenience init(
        _ manner: Manner, interruption: Interruption = Interruption(), now: @escaping () -> Date = { Date() }
    ) throws(GatheringError) {
        try self.init(manner, interruption: interruption, visits: Visits(delay: manner.delay), now: now)
    }

    init(
        _ manner: Manner, interruption: Interruption, visits: Visits, now: @escaping () -> Date = { Date() }
    ) throws(GatheringError) {
        guard
            let transport = Transport(
                userAgent: manner.userAgent, mayReach: manner.mayReach, interruption: interruption)
        else { throw GatheringError(.connection(reason: "libcurl cannot be started")) }
        self.manner = manner
        self.transport = transport
        self.interruption = interruption
        self.now = now
        self.visits = visits
    }

    /// Clients that fetch from up to `width` hosts at once and share what this one knows of them.
    package func crew(of width: Int) -> FetchCrew {
        FetchCrew(manner: manner, interruption: interruption, visits: visits, width: width)
    }

    /// Fetches a page; `nil` where the server says that it is still the version of `validators`.
    ///
    /// `byteLimit` stands in for the usual limit of the body. Throws for every status but 200.
    package func fetch(
        _ address: WebAddress, unlessStill validators: Validators? = nil, byteLimit: Int? = nil
    ) throws(GatheringError) -> Fetched? {
        var place = address
        var limits = manner.limits
        limits.bytes = byteLimit ?? limits.bytes
        for _ in 0...manner.limits.redirects {
            try checkRobots(for: place)
            let answer = try ask(place, fields: validators?.fields ?? [], limits: limits)
            switch answer.status {
            case 200:
                return fetched(answer, requested: address, at: place)
            case 304 where validators != nil:
                return nil
            case 301, 302, 303, 307, 308:
                place = try Self.next(of: answer, from: place)
            default:
                throw GatheringError(
                    .status(answer.status, retryAfter: answer.headers["retry-after"]), location: place.text)
            }
        }
        throw GatheringError(.redirects(limit: manner.limits.redirects), location: address.text)
    }

    private func fetched(_ answer: Transport.Answer, requested: WebAddress, at place: WebAddress) -> Fetched {
        let instant = now().ISO8601Format()
        let headers = Retrieval.keptHeaders.compactMap { name in answer.headers[name].map { (name, $0) } }
        return Fetched(
            page: Page(
                bytes: answer.body, location: place.text, contentType: answer.headers["content-type"],
                retrieved: instant),
            retrieval: Retrieval(
                requested: requested.text, location: place.text, instant: instant,
                headers: Dictionary(headers, uniquingKeysWith: { first, _ in first })))
    }

    private static func next(of answer: Transport.Answer, from place: WebAddress) throws(GatheringError) -> WebAddress {
        guard let target = answer.headers["location"], !target.isEmpty else {
            throw GatheringError(.brokenAnswer(reason: "a redirect that leads nowhere"), location: place.text)
        }
        return try WebAddress(target, relativeTo: place)
    }

    private func ask(
        _ address: WebAddress, fields: [String], limits: FetchLimits
    ) throws(GatheringError) -> Transport.Answer {
        guard visits.enter(address.host, interruption: interruption) else {
            throw GatheringError(.stopped, location: address.text)
        }
        defer { visits.leave(address.host) }
        return try transport.get(address, fields: fields, limits: limits)
    }

    private func checkRobots(for address: WebAddress) throws(GatheringError) {
        let rules = try robotsRules(of: address)
        guard rules.allows(address.target) else {
            throw GatheringError(.disallowed(robots: "\(address.origin)/robots.txt"), location: address.text)
        }
    }

    private func robotsRules(of address: WebAddress) throws(GatheringError) -> RobotsRules {
        if let known = visits.robots(of: address.origin), now().timeIntervalSince(known.fetched) < Self.robotsAge {
            return known.rules
        }
        let rules = try fetchRobots(of: address)
        visits.note(rules, of: address.origin, fetched: now())
        if let seconds = rules.crawlDelay {
            visits.slow(address.host, to: min(.seconds(seconds), manner.longestDelay))
        }
        return rules
    }

    private func fetchRobots(of address: WebAddress) throws(GatheringError) -> RobotsRules {
        var limits = manner.limits
        limits.bytes = 4 * RobotsRules.byteLimit
        var place = try WebAddress("/robots.txt", relativeTo: address)
        for _ in 0...Self.robotsRedirects {
            let answer: Transport.Answer
            do throws(GatheringError) {
                answer = try ask(place, fields: [], limits: limits)
            } catch {
                switch error.problem {
                // A file that is no robots.txt by its size or make holds no rules that could be read.
                case .tooLarge, .compressionBomb: return .allowAll
                // What stands in the way of the page as well is told of as it is.
                case .privateAddress, .unknownHost, .connection, .untrusted, .stopped:
                    throw GatheringError(error.problem, location: address.text)
                default:
                    throw GatheringError(.robotsUnreachable(reason: error.shortReason), location: address.text)
                }
            }
            switch answer.status {
            case 200..<300: return RobotsRules(answer.body, product: manner.product)
            case 300..<400:
                guard let next = try? Self.next(of: answer, from: place) else { return .allowAll }
                place = next
            case 400..<500 where answer.status != 429: return .allowAll
            default:
                throw GatheringError(.robotsUnreachable(reason: "status \(answer.status)"), location: address.text)
            }
        }
        return .allowAll
    }
}

extension GatheringError {
    /// What happened, in few words, for a message about something that follows from it.
    fileprivate var shortReason: String {
        switch problem {
        case .timeout(let seconds): "no answer in \(seconds) seconds"
        case .brokenAnswer(let reason): reason
        default: code.rawValue
        }
    }
}
