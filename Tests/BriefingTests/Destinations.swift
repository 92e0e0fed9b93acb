// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation

/// Keeps an export in memory.
final class MemoryDestination: ExportDestination {
    private(set) var files: [String: Data] = [:]

    func file(_ name: String, _ fill: (any TextSink) throws -> Void) throws {
        let sink = MemorySink()
        try fill(sink)
        files[name] = Data(sink.text.utf8)
    }

    func file(
        _ name: String, _ fill: (any TextSink) throws -> Void, madeBy make: (_ text: URL, _ file: URL) throws -> Void
    ) throws {
        let text = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).text")
        let file = text.appendingPathExtension("made")
        defer { for url in [text, file] { try? FileManager.default.removeItem(at: url) } }
        let sink = MemorySink()
        try fill(sink)
        try Data(sink.text.utf8).write(to: text)
        try make(text, file)
        files[name] = try Data(contentsOf: file)
        // What a packed file says can be searched in what it was made of.
        files["\(name).text"] = Data(sink.text.utf8)
    }

    /// All files, one after another.
    var text: String { files.keys.sorted().compactMap { self[$0] }.joined(separator: "\n") }

    /// One file as text.
    subscript(name: String) -> String? { files[name].map { String(decoding: $0, as: UTF8.self) } }

    /// Writes the files into `folder`.
    func write(to folder: URL) throws {
        for (name, bytes) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
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

    /// The folders to look for programs in: those of the Python of this checkout first.
    static let programs = [
        URL(filePath: python).deletingLastPathComponent().path,
        ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ].joined(separator: ":")

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
