// SPDX-License-Identifier: Apache-2.0

import Foundation

/// `entente serve` as it runs for its users, asked over a plain socket so that every byte of a request can be chosen.
final class RunningDesk {
    /// What came back.
    struct Answer {
        let status: Int
        let headers: [(name: String, value: String)]
        let body: String

        /// The first value of a header.
        func header(_ name: String) -> String? { headers.first { $0.name == name.lowercased() }?.value }
        /// Every cookie that was set, with its attributes.
        var cookies: [String] { headers.filter { $0.name == "set-cookie" }.map(\.value) }
        /// What the forms of the page carry.
        var formToken: String? { body.firstMatch(of: /name="token" value="([0-9a-f]+)"/).map { String($0.output.1) } }
    }

    /// Where it listens.
    let port: UInt16
    /// The address that it printed.
    let address: String
    /// The program.
    let process = Process()

    /// Starts it over the ledger of `scratch`.
    init(_ scratch: Scratch, _ arguments: [String] = []) throws {
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["serve", "--port", "0", "--ledger", scratch.path("ledger.sqlite")] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = URL(string: line.trimmingCharacters(in: .whitespacesAndNewlines))?.port else {
            process.terminate()
            throw CocoaError(.featureUnsupported)
        }
        self.port = UInt16(port)
        address = line.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Tells it to stop and waits; gives its exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Sends a request and reads to the end of the answer.
    func ask(
        _ method: String, _ path: String, _ headers: [String: String] = [:], body: [UInt8] = []
    ) throws -> Answer {
        var lines = ["\(method) \(path) HTTP/1.1", "Connection: close"]
        if headers["Host"] == nil { lines.append("Host: localhost:\(port)") }
        lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        if !body.isEmpty { lines.append("Content-Length: \(body.count)") }
        return try Self.answer(in: exchange(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body))
    }

    /// Sends a form.
    func post(_ path: String, _ fields: [String: String], _ headers: [String: String] = [:]) throws -> Answer {
        let allowed = CharacterSet.alphanumerics
        let text = fields.sorted { $0.key < $1.key }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }.joined(separator: "&")
        return try ask(
            "POST", path, headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { given, _ in given },
            body: Array(text.utf8))
    }

    /// Sends these bytes and gives what comes back until the other side is done.
    func exchange(_ bytes: [UInt8]) throws -> [UInt8] {
        let end = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(end) }
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(end, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let joined = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(end, $0, size) }
        }
        guard joined == 0 else { throw POSIXError(.ECONNREFUSED) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(end, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // Who refuses a giant does not read it to its end.
            if count <= 0 { break }
            sent += count
        }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(end, &piece, piece.count, 0)
            if count <= 0 { break }
            answer += piece.prefix(count)
        }
        return answer
    }

    private static func answer(in bytes: [UInt8]) throws -> Answer {
        let text = String(decoding: bytes, as: UTF8.self)
        let gap = text.firstRange(of: "\r\n\r\n")
        let lines = text[..<(gap?.lowerBound ?? text.endIndex)].split(separator: "\r\n")
        guard let first = lines.first, let status = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { throw POSIXError(.ECONNRESET) }
        let headers = lines.dropFirst().compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2
                ? (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces)) : nil
        }
        return Answer(
            status: status, headers: headers.map { (name: $0.0, value: $0.1) },
            body: gap.map { String(text[$0.upperBound...]) } ?? "")
    }
}
