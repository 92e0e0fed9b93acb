// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Pages about two invented cities, Sejin (세진) and Hải Lâm.
enum Samples {
    /// A meeting with a statement, a figure, an inferred date and a caption that names the wrong governor.
    static let meeting: SamplePage = {
        var page = SamplePage(
            title: "Sejin and Hải Lâm renew their ties",
            body: """
                Sejin Mayor Han Doyun (한도윤) met Governor Đặng Thu Hà at Sejin City Hall on Monday, 4 March.

                “We will open a joint office,” Mayor Han said at the spring summit.

                More than 1,200 residents of Hải Lâm live in Sejin.

                Governor Phan Quốc Bảo shakes hands with Han.
                """,
            location: "https://harbour.example/ties", publisher: "Harbour Post", language: "en",
            published: .stated("2024-03-05"))
        page.reading.article.source.modified = .stated("2024-03-06", premises: page.proof("Monday, 4 March"))
        page.reading.parties = [
            Party(
                id: "p1", kind: .person, name: "Han Doyun", aliases: ["한도윤", "Mayor Han"],
                mentions: [
                    page.range(of: "Han Doyun"), page.range(of: "한도윤"), page.range(of: "Mayor Han", occurrence: 2),
                ],
                offices: [Office(title: "Mayor", of: "p3", evidence: page.proof("Sejin Mayor Han Doyun"))]),
            Party(
                id: "p2", kind: .person, name: "Đặng Thu Hà", mentions: [page.range(of: "Đặng Thu Hà")],
                offices: [Office(title: "Governor", of: nil, evidence: page.proof("Governor Đặng Thu Hà"))]),
            Party(
                id: "p3", kind: .city, name: "Sejin", aliases: ["세진"], identifiers: ["geonames": "1"],
                mentions: [page.range(of: "Sejin")]),
            Party(id: "p4", kind: .city, name: "Hải Lâm", mentions: [page.range(of: "Hải Lâm")]),
            Party(id: "p5", kind: .place, name: "Sejin City Hall", mentions: [page.range(of: "Sejin City Hall")]),
            Party(
                id: "p6", kind: .person, name: "Phan Quốc Bảo", mentions: [page.range(of: "Phan Quốc Bảo")],
                offices: [Office(title: "Governor", of: nil, evidence: page.proof("Governor Phan Quốc Bảo"))]),
            Party(id: "p7", kind: .government, name: "City of Sejin"),
        ]
        page.reading.entries = [
            Entry(
                id: "e1",
                content: .engagement(
                    Engagement(
                        type: .meeting, title: "Han Doyun met Đặng Thu Hà",
                        participants: [.init(party: "p1", role: .host), .init(party: "p2", role: .visitor)],
                        place: "p5", date: .stated("2024-03-04", premises: page.proof("Monday, 4 March")),
                        partOf: "e4")),
                confidence: 0.9, evidence: page.proof("Sejin Mayor Han Doyun (한도윤) met Governor Đặng Thu Hà")),
            Entry(
                id: "e2",
                content: .statement(
                    Statement(speaker: "p1", text: "We will open a joint office,", direct: true, verb: "said")),
                confidence: 1, evidence: page.proof("“We will open a joint office,” Mayor Han said")),
            Entry(
                id: "e3",
                content: .figure(
                    Figure(
                        indicator: "residents of Hải Lâm", value: 1200, relation: .greater, unit: "residents",
                        scope: "p3", asOf: .stated("2024"))),
                confidence: 0.8, evidence: page.proof("More than 1,200 residents of Hải Lâm live in Sejin.")),
            Entry(
                id: "e4",
                content: .engagement(
                    Engagement(
                        type: .summit, title: "the spring summit", participants: [.init(party: "p4", role: .organiser)],
                        status: .planned)),
                confidence: 0.5, evidence: page.proof("the spring summit")),
        ]
        page.reading.conflicts = [
            Conflict(
                kind: .officeHolder, between: ["p2", "p6"], odd: "p6",
                reason: "Two people are called governor; only the caption names Phan Quốc Bảo.",
                evidence: page.proof("Governor Đặng Thu Hà") + page.proof("Governor Phan Quốc Bảo"))
        ]
        return page
    }()

    /// A later page by another publisher, which came as a record, knows the mayor by two names and has no day.
    static let visit: SamplePage = {
        var page = SamplePage(
            title: "세진 시장, 하이럼 방문",
            body: "Han Doyun will visit Hải Lâm in 2025. Trade reached 2.5 to 3 billion won, Han said.",
            location: "pages/visit.txt", publisher: "부두신문", language: "ko", published: .stated("2025-01"))
        page.reading.id = "record-7"
        page.reading.parties = [
            Party(
                id: "p1", kind: .person, name: "Han Doyun", aliases: ["Han"], mentions: [page.range(of: "Han Doyun")],
                offices: [Office(title: "Mayor", of: "p2", evidence: page.proof("세진 시장"))]),
            Party(id: "p2", kind: .city, name: "Sejin", identifiers: ["geonames": "1", "wikidata": "Q0"]),
            Party(id: "p3", kind: .city, name: "Hải Lâm", mentions: [page.range(of: "Hải Lâm")]),
        ]
        page.reading.entries = [
            Entry(
                id: "e1",
                content: .engagement(
                    Engagement(
                        type: .visit, title: "visit to Hải Lâm", participants: [.init(party: "p1", role: .visitor)],
                        place: "p3", date: .stated("2025"), status: .planned)),
                confidence: 0.7, evidence: page.proof("Han Doyun will visit Hải Lâm in 2025.")),
            Entry(
                id: "e2",
                content: .figure(
                    Figure(indicator: "trade", value: 2.5e9, upper: 3e9, unit: "KRW", saidBy: "p1")),
                confidence: 0.6, evidence: page.proof("Trade reached 2.5 to 3 billion won, Han said.")),
        ]
        return page
    }()

    /// A page that tells what ties two cities for longer than an occasion.
    static let ties: SamplePage = {
        var page = SamplePage(
            title: "Harbours sign",
            body: """
                Sejin and Hải Lâm signed a memorandum on pilots on 2 May 2024. Sejin will train 40 pilots by 2026. It \
                opens a trade office in Hải Lâm. The exchange of pilots goes on.
                """,
            location: "ties.html", published: .stated("2024-05-03"))
        page.reading.parties = [
            Party(
                id: "p1", kind: .city, name: "Sejin", identifiers: ["geonames": "1"],
                mentions: [page.range(of: "Sejin")]),
            Party(id: "p2", kind: .city, name: "Hải Lâm", mentions: [page.range(of: "Hải Lâm")]),
        ]
        page.reading.entries = [
            Entry(
                id: "e1",
                content: .agreement(
                    Agreement(
                        type: .memorandum, parties: ["p1", "p2"], scope: "pilots", status: .signed,
                        date: .stated("2024-05-02", premises: page.proof("2 May 2024")))),
                confidence: 0.9, evidence: page.proof("Sejin and Hải Lâm signed a memorandum on pilots")),
            Entry(
                id: "e2",
                content: .commitment(
                    Commitment(
                        by: ["p1"], force: .pledge, what: "train 40 pilots by 2026",
                        target: .init(value: 40, unit: "pilots"),
                        deadline: .stated("2026", premises: page.proof("2026")))),
                confidence: 0.8, evidence: page.proof("Sejin will train 40 pilots by 2026")),
            Entry(
                id: "e3",
                content: .institution(Institution(name: "trade office", of: ["p1"], place: "p2", state: .existing)),
                confidence: 0.8, evidence: page.proof("opens a trade office in Hải Lâm")),
            Entry(
                id: "e4",
                content: .programme(
                    Programme(topics: ["pilots"], parties: ["p1", "p2"], description: "exchange of pilots")),
                confidence: 0.6, evidence: page.proof("exchange of pilots")),
            Entry(
                id: "e5", content: .relation(Relation(type: .tradingPartner, subject: "p1", object: "p2", rank: 2)),
                confidence: 0.8, evidence: page.proof("exchange of pilots")),
        ]
        return page
    }()

    /// A short page of its own for every number.
    static func numbered(_ number: Int) -> SamplePage {
        var page = SamplePage(
            title: "Report \(number)", body: "Han Doyun opened exhibition \(number).",
            location: "reports/\(number).html")
        page.reading.parties = [
            Party(id: "p1", kind: .person, name: "Han Doyun", mentions: [page.range(of: "Han Doyun")])
        ]
        page.reading.entries = [
            Entry(
                id: "e1",
                content: .engagement(
                    Engagement(
                        type: .opening, title: "exhibition \(number)",
                        participants: [.init(party: "p1", role: .host)])),
                confidence: 1, evidence: page.proof("Han Doyun opened exhibition \(number)."))
        ]
        return page
    }
}
