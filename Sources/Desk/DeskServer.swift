// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Mustache

/// The local web application over one ledger.
package struct DeskServer: Sendable {
    /// The address and port to listen on.
    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Serves until the process is told to stop.
    package func run() async throws {
        let router = Router()
        router.get("health") { _, _ in "ok\n" }
        let application = Application(
            router: router, configuration: .init(address: .hostname(host, port: port), serverName: "Entente"))
        try await application.runService()
    }
}
