// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The built program, run as its user runs it.
enum Program {
    /// What a run left behind.
    struct Run {
        /// The exit status, or the negative number of the signal that ended it.
        let status: Int32
        /// Everything on standard output.
        let output: String
        /// Everything on standard error.
        let errors: String

        /// The lines on standard error.
        var errorLines: [Substring] { errors.split(separator: "\n") }
        /// The lines on standard output.
        var lines: [Substring] { output.split(separator: "\n") }
    }

    /// The program, which the build puts beside the tests.
    static let path: String = {
        let tests = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "entente").path
    }()

    /// The checkout.
    static let house = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs the program to its end with `arguments`, in `folder`.
    ///
    /// The ledger of the person who runs the tests is never used: `environment` is laid over one that names another.
    static func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: Scratch
    ) throws -> Run {
        try run(path, arguments, input: input, environment: environment, in: folder)
    }

    /// Runs a shell script, in which `$ENTENTE` is the program.
    static func shell(_ script: String, environment: [String: String] = [:], in folder: Scratch) throws -> Run {
        var environment = environment
        environment["ENTENTE"] = path
        return try run("/bin/bash", ["-c", script], input: Data(), environment: environment, in: folder)
    }

    private static func run(
        _ program: String, _ arguments: [String], input: Data, environment: [String: String], in folder: Scratch
    ) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        var surroundings = ProcessInfo.processInfo.environment
        surroundings["ENTENTE_LEDGER"] = folder.path("ledger.sqlite")
        surroundings["COLUMNS"] = nil
        process.environment = surroundings.merging(environment) { _, new in new }
        // Files, not pipes: nothing can fill up and stop the program, and nobody has to read in time.
        let files = try ["in", "out", "err"].map { try folder.standardStream($0, holding: $0 == "in" ? input : Data()) }
        process.standardInput = files[0]
        process.standardOutput = files[1]
        process.standardError = files[2]
        try process.run()
        process.waitUntilExit()
        let texts = try files[1...].map { file in
            try file.seek(toOffset: 0)
            return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        }
        let signal = process.terminationReason == .uncaughtSignal
        return Run(
            status: signal ? -process.terminationStatus : process.terminationStatus, output: texts[0], errors: texts[1])
    }
}

/// A folder of one test, removed with it.
final class Scratch: Sendable {
    /// The folder.
    let url: URL

    /// Makes an empty folder.
    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "entente-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The path of `name` in the folder.
    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file, and the folders that it is in.
    @discardableResult
    func write(_ name: String, _ content: Data) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file)
        return file.path
    }

    /// Writes a file of text.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    /// The names in the folder, sorted, without the streams of the program.
    var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: url.path).filter { !$0.hasPrefix(".stream") }.sorted()
        }
    }

    fileprivate func standardStream(_ name: String, holding content: Data) throws -> FileHandle {
        let file = url.appending(path: ".stream-\(name)-\(UUID().uuidString)")
        try content.write(to: file)
        return try FileHandle(forUpdating: file)
    }
}
