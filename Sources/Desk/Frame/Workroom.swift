// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Threads for work that waits for the disk or takes long, so that answering other requests goes on meanwhile.
package struct Workroom: Sendable {
    private let queue: OperationQueue

    /// Makes `width` threads.
    package init(width: Int) {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = max(1, width)
    }

    /// The outcome of `work`, done on one of the threads.
    package func run<Outcome: Sendable>(_ work: @escaping @Sendable () throws -> Outcome) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: work)) }
        }
    }
}
