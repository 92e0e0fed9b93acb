// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Fetches pages of several hosts at the same time; of one host one page after the other, with its pauses.
package struct FetchCrew: Sendable {
    /// A page to fetch.
    package struct Request: Sendable {
        /// Where it is.
        package var address: WebAddress
        /// What is known of the version that is kept.
        package var validators: Validators?
        /// The most bytes that are taken, where it is not the client's own limit.
        package var byteLimit: Int?

        /// A request for `address`.
        package init(_ address: WebAddress, unlessStill validators: Validators? = nil, byteLimit: Int? = nil) {
            self.address = address
            self.validators = validators
            self.byteLimit = byteLimit
        }
    }

    /// A page, `nil` where it is still the version that is kept, or why it could not be had.
    package typealias Outcome = Result<Fetched?, GatheringError>

    let manner: WebClient.Manner
    let interruption: Interruption
    let visits: Visits
    /// The most hosts that are visited at once, and the most pages that are held.
    let width: Int

    /// Fetches all and hands each outcome over as it comes, with the request's place in the list, on the caller's thread.
    ///
    /// The requests of one host keep their order. After a wish to stop nothing more is handed over than what was under
    /// way. An error that `receive` throws ends the work.
    package func fetch(_ requests: [Request], receive: (Int, Outcome) throws -> Void) throws {
        var lanes: [[Int]] = []
        var laneOfHost: [String: Int] = [:]
        for (index, request) in requests.enumerated() {
            if let lane = laneOfHost[request.address.host] {
                lanes[lane].append(index)
            } else {
                laneOfHost[request.address.host] = lanes.count
                lanes.append([index])
            }
        }
        let count = max(1, min(width, lanes.count))
        let board = Board(lanes: lanes, workers: count)
        for _ in 0..<count {
            Thread.detachNewThread { self.work(on: requests, board) }
        }
        defer { board.close() }
        while let (index, outcome) = board.take() { try receive(index, outcome) }
    }

    private func work(on requests: [Request], _ board: Board) {
        defer { board.leave() }
        let client: Result<WebClient, GatheringError> = Result { () throws(GatheringError) in
            try WebClient(manner, interruption: interruption, visits: visits)
        }
        while let lane = board.nextLane() {
            for index in lane {
                guard board.waitForRoom(), !interruption.isRaised else { return }
                let request = requests[index]
                let outcome = client.flatMap { client in
                    Result { () throws(GatheringError) in
                        try client.fetch(
                            request.address, unlessStill: request.validators, byteLimit: request.byteLimit)
                    }
                }
                board.put(index, outcome)
            }
        }
    }
}

/// Where the clients of a crew take work from and lay down what they fetched.
private final class Board: Sendable {
    private struct State {
        var lanes: ArraySlice<[Int]>
        var outcomes: [(Int, FetchCrew.Outcome)] = []
        var workers: Int
        var isClosed = false
    }

    private let state: Mutex<State>
    /// Counts the pages that may still be fetched before one is taken.
    private let room = DispatchSemaphore(value: 0)
    /// Counts outcomes and clients that have gone.
    private let news = DispatchSemaphore(value: 0)

    init(lanes: [[Int]], workers: Int) {
        state = Mutex(State(lanes: lanes[...], workers: workers))
        for _ in 0..<workers { room.signal() }
    }

    /// The requests of a host that nobody works on.
    func nextLane() -> [Int]? { state.withLock { $0.isClosed ? nil : $0.lanes.popFirst() } }

    /// Waits until one more page may be held; `false` where no more are wanted.
    func waitForRoom() -> Bool {
        room.wait()
        return state.withLock { !$0.isClosed }
    }

    func put(_ index: Int, _ outcome: FetchCrew.Outcome) {
        state.withLock { $0.outcomes.append((index, outcome)) }
        news.signal()
    }

    /// Says that one client has gone.
    func leave() {
        state.withLock { $0.workers -= 1 }
        news.signal()
    }

    /// Waits for the next outcome; `nil` where no more will come.
    func take() -> (Int, FetchCrew.Outcome)? {
        while true {
            news.wait()
            let (outcome, isEnd) = state.withLock { state in
                let outcome = state.outcomes.isEmpty ? nil : state.outcomes.removeFirst()
                return (outcome, outcome == nil && state.workers == 0)
            }
            if let outcome {
                room.signal()
                return outcome
            }
            if isEnd { return nil }
        }
    }

    /// Lets the clients go home.
    func close() {
        let workers = state.withLock { state in
            state.isClosed = true
            return state.workers
        }
        for _ in 0..<workers { room.signal() }
    }
}
