// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Does work on several threads and hands the results on in the order in which the work was given.
///
/// Only a few pieces of work wait for each thread, and only so many results for an earlier one, so memory stays bounded
/// however much there is to do. With one job the work is done where it is given, without a thread.
final class OrderedWork<Input: Sendable, Output: Sendable> {
    /// Work that waits for a thread: its inputs may be large.
    private static var waitingPerThread: Int { 2 }
    /// Work that was given and whose result was not handed on: one slow piece must not stop the other threads.
    private static var underWayPerThread: Int { 64 }

    private let work: @Sendable (Input) -> Output
    private let receive: (Output) throws -> Void
    private let pool: WorkPool<Input, Output>?
    private let mostWaiting: Int
    private let mostUnderWay: Int
    private var given = 0
    private var received = 0

    /// Prepares to do `work` on `jobs` threads; `receive` gets the results, on the thread that gives the work.
    init(jobs: Int, work: @escaping @Sendable (Input) -> Output, receive: @escaping (Output) throws -> Void) {
        self.work = work
        self.receive = receive
        mostWaiting = Self.waitingPerThread * jobs
        mostUnderWay = Self.underWayPerThread * jobs
        pool = jobs > 1 ? WorkPool(threads: jobs, work: work) : nil
    }

    deinit { pool?.close() }

    /// Gives the next piece of work; hands on what is done, and waits for some where much is under way.
    func give(_ input: Input) throws {
        guard let pool else { return try receive(work(input)) }
        let waiting = pool.add(input, number: given)
        given += 1
        try handOn(from: pool)
        guard waiting > mostWaiting || given - received > mostUnderWay else { return }
        repeat {
            pool.waitForResult()
            try handOn(from: pool)
        } while given - received > mostUnderWay || pool.waitingCount > mostWaiting
    }

    /// Waits for everything that is under way and hands it on.
    func finish() throws {
        guard let pool else { return }
        while true {
            try handOn(from: pool)
            guard received < given else { return }
            pool.waitForResult()
        }
    }

    /// Hands on the results that are next and there.
    private func handOn(from pool: WorkPool<Input, Output>) throws {
        while received < given, let output = pool.result(received) {
            received += 1
            try receive(output)
        }
    }
}

/// Threads that take numbered pieces of work and keep the results until they are fetched.
private final class WorkPool<Input: Sendable, Output: Sendable>: Sendable {
    private struct State {
        var waiting: [(number: Int, input: Input)] = []
        var results: [Int: Output] = [:]
        var isClosed = false
    }

    /// What the main thread of a program has, too.
    private static var stackSize: Int { 8 << 20 }

    private let state = Mutex(State())
    private let added = DispatchSemaphore(value: 0)
    private let finished = DispatchSemaphore(value: 0)
    private let threads: Int

    init(threads: Int, work: @escaping @Sendable (Input) -> Output) {
        self.threads = threads
        for _ in 0..<threads {
            let thread = Thread { [self] in
                while let (number, input) = take() { put(work(input), number: number) }
            }
            thread.stackSize = Self.stackSize
            thread.start()
        }
    }

    /// Returns how many pieces of work no thread has begun.
    func add(_ input: Input, number: Int) -> Int {
        defer { added.signal() }
        return state.withLock {
            $0.waiting.append((number, input))
            return $0.waiting.count
        }
    }

    /// How many pieces of work no thread has begun.
    var waitingCount: Int { state.withLock(\.waiting.count) }

    /// Lets the threads end; work that no thread has begun is not done.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.waiting = []
        }
        for _ in 0..<threads { added.signal() }
    }

    /// The result of that number if it is there; it is given once.
    func result(_ number: Int) -> Output? {
        state.withLock { $0.results.removeValue(forKey: number) }
    }

    /// Waits for the next result, whichever it is; may return at once for one that was fetched already.
    func waitForResult() { finished.wait() }

    /// The piece of work that has waited longest; `nil` where there will be none.
    private func take() -> (number: Int, input: Input)? {
        added.wait()
        return state.withLock { $0.isClosed || $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    private func put(_ output: Output, number: Int) {
        state.withLock { $0.results[number] = output }
        finished.signal()
    }
}
