// SPDX-License-Identifier: Apache-2.0

// modules: CUchardet CCrypto CSodium CCLD2 Hashing Cooperation HTML Pages
// packages: uchardet libcrypto libsodium
// links: cld2 stdc++
// seeds: Samples/pages Samples/corpus/pages

import Cooperation
import Pages

/// Any page is an article or has an error with a code; the article's blocks lie inside its text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let page = Page(bytes: bytes, location: "page.html", contentType: count % 2 == 0 ? "text/html" : nil)
    guard let article = try? PageReader().article(from: page) else { return 0 }
    for block in article.blocks { precondition(article.text.text(at: block.range) != nil) }
    return 0
}
