// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a script of the project printed, and how it ended.
struct ScriptResult {
    var exitCode: Int32
    var output: String
}

/// The folder that holds the package.
let projectFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Runs a script of the project on `input` and waits for its end.
func runScript(_ path: String, _ arguments: [String] = [], input: Data = Data()) throws -> ScriptResult {
    let inputFile = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString).json")
    try input.write(to: inputFile)
    defer { try? FileManager.default.removeItem(at: inputFile) }
    let process = Process()
    process.executableURL = projectFolder.appending(path: path)
    process.arguments = arguments
    process.currentDirectoryURL = projectFolder
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return ScriptResult(exitCode: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
}
