// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Readings that stand in Parquet files, in a column `reading`: what `entente export parquet` and the job for Apache
/// Spark write.
package final class ReadingTable {
    /// Where the readings come, a line each.
    package let lines: FileHandle
    private let run: SystemProgram.Run

    /// The Parquet files that `path` means: itself, those in it, or in a folder with tables those of `readings`.
    ///
    /// Empty where it means none.
    package static func files(at path: String) -> [URL] {
        let place = URL(filePath: path)
        guard isFolder(place) else { return isTable(place) ? [place] : [] }
        let whole = place.appending(path: "readings.parquet")
        if FileManager.default.fileExists(atPath: whole.path) { return isFolder(whole) ? parts(of: whole) : [whole] }
        let inner = place.appending(path: "readings")
        return parts(of: isFolder(inner) ? inner : place)
    }

    /// Begins to read `files`; throws `BRIEF-002` where the program that reads Parquet is not installed.
    package init(_ files: [URL], programs: String? = nil) throws {
        let pipe = Pipe()
        lines = pipe.fileHandleForReading
        run = try ParquetProgram(in: programs ?? SystemProgram.searchPath)
            .readings(in: files, to: pipe.fileHandleForWriting)
        try pipe.fileHandleForWriting.close()
    }

    /// Says whether all was read; throws `BRIEF-003` where the program failed on the way.
    package func finish() throws { try run.finish() }

    private static func parts(of folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }.filter(isTable)
    }

    private static func isTable(_ file: URL) -> Bool { file.pathExtension == "parquet" && !isFolder(file) }

    private static func isFolder(_ place: URL) -> Bool {
        (try? place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }
}
