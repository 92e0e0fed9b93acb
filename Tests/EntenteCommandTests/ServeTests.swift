// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("entente serve")
struct ServeTests {
    @Test("it prints its address, answers there, and stops cleanly when told to")
    func serves() async throws {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["serve", "--port", "0", "--ledger", scratch.url.appending(path: "ledger.sqlite").path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        defer { if process.isRunning { process.terminate() } }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let address = try #require(URL(string: line.trimmingCharacters(in: .whitespacesAndNewlines)))
        let (data, answer) = try await URLSession.shared.data(from: address)
        #expect((answer as? HTTPURLResponse)?.statusCode == 200)
        #expect(String(decoding: data, as: UTF8.self).contains("<h1>Today</h1>"))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }

    @Test("a port that is taken is an error that says so")
    func taken() throws {
        let scratch = try Scratch()
        let first = Process()
        first.executableURL = URL(filePath: Program.path)
        first.arguments = ["serve", "--port", "0", "--ledger", scratch.url.appending(path: "a.sqlite").path]
        let output = Pipe()
        first.standardOutput = output
        try first.run()
        defer { first.terminate() }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(URL(string: line.trimmingCharacters(in: .whitespacesAndNewlines))?.port)
        let run = try Program.run(
            ["serve", "--port", String(port), "--ledger", scratch.url.appending(path: "b.sqlite").path], in: scratch)
        #expect(run.status == 2)
        #expect(run.errors.contains("DESK-007"))
    }
}
