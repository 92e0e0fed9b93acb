// SPDX-License-Identifier: Apache-2.0

import Pages

/// Reads feeds, sitemaps and lists of feeds, whatever they are called or declared to be.
package enum FeedReader {
    /// Reads the list that `page` holds; links that are not whole are completed by `base`, where it is known.
    ///
    /// Throws for what is no list at all. One that is damaged further on is read up to there.
    package static func feed(from page: Page, base: WebAddress?) throws(GatheringError) -> Feed {
        let location = base?.text ?? page.location
        let bytes = try unpacked(page, location)
        let text: String
        do throws(PageError) {
            let lexicons = try Lexicons.shared.get()
            text = try PageDecoder(encodings: lexicons.encodings).decode(bytes, contentType: page.contentType).text
        } catch {
            if case .missingResource(let name) = error.problem {
                throw GatheringError(.missingResource(name: name), location: location)
            }
            throw GatheringError(.notAFeed, location: location)
        }
        let document = Array(text.utf8).drop { $0 <= 0x20 }
        if document.first == UInt8(ascii: "{") {
            return try JSONFeed.feed(from: Array(document), base: base, location: location)
        }
        guard document.first == UInt8(ascii: "<") else { throw GatheringError(.notAFeed, location: location) }
        let collector = FeedCollector(base: base)
        do throws(XMLScanner.Damage) {
            try XMLScanner.scan(Array(document), telling: collector)
        } catch {
            collector.fault = GatheringError(
                .damagedFeed(line: error.line, reason: error.reason), location: location)
        }
        guard let feed = collector.feed else { throw GatheringError(.notAFeed, location: location) }
        return feed
    }

    /// Sitemaps are often served as gzip files.
    private static func unpacked(_ page: Page, _ location: String?) throws(GatheringError) -> [UInt8] {
        guard GzipDecoder.recognises(page.bytes) else { return page.bytes }
        do throws(GzipDecoder.Damaged) {
            if let bytes = try GzipDecoder.unpacked(page.bytes, limit: Feed.byteLimit) { return bytes }
        } catch {
            throw GatheringError(.brokenAnswer(reason: "the gzip data is damaged or cut short"), location: location)
        }
        throw GatheringError(.tooLarge(limit: Feed.byteLimit), location: location)
    }
}
