// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What the gazetteer knows of a name.
struct KnownName: Sendable {
    /// The places of that name, most likely first; none where it is that of a region.
    let places: [KnownPlace]
    /// Whether it is the name of a continent, part of the world or sea.
    let isRegion: Bool
}

/// The gazetteer's answers of late: articles ask for the same names again and again.
///
/// Shared by all threads that read; bounded, and no answer depends on what was asked before.
final class KnownNames: Sendable {
    /// From this many names on, the answers are forgotten and looked up anew.
    private static let most = 20_000

    private let known = Mutex<[String: KnownName]>([:])

    /// The answer kept for `name`, or the one that `find` gives.
    func answer(for name: String, find: (String) -> KnownName) -> KnownName {
        if let answer = known.withLock({ $0[name] }) { return answer }
        let answer = find(name)
        known.withLock { known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            known[name] = answer
        }
        return answer
    }
}
