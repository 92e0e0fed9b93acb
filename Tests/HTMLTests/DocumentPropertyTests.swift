// SPDX-License-Identifier: Apache-2.0

import HTML
import TestNumbers
import Testing

@Suite("Any bytes are a document")
struct DocumentPropertyTests {
    /// Pieces of mark-up that meet each other in ways nobody writes.
    private static let pieces = [
        "<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "<a href=#>", "</a>", "<nobr>", "<font color=red>",
        "</font>",
        "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<tbody>", "<caption>", "<col>",
        "<colgroup>",
        "<select>", "</select>", "<option>", "<optgroup>", "<button>", "<selectedcontent>", "<template>", "</template>",
        "<svg>", "</svg>", "<math>", "<mi>", "<annotation-xml encoding=text/html>", "<foreignObject>", "<desc>",
        "<title>",
        "</title>", "<script>", "</script>", "<style>", "</style>", "<textarea>", "</textarea>", "<plaintext>",
        "<noscript>",
        "</noscript>", "<head>", "</head>", "<body id=b>", "</body>", "<html lang=x>", "</html>", "<frameset>",
        "<frame>",
        "</frameset>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<!doctype html>", "<?x>", "</>", "<", ">", "&",
        "&amp;",
        "&notit;", "&#x0;", "&#55555555;", "\r\n", "\r", "\0", " ", "text", "ü한", "<li>", "<ul>", "</ul>", "<dd>",
        "<h1>",
        "</h2>", "<form>", "</form>", "<input type=hidden>", "<br>", "</br>", "<hr>", "<object>", "</object>", "<ruby>",
        "<rt>",
        "<image>", "<x-y a=1 a=2>", "\"", "'", "=", "/", "<mglyph>", "<iframe>", "</iframe>", "<pre>\n", "<keygen>",
        "<meta>",
    ]

    @Test("mark-up thrown together gives a well-formed tree, the same every time", arguments: 0..<40)
    func pieces(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<100 {
            var page = ""
            for _ in 0..<Int.random(in: 1...60, using: &numbers) {
                page += Self.pieces.randomElement(using: &numbers) ?? ""
            }
            try check(Array(page.utf8))
        }
    }

    @Test("random bytes give a well-formed tree", arguments: 0..<20)
    func bytes(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let alphabet = Array("<>/!-=&;#x\"' \n\r\0abtdpsi[]CDATA".utf8)
        for _ in 0..<100 {
            let count = Int.random(in: 0...200, using: &numbers)
            let page = (0..<count).map { _ in
                Bool.random(using: &numbers)
                    ? alphabet.randomElement(using: &numbers) ?? 0 : UInt8.random(in: 0...255, using: &numbers)
            }
            try check(page)
        }
    }

    @Test("a page cut off or damaged anywhere gives a well-formed tree", arguments: 0..<10)
    func damaged(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let page = Array(Self.page.utf8)
        for length in stride(from: 0, through: page.count, by: 7) { try check(Array(page[..<length])) }
        for _ in 0..<200 {
            var damaged = page
            for _ in 0..<Int.random(in: 1...8, using: &numbers) {
                let place = Int.random(in: 0..<damaged.count, using: &numbers)
                switch Int.random(in: 0...2, using: &numbers) {
                case 0: damaged.remove(at: place)
                case 1: damaged[place] = UInt8.random(in: 0...255, using: &numbers)
                default: damaged.insert(contentsOf: damaged.suffix(20), at: place)
                }
            }
            try check(damaged)
        }
    }

    @Test("whatever the element, a fragment in it gives a well-formed tree", arguments: 0..<10)
    func fragments(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let contexts = [
            "div", "td", "tr", "table", "select", "template", "html", "head", "frameset", "script", "form", "p",
        ]
        for name in contexts {
            for namespace in [Namespace.html, .svg, .math] {
                let page = (0..<30).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined()
                let context = FragmentContext(name: name, namespace: namespace)
                let document = try Document(parsingFragment: Array(page.utf8), in: context)
                #expect(TreeInvariants.problems(of: document) == [], "\(name) \(page)")
            }
        }
    }

    private func check(_ page: [UInt8]) throws {
        for scripting in [true, false] {
            var options = ParserOptions()
            options.scripting = scripting
            let document = try Document(parsing: page, options: options)
            let problems = TreeInvariants.problems(of: document)
            #expect(problems == [], "\(String(decoding: page, as: UTF8.self).debugDescription)")
            options.reportsErrors = true
            let again = try Document(parsing: page, options: options)
            #expect(TreeDump.lines(of: again) == TreeDump.lines(of: document))
            #expect(again.errors.allSatisfy { (0...page.count).contains($0.byte) })
        }
    }

    private static let page = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A &amp; B</title>
        <script>if (a < b) { document.write("<!--<script>x</script>-->") }</script><style>p > b { color: red }</style>
        </head><body class='news'><!-- begin --><article id=a1><h1>Two towns<br>agree</h1>
        <p>First &eacute;<b>bold<i>both</b>italic</i> text.<p>Second<table><tr><td>1<td>2</table>
        <ul><li>one<li>two</ul><svg viewBox="0 0 1 1"><path d="M0"/></svg><select><option>x</select>
        <template><td>cell</td></template><textarea>
        typed</textarea></article></body></html>
        """
}
