// SPDX-License-Identifier: Apache-2.0

// modules: CUchardet CCrypto CSodium CZlib CCurl CExpat CCLD2 Hashing Cooperation HTML Pages Gathering
// packages: uchardet libcrypto libsodium zlib libcurl expat
// links: cld2 stdc++
// seeds: Fuzzing/seeds/archives

import Gathering

/// Reads any bytes as a web archive to their end.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAsArchive(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    let window = ByteWindow(bytes: input, name: "input")
    guard let reader = try? WARCReader(window, name: "input", limit: 1 << 16) else { return 0 }
    var items = 0
    while let item = try? reader.next() {
        items += 1
        if case .page(let page, let offset) = item {
            precondition(page.page.bytes.count <= 1 << 16 && offset <= count)
        }
        precondition(items <= count, "more records than bytes")
    }
    return 0
}
