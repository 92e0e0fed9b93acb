// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program of the system that turns documents into text.
///
/// It gets the document on standard input, runs in an empty folder without the user's settings, and has bounded time
/// and output.
struct Tool {
    /// Its name, looked up on the `PATH`.
    let name: String
    /// Debian's package that has it.
    let package: String
    /// What it is called with.
    let arguments: [String]
    /// The longest time that it may take.
    var time: Duration = .seconds(120)
    /// The most bytes that it may write.
    var outputLimit = 20_000_000

    private static let fallbackPath = "/usr/local/bin:/usr/bin:/bin"

    /// What it makes of `document`.
    func output(for document: [UInt8], location: String?) throws(GatheringError) -> [UInt8] {
        guard let program else { throw GatheringError(.missingTool(name: name, package: package), location: location) }
        do {
            return try run(program, document)
        } catch let error as GatheringError {
            throw GatheringError(error.problem, location: location)
        } catch {
            throw GatheringError(.failedTool(name: name, reason: "it cannot be started"), location: location)
        }
    }

    private var searchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? Self.fallbackPath }

    private var program: String? {
        searchPath.split(separator: ":").map { "\($0)/\(name)" }
            .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
    }

    private func run(_ program: String, _ document: [UInt8]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "input")
        try Data(document).write(to: input)
        let words = folder.appending(path: "words")
        try Data().write(to: words)

        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": searchPath, "HOME": folder.path, "LC_ALL": "C.UTF-8", "TMPDIR": folder.path]
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: words)
        try process.run()
        let end = Ending(process)
        end.schedule(after: time)
        var text: [UInt8] = []
        while let piece = try output.fileHandleForReading.read(upToCount: 1 << 16), !piece.isEmpty {
            text += piece
            if text.count > outputLimit { end.now() }
        }
        process.waitUntilExit()
        if text.count > outputLimit { throw GatheringError(.tooLarge(limit: outputLimit)) }
        if end.hasCome { throw GatheringError(.failedTool(name: name, reason: "it took more than \(time)")) }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw GatheringError(.failedTool(name: name, reason: Self.lastLine(of: words)))
        }
        return text
    }

    private static func lastLine(of file: URL) -> String {
        let words = (try? Data(contentsOf: file)).map { String(decoding: $0.suffix(4096), as: UTF8.self) } ?? ""
        return words.split(whereSeparator: \.isNewline).last.map(String.init) ?? "it gave no reason"
    }
}

/// Ends a process that takes too long.
private final class Ending: Sendable {
    private let process: Process
    private let interruption = Interruption()

    init(_ process: Process) {
        self.process = process
    }

    /// Whether the process was ended.
    var hasCome: Bool { interruption.isRaised }

    func now() {
        interruption.raise()
        process.terminate()
    }

    func schedule(after duration: Duration) {
        DispatchQueue.global().asyncAfter(deadline: .now() + duration / .seconds(1)) { [self] in
            if process.isRunning { now() }
        }
    }
}
