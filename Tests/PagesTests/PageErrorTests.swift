// SPDX-License-Identifier: Apache-2.0

import Pages
import Testing

@Suite("A page that cannot be read gives one clear line")
struct PageErrorTests {
    private func error(_ bytes: [UInt8], contentType: String? = nil) -> PageError? {
        do throws(PageError) {
            _ = try PageReader().article(from: Page(bytes: bytes, location: "page.html", contentType: contentType))
            return nil
        } catch {
            return error
        }
    }

    @Test("every problem has its own stable code and a message of one line with place, reason and advice")
    func codes() {
        let problems: [(PageError.Problem, String)] = [
            (.empty, "PAGE-001"), (.binary(kind: "PDF document"), "PAGE-002"),
            (.tooLarge(bytes: 30, limit: 20), "PAGE-003"), (.tooDeep(limit: 512, byte: 9), "PAGE-004"),
            (.undecodable(encoding: "utf-8", byte: 7), "PAGE-005"), (.noText, "PAGE-006"),
            (.invalidRecord(reason: "it is not valid JSON"), "PAGE-007"),
            (.missingResource(name: "marks.json"), "PAGE-008"),
            (.tooManyAttributes(limit: 1000, byte: 3), "PAGE-009"), (.tooManyNodes(limit: 9, byte: 3), "PAGE-010"),
        ]
        for (problem, code) in problems {
            let error = PageError(problem, location: "news/today.html")
            #expect(error.code.rawValue == code)
            #expect(error.description.hasPrefix("\(code) news/today.html: "))
            #expect(error.description.contains("; "))
            #expect(!error.description.contains("\n"))
        }
    }

    @Test("an empty page and one of white space are empty", arguments: ["", " \n\t\r\n", "\u{FEFF}\n", "\u{A0}"])
    func empty(text: String) {
        #expect(error(Array(text.utf8))?.problem == .empty)
    }

    @Test(
        "files of other kinds are named",
        arguments: [
            ("%PDF-1.7\n%\u{e2}\u{e3}", "PDF document"),
            ("PK\u{3}\u{4}rest of an archive", "ZIP archive or office document"),
            ("GIF89a and so on", "GIF picture"), ("{\\rtf1\\ansi text}", "RTF document"),
        ])
    func binary(text: String, kind: String) {
        #expect(error(Array(text.utf8))?.problem == .binary(kind: kind))
    }

    @Test("bytes full of control characters are no text")
    func controls() {
        let bytes = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 7 % 31) }
        #expect(error(bytes)?.code == .binary)
    }

    @Test("a page past the limit is refused with both numbers")
    func tooLarge() {
        let bytes = [UInt8](repeating: 0x61, count: PageLimits.bytes + 1)
        #expect(error(bytes)?.problem == .tooLarge(bytes: PageLimits.bytes + 1, limit: PageLimits.bytes))
    }

    @Test("a page of fifty million bytes is refused as well")
    func farTooLarge() {
        #expect(error([UInt8](repeating: 0x20, count: 50_000_000))?.code == .tooLarge)
    }

    @Test("mark-up nested without end is refused before it is parsed")
    func tooDeep() {
        let page = "<html><body>" + String(repeating: "<div>", count: 300_000) + Prose.first
        #expect(error(Array(page.utf8))?.code == .tooDeep)
        let formatting = "<html><body>" + (0..<2000).map { "<div><b id=\($0)></div>" }.joined() + Prose.first
        #expect(error(Array(formatting.utf8))?.code == .tooDeep)
    }

    @Test("nesting cannot be hidden in attributes, comments or titles of drawings")
    func hidden() {
        let deep = String(repeating: "<div>", count: 2000)
        for opening in [
            "<p =\">", "<p a= \">\" b>", "<!-- x --!>", "<svg><title>", "<svg><div><div/><path/>",
            "<select><svg><input>",
        ] {
            #expect(error(Array("<html><body>\(opening)\(deep)\(Prose.first)".utf8))?.code == .tooDeep)
        }
    }

    @Test("the shapes of a drawing are no nesting")
    func drawing() {
        let shapes = String(repeating: "<g><path d=\"M0,0\"/></g><rect/>", count: 2000)
        let html = page(body: "<svg>\(shapes)</svg><article>\(Prose.paragraphs)</article>")
        #expect(error(Array(html.utf8)) == nil)
        let hidden = page(body: "<svg><foreignObject>" + String(repeating: "<path/>", count: 2000) + Prose.first)
        #expect(error(Array(hidden.utf8))?.code == .tooDeep)
    }

    @Test("a tag with thousands of attributes is refused")
    func attributes() {
        let tag = "<div " + (0..<5000).map { "a\($0)=1" }.joined(separator: " ") + ">"
        #expect(
            error(Array("<html><body>\(tag)\(Prose.first)".utf8))?.problem == .tooManyAttributes(limit: 1000, byte: 12))
    }

    @Test("unclosed paragraphs, cells and list items are no nesting")
    func shallow() {
        let rows = String(repeating: "<tr><td>cell<td>cell", count: 2000)
        let html = page(
            body: "<article>\(Prose.paragraphs)<table>\(rows)</table>" + String(repeating: "<p>x<li>y", count: 2000))
        #expect(error(Array(html.utf8)) == nil)
    }

    @Test("what is declared as UTF-8 and is not is refused at the first wrong byte")
    func undecodable() {
        let head = Array("<html><head><meta charset=utf-8></head><body><p>".utf8)
        let damaged = head + (0..<400).flatMap { _ in [0xFF, 0xFE, 0x41] as [UInt8] }
        #expect(error(damaged)?.problem == .undecodable(encoding: "utf-8", byte: head.count))
    }

    @Test("bytes without a declaration that fit no encoding are refused")
    func undeclared() {
        #expect(error(Array("Hello ".utf8) + [0xFF, 0xFE, 0x20] + Array("world\n".utf8))?.code == .undecodable)
    }

    @Test(
        "mark-up without text is no article",
        arguments: ["<html><body></body></html>", "<html><script>var a = 1;</script>"])
    func noText(html: String) {
        #expect(error(Array(html.utf8))?.problem == .noText)
    }
}
