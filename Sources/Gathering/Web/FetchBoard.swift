// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Where the clients of a crew take work from and lay down what they fetched.
final class FetchBoard: Sendable {
    /// In which order outcomes are handed over.
    enum Order {
        /// The first that is there.
        case asTheyCome
        /// In the order of the requests.
        case asAskedFor
    }

    private struct State {
        /// Requests that nobody has begun, in their order.
        var waiting: [Int]
        /// Hosts that are being asked.
        var busy: Set<Int> = []
        /// What was fetched and not handed over.
        var outcomes: [(index: Int, outcome: FetchCrew.Outcome)] = []
        /// Bytes of these.
        var heldBytes = 0
        var begun = 0
        var taken = 0
        var workers: Int
        /// Clients that wait for something to change.
        var idle = 0
        var isClosed = false
    }

    private let state: Mutex<State>
    /// The host of each request.
    private let hosts: [Int]
    private let order: Order
    private let pageLimit: Int
    private let byteLimit: Int
    /// Wakes idle clients.
    private let change = DispatchSemaphore(value: 0)
    /// Counts outcomes and clients that have gone.
    private let news = DispatchSemaphore(value: 0)

    /// Work for `workers` clients: a request for each of `hosts`, which are numbers.
    ///
    /// No more is begun where `pages` are under way or held, or `bytes` are held, except for the page whose turn it is.
    init(hosts: [Int], workers: Int, order: Order, pages: Int, bytes: Int = .max) {
        self.hosts = hosts
        self.order = order
        pageLimit = pages
        byteLimit = bytes
        state = Mutex(State(waiting: Array(hosts.indices), workers: workers))
    }

    /// The next request of a host that nobody asks; waits for one, and gives `nil` where no more are to be begun.
    func pick() -> Int? {
        while true {
            let (index, isEnd) = state.withLock { state -> (Int?, Bool) in
                if state.isClosed || state.waiting.isEmpty { return (nil, true) }
                let place = state.waiting.firstIndex { !state.busy.contains(hosts[$0]) && mayBegin($0, state) }
                guard let place else {
                    state.idle += 1
                    return (nil, false)
                }
                let index = state.waiting.remove(at: place)
                state.busy.insert(hosts[index])
                state.begun += 1
                return (index, false)
            }
            if index != nil || isEnd { return index }
            change.wait()
        }
    }

    private func mayBegin(_ index: Int, _ state: State) -> Bool {
        order == .asAskedFor && index == state.taken
            || state.begun - state.taken < pageLimit && state.heldBytes < byteLimit
    }

    /// Lays down what came of a request that was picked.
    func put(_ index: Int, _ outcome: FetchCrew.Outcome) {
        wake { state in
            state.outcomes.append((index, outcome))
            state.heldBytes += outcome.size
            state.busy.remove(hosts[index])
        }
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
            var isEnd = false
            var next: (index: Int, outcome: FetchCrew.Outcome)?
            wake { state in
                let place = state.outcomes.firstIndex { order == .asTheyCome || $0.index == state.taken }
                guard let place else {
                    isEnd = state.workers == 0
                    return
                }
                let found = state.outcomes.remove(at: place)
                state.heldBytes -= found.outcome.size
                state.taken += 1
                next = found
            }
            if let next { return next }
            if isEnd { return nil }
            news.wait()
        }
    }

    /// Lets the clients go home.
    func close() { wake { $0.isClosed = true } }

    /// Changes the state and wakes all that may wait for it.
    private func wake(after change: (inout State) -> Void) {
        let idle = state.withLock { state in
            change(&state)
            defer { state.idle = 0 }
            return state.idle
        }
        for _ in 0..<idle { self.change.signal() }
    }
}

extension FetchCrew.Outcome {
    /// Bytes of the page.
    fileprivate var size: Int {
        guard case .success(let fetched?) = self else { return 0 }
        return fetched.page.bytes.count
    }
}
