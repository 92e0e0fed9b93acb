// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// The option that says how many threads work.
struct JobOptions: ParsableArguments {
    @Option(help: "How many inputs are worked on at once (default: the processors of this machine).")
    var jobs: Int?

    /// The number of threads.
    var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        guard (1...1024).contains(count) else { throw ValidationError("--jobs must be between 1 and 1024.") }
    }
}
