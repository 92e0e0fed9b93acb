// SPDX-License-Identifier: Apache-2.0

import CZlib
import Foundation

/// Files that gzip has packed.
enum GzipFile {
    private static let step = 1 << 16

    /// What the file at `path` holds; `nil` where there is none or it is damaged.
    static func content(of path: String) -> Data? {
        guard let file = gzopen(path, "rb") else { return nil }
        defer { gzclose(file) }
        var content = Data()
        var buffer = [UInt8](repeating: 0, count: step)
        while true {
            let count = gzread(file, &buffer, UInt32(step))
            guard count >= 0 else { return nil }
            if count == 0 { return content }
            content.append(contentsOf: buffer[..<Int(count)])
        }
    }
}
