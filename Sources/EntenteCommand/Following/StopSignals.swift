// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Foundation
import Gathering

/// Turns the signals that end a program into a wish to stop; a second one ends it at once.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    /// Raises `interruption` at the first signal.
    init(_ interruption: Interruption) {
        sources = [SIGTERM, SIGINT, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                interruption.raise()
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
