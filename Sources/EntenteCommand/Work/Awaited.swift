// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Work of the concurrent world, waited for on a thread that is not one of its own, such as the main one.
enum Awaited {
    /// Does `work` and gives what it gives or throws.
    static func result<Result: Sendable>(of work: @escaping @Sendable () async throws -> Result) throws -> Result {
        let done = DispatchSemaphore(value: 0)
        let outcome = Outcome<Result>()
        Task {
            do {
                let result = try await work()
                outcome.set(.success(result))
            } catch {
                outcome.set(.failure(error))
            }
            done.signal()
        }
        done.wait()
        return try outcome.get()
    }

    private final class Outcome<Result: Sendable>: Sendable {
        private let value = Mutex<Swift.Result<Result, any Error>?>(nil)

        func set(_ result: Swift.Result<Result, any Error>) { value.withLock { $0 = result } }

        func get() throws -> Result {
            guard let value = value.withLock({ $0 }) else { throw CancellationError() }
            return try value.get()
        }
    }
}
