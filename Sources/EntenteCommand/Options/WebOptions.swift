// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gathering

/// How pages are fetched.
struct WebOptions: ParsableArguments {
    @Option(
        help: """
            A URL or mail address that is shown to the sites visited, so that their owners can complain (default: \
            $ENTENTE_CONTACT).
            """)
    var contact: String?

    @Option(help: "Seconds between two requests to one host, 0 to 3600; robots.txt may ask for more.")
    var delay: Double = 1

    @Option(help: "The most hosts visited at once, 1 to 64; of one host one page after the other.")
    var hosts: Int = 8

    @Option(help: "Seconds that one request may take, 1 to 3600.")
    var timeout: Int = 60

    @Flag(help: "Visit addresses of private networks and of this machine as well.")
    var allowPrivate = false

    func validate() throws {
        guard (0...3600).contains(delay) else { throw ValidationError("--delay must be between 0 and 3600.") }
        guard (1...64).contains(hosts) else { throw ValidationError("--hosts must be between 1 and 64.") }
        guard (1...3600).contains(timeout) else { throw ValidationError("--timeout must be between 1 and 3600.") }
    }

    /// The behaviour that the options ask for.
    var manner: WebClient.Manner {
        var manner = WebClient.Manner(version: EntenteCommand.configuration.version)
        manner.contact = contact ?? ProcessInfo.processInfo.environment["ENTENTE_CONTACT"]
        manner.delay = .seconds(delay)
        manner.limits.time = .seconds(timeout)
        if allowPrivate { manner.mayReach = { _ in true } }
        return manner
    }
}
