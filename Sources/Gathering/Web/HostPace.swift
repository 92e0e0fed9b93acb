// SPDX-License-Identifier: Apache-2.0

/// When each host may be asked again.
struct HostPace {
    /// The time between the end of one request and the next.
    let delay: Duration
    private var slower: [String: Duration] = [:]
    private var last: [String: ContinuousClock.Instant] = [:]

    init(delay: Duration) {
        self.delay = delay
    }

    /// The first moment at which `host` may be asked again; `nil` where it was not asked yet.
    func readiness(of host: String) -> ContinuousClock.Instant? {
        last[host].map { $0 + max(delay, slower[host] ?? .zero) }
    }

    /// Remembers that `host` was asked just now.
    mutating func note(_ host: String) { last[host] = .now }

    /// Waits longer than usual for `host`.
    mutating func slow(_ host: String, to delay: Duration) { slower[host] = delay }
}
