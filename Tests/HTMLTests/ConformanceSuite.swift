// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The public conformance suite for parsers of HTML, in a folder `shared` beside the checkout.
enum ConformanceSuite {
    private static let folder: URL = {
        var url = URL(filePath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url.appending(path: "shared/data/html5lib-tests")
    }()

    static let isMissing = !FileManager.default.fileExists(atPath: folder.path)
    static let absence = "the html5lib tests are not beside this checkout"

    /// The files with an ending in a folder of the suite, those in folders below included, in the order of their paths.
    static func files(in name: String, ending: String) throws -> [(name: String, bytes: [UInt8])] {
        let root = folder.appending(path: name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try paths.filter { $0.hasSuffix(ending) }.sorted().map { path in
            (path, [UInt8](try Data(contentsOf: root.appending(path: path))))
        }
    }
}

/// A case of the suite that is not passed, and why.
struct ConformanceException: Hashable {
    /// The file and the number of the case in it, counted from 1.
    var id: String
    var reason: String
}
