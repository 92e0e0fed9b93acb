// SPDX-License-Identifier: Apache-2.0

/// The answer of a server as an archive keeps it, byte by byte as it came (RFC 9112).
struct HTTPMessage {
    /// Why the content cannot be had.
    struct Fault: Error {
        let reason: String
    }

    /// The status of the answer.
    let status: Int
    /// The header fields.
    let headers: HTTPHeaders
    private let body: ArraySlice<UInt8>

    /// Reads an answer; `nil` for what is none.
    init?(response bytes: [UInt8]) {
        guard bytes.starts(with: "HTTP/".utf8), let head = Self.head(of: bytes[...]) else { return nil }
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        let words = line.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count >= 2, let status = Int(words[1].trimming { $0.value <= 0x20 }) else { return nil }
        self.status = status
        headers = head.headers
        body = bytes.dropFirst(head.count)
    }

    /// The fields between the first line and the empty one, and the bytes up to and with that; `nil` without one.
    static func head(of bytes: ArraySlice<UInt8>) -> (headers: HTTPHeaders, count: Int)? {
        var headers = HTTPHeaders()
        var pending: [UInt8] = []
        var isFirst = true
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0A) {
            var line = rest[..<end]
            if line.last == 0x0D { line.removeLast() }
            rest = rest[(end + 1)...]
            if let first = line.first, first == 0x20 || first == 0x09, !isFirst {
                // A line that begins with white space goes on with the one before.
                pending += [0x20] + line
                continue
            }
            if !pending.isEmpty { headers.add(line: pending) }
            pending = isFirst ? [] : Array(line)
            isFirst = false
            if line.isEmpty { return (headers, rest.startIndex - bytes.startIndex) }
        }
        return nil
    }

    /// The body as its author wrote it: chunks joined, content codings undone.
    ///
    /// Archives also hold bodies that were decoded already under the fields of the coded ones, so what does not look
    /// coded is taken as it is.
    func content(limit: Int) throws(Fault) -> [UInt8] {
        var content = Array(body)
        if headers["transfer-encoding"]?.lowercased().contains("chunked") == true {
            content = try Self.joinedChunks(content[...]) ?? content
        } else if let length = headers["content-length"].flatMap({ Int($0) }), length >= 0, length < content.count {
            content.removeLast(content.count - length)
        }
        let codings = headers.fields.filter { $0.name == "content-encoding" }
            .flatMap { $0.value.lowercased().split(separator: ",") }.map { $0.trimming { $0.value <= 0x20 } }
        guard codings.count <= 3 else { throw Fault(reason: "its content is coded more than three times") }
        for coding in codings.reversed() { content = try Self.decoded(content, coding: coding, limit: limit) }
        guard content.count <= limit else { throw Fault(reason: "its content has more than \(limit) bytes") }
        return content
    }

    /// `nil` where there are no chunks.
    private static func joinedChunks(_ body: ArraySlice<UInt8>) throws(Fault) -> [UInt8]? {
        var joined: [UInt8] = []
        var rest = body
        while true {
            guard let end = rest.firstIndex(of: 0x0A) else { break }
            let digits = rest[..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
            guard digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0
            else { break }
            if size == 0 { return joined }
            let chunk = rest[(end + 1)...].prefix(size)
            joined += chunk
            guard chunk.count == size else { throw Fault(reason: "its last chunk is cut short") }
            rest = rest[chunk.endIndex...]
            if rest.first == 0x0D { rest.removeFirst() }
            if rest.first == 0x0A { rest.removeFirst() }
        }
        if joined.isEmpty { return nil }
        throw Fault(reason: "its chunks are damaged")
    }

    private static func decoded(_ content: [UInt8], coding: String, limit: Int) throws(Fault) -> [UInt8] {
        let found: (bytes: [UInt8], state: Inflater.State)?
        /// Whether the content may have been decoded already, which only these codings cannot tell by their first bytes.
        var isAmbiguous = false
        switch coding {
        case "", "identity": return content
        case "gzip", "x-gzip":
            guard GzipDecoder.recognises(content) else { return content }
            found = Inflater.unpacked(content, .gzip, room: limit + 1)
        case "deflate":
            guard let first = content.first, content.count > 1 else { return content }
            let isFramed = first & 0x0F == 8 && (Int(first) << 8 | Int(content[1])) % 31 == 0
            isAmbiguous = !isFramed
            found = Inflater.unpacked(content, isFramed ? .zlib : .bare, room: limit + 1)
        case "br":
            isAmbiguous = true
            found = BrotliDecoder.unpacked(content, room: limit + 1)
        case "zstd":
            guard ZstandardDecoder.recognises(content) else { return content }
            found = ZstandardDecoder.unpacked(content, room: limit + 1)
        default: throw Fault(reason: "its content is coded by \(coding), which is not read")
        }
        guard let (bytes, state) = found else { throw Fault(reason: "there is not enough memory") }
        guard bytes.count <= limit else { throw Fault(reason: "its content unpacks to more than \(limit) bytes") }
        if state == .finished { return bytes }
        if isAmbiguous, String(validating: content, as: UTF8.self) != nil { return content }
        throw Fault(reason: "its compressed content is " + (state == .damaged ? "damaged" : "cut short"))
    }
}
