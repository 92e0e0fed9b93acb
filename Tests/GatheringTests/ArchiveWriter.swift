// SPDX-License-Identifier: Apache-2.0

/// Writes WARC files for tests, right ones and wrong ones.
enum ArchiveWriter {
    /// A page that says which one it is.
    static func body(_ number: Int) -> [UInt8] {
        Array("<html><body><article><h1>Page \(number)</h1><p>Osaka met Lyon.</p></article></body></html>".utf8)
    }

    /// The answer of a server.
    static func answer(_ body: [UInt8], fields: [String] = ["Content-Type: text/html"], status: Int = 200) -> [UInt8] {
        Array("HTTP/1.1 \(status) OK\r\n\(fields.map { $0 + "\r\n" }.joined())\r\n".utf8) + body
    }

    /// A record; `length` is what its head says, the block's size where it is not given.
    static func record(
        _ block: [UInt8], type: String = "response", uri: String = "https://city.example/1", version: String = "1.0",
        length: Int? = nil, kind: String = "application/http; msgtype=response"
    ) -> [UInt8] {
        let head = """
            WARC/\(version)\r
            WARC-Type: \(type)\r
            WARC-Target-URI: \(uri)\r
            WARC-Date: 2023-06-03T01:00:00Z\r
            WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r
            Content-Type: \(kind)\r
            Content-Length: \(length ?? block.count)\r
            \r

            """
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// The record of a page that says which one it is.
    static func page(_ number: Int) -> [UInt8] {
        record(answer(body(number)), uri: "https://city.example/\(number)")
    }

    /// A gzip member that holds `content`, not made smaller (RFC 1951, section 3.2.4).
    static func packed(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = content[...]
        repeat {
            let piece = rest.prefix(65_535)
            rest = rest.dropFirst(65_535)
            bytes.append(rest.isEmpty ? 1 : 0)
            bytes += littleEndian(UInt32(piece.count), 2) + littleEndian(~UInt32(piece.count), 2) + piece
        } while !rest.isEmpty
        return bytes + littleEndian(checksum(content), 4) + littleEndian(UInt32(content.count), 4)
    }

    private static func littleEndian(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
