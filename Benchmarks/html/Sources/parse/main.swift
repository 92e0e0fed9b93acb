// SPDX-License-Identifier: Apache-2.0

// Parses pages with one parser and prints the CPU seconds that the parsing took.
//
//     parse html|gumbo FILE
//
// The file holds the pages in UTF-8, each behind its length as a decimal number and a line feed.

import CGumbo
import Foundation
import HTML

/// CPU seconds of this process so far.
func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func pages(in file: String) throws -> [[UInt8]] {
    var rest = [UInt8](try Data(contentsOf: URL(filePath: file)))[...]
    var pages: [[UInt8]] = []
    while let end = rest.firstIndex(of: 0x0A), let length = Int(String(decoding: rest[..<end], as: UTF8.self)) {
        rest = rest[(end + 1)...]
        pages.append(Array(rest.prefix(length)))
        rest = rest.dropFirst(length)
    }
    return pages
}

func parseWithGumbo(_ page: [UInt8]) {
    page.withUnsafeBytes { buffer in
        var options = kGumboDefaultOptions
        options.max_errors = 0
        let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        gumbo_destroy_output(&options, gumbo_parse_with_options(&options, start, buffer.count))
    }
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: parse html|gumbo FILE")
    exit(64)
}
let all = try pages(in: arguments[2])
let start = cpuSeconds()
var refused = 0
for page in all {
    if arguments[1] == "gumbo" {
        parseWithGumbo(page)
    } else if (try? Document(parsing: page)) == nil {
        refused += 1
    }
}
print(cpuSeconds() - start, refused)
