// SPDX-License-Identifier: Apache-2.0

/// The bytes of a page and what is known about them from outside.
public struct Page: Hashable, Sendable {
    /// The bytes as received, before any decoding.
    public var bytes: [UInt8]
    /// The URL or path they came from.
    public var location: String?
    /// The value of the HTTP `Content-Type` header, if the page was fetched.
    public var contentType: String?
    /// When the page was fetched, as an ISO 8601 instant.
    public var retrieved: String?

    /// Describes a page.
    public init(bytes: [UInt8], location: String? = nil, contentType: String? = nil, retrieved: String? = nil) {
        self.bytes = bytes
        self.location = location
        self.contentType = contentType
        self.retrieved = retrieved
    }
}
