// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages
import Testing

@Suite("HTML: each part of an article gets its role")
struct HTMLRolesTests {
    /// An English page with everything that a paper puts around an article.
    ///
    /// All names are invented.
    private static let english = page(
        head: "<title>Two ports train captains together | The Seldon Courier</title>"
            + "<meta property=\"og:site_name\" content=\"The Seldon Courier\">",
        body: """
            <header class="site-header"><a href="/">The Seldon Courier</a></header>
            <nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
            <main><article>
              <div class="kicker">Shipping</div>
              <h1>Two ports train captains together</h1>
              <p class="standfirst">A course for twenty captains begins in May.</p>
              <p class="byline">By <a rel="author" href="/staff/rosa-lind">Rosa Lind</a></p>
              <time datetime="2025-11-03T14:20:00+01:00">Published 3 November 2025, 14:20</time>
              <div class="share-buttons"><a href="#">Share</a> <a href="#">Print</a></div>
              <figure><img src="f.jpg"><figcaption>Ilse Brandt on board. Photo: Ben Otter</figcaption></figure>
              <p>\(Prose.first)</p>
              <blockquote>We have waited for this for ten years.</blockquote>
              <h2>What comes next</h2>
              <p>\(Prose.second)</p>
              <ul><li>Twenty captains</li><li>Two ferries</li></ul>
              <table><tr><th>City</th><th>Ferries</th></tr><tr><td>Marwick</td><td>3</td></tr></table>
              <p>\(Prose.third)</p>
              <p><a href="/other">Read more: Harbour fees rise again</a></p>
              <h3>Related articles</h3>
              <ul><li><a href="/a">A new quay for Seldon</a></li><li><a href="/b">Fewer herrings this year</a></li></ul>
              <p>© 2025 The Seldon Courier. All rights reserved.</p>
            </article></main>
            <aside class="sidebar"><h3>Most read</h3><p>\(Prose.second)</p></aside>
            <footer><p>Imprint</p></footer>
            """)

    @Test("an English page in full")
    func englishPage() throws {
        let article = try read(html: Self.english)
        #expect(article.title == "Two ports train captains together")
        #expect(article.authors == ["Rosa Lind"])
        #expect(article.texts(.headline) == ["Two ports train captains together"])
        #expect(article.texts(.deck) == ["A course for twenty captains begins in May."])
        #expect(article.texts(.byline) == ["By Rosa Lind"])
        #expect(article.texts(.dateline) == ["Published 3 November 2025, 14:20"])
        #expect(article.texts(.caption) == ["Ilse Brandt on board. Photo: Ben Otter"])
        #expect(article.texts(.quote) == ["We have waited for this for ten years."])
        #expect(
            article.texts(.body) == [
                Prose.first, "What comes next", Prose.second, "Twenty captains", "Two ferries", "City", "Ferries",
                "Marwick", "3", Prose.third,
            ])
        #expect(article.texts(.copyright) == ["© 2025 The Seldon Courier. All rights reserved."])
        let furniture = article.texts(.furniture)
        #expect(furniture.contains("Read more: Harbour fees rise again"))
        #expect(furniture.contains("Related articles"))
        #expect(furniture.contains("A new quay for Seldon"))
        #expect(article.source.publisher == "The Seldon Courier")
        #expect(article.source.language == "en")
        #expect(article.source.published?.value.description == "2025-11-03")
    }

    /// A Korean page as a local paper's system makes them.
    ///
    /// All names are invented.
    private static let korean = page(
        head: "<title>두 항구, 선장 교육 함께 시작 - 부두일보</title><meta property=\"og:site_name\" content=\"부두일보\">",
        body: """
            <div id="skipNav"><a href="#content">본문 바로가기</a></div>
            <div id="wrap"><div id="content">
            <h1 class="title">두 항구, 선장 교육 함께 시작</h1>
            <div class="info"><span>입력 2025.11.03 14:20</span> <span>수정 2025.11.04 09:00</span></div>
            <div class="view_tool"><button>글자크기</button><a href="#">공유하기</a></div>
            <div class="article_body" itemprop="articleBody">
              <table class="photo"><tr><td><img src="a.jpg"></td></tr><tr><td class="caption">한부두 시장이 선장들과 악수하고 있다. 사진=부두시</td></tr></table>
              <p>부두시는 화요일 등대시와 전기 여객선 선장 교육을 함께 시작하기로 했다고 3일 밝혔다. 두 도시는 올해 안에 선장 스무 명을 교육할 계획이다.</p>
              <p>한부두 시장은 "첫 공동 과정은 5월에 시작한다"며 "두 의회가 모두 예산을 마련했다"고 말했다. 등대시는 2021년부터 전기 여객선 세 척을 운항하고 있다.</p>
              <p>나기자 기자 nagija@budu.example</p>
              <p>&lt;저작권자 ⓒ 부두일보, 무단전재 및 재배포 금지&gt;</p>
            </div>
            <div class="relation"><h4>관련기사</h4><ul><li><a href="/1">새 부두 착공</a></li></ul></div>
            </div></div>
            """, language: "ko")

    @Test("a Korean page in full")
    func koreanPage() throws {
        let article = try read(html: Self.korean)
        #expect(article.title == "두 항구, 선장 교육 함께 시작")
        #expect(article.authors == ["나기자"])
        #expect(article.texts(.body).count == 2)
        #expect(article.texts(.caption) == ["한부두 시장이 선장들과 악수하고 있다. 사진=부두시"])
        #expect(article.texts(.byline) == ["나기자 기자 nagija@budu.example"])
        #expect(article.texts(.copyright).count == 1)
        #expect(article.source.published?.value.description == "2025-11-03")
        #expect(article.source.published?.basis == .stated)
        #expect(article.source.modified?.value.description == "2025-11-04")
        #expect(article.source.publisher == "부두일보")
        #expect(article.source.language == "ko")
    }

    /// A Vietnamese page.
    ///
    /// All names are invented.
    private static let vietnamese = page(
        head: "<title>Hai thành phố cảng cùng đào tạo thuyền trưởng - Báo Bến Cảng</title>",
        body: """
            <div class="header"><a href="/">Báo Bến Cảng</a></div>
            <div class="container"><h1 class="title-detail">Hai thành phố cảng cùng đào tạo thuyền trưởng</h1>
            <span class="date">Thứ bảy, 1/11/2025, 09:15 (GMT+7)</span>
            <p class="sapo">Khóa học đầu tiên bắt đầu vào tháng 5.</p>
            <div class="fck_detail">
            <p>Thành phố Bến Mới và thành phố Hải Đăng hôm thứ bảy thống nhất cùng đào tạo hai mươi thuyền trưởng phà điện trước cuối năm nay, theo thông báo của hai bên.</p>
            <figure><img src="a.jpg"><figcaption>Ông Trần Bến tại lễ ký. Ảnh: Báo Bến Cảng</figcaption></figure>
            <p>Ông Trần Bến cho biết khóa học chung đầu tiên sẽ bắt đầu vào tháng 5 và hội đồng hai thành phố đã dành ngân sách cho việc này.</p>
            <p style="text-align:right"><strong>Tác giả: Lê Sóng</strong></p>
            </div>
            <div class="box-tinlienquan"><h3>Tin liên quan</h3><ul><li><a href="/1">Cầu cảng mới</a></li></ul></div></div>
            """, language: "vi")

    @Test("a Vietnamese page in full")
    func vietnamesePage() throws {
        let article = try read(html: Self.vietnamese)
        #expect(article.title == "Hai thành phố cảng cùng đào tạo thuyền trưởng")
        #expect(article.authors == ["Lê Sóng"])
        #expect(article.texts(.deck) == ["Khóa học đầu tiên bắt đầu vào tháng 5."])
        #expect(article.texts(.caption) == ["Ông Trần Bến tại lễ ký. Ảnh: Báo Bến Cảng"])
        #expect(article.texts(.body).count == 2)
        #expect(article.source.published?.value.description == "2025-11-01")
        #expect(article.source.language == "vi")
    }

    @Test("white space is folded inside a block and nothing else is changed")
    func whiteSpace() throws {
        let html = page(
            body:
                "<article><p>\(Prose.first)</p><p>  A\n\tline\u{A0}with   caf\u{E9} and cafe\u{301} … \u{1F6A2} </p></article>"
        )
        let article = try read(html: html)
        #expect(article.texts(.body).last == "A line with caf\u{E9} and cafe\u{301} … \u{1F6A2}")
        #expect(article.text.unicodeScalars.contains("\u{301}"))
    }

    @Test("a paragraph of many line breaks is cut where two stand together")
    func lineBreaks() throws {
        let html = page(
            body: "<div class=\"entry-content\">\(Prose.first)<br>\n<br>\(Prose.second)<br>The last line.</div>")
        #expect(try read(html: html).texts(.body) == [Prose.first, Prose.second + " The last line."])
    }

    @Test("hidden text, scripts, styles and forms are not the article's")
    func hidden() throws {
        let html = page(
            body:
                "<article>\(Prose.paragraphs)<p style=\"display: none\">Not to be seen</p><script>var x = 'no';</script>"
                + "<style>p { color: red }</style><form><p>Your name please</p></form></article>")
        #expect(try read(html: html).texts(.body) == [Prose.first, Prose.second, Prose.third])
    }

    @Test("an article split over sibling containers is put together")
    func split() throws {
        let html = page(
            body: "<div class=\"story\"><div class=\"article-body\"><p>\(Prose.first)</p><p>\(Prose.second)</p></div>"
                + "<div class=\"ad\">Advertisement</div><div class=\"article-body\"><p>\(Prose.third)</p></div></div>")
        #expect(try read(html: html).texts(.body) == [Prose.first, Prose.second, Prose.third])
    }

    @Test("a page without any telling name is found by where its text is dense")
    func dense() throws {
        let html = page(
            body: "<div><div><a href=\"/\">Home</a> <a href=\"/n\">News</a></div></div>"
                + "<div><div><h1>Two ports</h1>\(Prose.paragraphs)</div></div><div><a href=\"/i\">Imprint</a></div>")
        #expect(try read(html: html).texts(.body) == [Prose.first, Prose.second, Prose.third])
    }

    @Test("an element named like furniture that holds nearly all the text is kept")
    func misnamed() throws {
        let html = page(body: "<div class=\"sidebar\"><h1>Two ports</h1>\(Prose.paragraphs)</div>")
        #expect(try read(html: html).texts(.body) == [Prose.first, Prose.second, Prose.third])
    }

    @Test("the headline repeated in the text is furniture")
    func repeatedHeadline() throws {
        let html = page(
            head: "<title>Two ports train captains</title>",
            body:
                "<h1>Two ports train captains</h1><article><p>Two ports train captains</p>\(Prose.paragraphs)</article>"
        )
        let article = try read(html: html)
        #expect(article.texts(.headline) == ["Two ports train captains"])
        #expect(article.texts(.furniture) == ["Two ports train captains"])
    }

    @Test("broken mark-up is repaired as browsers do")
    func broken() throws {
        let html =
            "<title>Two ports</title><body><article><p>\(Prose.first)<p><b>\(Prose.second)</p>\(Prose.third)</b></article"
        #expect(try read(html: html).texts(.body) == [Prose.first, Prose.second, Prose.third])
    }
}
