// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

@Suite("What a ledger lists")
struct ListingTests {
    let folder: TemporaryFolder
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try folder.ledger(with: Samples.visit, Samples.meeting, Samples.ties)
    }

    @Test("people are listed by name with their offices over all sources")
    func people() throws {
        let people = try ledger.people()
        #expect(people.map(\.name) == ["Đặng Thu Hà", "Han Doyun", "Phan Quốc Bảo"])
        let mayor = people[1]
        #expect(mayor.offices == ["Mayor of Sejin"])
        #expect(mayor.aliases == ["한도윤", "Mayor Han", "Han"])
        #expect(mayor.mentions == 4)
        #expect(mayor.sources == [Samples.meeting.sourceId, Samples.visit.sourceId])
        #expect(mayor.ids.count == 2)
        #expect(people[0].offices == ["Governor"])
    }

    @Test("organisations and places are listed with their kinds and registers")
    func otherParties() throws {
        #expect(try ledger.organisations().map(\.name) == ["City of Sejin"])
        let places = try ledger.places()
        #expect(places.map(\.name) == ["Hải Lâm", "Sejin", "Sejin City Hall"])
        #expect(places.map(\.kind) == [.city, .city, .place])
        #expect(places[1].identifiers == ["geonames": "1", "wikidata": "Q0"])
        #expect(places[1].cells[3].text == "geonames 1; wikidata Q0")
    }

    @Test("engagements come in the order of their dates, with names and proof")
    func engagements() throws {
        let engagements = try ledger.engagements()
        #expect(engagements.map(\.title) == ["Han Doyun met Đặng Thu Hà", "the spring summit", "visit to Hải Lâm"])
        let meeting = engagements[0]
        #expect(meeting.date?.description == "2024-03-04")
        #expect(meeting.dateBasis == .inferred)
        #expect(meeting.participants.map(\.name) == ["Han Doyun", "Đặng Thu Hà"])
        #expect(meeting.participants.map(\.role) == [.host, .visitor])
        #expect(meeting.place?.name == "Sejin City Hall")
        #expect(meeting.status == .past)
        #expect(meeting.partOf == engagements[1].id)
        #expect(meeting.source.label == "Harbour Post 2024-03-05")
        #expect(meeting.evidence.map(\.quote) == ["Sejin Mayor Han Doyun (한도윤) met Governor Đặng Thu Hà"])
        #expect(meeting.cells[3] == .list(["Han Doyun (host)", "Đặng Thu Hà (visitor)"]))
    }

    @Test("a statement has its speaker and the day of its source")
    func statements() throws {
        let statement = try #require(try ledger.statements().first)
        #expect(statement.speaker?.name == "Han Doyun")
        #expect(statement.text == "We will open a joint office,")
        #expect(statement.direct && statement.verb == "said")
        #expect(statement.date?.description == "2024-03-05")
    }

    @Test("figures keep relation, unit, scope and speaker")
    func figures() throws {
        let figures = try ledger.figures()
        #expect(figures.map(\.indicator) == ["residents of Hải Lâm", "trade"])
        #expect(figures[0].relation == .greater)
        #expect(figures[0].scope?.name == "Sejin")
        #expect(figures[0].asOf?.description == "2024")
        #expect(figures[1].saidBy?.name == "Han Doyun")
        #expect(figures.map { $0.cells[2].text } == ["1200", "2500000000"])
        #expect(figures.map { $0.cells[3].text } == ["", "3000000000"])
    }

    @Test("an agreement names its parties, what it is about and how far it has come")
    func agreements() throws {
        let agreement = try #require(try ledger.agreements().first)
        #expect(agreement.type == .memorandum && agreement.status == .signed)
        #expect(agreement.parties.map(\.name) == ["Sejin", "Hải Lâm"])
        #expect(agreement.date?.description == "2024-05-02" && agreement.dateBasis == .inferred)
        #expect(agreement.cells[5].text == "pilots")
        #expect(try ledger.agreements(LedgerFilter(party: "hai lam")).count == 1)
    }

    @Test("a commitment is found by the day on which it is due, with its target")
    func commitments() throws {
        let commitment = try #require(try ledger.commitments().first)
        #expect(commitment.force == .pledge && commitment.by.map(\.name) == ["Sejin"])
        #expect(commitment.target == .init(value: 40, unit: "pilots") && commitment.baseline == nil)
        #expect(commitment.deadline?.description == "2026")
        #expect(commitment.cells.prefix(2).map(\.text) == ["2026", "pledge"])
    }

    @Test("institutions and programmes are listed with whose they are")
    func institutionsAndProgrammes() throws {
        let office = try #require(try ledger.institutions().first)
        #expect(office.of.map(\.name) == ["Sejin"] && office.place?.name == "Hải Lâm" && office.state == .existing)
        let exchange = try #require(try ledger.programmes().first)
        #expect(exchange.description == "exchange of pilots" && exchange.topics == ["pilots"])
        #expect(exchange.parties.map(\.name) == ["Sejin", "Hải Lâm"])
    }

    @Test("relations are listed with their direction and rank")
    func relations() throws {
        let relation = try #require(try ledger.relations().first)
        #expect(relation.type == .tradingPartner && relation.rank == 2)
        #expect(relation.subject.name == "Sejin" && relation.object.name == "Hải Lâm")
    }

    @Test("a conflict names both sides, the odd one and the words of each")
    func conflicts() throws {
        let conflict = try #require(try ledger.conflicts().first)
        #expect(conflict.between.map(\.name) == ["Đặng Thu Hà", "Phan Quốc Bảo"])
        #expect(conflict.odd?.name == "Phan Quốc Bảo")
        #expect(conflict.evidence.map(\.quote) == ["Governor Đặng Thu Hà", "Governor Phan Quốc Bảo"])
    }

    @Test("a conflict between entries names them by their headings")
    func conflictOfEntries() throws {
        var page = Samples.meeting
        page.snapshot.bytes.append(10)
        page.reading.article.source.id = SamplePage.id(of: page.snapshot)
        page.reading.conflicts[0].between = ["e3", "e1"]
        page.reading.conflicts[0].odd = nil
        _ = try ledger.add(page.snapshot, reading: page.reading)
        let conflict = try #require(try ledger.conflicts(LedgerFilter(party: "sejin")).first)
        #expect(conflict.between.map(\.name) == ["residents of Hải Lâm > 1200 residents", "Han Doyun met Đặng Thu Hà"])
        #expect(conflict.odd == nil)
    }

    @Test("sources come in the order of publication with the number of their entries")
    func sources() throws {
        let sources = try ledger.sources()
        #expect(sources.map(\.publisher) == ["Harbour Post", nil, "부두신문"])
        #expect(sources.map(\.entries) == [4, 5, 2])
        #expect(sources[0].modified?.description == "2024-03-06")
        #expect(sources[2].published?.description == "2025-01")
        #expect(sources[2].record == "record-7")
    }

    @Test("every listing gives one cell a column and one JSON object a row", arguments: Listing.allCases)
    func shapes(listing: Listing) throws {
        _ = try ledger.subscribe(Subscription(location: "https://city.example/feed", since: "2025-01-01T00:00:00Z"))
        let answer = try listing.answer(from: ledger)
        #expect(!answer.rows.isEmpty)
        #expect(Set(answer.columns.map(\.name)).count == answer.columns.count)
        for row in answer.rows {
            #expect(row.cells.count == answer.columns.count)
            let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(row))
            #expect(object is [String: Any])
        }
        let empty = try listing.answer(from: ledger, LedgerFilter(party: "nobody"))
        // Feeds that are followed belong to no party.
        #expect(empty.rows.isEmpty || listing == .subscriptions)
        #expect(empty.columns == answer.columns)
    }

    @Test("rows come back from their JSON")
    func json() throws {
        let rows = try ledger.engagements()
        #expect(try JSONDecoder().decode([EngagementRow].self, from: JSONEncoder().encode(rows)) == rows)
    }

    @Test("pages of rows put together are the whole", arguments: Listing.allCases)
    func pages(listing: Listing) throws {
        let all = try listing.answer(from: ledger).rows.map(\.cells)
        var gathered: [[Cell]] = []
        for offset in 0...all.count {
            gathered += try listing.answer(from: ledger, LedgerFilter(limit: 1, offset: offset)).rows.map(\.cells)
        }
        #expect(gathered == all)
        #expect(try listing.answer(from: ledger, LedgerFilter(limit: 0)).rows.isEmpty)
    }
}
