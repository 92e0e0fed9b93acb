// SPDX-License-Identifier: Apache-2.0

import Foundation

/// JSON Feed (https://www.jsonfeed.org/version/1.1/): the members that matter here.
struct JSONFeed: Decodable {
    /// One item; a member of the wrong type counts as missing.
    struct Item: Decodable {
        var url: String?
        var externalURL: String?
        var title: String?
        var published: String?
        var modified: String?

        private enum CodingKeys: String, CodingKey {
            case url, title
            case externalURL = "external_url"
            case published = "date_published"
            case modified = "date_modified"
        }

        init(from decoder: any Decoder) {
            guard let container = try? decoder.container(keyedBy: CodingKeys.self) else { return }
            func text(_ key: CodingKeys) -> String? { try? container.decode(String.self, forKey: key) }
            url = text(.url)
            externalURL = text(.externalURL)
            title = text(.title)
            published = text(.published)
            modified = text(.modified)
        }
    }

    var version: String
    var title: String?
    var items: [Item]

    /// Reads the feed that `document`, UTF-8 text, holds.
    static func feed(
        from document: [UInt8], base: WebAddress?, location: String?
    ) throws(GatheringError) -> Feed {
        guard let read = try? JSONDecoder().decode(JSONFeed.self, from: Data(document)),
            read.version.contains("jsonfeed.org/version/")
        else { throw GatheringError(.notAFeed, location: location) }
        var pages = LinkList()
        for item in read.items {
            guard let link = item.url ?? item.externalURL else { continue }
            let dates = [item.published, item.modified].compactMap { $0.flatMap(FeedDate.date) }
            pages.add(link, title: item.title, date: dates.max(), base: base)
        }
        return Feed(form: .json, title: read.title, pages: pages.links)
    }
}
