// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file to read, or the standard input.
struct InputFile: Hashable, Sendable {
    /// The path; `nil` for the standard input.
    let path: String?

    /// How messages call it.
    var name: String { path ?? "standard input" }

    /// Whether its name says that it holds records, a line each.
    var isNamedAsRecords: Bool { Self.recordEndings.contains(ending) }
    /// Whether its name says that it is an archive of pages.
    var isNamedAsArchive: Bool { Self.archiveEndings.contains(ending) }
    /// Whether its name says that it holds one page.
    var isNamedAsPage: Bool { Self.pageEndings.contains(ending) }

    /// What a file of a folder must end in to be read, before `.gz`.
    static let pageEndings: Set<String> = [
        "html", "htm", "xhtml", "txt", "text", "md", "pdf", "docx", "eml",
    ]
    static let recordEndings: Set<String> = ["ndjson", "jsonl"]
    static let archiveEndings: Set<String> = ["warc"]

    private var ending: String {
        guard let path else { return "" }
        var name = (path as NSString).lastPathComponent.lowercased()
        if name.hasSuffix(".gz") { name.removeLast(3) }
        return (name as NSString).pathExtension
    }
}
