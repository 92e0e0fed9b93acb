// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages
import Testing

@Suite("Text captures: lines become blocks with roles")
struct CaptureTests {
    /// A capture of an invented English page.
    private static let english = """
        Skip to main content
        progress_bar
        The Seldon Courier
        News
        Sport

        Two ports train captains together

        "A course for twenty"

        By Rosa Lind
        Published 2025.11.03 14:20
        Share
        12 comments

        \(Prose.first)

        Two ports train captains together Ilse Brandt greets the first captains on the quay.

        \(Prose.second)

        Photo: Ben Otter / The Seldon Courier

        \(Prose.third)

        #ferries #harbour

        Related articles
        A new quay for Seldon
        Fewer herrings this year

        © 2025 The Seldon Courier (www.seldon.example). All rights reserved.

        Follow us on social!

        Top
        """

    @Test("the signs that mark a heading in Markdown are no part of the title")
    func markdownHeading() throws {
        let article = try read(capture: "# Two ports train captains together\n\n\(Prose.first)\n\n\(Prose.second)\n")
        #expect(article.title == "Two ports train captains together")
        #expect(
            article.lines.prefix(2) == [
                Line(.furniture, "#"), Line(.headline, "Two ports train captains together"),
            ])
        let tagged = try read(capture: "#harbour training starts in Seldon\n\n\(Prose.first)\n\n\(Prose.second)\n")
        #expect(tagged.title != "harbour training starts in Seldon")
    }

    @Test("an English capture in full")
    func englishCapture() throws {
        let article = try read(capture: Self.english)
        #expect(article.text == Self.english)
        #expect(
            article.lines == [
                Line(.furniture, "Skip to main content"), Line(.furniture, "progress_bar"),
                Line(.furniture, "The Seldon Courier"), Line(.furniture, "News"), Line(.furniture, "Sport"),
                Line(.headline, "Two ports train captains together"), Line(.deck, "\"A course for twenty\""),
                Line(.byline, "By Rosa Lind"), Line(.dateline, "Published 2025.11.03 14:20"),
                Line(.furniture, "Share"), Line(.furniture, "12 comments"), Line(.body, Prose.first),
                Line(.furniture, "Two ports train captains together"),
                Line(.caption, "Ilse Brandt greets the first captains on the quay."), Line(.body, Prose.second),
                Line(.caption, "Photo: Ben Otter / The Seldon Courier"), Line(.body, Prose.third),
                Line(.furniture, "#ferries #harbour"), Line(.furniture, "Related articles"),
                Line(.furniture, "A new quay for Seldon"), Line(.furniture, "Fewer herrings this year"),
                Line(.copyright, "© 2025 The Seldon Courier (www.seldon.example). All rights reserved."),
                Line(.furniture, "Follow us on social!"), Line(.furniture, "Top"),
            ])
        #expect(article.title == "Two ports train captains together")
        #expect(article.authors == ["Rosa Lind"])
        #expect(article.source.publisher == "The Seldon Courier")
        #expect(article.source.language == "en")
        #expect(article.source.published?.value.description == "2025-11-03")
        #expect(article.source.published?.basis == .stated)
        #expect(article.source.published?.premises.map(\.quote) == ["2025.11.03"])
    }

    /// A capture of an invented Korean page.
    private static let korean = """
        본문 바로가기
        부두일보
        정치
        두 항구, 선장 교육 함께 시작… 올해 스무 명
        입력 2025.11.03 14:20 수정 2025.11.04 09:00
        글자크기
        공유하기
        부두시는 화요일 등대시와 전기 여객선 선장 교육을 함께 시작하기로 했다고 3일 밝혔다. 두 도시는 올해 안에 선장 스무 명을 교육할 계획이다.
        ▲ 한부두 시장이 선장들과 악수하고 있다. [사진=부두시]
        한부두 시장은 "첫 공동 과정은 5월에 시작한다"며 "두 의회가 모두 예산을 마련했다"고 말했다. 등대시는 2021년부터 여객선 세 척을 운항한다.
        나기자 기자 nagija@budu.example
        ⓒ 부두일보, 무단전재 및 재배포 금지
        많이 본 뉴스
        새 부두 착공
        청어 어획량 감소
        맨위로
        """

    @Test("a Korean capture in full")
    func koreanCapture() throws {
        let article = try read(capture: Self.korean)
        #expect(article.texts(.headline) == ["두 항구, 선장 교육 함께 시작… 올해 스무 명"])
        #expect(article.texts(.body).count == 2)
        #expect(article.texts(.caption) == ["▲ 한부두 시장이 선장들과 악수하고 있다. [사진=부두시]"])
        #expect(article.texts(.byline) == ["나기자 기자 nagija@budu.example"])
        #expect(article.texts(.copyright) == ["ⓒ 부두일보, 무단전재 및 재배포 금지"])
        #expect(article.texts(.dateline) == ["입력 2025.11.03 14:20 수정 2025.11.04 09:00"])
        #expect(
            article.texts(.furniture) == [
                "본문 바로가기", "부두일보", "정치", "글자크기", "공유하기", "많이 본 뉴스", "새 부두 착공", "청어 어획량 감소", "맨위로",
            ])
        #expect(article.authors == ["나기자"])
        #expect(article.source.publisher == "부두일보")
        #expect(article.source.published?.value.description == "2025-11-03")
        #expect(article.source.modified?.value.description == "2025-11-04")
        #expect(article.source.language == "ko")
    }

    /// A capture of an invented Vietnamese page.
    private static let vietnamese = """
        Chuyển đến nội dung
        Trang chủ
        Thời sự
        Hai thành phố cảng cùng đào tạo thuyền trưởng phà điện
        Thứ bảy, 1/11/2025, 09:15
        Chia sẻ
        Cỡ chữ
        Thành phố Bến Mới và thành phố Hải Đăng hôm thứ bảy thống nhất cùng đào tạo hai mươi thuyền trưởng phà điện trước cuối năm nay, theo thông báo của hai bên.
        Ảnh: Báo Bến Cảng
        Ông Trần Bến cho biết khóa học chung đầu tiên sẽ bắt đầu vào tháng 5 và hội đồng hai thành phố đã dành ngân sách cho việc này.
        Tác giả: Lê Sóng
        Tin liên quan
        Cầu cảng mới của Bến Mới
        Bình luận
        """

    @Test("a Vietnamese capture in full")
    func vietnameseCapture() throws {
        let article = try read(capture: Self.vietnamese)
        #expect(article.title == "Hai thành phố cảng cùng đào tạo thuyền trưởng phà điện")
        #expect(article.texts(.body).count == 2)
        #expect(article.texts(.caption) == ["Ảnh: Báo Bến Cảng"])
        #expect(article.authors == ["Lê Sóng"])
        #expect(article.texts(.dateline) == ["Thứ bảy, 1/11/2025, 09:15"])
        #expect(article.source.published?.value.description == "2025-11-01")
        #expect(article.texts(.furniture).last == "Bình luận")
        #expect(article.texts(.furniture).contains("Cầu cảng mới của Bến Mới"))
    }

    @Test("line ends of all three kinds are line feeds in the canonical text")
    func lineEnds() throws {
        let article = try read(capture: "Two ports train captains\r\n\r\n\(Prose.first)\r\(Prose.second)\n")
        #expect(article.text == "Two ports train captains\n\n\(Prose.first)\n\(Prose.second)\n")
        #expect(article.texts(.body) == [Prose.first, Prose.second])
    }

    @Test("lines broken at a fixed width are paragraphs up to the next blank line")
    func wrapped() throws {
        let capture = """
            Two ports train captains together

            The port of Seldon and the city of Marwick agreed on Tuesday
            to share their experience with electric ferries, and to train
            twenty captains together before the end of the year. The first
            joint course begins in May.

            Marwick has run three electric ferries since the year 2021 and
            wants to show Seldon what it has learnt from storms, from ice
            and from captains who had never driven anything but diesel.
            """
        let article = try read(capture: capture)
        #expect(article.texts(.headline) == ["Two ports train captains together"])
        #expect(article.texts(.body).count == 2)
        #expect(article.texts(.body).first?.hasSuffix("begins in May.") == true)
    }

    @Test("narrow lines of a printed column are paragraphs as well, also over the end of a page")
    func columns() throws {
        let capture = """
            Two ports train captains
            3 November 2025
            The port of Seldon and the city of Marwick
            agreed on Tuesday to share their experience
            with electric ferries, and to train twenty
            captains together before the end of the
            year. The first joint course, of which both
            harbour masters spoke for weeks, begins in
            May.

            Marwick has run three electric ferries since
            the year 2021 and wants to show Seldon what
            it has learnt from storms, from ice and
            \u{C}

            from captains who had never driven anything
            but diesel.
            """
        let article = try read(capture: capture)
        #expect(article.texts(.body).count == 2, "\(article.texts(.body))")
        #expect(article.texts(.body).last?.hasSuffix("but diesel.") == true)
        #expect(article.source.published?.value.description == "2025-11-03")
    }

    @Test("a capture that is one paragraph is a body")
    func single() throws {
        #expect(try read(capture: Prose.first).lines == [Line(.body, Prose.first)])
    }

    /// A press release as a program prints it: lines as wide as the paper, of letters that differ in width.
    private static let printed = """
        City of Marwick | Press office
        Press release no. 12/2025 of the mayor

        Marwick and Seldon sign memorandum on clean
        shipping and training
        3 November 2025
        The City of Marwick and the City of Seldon signed a memorandum of understanding on clean shipping
        in the town hall of Marwick on Tuesday, and agreed that their harbour administrations
        should exchange engineers each year.
        Mayor Marit Lund said the well-known shipyards of both cities had much to learn from one another.
        “We have a long-standing friendship, and it is time to put it to work,” she said after the ceremony.
        Under the memorandum, twenty engineers will be trained in Seldon before the end of 2026. A joint
        committee meets twice a year, in spring in Marwick and in autumn in Seldon, and reports to both
        councils.

        Contact: Press office, press@marwick.example
        \u{C}
        """

    @Test("wide lines of a printed document are paragraphs, its headline may have two, and the day stands apart")
    func print() throws {
        let article = try read(capture: Self.printed)
        #expect(article.title == "Marwick and Seldon sign memorandum on clean shipping and training")
        let first = try #require(article.lines.first { $0.text.hasPrefix("The City of Marwick") }?.text)
        #expect(first.hasSuffix("engineers each year."))
        #expect(article.texts(.dateline) == ["3 November 2025"])
        #expect(article.authors.isEmpty)
        #expect(article.texts(.body).contains { $0.contains("A joint\ncommittee") && $0.hasSuffix("both\ncouncils.") })
    }

    @Test("a web page that was printed with its menus has paragraphs as well")
    func printedWithMenus() throws {
        let menu = ["News", "Culture", "Sports", "Transport", "Housing", "Harbour", "Contacts", "Careers", "Log in"]
        let text = """
            \(menu.joined(separator: "\n"))

            Marwick and Seldon sign a memorandum on clean shipping
            3 November 2025
            The City of Marwick and the City of Seldon signed a memorandum of understanding on clean shipping
            in the town hall of Marwick on Tuesday, and agreed that their harbour administrations should
            exchange engineers each year. Under the memorandum, twenty engineers will be trained in Seldon
            before the end of 2026.

            \(menu.reversed().joined(separator: "\n"))
            \u{C}
            """
        let article = try read(capture: text)
        #expect(article.title == "Marwick and Seldon sign a memorandum on clean shipping")
        let body = try #require(article.texts(.body).first)
        #expect(body.hasPrefix("The City of Marwick") && body.hasSuffix("before the end of 2026."))
    }

    @Test("the day of an event in a list of when and where is not the document's")
    func eventRows() throws {
        let rows = "Port Days of Marwick and Seldon\n\nDate\n\n14 May 2026\n\nPlace\n\nMarwick, Town Hall\n\n"
        let bare = try read(capture: rows + Prose.first + "\n\n" + Prose.second)
        #expect(bare.source.published == nil)
        let dated = try read(capture: rows + Prose.first + "\n\n" + Prose.second + "\n\nPublished 3 November 2025")
        #expect(dated.source.published?.value.description == "2025-11-03")
        let table = "<table><tr><td>Date<td>14 May 2026<tr><td>Venue<td>Marwick</table>"
        let html = page(body: "<main><h1>Port Days</h1>\(table)\(Prose.paragraphs)</main>")
        #expect(try read(html: html).source.published == nil)
    }

    @Test("many foreign names do not make the language theirs")
    func foreignNames() throws {
        let text = """
            Mayors of the Baltic coast meet in Klaipėda

            Klaipėda Mayor Arvydas Vaitkaus received Vilnius Mayor Valdas Benkauskas, Kaunas Mayor Visvaldas Matijaitis, \
            Panevėžys Mayor Rytis Račkaitis and Šiauliai Mayor Artūras Visockaitis on Tuesday.

            Deputy mayors Daiva Žebelė, Algirdas Kamaraitis and Simonas Gentvilaitis joined the talks, as did Neringa Mayor \
            Darius Jasaitauskas and Palanga Mayor Šarūnas Vaitkaus.

            Vilnius, Kaunas, Klaipėda, Šiauliai, Panevėžys, Alytus, Marijampolė, Mažeikiai, Jonava and Utena took part.
            """
        #expect(try read(capture: text).source.language == "en")
    }
}
