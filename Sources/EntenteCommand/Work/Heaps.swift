// SPDX-License-Identifier: Apache-2.0

import CMalloc

/// The heaps from which the threads of this program take memory.
enum Heaps {
    /// Lets two threads share a heap, where each would have its own and keep for itself what a large page has left.
    ///
    /// Threads that wait for a heap cost less than those megabytes. To be called before the threads start.
    static func share(among threads: Int) {
        _ = mallopt(M_ARENA_MAX, Int32(clamping: max(1, threads / 2)))
    }
}
