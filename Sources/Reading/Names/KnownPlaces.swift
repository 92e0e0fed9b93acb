// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Synchronization

/// The gazetteer's answers of late: articles ask for the same names again and again.
///
/// Shared by all threads that read; bounded, and no answer depends on what was asked before.
final class KnownPlaces: Sendable {
    /// From this many names on, the answers are forgotten and looked up anew.
    private static let most = 20_000

    private let known = Mutex<[String: [KnownPlace]]>([:])

    /// The answer kept for `name`, or the one that `find` gives.
    func places(_ name: String, find: () -> [KnownPlace]) -> [KnownPlace] {
        if let places = known.withLock({ $0[name] }) { return places }
        let places = find()
        known.withLock { known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            known[name] = places
        }
        return places
    }
}
