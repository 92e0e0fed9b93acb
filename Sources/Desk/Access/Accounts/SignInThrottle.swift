// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Makes guessing of passwords slow: after a few failures each further one doubles the time to wait.
///
/// It counts by account and by address, so that neither many guesses at one account nor one guess at many gets far.
/// A restart forgets it.
package final class SignInThrottle: Sendable {
    /// Attempts that cost nothing: people mistype.
    package static let free = 5
    /// The longest wait of an address, in seconds.
    package static let longestOfAddress = 900.0
    /// The longest wait of an account; short, since strangers can bring it about.
    package static let longestOfAccount = 60.0

    private struct Count {
        var attempts = 0
        var until: Date
    }

    private let counts = Mutex<[String: Count]>([:])
    private let now: @Sendable () -> Date

    /// Makes one that has seen nothing; tests replace the time.
    package init(now: @escaping @Sendable () -> Date = { Date.now }) { self.now = now }

    /// Counts an attempt; gives the seconds to wait before it may be made, 0 for none.
    ///
    /// An attempt is taken for a failure until `succeeded` says otherwise, so that many at once count as many.
    package func attempt(account: String, address: String) -> Double {
        let moment = now()
        let keys = [
            (Self.key(ofAccount: account), Self.longestOfAccount),
            (Self.key(ofAddress: address), Self.longestOfAddress),
        ]
        return counts.withLock { counts in
            let wait = keys.compactMap { counts[$0.0]?.until.timeIntervalSince(moment) }.max() ?? 0
            if wait > 0 { return wait }
            if counts.count > 10_000 {
                counts = counts.filter { moment.timeIntervalSince($0.value.until) <= Self.longestOfAddress }
            }
            // A crowd larger than the table shares one count.
            let isFull = counts.count > 20_000
            for (key, longest) in keys {
                let key = isFull && counts[key] == nil ? "" : key
                var count = counts[key] ?? Count(until: moment)
                // A quarter of an hour of peace makes good for all.
                if moment.timeIntervalSince(count.until) > Self.longestOfAddress { count.attempts = 0 }
                count.attempts += 1
                let excess = count.attempts - Self.free
                count.until = moment.addingTimeInterval(excess >= 0 ? min(pow(2, Double(excess)), longest) : 0)
                counts[key] = count
            }
            return 0
        }
    }

    /// Forgets the attempts at an account that was now signed in to, and this one of the address.
    package func succeeded(account: String, address: String) {
        let moment = now()
        counts.withLock { counts in
            counts[Self.key(ofAccount: account)] = nil
            let key = Self.key(ofAddress: address)
            counts[key]?.attempts -= 1
            counts[key]?.until = moment
        }
    }

    private static func key(ofAccount name: String) -> String { "account " + Account.key(of: String(name.prefix(64))) }

    /// An IPv6 address counts by its network of 64 bits: somebody who has one has them all.
    private static func key(ofAddress address: String) -> String {
        var bytes = in6_addr()
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return "address " + address }
        return withUnsafeBytes(of: bytes) { bytes in
            // An IPv4 address in the clothes of IPv6 stands in the last bytes.
            let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 }
            let network = isMapped ? bytes[...] : bytes.prefix(8)
            return "address " + network.map { String($0, radix: 16) }.joined(separator: ":")
        }
    }
}
