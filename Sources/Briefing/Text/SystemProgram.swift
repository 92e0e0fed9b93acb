// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program of the system that makes, or reads, a format that this program does not.
struct SystemProgram: Sendable {
    /// Its names, the first one that is there runs.
    let names: [String]
    /// What to install where none is there.
    let package: String

    /// Where it is in the folders of `path`; throws `BRIEF-002` where it is not, which names `format`.
    func located(in path: String, for format: String) throws(BriefingError) -> URL {
        let folders = path.split(separator: ":").map { URL(filePath: String($0)) }
        for name in names {
            for folder in folders {
                let program = folder.appending(path: name)
                if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            }
        }
        throw BriefingError(.missingProgram, format, detail: package)
    }

    /// The folders in which the system looks for programs.
    static var searchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin" }

    /// Runs `program` and waits for it; throws `BRIEF-003` with its last words where it fails or takes too long.
    static func run(
        _ program: URL, _ arguments: [String], within limit: Duration? = nil, output: FileHandle = .nullDevice
    ) throws {
        let run = try Run(program, arguments, output: output)
        if let limit { run.end(after: limit) }
        try run.finish()
    }

    /// A program at work.
    final class Run: Sendable {
        private let program: URL
        private let process: Process
        private let words: URL

        /// Starts `program`, which writes to `output`.
        init(_ program: URL, _ arguments: [String], output: FileHandle) throws {
            self.program = program
            words = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString).words")
            try Data().write(to: words)
            process = Process()
            process.executableURL = program
            process.arguments = arguments
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = output
            process.standardError = try FileHandle(forWritingTo: words)
            try process.run()
        }

        /// Stops it once `limit` is over.
        func end(after limit: Duration) {
            DispatchQueue.global().asyncAfter(deadline: .now() + limit / .seconds(1)) { [process] in
                if process.isRunning { process.terminate() }
            }
        }

        /// Waits for its end; throws `BRIEF-003` where that is not a good one.
        func finish() throws {
            process.waitUntilExit()
            guard process.terminationReason == .exit, process.terminationStatus == 0 else {
                throw BriefingError(.programFailed, program.path, detail: lastWords)
            }
        }

        private var lastWords: String {
            if process.terminationReason == .uncaughtSignal { return "it was stopped" }
            let said = (try? Data(contentsOf: words)).map { String(decoding: $0.suffix(400), as: UTF8.self) } ?? ""
            return said.isEmpty ? "it ended with status \(process.terminationStatus)" : said
        }

        deinit {
            if process.isRunning { process.terminate() }
            try? FileManager.default.removeItem(at: words)
        }
    }
}
