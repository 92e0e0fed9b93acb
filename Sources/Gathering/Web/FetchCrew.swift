// SPDX-License-Identifier: Apache-2.0

import Foundation

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

    /// Pages that are being fetched; those that nobody has asked for yet are dropped with it.
    package final class Round {
        private let board: FetchBoard

        fileprivate init(_ board: FetchBoard) { self.board = board }

        deinit { board.close() }

        /// Waits for the next outcome, with the request's place in the list; `nil` where no more will come.
        package func next() -> (Int, Outcome)? { withExtendedLifetime(self) { board.take() } }
    }

    let manner: WebClient.Manner
    let interruption: Interruption
    let visits: Visits
    /// The most hosts that are visited at once.
    let width: Int

    /// Pages and bytes that are held for an earlier page whose turn it is.
    private static let held = (pages: 1000, bytes: 64 << 20)

    /// Fetches all and hands each outcome over as it comes, with the request's place in the list, on the caller's thread.
    ///
    /// The requests of one host keep their order. After a wish to stop nothing more is handed over than what was under
    /// way. An error that `receive` throws ends the work.
    package func fetch(_ requests: [Request], receive: (Int, Outcome) throws -> Void) throws {
        let round = begin(requests) { FetchBoard(hosts: $0, workers: $1, order: .asTheyCome, pages: $1) }
        while let (index, outcome) = round.next() { try receive(index, outcome) }
    }

    /// Begins to fetch all; the outcomes come in the order of the requests.
    package func fetchInOrder(_ requests: [Request]) -> Round {
        begin(requests) {
            FetchBoard(hosts: $0, workers: $1, order: .asAskedFor, pages: Self.held.pages, bytes: Self.held.bytes)
        }
    }

    private func begin(_ requests: [Request], _ makeBoard: ([Int], _ workers: Int) -> FetchBoard) -> Round {
        var numbers: [String: Int] = [:]
        let hosts = requests.map { request in
            let number = numbers[request.address.host] ?? numbers.count
            numbers[request.address.host] = number
            return number
        }
        let count = max(1, min(width, numbers.count))
        let board = makeBoard(hosts, count)
        for _ in 0..<count {
            Thread.detachNewThread { self.work(on: requests, board) }
        }
        return Round(board)
    }

    private func work(on requests: [Request], _ board: FetchBoard) {
        defer { board.leave() }
        let client: Result<WebClient, GatheringError> = Result { () throws(GatheringError) in
            try WebClient(manner, interruption: interruption, visits: visits)
        }
        while let index = board.pick() {
            if interruption.isRaised { return board.close() }
            let request = requests[index]
            let outcome = client.flatMap { client in
                Result { () throws(GatheringError) in
                    try client.fetch(request.address, unlessStill: request.validators, byteLimit: request.byteLimit)
                }
            }
            board.put(index, outcome)
        }
    }
}
