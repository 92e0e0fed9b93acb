// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// A wish to stop that long work looks at and that ends its waits.
package final class Interruption: Sendable {
    private let raised = Atomic<Bool>(false)
    private let waiter = DispatchSemaphore(value: 0)

    /// Makes one that nobody has raised.
    package init() {}

    /// Whether the work should stop.
    package var isRaised: Bool { raised.load(ordering: .relaxed) }

    /// Asks the work to stop; may be called from any thread and more than once.
    package func raise() {
        raised.store(true, ordering: .relaxed)
        waiter.signal()
    }

    /// Waits, but not longer than until somebody raises it.
    package func wait(for duration: Duration) {
        guard !isRaised, duration > .zero else { return }
        let nanoseconds = Int(min(duration / .nanoseconds(1), 1e18))
        if waiter.wait(timeout: .now() + .nanoseconds(nanoseconds)) == .success { waiter.signal() }
    }
}
