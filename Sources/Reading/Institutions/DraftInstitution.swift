// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A body or house that serves cooperation, before parties have their final names.
struct DraftInstitution: Sendable {
    var name: String
    var of: [Int]
    var place: Int?
    var state: Institution.State
    /// Whether a word says that it is opened or closed, rather than only that it is there.
    let isFounded: Bool
    var tellings: [Telling]
}
