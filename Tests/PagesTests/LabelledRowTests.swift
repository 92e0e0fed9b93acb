// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages
import Testing

@Suite("Rows of labels and values before the text")
struct LabelledRowTests {
    @Test(
        "tell the day and who wrote it, and are no text of the article",
        arguments: [
            (
                "<dl><dt>Date</dt><dd>2025-11-03</dd><dt>Department</dt><dd>International Relations</dd><dt>Hits</dt><dd>132</dd></dl>",
                ["International Relations"]
            ),
            (
                "<table><tr><th>Date</th><td>2025-11-03</td><th>Department</th><td>Harbour Office</td></tr><tr><th>Hits</th><td>132</td><th>Attachment</th><td>accord.hwp</td></tr></table>",
                ["Harbour Office"]
            ),
            (
                "<ul><li><strong>등록일</strong><span>2025-11-03</span></li><li><strong>담당부서</strong><span>국제협력과</span></li><li><strong>조회수</strong><span>132</span></li></ul>",
                ["국제협력과"]
            ),
            ("<div>작성일 : 2025.11.03 작성자 : 국제협력과 조회수 : 132</div>", ["국제협력과"]),
            ("<div>Date : 2025-11-03 | Department : Harbour Office | Hits : 132</div>", ["Harbour Office"]),
            (
                "<div><p>Date: 2025-11-03</p><p>Writer: Harbour Office</p><p>Tel: +82-51-000-0000</p></div>",
                ["Harbour Office"]
            ),
            (
                "<div><span>Date</span> <span>2025-11-03</span> <span>Views</span> <span>1,320</span></div>", []
            ),
            (
                "<table><tr><td>Ngày đăng</td><td>3/11/2025</td></tr><tr><td>Người đăng</td><td>Lê Sóng</td></tr><tr><td>Lượt xem</td><td>132</td></tr></table>",
                ["Lê Sóng"]
            ),
        ])
    func rows(rows: String, authors: [String]) throws {
        let language = rows.contains("Ngày") ? "vi" : "en"
        for body in [
            "<div class=\"board\"><h1>Two ports</h1>\(rows)<div>\(Prose.paragraphs)</div></div>",
            "<h1>Two ports</h1><div class=\"board\"><div>\(rows)</div><div>\(Prose.paragraphs)</div></div>",
        ] {
            let article = try read(html: page(body: body, language: language))
            #expect(article.source.published?.value.description == "2025-11-03")
            #expect(article.authors == authors)
            let text = article.blocks.filter(\.role.isRead).compactMap { article.text.text(at: $0.range) }
            #expect(!text.contains { $0.contains("132") || $0.contains("2025") || $0.contains("1,320") }, "\(text)")
        }
    }

    @Test("labels that a recipe has as well are no rows about the page")
    func recipe() throws {
        let rows = "<p>Category: soups</p><p>Source: an old notebook</p><p>No: 4 plates</p>"
        let article = try read(html: page(body: "<article><h1>Two soups</h1>\(rows)\(Prose.paragraphs)</article>"))
        let text = article.blocks.filter { $0.role == .body }.compactMap { article.text.text(at: $0.range) }
        #expect(text.contains("No: 4 plates"))
    }

    @Test("one label alone, and what an event is about, stay text")
    func text() throws {
        let event = "<p>Date: 3 November 2025</p><p>Venue: the old quay</p>"
        let article = try read(html: page(body: "<article><h1>Two ports</h1>\(event)\(Prose.paragraphs)</article>"))
        let text = article.blocks.filter { $0.role == .body }.compactMap { article.text.text(at: $0.range) }
        #expect(text.contains("Venue: the old quay"))
    }
}
