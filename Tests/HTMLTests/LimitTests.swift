// SPDX-License-Identifier: Apache-2.0

import HTML
import Testing

@Suite("A page past a limit is refused with its code and place")
struct LimitTests {
    private func error(_ html: String, _ limits: ParserLimits = ParserLimits()) -> HTMLError? {
        var options = ParserOptions()
        options.limits = limits
        do throws(HTMLError) {
            _ = try Document(parsing: html, options: options)
            return nil
        } catch {
            return error
        }
    }

    @Test("bytes")
    func bytes() {
        #expect(error("<p>four", ParserLimits(bytes: 6)) == .tooLarge(bytes: 7, limit: 6))
        #expect(error("<p>four", ParserLimits(bytes: 7)) == nil)
    }

    @Test("open elements")
    func depth() {
        #expect(error(String(repeating: "<div>", count: 600)) == .tooDeep(limit: 512, byte: 510 * 5))
        #expect(error(String(repeating: "<div></div>", count: 600)) == nil)
        #expect(error(String(repeating: "<p>", count: 600)) == nil)
    }

    @Test("formatting that is opened again and again")
    func nodes() {
        let page = (0..<400).map { "<p><b id=\($0)></p>" }.joined()
        guard case .tooManyNodes(10_000, let byte)? = error(page, ParserLimits(nodes: 10_000)) else {
            Issue.record("not refused")
            return
        }
        #expect(byte < page.utf8.count)
    }

    @Test("selects in the options of selects, whose chosen options are shown again and again")
    func selectedContents() {
        let level = "<select><option><svg><foreignObject>"
        let page =
            String(repeating: level, count: 60)
            + String(
                repeating: "</foreignObject></svg></option><selectedcontent></selectedcontent></select>", count: 60)
        guard case .tooManyNodes? = error(page, ParserLimits(nodes: 100_000)) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("a selected content inside the option that it would show stays empty")
    func selectedInItself() throws {
        let page = "<select><option><svg><desc><option><selectedcontent></selectedcontent>x"
        let document = try Document(parsing: page)
        let holder = try #require(document.first(.selectedcontent))
        #expect(document.nodes[holder].end == holder + 1)
    }

    @Test("attributes")
    func attributes() {
        let tag = "<div " + (0..<50).map { "a\($0)=1" }.joined(separator: " ") + ">"
        #expect(error("<p>" + tag, ParserLimits(attributes: 49)) == .tooManyAttributes(limit: 49, byte: 3))
        #expect(error("<p>" + tag, ParserLimits(attributes: 50)) == nil)
    }

    @Test("every error has a code and says what to do")
    func codes() {
        let errors: [HTMLError] = [
            .tooLarge(bytes: 2, limit: 1), .tooDeep(limit: 1, byte: 2), .tooManyNodes(limit: 1, byte: 2),
            .tooManyAttributes(limit: 1, byte: 2),
        ]
        #expect(errors.map(\.code) == ["HTML-001", "HTML-002", "HTML-003", "HTML-004"])
        for error in errors {
            #expect(error.description.hasPrefix(error.code))
            #expect(error.description.contains("; "))
        }
    }

    @Test(
        "with limits out of the way, hundreds of thousands of open elements are read",
        arguments: [
            "<div>", "<span>", "<b>", "<a><div>", "<ul><li>", "<table><td>", "<svg><desc>", "<template>",
            "<font size=1>",
            "<object><p>", "<button><p>", "<select><optgroup>", "<math><mi>", "<unknown>", "<html a><body b>",
        ])
    func deep(mark: String) throws {
        var options = ParserOptions()
        options.limits = ParserLimits(bytes: .max, depth: .max, nodes: .max, attributes: .max)
        let page = String(repeating: mark, count: 100_000) + String(repeating: "</x></div></b></span>", count: 100_000)
        let document = try Document(parsing: page, options: options)
        #expect(TreeInvariants.problems(of: document).isEmpty)
    }
}
