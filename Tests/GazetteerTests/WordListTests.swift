// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Testing

@Suite("Words around names")
struct WordListTests {
    let gazetteer: Gazetteer

    init() throws { gazetteer = try BuiltTable.wordLists.get() }

    @Test(
        "honorifics and letters fall away from a name; the persons are invented",
        arguments: [
            ("Mr. Ansel Quarrow", "Ansel Quarrow"), ("H.E. Dr. Lena Osterby", "Lena Osterby"),
            ("Dato' Seri Rahmat Idrus", "Rahmat Idrus"), ("Dato’ Seri Rahmat Idrus, MP", "Rahmat Idrus"),
            ("His Excellency Ansel Quarrow", "Ansel Quarrow"), ("Ansel Quarrow Jr.", "Ansel Quarrow"),
            ("Lena Osterby, Ph.D.", "Lena Osterby"), ("Prof. Dr. Lena Osterby", "Lena Osterby"),
            ("Rt. Hon. Lena Osterby SC", "Lena Osterby"), ("Lena Osterby", "Lena Osterby"),
        ])
    func honorifics(written: String, name: String) {
        #expect(gazetteer.honorifics.withoutHonorifics(written) == name)
    }

    @Test("a name never vanishes altogether", arguments: ["Dr", "Mr. Sir", "MP", "Dato Seri", ""])
    func nothingLeft(written: String) {
        #expect(gazetteer.honorifics.withoutHonorifics(written).isEmpty == written.isEmpty)
    }

    @Test("letters behind a name count only in capitals")
    func letters() {
        #expect(gazetteer.honorifics.countAfter(["Quarrow", "MA"]) == 1)
        #expect(gazetteer.honorifics.countAfter(["Quarrow", "ma"]) == 0)
    }

    @Test("a word tells father and son apart in any case, with or without its full stop")
    func generations() {
        #expect(["Jr.", "jr", "SR."].allSatisfy(gazetteer.honorifics.isGeneration))
        #expect(!["III", "MA", "Junior"].contains(where: gazetteer.honorifics.isGeneration))
    }

    @Test(
        "the head noun tells what a name names",
        arguments: [
            ("Ministry of Culture, Sports and Tourism", OrganisationHeads.Kind.government),
            ("Consulate General of Viet Nam in Busan", .government), ("Busan Metropolitan City Council", .government),
            ("An Giang Provincial People's Committee", .government), ("Korea Foundation", .organisation),
            ("Da Nang University of Technology", .organisation), ("Asian Development Bank", .organisation),
            ("National Museum of Korea", .organisation), ("Busan Cultural Center", .place),
            ("Ho Chi Minh City Union of Friendship Organisations", .organisation), ("Reunification Palace", .place),
            ("Centre for International Law", .organisation), ("Ansan Nuclear Power Plant", .place),
            ("Prime Minister’s Office", .government), ("Quexland Pavilions", .place),
        ])
    func heads(name: String, kind: OrganisationHeads.Kind) {
        #expect(gazetteer.organisationHeads.kind(ofName: name) == kind)
    }

    @Test("a head noun is known in the plural too")
    func plural() {
        #expect(gazetteer.organisationHeads.kind(ofHead: "ministries") == .government)
        #expect(gazetteer.organisationHeads.kind(ofHead: "Universities") == .organisation)
        #expect(gazetteer.organisationHeads.kind(ofHead: "palaces") == .place)
        #expect(gazetteer.organisationHeads.kind(ofHead: "mayor") == nil)
    }

    @Test("a name without a head noun is not classified", arguments: ["Busan", "", "of", "Ansel Quarrow"])
    func headless(name: String) {
        #expect(gazetteer.organisationHeads.kind(ofName: name) == nil)
    }

    @Test(
        "family names are known by origin",
        arguments: [
            ("Park", [FamilyNames.Origin.korean]), ("Nguyễn", [.vietnamese]), ("Nguyen", [.vietnamese]),
            ("Zhang", [.korean, .chinese]), ("Osterby", []), ("Kim", [.korean, .vietnamese]),
        ])
    func familyNames(word: String, origins: [FamilyNames.Origin]) {
        #expect(gazetteer.familyNames.origins(of: word) == origins)
    }
}
