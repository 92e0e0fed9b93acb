// SPDX-License-Identifier: Apache-2.0

import Ledger

/// An Atom feed (RFC 4287) of the latest entries.
package struct AtomExport: ExportFormat {
    package let name = "atom"
    package let summary = "Atom feed of the latest \(FeedItem.limit) entries"
    package let fileName: String? = "ledger.atom"

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let items = try FeedItem.latest(of: ledger)
        try destination.file("ledger.atom") { sink in
            try sink.write(
                AtomText.feed(
                    id: "urn:entente:ledger", title: "Ledger", updated: items.first?.day ?? "1970-01-01", items))
        }
    }
}
