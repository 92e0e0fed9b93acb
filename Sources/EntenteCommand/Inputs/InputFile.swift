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

/// Finds the files that the paths of a command mean.
enum InputWalk {
    /// The files in the order of `paths`, those of a folder sorted by the bytes of their names; each path that
    /// cannot be followed is a failure at its place.
    static func files(at paths: [String]) -> [Result<InputFile, CommandFailure>] {
        paths.flatMap { path -> [Result<InputFile, CommandFailure>] in
            if path == "-" { return [.success(InputFile(path: nil))] }
            guard isFolder(path) else { return [.success(InputFile(path: path))] }
            let found = files(inside: path)
            guard found.isEmpty else { return found }
            let endings = InputFile.pageEndings.union(InputFile.recordEndings).union(InputFile.archiveEndings).sorted()
                .map { ".\($0)" }
            return [
                .failure(
                    CommandFailure(
                        path, "this folder holds no pages",
                        advice: "their names end in \(endings.joined(separator: ", ")), or one of these and .gz",
                        endsRun: false))
            ]
        }
    }

    /// Links to folders are not followed, so that a walk always ends.
    private static func files(inside folder: String) -> [Result<InputFile, CommandFailure>] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            return [.failure(CommandFailure(folder, "this folder cannot be opened", endsRun: false))]
        }
        var found: [Result<InputFile, CommandFailure>] = []
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let path = (folder as NSString).appendingPathComponent(name)
            let file = InputFile(path: path)
            if isFolder(path) {
                if !isLink(path) { found.append(contentsOf: files(inside: path)) }
            } else if file.isNamedAsPage || file.isNamedAsRecords || file.isNamedAsArchive {
                found.append(.success(file))
            }
        }
        return found
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }
}
