// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages

/// What came back for a URL.
package struct Fetched: Sendable {
    /// The bytes of the body, unpacked, with where, when and as what they came.
    package var page: Page
    /// How they were got.
    package var retrieval: Retrieval
}

/// What a server said about the version of a page that is known already, to be asked whether it is still the same.
package struct Validators: Hashable, Sendable {
    /// The `ETag`.
    package var entityTag: String?
    /// The `Last-Modified`.
    package var lastModified: String?

    /// What is known of an earlier answer; both may be missing.
    package init(entityTag: String?, lastModified: String?) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }

    /// The header lines of a conditional request (RFC 9110, section 13).
    var fields: [String] {
        [entityTag.map { "If-None-Match: \($0)" }, lastModified.map { "If-Modified-Since: \($0)" }].compactMap { $0 }
            // What came from a server goes back to it in one line or not at all.
            .filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F } }
    }
}
