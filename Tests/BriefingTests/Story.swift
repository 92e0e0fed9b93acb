// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Hashing
import Ledger

/// A ledger about two invented cities, Sejin (세진) and Hải Lâm, over four years.
///
/// All people, cities and papers in these tests are invented.
struct Story {
    let ledger: Ledger
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "briefing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        ledger = try Ledger(at: folder.appending(path: "story.sqlite"))
        for page in try Self.pages() { _ = try ledger.addWithoutPage(page) }
    }

    /// A ledger of its own that holds nothing.
    func emptyLedger() throws -> Ledger { try Ledger(at: folder.appending(path: "\(UUID().uuidString).sqlite")) }

    /// The sources' texts hold this; no export may, unless the texts go along.
    static let unquoted = "Gulls cried over the quay"

    private static func pages() throws -> [Reading] {
        [
            try page("2021", residents: 1200, mayor: "Han Doyun"),
            try page("2022", residents: 1500, mayor: "Han Doyun"),
            try page("2023", residents: 2100, mayor: "Han Doyun"), try tie(), try hostile(),
        ]
    }

    /// A yearly visit, with a count of residents and what the mayor said.
    private static func page(_ year: String, residents: Int, mayor: String) throws -> Reading {
        var page = Draft(
            """
            Sejin and Hải Lâm meet in \(year)

            Sejin Mayor \(mayor) (한도윤) met Governor Đặng Thu Hà in Hải Lâm on 4 March \(year). \(unquoted).

            Dr. Han said \(residents) residents of Hải Lâm lived in Sejin (세진). “We will come again in \(year),” Han said.
            """, location: "https://harbour.example/\(year)?a=1&b=2", published: "\(year)-03-05")
        page.reading.parties = sides(page, mayor: mayor, withAliases: true)
        let day = try DatedValue(value: date("\(year)-03-04"), basis: .stated, premises: page.proof("4 March \(year)"))
        page.reading.entries = [
            Entry(
                id: "e1",
                content: .engagement(
                    Engagement(
                        type: .visit, title: "Han Doyun met Đặng Thu Hà, \(year)",
                        participants: [
                            .init(party: "p1", role: .visitor), .init(party: "p2", role: .host),
                            .init(party: "p3", role: .visitor), .init(party: "p4", role: .host),
                        ], place: "p4", date: day)), confidence: 0.9,
                evidence: page.proof("\(mayor) (한도윤) met Governor Đặng Thu Hà")),
            Entry(
                id: "e2",
                content: .figure(
                    Figure(
                        indicator: "residents of Hải Lâm", value: Double(residents), unit: "residents", scope: "p3",
                        asOf: DatedValue(value: try date(year), basis: .inferred), saidBy: "p1")), confidence: 0.8,
                evidence: page.proof("\(residents) residents of Hải Lâm lived in Sejin")),
            Entry(
                id: "e3",
                content: .statement(
                    Statement(speaker: "p1", text: "We will come again in \(year),", direct: true, verb: "said")),
                confidence: 1, evidence: page.proof("“We will come again in \(year),” Han said")),
        ]
        return page.reading
    }

    /// A memorandum, a pledge without a baseline, and a programme.
    private static func tie() throws -> Reading {
        var page = Draft(
            """
            Harbours sign

            Sejin and Hải Lâm signed a memorandum on pilots on 2 May 2023. Sejin will train 40 pilots by 2024. The \
            exchange of pilots goes on.
            """, location: "ties.html", published: "2023-05-03")
        page.reading.parties = sides(page, mayor: nil, withAliases: false)
        page.reading.entries = [
            Entry(
                id: "e1",
                content: .agreement(
                    Agreement(
                        type: .memorandum, parties: ["p3", "p4"], scope: "pilots", status: .signed,
                        date: DatedValue(
                            value: try date("2023-05-02"), basis: .stated, premises: page.proof("2 May 2023")))),
                confidence: 0.9, evidence: page.proof("Sejin and Hải Lâm signed a memorandum on pilots")),
            Entry(
                id: "e2",
                content: .commitment(
                    Commitment(
                        by: ["p3", "p4"], force: .pledge, what: "train 40 pilots by 2024", measure: "pilots trained",
                        target: .init(value: 40, unit: "pilots"),
                        deadline: DatedValue(value: try date("2024"), basis: .stated, premises: page.proof("2024")))),
                confidence: 0.8, evidence: page.proof("Sejin will train 40 pilots by 2024")),
            Entry(
                id: "e3",
                content: .programme(
                    Programme(topics: ["pilots"], parties: ["p3", "p4"], description: "exchange of pilots")),
                confidence: 0.6, evidence: page.proof("exchange of pilots")),
        ]
        return page.reading
    }

    /// A page that tells of a dinner and looks back on a treaty of 1992.
    static func lookingBack() throws -> [Reading] {
        var page = Draft(
            "A dinner\n\nSejin and Hải Lâm gave a dinner on 2 June 2023. Their treaty of friendship dates from 1992.",
            location: "dinner.html", published: "2023-06-03")
        page.reading.parties = sides(page, mayor: nil, withAliases: false)
        page.reading.entries = [
            Entry(
                id: "e1",
                content: .engagement(
                    Engagement(
                        type: .celebration, title: "a dinner",
                        participants: [.init(party: "p3", role: .host), .init(party: "p4", role: .host)],
                        date: DatedValue(value: try date("2023-06-02"), basis: .stated))), confidence: 0.9,
                evidence: page.proof("gave a dinner")),
            Entry(
                id: "e2",
                content: .agreement(
                    Agreement(
                        type: .treaty, name: "treaty of friendship", parties: ["p3", "p4"], status: .signed,
                        date: DatedValue(value: try date("1992"), basis: .stated))), confidence: 0.9,
                evidence: page.proof("treaty of friendship dates from 1992")),
        ]
        return [page.reading]
    }

    /// A page whose words would be mark-up, a formula or the end of a field where they are not made safe.
    private static func hostile() throws -> Reading {
        let name = "=<script>alert(\"x\")</script>, | [[Sejin]] ]]>\u{1}"
        var page = Draft(
            "\(name)\n\nSejin and Hải Lâm will open \(name) on 1 May 2024.", location: "javascript:alert(1)",
            published: "2023-06-01")
        page.reading.parties = sides(page, mayor: nil, withAliases: false)
        page.reading.entries = [
            Entry(
                id: "e1",
                content: .engagement(
                    Engagement(
                        type: .opening, title: name,
                        participants: [.init(party: "p3", role: .host), .init(party: "p4", role: .participant)],
                        date: DatedValue(
                            value: try date("2024-05-01"), basis: .stated, premises: page.proof("1 May 2024")),
                        status: .planned)), confidence: 0.5, evidence: page.proof("will open \(name) on 1 May 2024"))
        ]
        return page.reading
    }

    private static func sides(_ page: Draft, mayor: String?, withAliases: Bool) -> [Party] {
        var parties = [
            Party(
                id: "p3", kind: .city, name: "Sejin", aliases: withAliases ? ["세진"] : [],
                identifiers: ["geonames": "1", "iso3166": "KR"], mentions: page.proof("Sejin").map(\.range)),
            Party(
                id: "p4", kind: .city, name: "Hải Lâm", identifiers: ["iso3166": "VN"],
                mentions: page.proof("Hải Lâm").map(\.range)),
        ]
        guard let mayor else { return parties }
        parties += [
            Party(
                id: "p1", kind: .person, name: mayor, aliases: ["한도윤"], mentions: page.proof(mayor).map(\.range),
                offices: [Office(title: "Mayor", of: "p3", evidence: page.proof("Sejin Mayor \(mayor)"))]),
            Party(
                id: "p2", kind: .person, name: "Đặng Thu Hà", mentions: page.proof("Đặng Thu Hà").map(\.range),
                offices: [Office(title: "Governor", of: "p4", evidence: page.proof("Governor Đặng Thu Hà"))]),
        ]
        return parties
    }

    private struct Unreadable: Error {}

    private static func date(_ text: String) throws -> PartialDate {
        guard let date = PartialDate(text) else { throw Unreadable() }
        return date
    }

    /// A reading to be filled in, whose bytes are not its text.
    private struct Draft {
        var reading: Reading

        init(_ text: String, location: String, published: String) {
            let id = "sha256:\(SHA256Digest(of: Array("<p>\(text)".utf8)))"
            let source = Source(
                id: id, location: location, publisher: "Harbour Post", language: "en",
                published: PartialDate(published).map { DatedValue(value: $0, basis: .metadata) })
            let title = String(text.prefix { !$0.isNewline })
            let length = TextPosition(scalar: title.unicodeScalars.count, byte: title.utf8.count)
            let end = TextPosition(scalar: text.unicodeScalars.count, byte: text.utf8.count)
            let gap = TextPosition(scalar: 2, byte: 2)
            reading = Reading(
                article: Article(
                    source: source, title: title, authors: [], text: text,
                    blocks: [
                        Block(role: .headline, range: TextRange(start: .zero, end: length)),
                        Block(role: .body, range: TextRange(start: length + gap, end: end)),
                    ]))
        }

        /// The proof that `words` stand in the text, at their last place.
        func proof(_ words: String) -> [Evidence] {
            let text = reading.article.text
            guard let found = text.range(of: words, options: [.backwards, .literal]) else { return [] }
            let before = text[..<found.lowerBound]
            let start = TextPosition(scalar: before.unicodeScalars.count, byte: before.utf8.count)
            let length = TextPosition(scalar: words.unicodeScalars.count, byte: words.utf8.count)
            return [Evidence(range: TextRange(start: start, end: start + length), quote: words)]
        }
    }
}
