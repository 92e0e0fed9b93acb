// SPDX-License-Identifier: Apache-2.0

// modules: CUchardet CCrypto CSodium CZlib CCurl CExpat CCLD2 Hashing Cooperation HTML Pages Gathering
// packages: uchardet libcrypto libsodium zlib libcurl expat
// links: cld2 stdc++

import Gathering
import Pages

/// Reads any bytes as a feed, as robots.txt and as a URL.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAsFeed(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let base = try? WebAddress("https://city.example/feed") else { return 0 }
    if let feed = try? FeedReader.feed(from: Page(bytes: input), base: base) {
        precondition((feed.pages + feed.lists).allSatisfy { $0.address.scheme.hasPrefix("http") })
    }
    let text = String(decoding: input, as: UTF8.self)
    _ = RobotsRules(input, product: "entente").allows(text)
    if let address = try? WebAddress(text, relativeTo: base) {
        precondition((try? WebAddress(address.text))?.text == address.text, "a URL is not stable: \(address.text)")
    }
    return 0
}
