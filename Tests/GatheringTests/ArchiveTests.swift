// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering
import TestNumbers
import TestServer
import Testing

@Suite("Web archives (WARC)")
struct ArchiveTests {
    /// What was read of an archive.
    private struct Content {
        var pages: [String] = []
        var faults: [GatheringError] = []

        var offsets: [Int] {
            faults.compactMap { if case .damagedRecord(let offset, _) = $0.problem { offset } else { nil } }
        }
    }

    private func content(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> Content {
        try content(WARCReader(ByteWindow(bytes: bytes, name: "test.warc"), name: "test.warc", limit: limit))
    }

    private func content(_ reader: WARCReader) throws -> Content {
        var content = Content()
        while let item = try reader.next() {
            switch item {
            case .page(let page, _): content.pages.append(page.page.location ?? "")
            case .fault(let fault): content.faults.append(fault)
            }
        }
        return content
    }

    private static func urls(_ numbers: Int...) -> [String] { numbers.map { "https://city.example/\($0)" } }

    /// Both forms of the same records.
    private static func forms(_ records: [[UInt8]]) -> [[UInt8]] {
        [records.flatMap { $0 }, records.flatMap(ArchiveWriter.packed), ArchiveWriter.packed(records.flatMap { $0 })]
    }

    @Test("pages of plain and packed archives come with their URL, their time and their headers")
    func pages() throws {
        let fields = ["Content-Type: text/html; charset=euc-kr", "ETag: \"x\"", "Set-Cookie: a=b"]
        let answer = ArchiveWriter.answer(ArchiveWriter.body(1), fields: fields)
        for version in ["1.0", "1.1"] {
            let record = ArchiveWriter.record(answer, uri: "<https://u:p@city.example/1>", version: version)
            for bytes in Self.forms([record]) {
                let reader = try WARCReader(ByteWindow(bytes: bytes, name: "a.warc"), name: "a.warc")
                guard case .page(let fetched, let offset)? = try reader.next() else {
                    Issue.record("no page")
                    return
                }
                #expect(offset == 0)
                #expect(fetched.page.bytes == ArchiveWriter.body(1))
                #expect(fetched.page.location == "https://city.example/1")
                #expect(fetched.page.contentType == "text/html; charset=euc-kr")
                #expect(fetched.page.retrieved == "2023-06-03T01:00:00Z")
                #expect(fetched.retrieval.headers == ["content-type": "text/html; charset=euc-kr", "etag": "\"x\""])
                #expect(fetched.retrieval.via == "a.warc")
                #expect(try reader.next() == nil)
            }
        }
    }

    @Test("what is no page is passed over")
    func others() throws {
        let records = [
            ArchiveWriter.record(Array("software: x\r\n".utf8), type: "warcinfo", kind: "application/warc-fields"),
            ArchiveWriter.record(Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "request"),
            ArchiveWriter.record(ArchiveWriter.answer([]), type: "revisit"),
            ArchiveWriter.record(ArchiveWriter.answer(ArchiveWriter.body(1), status: 404)),
            ArchiveWriter.record(ArchiveWriter.answer([0x89, 0x50], fields: ["Content-Type: image/png"])),
            ArchiveWriter.record(ArchiveWriter.answer([])),
            ArchiveWriter.record([], type: "metadata"),
            ArchiveWriter.page(2),
        ]
        for bytes in Self.forms(records) {
            let content = try content(bytes)
            #expect(content.pages == Self.urls(2))
            #expect(content.faults.isEmpty)
        }
    }

    @Test("a file of the web that was put in as it is, is a page; a program's own notes are none")
    func files() throws {
        let records = [
            ArchiveWriter.record(
                ArchiveWriter.body(2), type: "resource", uri: "https://city.example/2", kind: "text/html"),
            ArchiveWriter.record(
                Array("wget -r".utf8), type: "resource", uri: "metadata://gnu.org/software/wget/log",
                kind: "text/plain"),
            ArchiveWriter.record([0x89, 0x50], type: "resource", kind: "image/png"),
        ]
        for bytes in Self.forms(records) {
            let content = try content(bytes)
            #expect(content.pages == Self.urls(2))
            #expect(content.faults.isEmpty)
        }
    }

    @Test("documents that other programs turn into pages are taken as pages are")
    func documents() throws {
        let types = [
            "application/pdf", "application/PDF; qs=0.001", "message/rfc822",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ]
        for type in types {
            let bytes = Array("%PDF-1.4".utf8)
            let records = [
                ArchiveWriter.record(
                    ArchiveWriter.answer(bytes, fields: ["Content-Type: \(type)"]), uri: "https://city.example/1"),
                ArchiveWriter.record(bytes, type: "resource", uri: "https://city.example/2", kind: type),
            ]
            for archive in Self.forms(records) { #expect(try content(archive).pages == Self.urls(1, 2)) }
        }
    }

    @Test("chunks are joined and content codings undone, within bounds")
    func codings() throws {
        let body = ArchiveWriter.body(1)
        let half = body.count / 2
        let chunked =
            Array("\(String(half, radix: 16));x=y\r\n".utf8) + body[..<half]
            + Array("\r\n\(String(body.count - half, radix: 16))\r\n".utf8) + body[half...]
            + Array("\r\n0\r\n\r\n".utf8)
        let type = "Content-Type: text/html"
        let cases: [([UInt8], [String])] = [
            (chunked, [type, "Transfer-Encoding: chunked"]),
            (body, [type, "Transfer-Encoding: chunked"]),
            (ArchiveWriter.packed(body), [type, "Content-Encoding: gzip"]),
            (body, [type, "Content-Encoding: gzip"]),
            (body, [type, "Content-Encoding: identity"]),
            (PackedBodies.brotli, [type, "Content-Encoding: br"]),
            (body, [type, "Content-Encoding: br"]),
            (Array("5 May 2026, Oslo. The mayor met the governor.".utf8), [type, "Content-Encoding: br"]),
            (PackedBodies.zstandard, [type, "Content-Encoding: zstd"]),
            (PackedBodies.zstandardFrames, [type, "Content-Encoding: zstd"]),
            (body, [type, "Content-Encoding: zstd"]),
            (ArchiveWriter.packed(PackedBodies.brotli), [type, "Content-Encoding: br, gzip"]),
            (body + Array("junk".utf8), [type, "Content-Length: \(body.count)"]),
        ]
        for (content, fields) in cases {
            let bytes = ArchiveWriter.record(ArchiveWriter.answer(content, fields: fields))
            let reader = try WARCReader(ByteWindow(bytes: bytes, name: "a"), name: "a")
            guard case .page(let fetched, _)? = try reader.next() else {
                Issue.record("no page: \(fields)")
                continue
            }
            #expect(fetched.page.bytes == (content.starts(with: Array("5 May".utf8)) ? content : body), "\(fields)")
        }
        let bad: [([UInt8], [String])] = [
            (Array("5\r\nab".utf8), [type, "Transfer-Encoding: chunked"]),
            (Array("2\r\nab\r\nzz\r\n".utf8), [type, "Transfer-Encoding: chunked"]),
            (ArchiveWriter.packed(body).dropLast(9) + [], [type, "Content-Encoding: gzip"]),
            (ArchiveWriter.packed([UInt8](repeating: 0x20, count: 3 << 20)), [type, "Content-Encoding: gzip"]),
            (PackedBodies.brotli.dropLast(9) + [], [type, "Content-Encoding: br"]),
            (PackedBodies.brotliBlanks, [type, "Content-Encoding: br"]),
            (PackedBodies.zstandard.dropLast(9) + [], [type, "Content-Encoding: zstd"]),
            (PackedBodies.zstandard.dropLast(9) + [0, 0, 0], [type, "Content-Encoding: zstd"]),
            (PackedBodies.zstandardBlanks, [type, "Content-Encoding: zstd"]),
            (PackedBodies.zstandardWide, [type, "Content-Encoding: zstd"]),
            (body, [type, "Content-Encoding: compress"]),
            (body, [type, "Content-Encoding: gzip, gzip, gzip, gzip"]),
        ]
        for (content, fields) in bad {
            let records = [
                ArchiveWriter.record(ArchiveWriter.answer(content, fields: fields)), ArchiveWriter.page(2),
            ]
            let found = try self.content(records.flatMap { $0 }, limit: 2 << 20)
            #expect(found.pages == Self.urls(2), "\(fields)")
            #expect(found.offsets == [0], "\(fields)")
        }
    }

    @Test("a record that says a wrong length costs itself alone", arguments: [-40, -1, 1, 3, 40, 100_000, 1 << 50])
    func wrongLength(change: Int) throws {
        let answer = ArchiveWriter.answer(ArchiveWriter.body(2))
        let wrong = ArchiveWriter.record(answer, length: answer.count + change)
        let records = [ArchiveWriter.page(1), wrong, ArchiveWriter.page(3), ArchiveWriter.page(4)]
        for bytes in Self.forms(records).prefix(2) {
            let content = try content(bytes)
            #expect(content.pages == Self.urls(1, 3, 4))
            #expect(content.faults.count == 1)
        }
        #expect(try content(records.flatMap { $0 }).offsets == [records[0].count])
    }

    @Test("the greatest length that can be said ends nothing but its record")
    func greatestLength() throws {
        let answer = ArchiveWriter.answer(ArchiveWriter.body(2))
        let wrong = ArchiveWriter.record(answer, length: Int.max)
        let bytes = ArchiveWriter.page(1) + wrong + ArchiveWriter.page(3)
        #expect(try content(bytes).pages == Self.urls(1, 3))
        // Records that are passed over have their length looked at as well.
        let other = ArchiveWriter.record(answer, type: "metadata", length: Int.max)
        #expect(try content(ArchiveWriter.page(1) + other + ArchiveWriter.page(3)).pages == Self.urls(1, 3))
    }

    @Test("rubbish between records, a head without length and one without end are passed over")
    func rubbish() throws {
        let noLength = Array("WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n\r\n".utf8)
        let endless = Array("WARC/1.0\r\n".utf8) + [UInt8](repeating: 0x61, count: 200_000) + Array("\r\n".utf8)
        let other = Array("WARC/0.9 response 1234 text\r\n\r\n".utf8)
        for wrong in [Array("rubbish WARC/1.0 in a line\n".utf8), noLength, endless, other, [0, 1, 2, 0x0A]] {
            let content = try content(ArchiveWriter.page(1) + wrong + ArchiveWriter.page(2))
            #expect(content.pages == Self.urls(1, 2))
            #expect(content.offsets == [ArchiveWriter.page(1).count])
            let packed = try self.content(
                ArchiveWriter.packed(ArchiveWriter.page(1)) + ArchiveWriter.packed(wrong)
                    + ArchiveWriter.packed(ArchiveWriter.page(2)))
            #expect(packed.pages == Self.urls(1, 2))
            #expect(packed.faults.count == 1)
        }
    }

    @Test("a damaged member costs its record alone, wherever it is damaged")
    func damagedMember() throws {
        let members = (1...3).map { ArchiveWriter.packed(ArchiveWriter.page($0)) }
        for place in [0, 3, 10, 12, 60, members[1].count - 9, members[1].count - 6, members[1].count - 1] {
            var wrong = members[1]
            wrong[place] ^= 0xFF
            let content = try content(members[0] + wrong + members[2])
            #expect(content.pages == Self.urls(1, 3), "\(place)")
            #expect(content.offsets == [members[0].count], "\(place)")
        }
        let cut = try content(members[0] + members[1].dropLast(30) + members[2])
        #expect(cut.pages == Self.urls(1, 3))
    }

    @Test("an archive that is cut short gives what it has and one line")
    func cut() throws {
        for bytes in [ArchiveWriter.page(1) + ArchiveWriter.page(2).dropLast(20)] + [
            ArchiveWriter.packed(ArchiveWriter.page(1)) + ArchiveWriter.packed(ArchiveWriter.page(2)).dropLast(20)
        ] {
            let content = try content(bytes)
            #expect(content.pages == Self.urls(1))
            #expect(content.faults.count == 1)
            #expect(
                content.faults.first.map { "\($0)" }?.hasPrefix("GATHER-018 test.warc: the record at byte ") == true)
        }
    }

    @Test("a page that is too large is told of and passed over; other large records are just passed over")
    func large() throws {
        let big = [UInt8](repeating: 0x61, count: 300_000)
        let records = [
            ArchiveWriter.record(ArchiveWriter.answer(big)), ArchiveWriter.record(big, type: "resource"),
            ArchiveWriter.page(2),
        ]
        for bytes in Self.forms(records) {
            let content = try content(bytes, limit: 100_000)
            #expect(content.pages == Self.urls(2))
            #expect(content.faults.count == 1)
        }
    }

    @Test("a file and a pipe give the same as memory")
    func sources() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-warc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let answer = ArchiveWriter.answer(ArchiveWriter.body(2))
        let records = [ArchiveWriter.page(1), ArchiveWriter.record(answer, length: 5), ArchiveWriter.page(3)]
        for (index, bytes) in Self.forms(records).prefix(2).enumerated() {
            let path = folder.appending(path: "\(index)").path
            try Data(bytes).write(to: URL(filePath: path))
            let reader = try WARCReader(ByteWindow(path: path), name: path)
            #expect(try content(reader).pages == Self.urls(1, 3))
        }
    }

    @Test("any bytes are read to their end, and every fault is one line")
    func mutated() throws {
        var random = SeededNumbers(seed: 28500)
        let records = (1...4).map(ArchiveWriter.page)
        let forms = Self.forms(records)
        for round in 0..<3000 {
            let bytes = forms[round % forms.count].mutated(by: &random)
            let content = try content(bytes, limit: 10_000)
            #expect(content.pages.count <= 8)
            #expect(content.faults.count < bytes.count)
            #expect(content.faults.allSatisfy { !"\($0)".contains("\n") })
        }
    }
}

@Suite("Web archives of other programs")
struct ForeignArchiveTests {
    private static let python = ProcessInfo.processInfo.environment["ENTENTE_PYTHON"] ?? "/usr/bin/python3"
    private static let wgetPath = "/usr/bin/wget"
    static let hasWget: Bool = FileManager.default.isExecutableFile(atPath: wgetPath)
    static let hasWarcio: Bool = (try? run(python, ["-c", "import warcio"])) == 0

    private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func pages(_ path: String) throws -> [Fetched] {
        let reader = try WARCReader(ByteWindow(path: path), name: path)
        var pages: [Fetched] = []
        while let item = try reader.next() {
            switch item {
            case .page(let page, _): pages.append(page)
            case .fault(let fault): Issue.record(fault)
            }
        }
        return pages
    }

    @Test(
        "wget's, packed and plain", .enabled(if: hasWget && LocalServer.isPossible, "wget is not installed"),
        arguments: [true, false])
    func fromWget(isPacked: Bool) throws {
        let server = try LocalServer()
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-wget-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let addresses = try ["/page", "/gzip", "/hops?left=1", "/status?code=404"].map { try server.address($0).text }
        _ = try Self.run(
            Self.wgetPath,
            ["-q", "--compression=auto", "--warc-file=\(folder.path)/crawl", "-O", "/dev/null"]
                + (isPacked ? [] : ["--no-warc-compression"]) + addresses)
        let pages = try pages("\(folder.path)/crawl.warc\(isPacked ? ".gz" : "")")
        #expect(pages.compactMap(\.page.location).map { $0.hasSuffix("/gzip") } == [false, true, false])
        let direct = try #require(try Clients.client().fetch(try server.address("/page")))
        #expect(pages.allSatisfy { $0.page.bytes == direct.page.bytes })
    }

    @Test(
        "warcio's, versions 1.0 and 1.1", .enabled(if: hasWarcio, "warcio is not installed"), arguments: ["1.0", "1.1"])
    func fromWarcio(version: String) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString).warc.gz").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let script = """
            import gzip, io, sys
            from warcio.warcwriter import WARCWriter
            from warcio.statusandheaders import StatusAndHeaders
            with open(sys.argv[1], "wb") as stream:
                writer = WARCWriter(stream, gzip=True, warc_version="WARC/" + sys.argv[2])
                writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "warcio"}))
                for number in range(3):
                    body = b"<html><body><p>Page %d of Osaka</p></body></html>" % number
                    fields = [("Content-Type", "text/html")]
                    if number == 1:
                        body = gzip.compress(body)
                        fields.append(("Content-Encoding", "gzip"))
                    head = StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1")
                    uri = "https://city.example/%d" % number
                    writer.write_record(writer.create_warc_record(uri, "response", payload=io.BytesIO(body),
                        http_headers=head))
                    writer.write_record(writer.create_revisit_record(uri, "sha1:X", uri, "2023-06-03T01:00:00Z",
                        http_headers=head))
            """
        #expect(try Self.run(Self.python, ["-c", script, path, version]) == 0)
        let pages = try pages(path)
        #expect(
            pages.map { String(decoding: $0.page.bytes, as: UTF8.self) }
                == (0..<3).map {
                    "<html><body><p>Page \($0) of Osaka</p></body></html>"
                })
    }
}
