// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A server of any manners for tests (`Resources/server.py`), on a free port of the loopback address.
///
/// It stops with the last reference.
package final class LocalServer {
    /// Why the tests that need it are skipped, where they are.
    package static let absence = "python3 is not installed"
    /// Whether it can be started.
    package static let isPossible = FileManager.default.isExecutableFile(atPath: python)
    /// The interpreter.
    package static let python = ProcessInfo.processInfo.environment["ENTENTE_PYTHON"] ?? "/usr/bin/python3"

    /// Runs a program on URLs whose server has a public address; its own words tell how.
    package static var namespaceScript: String {
        Bundle.module.bundleURL.appending(path: "Resources/namespace.py").path
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    /// Where it listens.
    package let port: Int

    /// Starts it; files of `folder` are served beside its own answers.
    package init(serving folder: String? = nil) throws {
        let script = Bundle.module.bundleURL.appending(path: "Resources/server.py").path
        process.executableURL = URL(filePath: Self.python)
        process.arguments = [script] + (folder.map { [$0] } ?? [])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        guard let port = Int(try Self.line(output)) else { throw CocoaError(.executableLoad) }
        self.port = port
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    /// The URL of a path on this server.
    package func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    /// What robots.txt is to answer from now on.
    package func setRobots(status: String, text: String = "") throws {
        let line = try JSONEncoder().encode([status, text])
        try input.fileHandleForWriting.write(contentsOf: line + Data("\n".utf8))
        _ = try Self.line(output)
    }

    /// What was asked for so far.
    package func log() throws -> [Request] {
        try input.fileHandleForWriting.write(contentsOf: Data("log\n".utf8))
        return try JSONDecoder().decode([Request].self, from: Data(try Self.line(output).utf8))
    }

    private static func line(_ pipe: Pipe) throws -> String {
        var line: [UInt8] = []
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }

    /// One line of the log.
    package struct Request: Decodable {
        /// The path and query.
        package let path: String
        /// When, in seconds of a clock that only goes forward.
        package let time: Double
        /// The header fields.
        package let headers: [String: String]
    }
}
