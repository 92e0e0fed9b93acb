// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A bar on standard error that shows how many of the inputs are done.
///
/// It is drawn only on a terminal and only for more than one input, at most ten times a second.
struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private var done = 0
    private var drawn: ContinuousClock.Instant?
    private static let cells = 24

    /// A bar for `total` inputs.
    init(total: Int) {
        self.total = total
        isShown = total > 1 && Terminal.isTerminal(STDERR_FILENO)
    }

    /// Counts one input as done.
    mutating func advance() {
        done += 1
        draw()
    }

    /// Takes the bar off the screen.
    mutating func clear() {
        guard isShown, drawn != nil else { return }
        Diagnostics.print(Terminal.emptyLine)
        drawn = nil
    }

    /// Takes the bar away before output that goes to the same screen.
    mutating func makeRoom() {
        if Terminal.isTerminal(STDOUT_FILENO) { clear() }
    }

    private mutating func draw() {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let drawn, now - drawn < .milliseconds(100) { return }
        let filled = Self.cells * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.cells - filled)
        Diagnostics.print("\(Terminal.emptyLine)\(bar) \(done) of \(total)")
        drawn = now
    }
}
