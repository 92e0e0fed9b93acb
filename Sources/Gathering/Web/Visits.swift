// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// What clients that work at the same time know together: when each host may be asked again, and what its robots.txt says.
final class Visits: Sendable {
    private struct State {
        var pace: HostPace
        /// Hosts of which an answer is awaited.
        var busy: Set<String> = []
        var robots: [String: (rules: RobotsRules, fetched: Date)] = [:]
    }

    private let state: Mutex<State>

    /// How often a client looks whether another one is done with a host.
    private static let look: Duration = .milliseconds(20)

    init(delay: Duration) {
        state = Mutex(State(pace: HostPace(delay: delay)))
    }

    /// Waits until `host` may be asked and keeps others from it; `false` where the work is to stop.
    ///
    /// Every `true` wants one `leave`.
    func enter(_ host: String, interruption: Interruption) -> Bool {
        while !interruption.isRaised {
            let wait: Duration? = state.withLock { state in
                if state.busy.contains(host) { return Self.look }
                if let readiness = state.pace.readiness(of: host), readiness > .now { return readiness - .now }
                state.busy.insert(host)
                return nil
            }
            guard let wait else { return true }
            interruption.wait(for: wait)
        }
        return false
    }

    /// Lets others ask `host`, after its pause.
    func leave(_ host: String) {
        state.withLock { state in
            state.busy.remove(host)
            state.pace.note(host)
        }
    }

    /// Waits longer than usual between two requests to `host`.
    func slow(_ host: String, to delay: Duration) { state.withLock { $0.pace.slow(host, to: delay) } }

    /// What an origin's robots.txt said, and when.
    func robots(of origin: String) -> (rules: RobotsRules, fetched: Date)? { state.withLock { $0.robots[origin] } }

    /// Remembers what an origin's robots.txt says.
    func note(_ rules: RobotsRules, of origin: String, fetched: Date) {
        state.withLock { $0.robots[origin] = (rules, fetched) }
    }
}
