// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How the Desk is to run.
package struct DeskConfiguration: Sendable {
    /// The address to listen on.
    package var host: String
    /// The port to listen on; 0 takes one that is free.
    package var port: Int
    /// Who works at the Desk where nobody has to sign in.
    package var author: String
    /// What the time is; tests set it.
    package var now: @Sendable () -> Date
    /// The largest file or form that is taken, in bytes.
    package var largestUpload: Int

    /// Describes a Desk; by default one on the machine's own address.
    package init(
        host: String = "127.0.0.1", port: Int = 8080, author: String = "desk",
        now: @escaping @Sendable () -> Date = Date.init,
        largestUpload: Int = 32 * 1024 * 1024
    ) {
        self.host = host
        self.port = port
        self.author = author
        self.now = now
        self.largestUpload = largestUpload
    }

    /// Whether only this machine can reach the Desk.
    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}
