// SPDX-License-Identifier: Apache-2.0

/// A feed or sitemap that is followed, as `entente show subscriptions` lists it.
public struct Subscription: LedgerRow {
    /// Its URL.
    public var location: String
    /// What kind of list it is, as it was last time.
    public var form: String?
    /// Its own title.
    public var title: String?
    /// When it was first followed, as an ISO 8601 instant.
    public var since: String
    /// When it was last read.
    public var checked: String?
    /// The `ETag` of what was read last.
    public var entityTag: String?
    /// The `Last-Modified` of what was read last.
    public var lastModified: String?
    /// Why it could not be read the last time.
    public var fault: String?

    /// Describes a feed that is followed since `since`.
    public init(location: String, since: String) {
        self.location = location
        self.since = since
    }

    /// See `cells`.
    public static let columns = [
        Column("title", heading: "Title"), Column("form", heading: "Form"), Column("location", heading: "Location"),
        Column("checked", heading: "Checked"), Column("fault", heading: "Fault"),
        Column("since", heading: "Since", isDetail: true),
    ]

    /// What it is, when it was read and what went wrong.
    public var cells: [Cell] {
        [Cell(title), Cell(form), .text(location), Cell(checked), Cell(fault), .text(since)]
    }
}
