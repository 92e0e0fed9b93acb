// SPDX-License-Identifier: Apache-2.0

import Ledger

/// A JSON Feed (version 1.1) of the latest entries.
package struct JSONFeedExport: ExportFormat {
    package let name = "jsonfeed"
    package let summary = "JSON Feed of the latest \(FeedItem.limit) entries"
    package let fileName: String? = "feed.json"

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let items = try FeedItem.latest(of: ledger).map { item in
            JSONValue.members([
                "id": .text(item.id), "title": .text(item.title), "content_text": .text(item.text),
                "url": .optional(item.link), "date_published": .text(item.instant), "tags": .texts([item.kind]),
            ])
        }
        try destination.file("feed.json") { sink in
            let feed = JSONValue.object([
                "version": .text("https://jsonfeed.org/version/1.1"), "title": .text("Ledger"), "items": .list(items),
            ])
            try sink.write(feed.line + "\n")
        }
    }
}
