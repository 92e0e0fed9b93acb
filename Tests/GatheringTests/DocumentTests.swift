// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gathering
import Pages
import TestNumbers
import Testing

@Suite("Press releases that are no web pages")
struct DocumentTests {
    private static func isInstalled(_ program: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
    }

    /// A PDF document with one line of text a page.
    private static func document(_ pages: [String]) -> [UInt8] {
        var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
        var kids: [String] = []
        for text in pages {
            let content = "BT /F1 12 Tf 72 720 Td (\(text)) Tj ET"
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(objects.count + 2) 0 R "
                    + "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>")
            kids.append("\(objects.count) 0 R")
            objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
        }
        objects[1] = "<< /Type /Pages /Count \(pages.count) /Kids [\(kids.joined(separator: " "))] >>"
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = offsets.map { String(repeating: "0", count: 10 - "\($0)".count) + "\($0) 00000 n \n" }.joined()
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(table)"
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    private func text(_ page: Page) throws -> DocumentReader.Text {
        let form = try #require(DocumentForm(page))
        return try DocumentReader.text(of: page, form: form)
    }

    @Test("the text of a PDF document, its pages apart", .enabled(if: isInstalled("pdftotext")))
    func pdf() throws {
        let bytes = Self.document(["Osaka and Lyon sign an accord.", "The accord has two parts."])
        guard case .page(let page) = try text(Page(bytes: bytes, location: "release.pdf", retrieved: "2023-06-03"))
        else {
            Issue.record("no page")
            return
        }
        let pages = String(decoding: page.bytes, as: UTF8.self).split(separator: "\u{C}").map {
            $0.split(whereSeparator: \.isNewline).joined()
        }
        #expect(pages == ["Osaka and Lyon sign an accord.", "The accord has two parts."])
        #expect(page.location == "release.pdf")
        #expect(page.retrieved == "2023-06-03")
    }

    @Test("heads and feet of pages, their numbers, and hyphens at the ends of lines belong to the paper")
    func printed() {
        let head = "City of Osaka - Release 14/2023\n\n"
        let first = "Osaka and Lyon sign an ac\u{2010}\ncord on ports.\nA well-known port.\n\nPage 1 of 3\n"
        let second = "The admin-\nistration of Lyon agreed.\nIt is well-\nknown for silk.\n\nPage 2 of 3\n"
        let third = "The third page.\n\nPage 3 of 3\n"
        let text = [first, second, third].map { head + $0 + "\u{C}" }.joined()
        let expected = [
            "Osaka and Lyon sign an accord\non ports.\nA well-known port.",
            "The administration\nof Lyon agreed.\nIt is well-known\nfor silk.",
            "The third page.",
        ].map { "\n\n\($0)\n\n\n\u{C}" }.joined()
        #expect(PrintedPages(text).cleaned() == expected)
        #expect(PrintedPages("One page.\n\nPage 1\n\u{C}").cleaned() == "One page.\n\nPage 1\n\u{C}")
        #expect(PrintedPages("").cleaned() == "")
    }

    @Test("a damaged document is one line", .enabled(if: isInstalled("pdftotext")))
    func damaged() throws {
        do {
            _ = try text(Page(bytes: Array("%PDF-1.4\nrubbish".utf8), location: "release.pdf"))
            Issue.record("it was read")
        } catch let error as GatheringError {
            #expect(error.code == .failedTool)
            #expect("\(error)".hasPrefix("GATHER-020 release.pdf: pdftotext "))
            #expect(!"\(error)".contains("\n"))
        }
    }

    static let mail = """
        From: =?utf-8?B?7Jik7IKs7Lm0?= <press@osaka.example>\r
        Date: Sat, 03 Jun 2023 10:00:00 +0900\r
        Subject: =?utf-8?Q?Osaka_et_Lyon_=C3=A0_Paris?=\r
        MIME-Version: 1.0\r
        Content-Type: multipart/alternative; boundary=B\r
        \r
        --B\r
        Content-Type: text/html; charset=utf-8\r
        \r
        <p>Osaka Mayor Mori Kenta met Lyon Mayor Anne Dubois.</p>\r
        --B\r
        Content-Type: text/plain; charset=iso-8859-1\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        Osaka Mayor Mori Kenta met Lyon=\r
         Mayor Anne Dubois =E0 Paris.\r
        --B--\r

        """

    @Test("a message of mail: subject, day, sender and text", .enabled(if: isInstalled("python3")))
    func message() throws {
        guard case .record(let record) = try text(Page(bytes: Array(Self.mail.utf8), location: "a.eml")) else {
            Issue.record("no record")
            return
        }
        #expect(record.title == "Osaka et Lyon à Paris")
        #expect(record.published == "2023-06-03")
        #expect(record.publisher == "오사카")
        #expect(record.text == "Osaka Mayor Mori Kenta met Lyon Mayor Anne Dubois à Paris.\n")
    }

    @Test("mutated messages give a record or a reason", .enabled(if: isInstalled("python3")))
    func mutatedMessages() throws {
        var random = SeededNumbers(seed: 5322)
        for _ in 0..<20 {
            let bytes = Array(Self.mail.utf8).mutated(by: &random)
            do {
                _ = try DocumentReader.text(of: Page(bytes: bytes, location: "a.eml"), form: .mail)
            } catch {
                #expect(error.code == .failedTool)
                #expect(!"\(error)".contains("\n"))
            }
        }
    }

    @Test("the text of a DOCX document", .enabled(if: isInstalled("pandoc")))
    func docx() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-docx-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "a.md")
        try Data("# Accord signed\n\nOsaka and Lyon signed an accord.\n".utf8).write(to: source)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pandoc")
        process.arguments = ["-o", folder.appending(path: "a.docx").path, source.path]
        try process.run()
        process.waitUntilExit()
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "a.docx")))
        guard case .page(let page) = try text(Page(bytes: bytes, location: "a.docx")) else {
            Issue.record("no page")
            return
        }
        let article = try PageReader().article(from: page)
        #expect(article.title == "Accord signed")
        #expect(article.text.contains("Osaka and Lyon signed an accord."))
    }

    @Test("pages and other archives are no documents")
    func others() {
        #expect(DocumentForm(Page(bytes: Array("<html>".utf8))) == nil)
        #expect(DocumentForm(Page(bytes: [0x50, 0x4B, 3, 4, 0, 0])) == nil)
        #expect(DocumentForm(Page(bytes: [], location: "https://x.example/a.eml?b")) == .mail)
    }
}
