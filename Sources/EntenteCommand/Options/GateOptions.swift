// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The option that leaves out pages which show no sign of cooperation.
struct GateOptions: ParsableArguments {
    @Flag(
        help: """
            Read nothing from a page without any word that tells of cooperation, for crawls; it keeps its article. \
            Documentation/performance.md says what that saves and loses.
            """)
    var skipUnlikely = false
}
