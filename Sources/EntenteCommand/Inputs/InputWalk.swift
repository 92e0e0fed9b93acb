// SPDX-License-Identifier: Apache-2.0

import Foundation

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
