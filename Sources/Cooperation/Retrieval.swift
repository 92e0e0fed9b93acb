// SPDX-License-Identifier: Apache-2.0

/// How the bytes of a page were got: from where, when, and what the server said about them.
public struct Retrieval: Hashable, Sendable, Codable {
    /// The URL that was asked for, without credentials.
    public var requested: String
    /// The URL that answered, after redirects.
    public var location: String
    /// When, as an ISO 8601 instant.
    public var instant: String
    /// Header fields that say what was sent and which version of it; names in lower case.
    public var headers: [String: String]
    /// The feed or archive that the page was found in; `nil` where a person named it.
    public var via: String?

    /// Describes a retrieval.
    public init(
        requested: String, location: String, instant: String, headers: [String: String] = [:], via: String? = nil
    ) {
        self.requested = requested
        self.location = location
        self.instant = instant
        self.headers = headers
        self.via = via
    }

    /// The header fields that are kept.
    public static let keptHeaders = [
        "content-language", "content-location", "content-type", "date", "etag", "last-modified",
    ]
}
