// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation

/// Keeps an export in memory.
final class MemoryDestination: ExportDestination {
    private(set) var files: [String: String] = [:]

    func file(_ name: String, _ fill: (any TextSink) throws -> Void) throws {
        let sink = MemorySink()
        try fill(sink)
        files[name] = sink.text
    }

    /// All files, one after another.
    var text: String { files.keys.sorted().compactMap { files[$0] }.joined(separator: "\n") }

    /// Writes the files into `folder`.
    func write(to folder: URL) throws {
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }
}

private final class MemorySink: TextSink {
    var text = ""
    func write(_ text: String) throws { self.text += text }
}

/// Readers and validators that are not ours.
enum Peer {
    /// The checkout.
    static let house = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let python = ProcessInfo.processInfo.environment["ENTENTE_PYTHON"] ?? "/usr/bin/python3"

    /// What `scripts/check-export` says of an export; status 2 where its package is not installed.
    static func check(_ format: String, _ path: URL) throws -> (status: Int32, said: String) {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [house.appending(path: "scripts/check-export").path, format, path.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
