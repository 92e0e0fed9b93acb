// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("The same party on many pages")
struct PartyIdentityTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A page that names one person with one office of one city.
    private func page(_ day: String, _ name: String, _ title: String, of city: String, _ geonames: String) -> Story {
        Story(day, "Paper\(day.suffix(2))", "\(name), \(title) of \(city), spoke.")
            .party("p2", .city, city, geonames: geonames)
            .party("p1", .person, name, titles: [(title, "p2")])
    }

    @Test(
        "spellings of one Korean name, in Latin letters and in Hangul, are one person",
        arguments: ["Han Do-yoon", "Han Doyoon", "HAN Do Yun", "한도윤", "Doyun Han", "Hahn Doh-yun"])
    func korean(spelling: String) throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-01", "Han Doyun", "Mayor", of: "Sejin", "11"),
            page("2024-03-02", spelling, "Mayor", of: "Sejin", "11"))
        #expect(try ledger.shownNames().values.sorted() == [2])
    }

    @Test("sounds alone do not make one person of two", arguments: ["Han Doyeong", "Kang Doyun", "Han Juyun"])
    func otherKorean(name: String) throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-01", "Han Doyun", "Mayor", of: "Sejin", "11"),
            page("2024-03-02", name, "Spokesperson", of: "Harim", "12"))
        #expect(try ledger.shownNames().count == 2)
    }

    @Test(
        "accents, order, hyphens and letters spelt out do not count",
        arguments: [
            ("Đặng Thu Hà", "Dang Thu Ha"), ("Đặng Thu Hà", "Ha Dang Thu"), ("Solveig Bjørnå", "Solveig Bjoernaa"),
            ("Jean-Luc Morel", "Jean Luc Morel"), ("Ærø Skov", "Aeroe Skov"),
        ])
    func spellings(names: (String, String)) throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-01", names.0, "Governor", of: "Sejin", "11"),
            page("2024-03-02", names.1, "Governor", of: "Sejin", "11"))
        #expect(try ledger.shownNames().count == 1)
    }

    @Test("two people of one name who hold the like office of two cities stay two")
    func namesakes() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2024-03-01", "Kim Jiwon", "Mayor", of: "Sejin", "11"),
            page("2024-03-02", "Kim Jiwon", "Mayor", of: "Harim", "12"))
        #expect(try ledger.partyRecords(RecordQuery(kind: "person")).count == 2)
    }

    @Test("a place is one by its GeoNames number, whatever it is called, and two towns of one name are two")
    func places() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            Story("2024-01-01", "A", "Sejin").party("p1", .city, "Sejin", geonames: "11"),
            Story("2024-01-02", "B", "Saejin City").party("p1", .place, "Saejin City", geonames: "11"),
            Story("2024-01-03", "C", "Sejin far away").party("p1", .city, "Sejin", geonames: "99"))
        #expect(try ledger.partyRecords().map(\.sources).sorted() == [1, 2])
    }

    @Test("organisations are one without legal form, and two where a telling word differs")
    func organisations() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            Story("2024-01-01", "A", "Sejin Port Authority").party("p1", .organisation, "Sejin Port Authority"),
            Story("2024-01-02", "B", "the Port Authority of Sejin")
                .party("p1", .government, "the Port Authority of Sejin"),
            Story("2024-01-03", "C", "Harim Port Authority").party("p1", .organisation, "Harim Port Authority"))
        #expect(try ledger.partyRecords().map(\.sources).sorted() == [1, 2])
    }

    @Test("a list of aliases joins names that nothing else joins")
    func aliases() throws {
        let file = folder.url.appending(path: "aliases.yaml")
        try Data("parties:\n  - [Đặng Thu Hà, 당투하]\n".utf8).write(to: file)
        let stories = [
            page("2024-03-01", "Đặng Thu Hà", "Governor", of: "Sejin", "11"),
            page("2024-03-02", "당투하", "Governor", of: "Sejin", "11"),
        ]
        let ledger = try folder.ledger()
        for story in stories { try ledger.tell(story) }
        #expect(try ledger.shownNames().count == 2)
        try ledger.close()
        let informed = try Ledger(at: folder.ledger, aliases: [file])
        #expect(try informed.reconcile() == 1)
        #expect(try informed.shownNames() == ["Đặng Thu Hà": 2])
    }

    @Test("a damaged list of aliases is an error that names the file")
    func damagedAliases() throws {
        let file = folder.url.appending(path: "aliases.yaml")
        try Data("parties: 7\n".utf8).write(to: file)
        let ledger = try Ledger(at: folder.ledger, aliases: [file])
        let error = #expect(throws: LedgerError.self) {
            try ledger.tell(page("2024-03-01", "Han Doyun", "Mayor", of: "Sejin", "11"))
        }
        #expect(error?.code == .wordList)
        #expect(error?.description.contains("aliases.yaml") == true)
    }

    @Test("a city that one page takes for a person or a body is still the city")
    func misread() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            Story("2024-01-01", "A", "Hai Lam").party("p1", .city, "Hai Lam", geonames: "21"),
            Story("2024-01-02", "B", "HAI LAM").party("p1", .organisation, "HAI LAM"),
            Story("2024-01-03", "C", "Hai Lam").party("p1", .person, "Hai Lam"))
        #expect(try ledger.partyRecords().map(\.kind) == ["city"])
    }

    @Test("an office has a period: the days on which pages name its holder")
    func periods() throws {
        let ledger = try folder.ledger()
        try ledger.tell(
            page("2022-05-01", "Han Doyun", "Mayor", of: "Sejin", "11"),
            page("2024-03-02", "Han Do-yun", "Mayor", of: "Sejin", "11"))
        let id = try #require(try ledger.partyRecords(RecordQuery(kind: "person")).first?.id)
        let tenure = try #require(try ledger.record(id).tenures.first)
        #expect(tenure.title == "mayor")
        #expect(tenure.body?.name == "Sejin")
        #expect(tenure.firstSeen == "2022-05-01")
        #expect(tenure.lastSeen == "2024-03-02")
    }
}
