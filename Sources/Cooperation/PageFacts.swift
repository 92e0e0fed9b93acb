// SPDX-License-Identifier: Apache-2.0

/// What an HTML page says about itself beside publisher, language and dates; what it does not say stays `nil`.
public struct PageFacts: Hashable, Sendable, Codable {
    /// The URL that the page itself gives as its own.
    public var canonical: String?
    /// The part of the site that the page stands in.
    public var section: String?
    /// What the page says it is about, in its own words and order.
    public var tags: [String]?
    /// The URL of the lead image.
    public var image: String?
    /// The zone of the time of publication: `Z` or an offset such as `+09:00`.
    public var publishedZone: String?
    /// The zone of the time of the last change.
    public var modifiedZone: String?

    /// Knows nothing.
    public init() {}

    /// Whether nothing is known.
    public var isEmpty: Bool { self == PageFacts() }
}
