// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The reader of the output went away, which is no fault; the program ends without a word.
struct OutputClosed: Error {}

/// The standard output, gathered into large writes.
final class StandardOutput {
    private var pending: [UInt8] = []
    private let limit: Int

    /// Opens the output; on a terminal what is written shows at once.
    init() {
        limit = Terminal.isTerminal(STDOUT_FILENO) ? 0 : 1 << 16
        pending.reserveCapacity(limit)
    }

    /// Adds bytes of UTF-8 text to the output.
    func write(_ bytes: some Collection<UInt8>) throws {
        pending.append(contentsOf: bytes)
        if pending.count >= limit { try flush() }
    }

    /// Adds `text` to the output.
    func write(_ text: String) throws {
        try write(text.utf8)
    }

    /// Adds `text` and the end of a line.
    func writeLine(_ text: String) throws {
        try write(text + "\n")
    }

    /// Hands everything to the system.
    func flush() throws {
        var written = 0
        while written < pending.count {
            let count = pending[written...].withUnsafeBytes {
                Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count > 0 {
                written += count
            } else if errno == EPIPE {
                throw OutputClosed()
            } else if errno != EINTR {
                throw CommandFailure("standard output", systemError: errno)
            }
        }
        pending.removeAll(keepingCapacity: true)
    }
}
