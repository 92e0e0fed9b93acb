// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Testing

@Suite("Office titles")
struct OfficeTests {
    let gazetteer: Gazetteer

    init() throws { gazetteer = try BuiltTable.wordLists.get() }

    @Test(
        "a title and its synonyms are one office",
        arguments: [
            ("Mayor", "Mayor"), ("mayor", "Mayor"), ("City Mayor", "Mayor"), ("Deputy Mayor", "Vice Mayor"),
            ("Vice-Mayor", "Vice Mayor"), ("Secretary General", "Secretary-General"), ("Chairwoman", "Chairperson"),
            ("Foreign Minister", "Minister of Foreign Affairs"), ("Vice Premier", "Deputy Prime Minister"),
            ("CEO", "Chief Executive Officer"), ("Consul-General", "Consul General"), ("DG", "Director-General"),
            ("Minister for Foreign Affairs", "Minister of Foreign Affairs"), ("PM", "Prime Minister"),
            ("People's Committee Chairman", "Chair of the People's Committee"),
            ("People’s Committee Chairwoman", "Chair of the People's Committee"),
        ])
    func synonyms(written: String, title: String) {
        #expect(gazetteer.office(titled: written)?.title == title)
    }

    @Test("a narrower title keeps its own words and belongs to the broader office")
    func narrower() throws {
        let match = try #require(gazetteer.office(titled: "First Vice Mayor"))
        #expect(match.title == "First Vice Mayor")
        #expect(match.office.title == "Vice Mayor")
    }

    @Test(
        "a minister's field stands behind or before the title",
        arguments: [
            ("Minister of Culture, Sports and Tourism", "Minister", "Culture, Sports and Tourism"),
            ("Minister for Industry and Trade", "Minister", "Industry and Trade"),
            ("Defence Minister", "Minister", "Defence"), ("Second Minister for Law", "Second Minister", "Law"),
            ("Senior Minister of State for Health", "Senior Minister of State", "Health"),
            ("Permanent Secretary (Media & Cabinet)", "Permanent Secretary", "Media & Cabinet"),
            ("Director-General (International)", "Director-General", "International"),
            ("Vice Minister of National Defense", "Vice Minister", "National Defense"),
            ("Deputy Foreign Minister", "Vice Minister", "Foreign"),
            (
                "Parliamentary Secretary for Social and Family Development", "Parliamentary Secretary",
                "Social and Family Development"
            ),
            ("Minister in charge of the Civil Service", "Minister", "the Civil Service"),
        ])
    func portfolios(written: String, title: String, portfolio: String) throws {
        let match = try #require(gazetteer.office(titled: written))
        #expect(match.title == title)
        #expect(match.portfolio == portfolio)
    }

    @Test(
        "words before and behind the title say whether the office is held",
        arguments: [
            ("former President", OfficeMatch.Standing.former), ("then-Prime Minister", .former), ("ex-mayor", .former),
            ("Chargé d'Affaires ad interim", .acting), ("acting Mayor", .acting), ("interim President", .acting),
            ("President-elect", .elect),
            ("Ambassador designate", .elect), ("incumbent mayor", .holder), ("newly appointed ambassador", .holder),
            ("Mayor", .holder),
        ])
    func standing(written: String, standing: OfficeMatch.Standing) throws {
        #expect(try #require(gazetteer.office(titled: written)).standing == standing)
    }

    @Test("an office says what it belongs to and whether it has one holder")
    func facts() throws {
        let mayor = try #require(gazetteer.office(titled: "mayor")).office
        #expect(mayor.of == [.city])
        #expect(mayor.unique)
        #expect(mayor.head == "mayor")
        #expect(try !#require(gazetteer.office(titled: "ambassador")).office.unique)
        #expect(try !#require(gazetteer.office(titled: "director")).office.unique)
        #expect(try #require(gazetteer.office(titled: "president")).office.of.first == .country)
    }

    @Test(
        "plurals lead to the office",
        arguments: [
            ("mayors", "Mayor"), ("prime ministers", "Prime Minister"), ("secretaries-general", "Secretary-General"),
            ("chairmen", "Chairperson"), ("spokespeople", "Spokesperson"), ("consuls general", "Consul General"),
        ])
    func plurals(written: String, title: String) {
        #expect(gazetteer.offices.office(plural: written)?.title == title)
    }

    @Test(
        "the longest title at the beginning or the end of a run of words is found with its length",
        arguments: [
            ("Vice Mayor of Busan", "Vice Mayor", 2), ("former Prime Minister of Japan", "Prime Minister", 3),
            ("Mayor Ansel Quarrow", "Mayor", 1), ("Consul General Quarrow", "Consul General", 2),
        ])
    func beginning(text: String, title: String, count: Int) throws {
        let words = text.split(separator: " ").map(String.init)
        let found = try #require(gazetteer.offices.office(beginning: words))
        #expect(found.match.title == title)
        #expect(found.count == count)
        let ended = try #require(gazetteer.offices.office(ending: ["Quexland"] + words.prefix(count)))
        #expect(ended.match.title == title)
        #expect(ended.count == count)
        #expect(gazetteer.offices.office(beginning: ["Busan"]) == nil)
        #expect(gazetteer.offices.office(ending: []) == nil)
    }

    @Test(
        "what is no title is none",
        arguments: ["", " ", "former", "Busan", "Minister of", "of Culture", "Culture", "elect"])
    func none(written: String) {
        #expect(gazetteer.office(titled: written) == nil)
    }

    @Test("no title stands twice in the list, and each title leads to its office")
    func consistent() {
        let offices = gazetteer.offices.all
        for office in offices {
            #expect(!office.of.isEmpty, "\(office.title)")
            for title in [office.title] + office.aliases {
                #expect(gazetteer.office(titled: title)?.title == office.title, "\(title)")
            }
            for title in office.narrower {
                #expect(gazetteer.office(titled: title)?.office == office, "\(title)")
            }
        }
        #expect(Set(offices.map(\.title)).count == offices.count)
    }
}
