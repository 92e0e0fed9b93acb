// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation

/// Files of an export; each takes its name only when it is whole, so there is never half a file.
struct OutputFiles: ExportDestination {
    /// The folder, or the file itself where the format has only one.
    let location: URL
    let isFolder: Bool

    func file(_ name: String, _ fill: (any TextSink) throws -> Void) throws {
        try place(name) { try Self.write($0, fill) }
    }

    func file(
        _ name: String, _ fill: (any TextSink) throws -> Void, madeBy make: (_ text: URL, _ file: URL) throws -> Void
    ) throws {
        try place(name) { partial in
            let text = partial.appendingPathExtension("text")
            defer { try? FileManager.default.removeItem(at: text) }
            try Self.write(text, fill)
            try make(text, partial)
        }
    }

    /// Lets `make` make a file and gives it its name.
    private func place(_ name: String, _ make: (URL) throws -> Void) throws {
        let file = isFolder ? location.appending(path: name) : location
        let partial = file.appendingPathExtension("partial")
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try make(partial)
            guard rename(partial.path, file.path) == 0 else {
                throw BriefingError(.cannotWrite, file.path, detail: String(cString: strerror(errno)))
            }
        } catch {
            try? FileManager.default.removeItem(at: partial)
            if error is CocoaError { throw BriefingError(.cannotWrite, file.path, detail: error.localizedDescription) }
            throw error
        }
    }

    private static func write(_ file: URL, _ fill: (any TextSink) throws -> Void) throws {
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw BriefingError(.cannotWrite, file.path)
        }
        let sink = FileSink(try FileHandle(forWritingTo: file))
        try fill(sink)
        try sink.close()
    }

    /// Writes whole bytes to the file that `location` names.
    static func write(_ bytes: Data, to location: URL) throws {
        do { try bytes.write(to: location, options: .atomic) } catch {
            throw BriefingError(.cannotWrite, location.path, detail: error.localizedDescription)
        }
    }
}

/// A file that is written in large pieces.
private final class FileSink: TextSink {
    private let handle: FileHandle
    private var pending = Data()
    private static let limit = 1 << 16

    init(_ handle: FileHandle) { self.handle = handle }

    func write(_ text: String) throws {
        pending.append(contentsOf: text.utf8)
        if pending.count >= Self.limit { try flush() }
    }

    func close() throws {
        try flush()
        try handle.close()
    }

    private func flush() throws {
        try handle.write(contentsOf: pending)
        pending.removeAll(keepingCapacity: true)
    }
}

/// The standard output as the only file of an export.
struct StandardOutputFile: ExportDestination {
    func file(_ name: String, _ fill: (any TextSink) throws -> Void) throws {
        let output = StandardOutput()
        try fill(output)
        try output.flush()
    }
}

extension StandardOutput: TextSink {}
