// SPDX-License-Identifier: Apache-2.0

import HTML
import Testing

@Suite("A parsed document")
struct DocumentTests {
    private func parse(_ html: String, comments: Bool = true) throws -> Document {
        var options = ParserOptions()
        options.keepsComments = comments
        return try Document(parsing: html, options: options)
    }

    private func source(_ range: Range<Int>, of html: String) -> String {
        String(decoding: Array(html.utf8)[range], as: UTF8.self)
    }

    @Test("numbers its nodes in document order, every subtree in one range")
    func order() throws {
        let document = try parse("<!doctype html><ul><li>one<li><b>two</b></ul>")
        let list = try #require(document.first(.ul))
        let items = Array(document.children(of: list))
        #expect(items.map { document.nodes[$0].tag } == [.li, .li])
        #expect(document.nodes[items[0]].end == items[1])
        #expect(document.textContent(of: list) == "onetwo")
        #expect(document.doctype(at: 1)?.name == "html")
        #expect(document.quirks == .none)
        #expect(TreeInvariants.problems(of: document).isEmpty)
    }

    @Test("knows the bytes of every text, start tag and end tag")
    func places() throws {
        let html = "<p class=\"a\">Grüße <i>an</i>\r\nalle</p>"
        let document = try parse(html)
        let paragraph = try #require(document.first(.p))
        #expect(source(document.nodes[paragraph].source, of: html) == "<p class=\"a\">")
        #expect(source(document.nodes[paragraph].endTag, of: html) == "</p>")
        let texts = document.descendants(of: paragraph).filter { document.nodes[$0].isText }
        #expect(texts.map { source(document.nodes[$0].source, of: html) } == ["Grüße ", "an", "\r\nalle"])
        #expect(texts.map { document.data(of: $0) } == ["Grüße ", "an", "\nalle"])
        let body = try #require(document.first(.body))
        #expect(document.nodes[body].source == 0..<0)
    }

    @Test("says where formatting was written that is opened again")
    func reopened() throws {
        let html = "<p><b id=x>one<p>two"
        let document = try parse(html)
        let bold = document.nodes.indices.filter { document.nodes[$0].tag == .b }
        #expect(bold.count == 2)
        #expect(bold.map { source(document.nodes[$0].source, of: html) } == ["<b id=x>", "<b id=x>"])
        #expect(bold.map { document.attribute(.id, of: $0) } == ["x", "x"])
    }

    @Test("finds attributes by number and by name, the first of two")
    func attributes() throws {
        let document = try parse("<a HREF='/x?a=1&amp;b' data-Kind=news href=/y hidden>")
        let link = try #require(document.first(.a))
        #expect(document.attribute(.href, of: link) == "/x?a=1&b")
        #expect(document.attribute("href", of: link) == "/x?a=1&b")
        #expect(document.attribute("data-kind", of: link) == "news")
        #expect(document.attribute("data-other", of: link) == nil)
        #expect(document.attribute(.hidden, of: link) == "")
        #expect(document.hasAttribute(.hidden, at: link))
        #expect(!document.hasAttribute(.id, at: link))
    }

    @Test("later html and body tags add what the first ones lack")
    func lateAttributes() throws {
        let document = try parse("<html lang=ko><body class=a><p><html lang=vi dir=ltr><body id=b class=c>x")
        let root = try #require(document.first(.html))
        let body = try #require(document.first(.body))
        #expect(document.attribute(.lang, of: root) == "ko")
        #expect(document.attribute(.dir, of: root) == "ltr")
        #expect(document.attribute(.class, of: body) == "a")
        #expect(document.attribute(.id, of: body) == "b")
    }

    @Test("leaves comments out if asked, and texts around them apart")
    func comments() throws {
        let html = "<p>a<!-- note -->b"
        let with = try parse(html)
        #expect(with.nodes.contains { $0.kind == .comment })
        let without = try parse(html, comments: false)
        let paragraph = try #require(without.first(.p))
        #expect(without.children(of: paragraph).map { without.data(of: $0) } == ["a", "b"])
    }

    @Test("drawings keep their capitals, prefixes and vocabulary")
    func foreign() throws {
        let document = try parse("<svg viewbox='0 0 1 1'><lineargradient xlink:href=#a /><p>out")
        let svg = try #require(document.first(.svg))
        #expect(document.nodes[svg].namespace == .svg)
        #expect(document.attribute("viewBox", of: svg) == "0 0 1 1")
        #expect(document.name(of: svg + 1) == "linearGradient")
        #expect(document.nodes[svg + 1].tag == .other)
        #expect(document.attributes[document.nodes[svg + 1].attributes.lowerBound].prefix == .xlink)
        #expect(document.first(.p, in: svg) == nil)
    }

    @Test("a fragment is read as the contents of its element")
    func fragment() throws {
        let document = try Document(parsingFragment: Array("<td>a<td>b".utf8), in: FragmentContext(name: "tr"))
        #expect(document.children(of: 0).map { document.nodes[$0].tag } == [.td, .td])
        let text = try Document(parsingFragment: Array("a<b>".utf8), in: FragmentContext(name: "textarea"))
        #expect(text.children(of: 0).map { text.data(of: $0) } == ["a<b>"])
    }

    @Test("bytes that are no UTF-8 stay as they are and show as U+FFFD")
    func damaged() throws {
        let document = try Document(parsing: Array("<p>a".utf8) + [0xFF, 0xC3] + Array("b</p>".utf8))
        let paragraph = try #require(document.first(.p))
        #expect(document.textContent(of: paragraph) == "a\u{FFFD}\u{FFFD}b")
        #expect(Array(document.dataBytes(of: paragraph + 1)) == [0x61, 0xFF, 0xC3, 0x62])
    }

    @Test("parse errors are listed with their bytes only if asked for")
    func errors() throws {
        var options = ParserOptions()
        options.reportsErrors = true
        let html = "<p a=1 a=2>\u{1}</>"
        let errors = try Document(parsing: html, options: options).errors
        #expect(
            errors.map(\.code) == ["duplicate-attribute", "control-character-in-input-stream", "missing-end-tag-name"])
        #expect(errors.map(\.byte) == [8, 11, 14])
        #expect(try parse(html).errors.isEmpty)
    }

    @Test("decoding what was escaped twice takes every reference of the standard")
    func references() {
        #expect(
            CharacterReferences.decoded(in: "Caf&eacute; &amp; &#x41;&#8364; &notin; &none; R&D")
                == "Café & A€ ∉ &none; R&D")
        #expect(CharacterReferences.decoded(in: "<b>no</b>") == "<b>no</b>")
    }
}
