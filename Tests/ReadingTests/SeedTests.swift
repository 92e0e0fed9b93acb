// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Pages
import Testing

/// The publisher's page lies outside the project, in `../shared` of the checkout; nothing of it is copied here but the
/// names and numbers that the expectations need.
@Suite(
    "The first real page is read without a fault",
    .enabled(if: SeedPage.isThere, "needs ../shared/data/seed/article.txt"))
struct SeedTests {
    @Test("no furniture is in the body")
    func hasCleanBody() throws {
        let article = try SeedPage.article()
        let read = article.blocks.filter(\.role.isRead).compactMap { article.text.text(at: $0.range) }
        for line in ["본문 바로가기", "bar_progress", "Text Size", "Close", "Join us on social!", "Top"] {
            #expect(!read.contains(line), "\(line) is read")
        }
        #expect(!read.contains { $0.contains("All rights reserved") })
        let body = article.blocks.filter { $0.role == .body }.compactMap { article.text.text(at: $0.range) }
        #expect(body.first?.hasPrefix("Busan Mayor Park Hyungjun") == true)
        #expect(body.last?.contains("global stage") == true)
        #expect(article.title?.hasPrefix("Busan and Vietnam") == true)
        #expect(!body.contains { $0.contains("...") }, "a headline is repeated in the body")
    }

    @Test("the caption is a caption, without the headline that the capture put before it")
    func hasCaption() throws {
        let article = try SeedPage.article()
        let captions = article.blocks.filter { $0.role == .caption }.compactMap { article.text.text(at: $0.range) }
        #expect(captions.count == 1)
        #expect(captions.first?.hasPrefix("Busan Mayor Park Hyungjun") == true)
    }

    @Test("every quotation has its speaker")
    func hasSpeakers() throws {
        let reading = try SeedPage.reading()
        let expected: [(words: String, speaker: String)] = [
            ("appreciate", "Park Hyungjun"), ("immediately after", "Park Hyungjun"),
            ("third-largest", "Park Hyungjun"), ("impressed", "Luong Cuong"),
            ("achievements", "Luong Cuong"), ("accomplishments", "Luong Cuong"),
            ("An Giang", "Luong Cuong"), ("350,000", "Luong Cuong"), ("150 billion", "Luong Cuong"),
            ("prosperity of", "Luong Cuong"), ("special friendship", "Park Hyungjun"),
            ("global stage", "Park Hyungjun"),
        ]
        for (words, speaker) in expected {
            let statements = reading.statements.filter { $0.contains(words) }
            #expect(!statements.isEmpty, "nobody says “\(words)”")
            #expect(statements.allSatisfy { $0.hasPrefix(speaker + ":") }, "\(statements)")
        }
        #expect(
            Set(reading.speakers).subtracting(["Park Hyungjun", "Luong Cuong", "Busan Metropolitan Government"]) == [])
    }

    @Test("both presidents are in conflict, and the caption names the odd one")
    func hasConflict() throws {
        let reading = try SeedPage.reading()
        #expect(reading.disputes == ["Luong Cuong / Nguyen Xuan Phuc, odd Nguyen Xuan Phuc"])
        let caption = try #require(reading.article.blocks.first { $0.role == .caption })
        #expect(reading.conflicts.first.map { caption.range.contains($0.evidence[1].range) } == true)
        #expect(reading.engagements.allSatisfy { !$0.contains("Nguyen Xuan Phuc") })
    }

    @Test("the visit has its day, with the year that follows from two numbers of the page")
    func hasVisit() throws {
        let reading = try SeedPage.reading()
        let visits = reading.engagementValues.filter { visit in
            visit.type == .visit && visit.participants.contains { reading.name($0.party) == "Luong Cuong" }
        }
        #expect(visits.count == 1)
        let visit = try #require(visits.first)
        #expect(visit.place.map { reading.name($0) } == "Busan")
        #expect(visit.date?.value.description == "2025-11-01")
        #expect(visit.date?.basis == .inferred)
        let premises = (visit.date?.premises ?? []).map(\.quote)
        #expect(premises.contains("November 1"))
        #expect(premises.count > 1)
        #expect(premises.contains { $0.contains("1992") } && premises.contains { $0.contains("33 years") })
    }

    @Test("the four counts of people have their place, and who gave them")
    func hasFigures() throws {
        let figures = try SeedPage.reading().figures
        for expected in [
            "Vietnamese residents ≈ 14000 residents in Busan, said by Park Hyungjun",
            "Vietnamese students > 5000 students in Busan, said by Park Hyungjun",
            "Korean nationals ≈ 350000 nationals in Vietnam, said by Luong Cuong",
        ] {
            #expect(figures.contains(expected), "\(figures)")
        }
        #expect(
            figures.contains {
                $0.hasPrefix("Vietnamese nationals ≈ 200000 nationals in ") && $0.contains("Korea, said by Luong Cuong")
            }, "\(figures)")
        #expect(!figures.contains { $0.contains("150000000000") }, "a hoped value is told")
    }

    @Test("every agreement has exactly its parties, and who watched it being signed is none of them")
    func hasAgreements() throws {
        #expect(
            try SeedPage.reading().agreements == [
                "sister-city: Busan, Ho Chi Minh; in force",
                "diplomatic-relations: Korea, Vietnam; in force; 1992",
                "partnership: Korea, Vietnam; in force",
                "memorandum: Korea Foundation, Vietnam Museum of Ethnology; signed; before Luong Cuong",
            ])
    }

    @Test("every commitment has its force and who made it, and the one with a number its target and year")
    func hasCommitments() throws {
        let reading = try SeedPage.reading()
        let made = reading.commitmentValues.map { commitment in
            "\(commitment.force.rawValue) \(commitment.by.map { reading.name($0) }.joined(separator: ", "))"
        }
        #expect(
            made == [
                "agreed Park Hyungjun, Luong Cuong", "hope Luong Cuong", "hope Luong Cuong", "wish Luong Cuong",
                "pledge Luong Cuong", "hope Luong Cuong", "wish Luong Cuong", "hope Luong Cuong", "hope Park Hyungjun",
                "pledge Busan",
            ])
        let targets = reading.commitmentValues.filter { $0.target != nil }
        #expect(targets.count == 1)
        #expect(targets.first?.target == Commitment.Amount(value: 150_000_000_000, unit: "USD"))
        #expect(targets.first?.deadline?.value.description == "2030")
        #expect(targets.first?.baseline == nil)
    }

    @Test("the two summits of one name stay apart: the one left behind, and the one to come")
    func partsSummits() throws {
        let reading = try SeedPage.reading()
        let summits = reading.engagementValues.filter { $0.type == .summit }
        #expect(summits.map { reading.name($0.place) } == ["Gyeongju", "An Giang Province"])
        #expect(summits.map(\.status) == [.past, .planned])
        #expect(summits.last?.date?.value.description == "2027")
    }

    @Test("nothing more is said: what is past is no plan, and a community's country no venue")
    func saysNothingMore() throws {
        let reading = try SeedPage.reading()
        #expect(reading.engagementValues.filter { $0.status == .planned }.count == 1)
        let community = reading.engagementValues.filter { engagement in
            engagement.participants.contains { reading.name($0.party).contains("community") }
        }
        #expect(community.map(\.place) == [nil])
        #expect(
            reading.relations == [
                "trading-partner: Vietnam > Korea (rank 3)", "investor: Korea > Vietnam (rank 1)",
            ])
        #expect(reading.institutions == ["Vietnamese Consulate General: of Vietnam; in Busan; existing"])
    }

    @Test("every quote is the text at its place, and every id resolves")
    func keepsTheContract() throws {
        #expect(ContractCheck(reading: try SeedPage.reading()).faults == [])
    }
}

/// The page and where it lies.
enum SeedPage {
    private static let file = SampleFolder.location.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/seed/article.txt")

    static let isThere = FileManager.default.fileExists(atPath: file.path)

    static func article() throws -> Article {
        try PageReader().article(from: Page(bytes: [UInt8](try Data(contentsOf: file)), location: file.path))
    }

    static func reading() throws -> Reading { try Reader.reading(of: article()) }
}
