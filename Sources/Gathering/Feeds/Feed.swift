// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a site lists for programs: its new pages, all its pages, or other such lists.
package struct Feed: Hashable, Sendable {
    /// What kind of list it is.
    package enum Form: String, Hashable, Sendable, CaseIterable {
        /// RSS 0.91 to 2.0.
        case rss
        /// RSS 0.90 and 1.0, which are RDF.
        case rdf
        /// Atom (RFC 4287).
        case atom
        /// JSON Feed 1.0 and 1.1.
        case json
        /// A sitemap of pages, with or without the news extension.
        case sitemap
        /// A list of sitemaps.
        case sitemapIndex
        /// A list of feeds that somebody follows.
        case opml
    }

    /// One page or list that a feed names.
    package struct Link: Hashable, Sendable {
        /// Where it is.
        package var address: WebAddress
        /// Its title, where told.
        package var title: String?
        /// When it was published or last changed, whichever is later, where told.
        package var date: Date?
    }

    /// What kind of list it is.
    package var form: Form
    /// Its own title.
    package var title: String?
    /// The pages that it names, each once, in its order.
    package var pages: [Link] = []
    /// The lists that it names, each once, in its order.
    package var lists: [Link] = []
    /// The line from which on it is damaged, and why; what stands before is read.
    package var fault: GatheringError?

    /// The most links that are taken (the limit of a sitemap).
    package static let linkLimit = 50_000
    /// The most bytes that are read, unpacked (the limit of a sitemap).
    package static let byteLimit = 50 << 20

    /// `links`, the newest first; those without a date come after them, in their order.
    package static func newestFirst(_ links: [Link]) -> [Link] {
        links.enumerated().sorted { left, right in
            switch (left.element.date, right.element.date) {
            case (let a?, let b?) where a != b: a > b
            case (_?, nil): true
            case (nil, _?): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }
}
