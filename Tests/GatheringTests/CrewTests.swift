// SPDX-License-Identifier: Apache-2.0

import Gathering
import TestServer
import Testing

@Suite(
    "Fetching from several hosts at once",
    .enabled(if: LocalServer.isPossible, Comment(rawValue: LocalServer.absence)))
struct CrewTests {
    private let server: LocalServer

    init() throws {
        server = try LocalServer()
    }

    private func requests(_ hosts: [String], pages: Int) throws -> [FetchCrew.Request] {
        try hosts.flatMap { host in
            try (0..<pages).map { FetchCrew.Request(try server.address("/page?\($0)", host: host)) }
        }
    }

    @Test("no host waits for another; of one host the pages come in order and with its pauses")
    func hosts() throws {
        let client = try Clients.client { $0.delay = .milliseconds(400) }
        let requests = try requests(["127.0.0.1", "localhost"], pages: 3)
        var order: [Int] = []
        try client.crew(of: 4).fetch(requests) { index, outcome in
            let fetched = try outcome.get()
            #expect(fetched != nil)
            order.append(index)
        }
        #expect(order.sorted() == Array(0..<6))
        #expect(order.filter { $0 < 3 } == [0, 1, 2] && order.filter { $0 >= 3 } == [3, 4, 5])
        let log = try server.log()
        let byHost = ["127.0.0.1", "localhost"].map { host in
            log.filter { $0.headers["Host"]?.hasPrefix(host) == true }.map(\.time)
        }
        for times in byHost {
            #expect(times.count == 4, "robots.txt once, and the pages")
            #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 0.39 })
        }
        // The second host was not kept until the first was done.
        #expect(byHost[1][0] < byHost[0][3] && byHost[0][0] < byHost[1][3])
    }

    @Test("pages can come in the order asked for, while hosts that are quicker go ahead")
    func inOrder() throws {
        let slow = try (1...2).map { FetchCrew.Request(try server.address("/slow?seconds=1&\($0)")) }
        let quick = try (0..<12).map { FetchCrew.Request(try server.address("/page?\($0)", host: "localhost")) }
        let bad = FetchCrew.Request(try server.address("/page", host: "nowhere.invalid"))
        let round = try Clients.client().crew(of: 2).fetchInOrder([slow[0], bad] + quick + [slow[1]])
        var order: [Int] = []
        while let (index, outcome) = round.next() {
            order.append(index)
            let isPage = if case .success(.some) = outcome { true } else { false }
            #expect(isPage == (index != 1))
        }
        #expect(order == Array(0..<15))
        let paths = try server.log().map(\.path)
        let lastQuick = try #require(paths.firstIndex(of: "/page?11"))
        let lastSlow = try #require(paths.firstIndex(of: "/slow?seconds=1&2"))
        #expect(lastQuick < lastSlow, "the quick host was not kept waiting")
    }

    @Test("pages that nobody asks for any more are not fetched")
    func droppedRound() throws {
        var round: FetchCrew.Round? = try Clients.client { $0.delay = .milliseconds(200) }
            .crew(of: 2).fetchInOrder(try requests(["127.0.0.1", "localhost"], pages: 20))
        #expect(round?.next()?.0 == 0)
        round = nil
        let count = try server.log().count
        #expect(count < 20)
    }

    @Test("clients that meet at one host by a redirect ask it one after the other")
    func meeting() throws {
        let client = try Clients.client { $0.delay = .milliseconds(300) }
        let requests = [
            FetchCrew.Request(try server.address("/page?1")),
            FetchCrew.Request(try server.address("/hops?left=1", host: "localhost")),
        ]
        try client.crew(of: 2).fetch(requests) { _, outcome in
            let fetched = try outcome.get()
            #expect(fetched != nil)
        }
        let times = try server.log().filter { $0.headers["Host"]?.hasPrefix("127") == true }.map(\.time)
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 0.29 })
    }

    @Test("one page that cannot be had does not cost the others, and the same page is not sent again")
    func outcomes() throws {
        let requests = [
            FetchCrew.Request(try server.address("/status?code=404")),
            FetchCrew.Request(
                try server.address("/same"), unlessStill: Validators(entityTag: "\"one\"", lastModified: nil)),
            FetchCrew.Request(try server.address("/page", host: "nowhere.invalid")),
        ]
        var outcomes: [Int: String] = [:]
        try Clients.client().crew(of: 8).fetch(requests) { index, outcome in
            switch outcome {
            case .success(let fetched): outcomes[index] = fetched == nil ? "same" : "new"
            case .failure(let error): outcomes[index] = error.code.rawValue
            }
        }
        #expect(outcomes[1] == "same")
        #expect(outcomes[0]?.hasPrefix("GATHER-") == true && outcomes[2]?.hasPrefix("GATHER-") == true)
        #expect(outcomes.count == 3)
    }

    @Test("a wish to stop and an error of the receiver end the work")
    func stopping() throws {
        let interruption = Interruption()
        let client = try WebClient(Clients.manner, interruption: interruption)
        var seen = 0
        try client.crew(of: 1).fetch(try requests(["127.0.0.1"], pages: 9)) { _, _ in
            seen += 1
            interruption.raise()
        }
        #expect(seen < 9)
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            try Clients.client().crew(of: 2).fetch(try requests(["127.0.0.1", "localhost"], pages: 5)) { _, _ in
                throw Refusal()
            }
        }
    }

    @Test("nothing to fetch is nothing to wait for")
    func nothing() throws {
        try Clients.client().crew(of: 3).fetch([]) { _, _ in Issue.record("something came") }
    }
}
