// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// The bytes of a page as they were received, which every later check goes back to.
public struct Snapshot: Hashable, Sendable {
    /// The bytes before any decoding; their SHA-256 is the id of the source.
    public var bytes: [UInt8]
    /// The value of the HTTP `Content-Type` header, if the page was fetched.
    public var contentType: String?
    /// How the bytes were got, if the page was fetched or comes from an archive.
    public var retrieval: Retrieval?

    /// Describes the bytes of a page.
    public init(bytes: [UInt8], contentType: String? = nil, retrieval: Retrieval? = nil) {
        self.bytes = bytes
        self.contentType = contentType
        self.retrieval = retrieval
    }
}
