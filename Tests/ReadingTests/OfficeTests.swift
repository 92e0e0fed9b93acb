// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons are invented.
@Suite("Offices: who holds what, of whom")
struct OfficeTests {
    @Test(
        "an office belongs to the city or country named beside it",
        arguments: [
            ("Turku Mayor Elina Saarela met students.", "Elina Saarela: Mayor of Turku"),
            ("Swiss President Urs Gabathuler met students.", "Urs Gabathuler: President of Switzerland"),
            ("Mayor Elina Saarela of Turku met students.", "Elina Saarela: Mayor of Turku"),
            ("Elina Saarela, mayor of Turku, met students.", "Elina Saarela: mayor of Turku"),
            ("Kwon Taeho, Daegu's mayor, met students.", "Kwon Taeho: mayor of Daegu"),
            ("Foreign Minister Haruto Ishibashi of Japan met students.", "Haruto Ishibashi: Foreign Minister of Japan"),
            ("Belgian Foreign Minister Luc Daems met students.", "Luc Daems: Foreign Minister of Belgium"),
            ("Hamburg Deputy Mayor Sofia Brandt met students.", "Sofia Brandt: Deputy Mayor of Hamburg"),
            ("Indian Ambassador Meera Kulkarni met students.", "Meera Kulkarni: Ambassador of India"),
            ("The governor of Osaka, Ueda Makoto, met students.", "Ueda Makoto: governor of Osaka"),
            ("Her Excellency Ama Owusu, Ambassador of Ghana to Norway, sang.", "Ama Owusu: Ambassador of Ghana"),
            (
                "Secretary-General Ada Holm of the Nordic Harbour Council met students.",
                "Ada Holm: Secretary-General of Nordic Harbour Council"
            ),
            ("Hải Phòng Mayor Nguyễn Văn Đức met students.", "Nguyễn Văn Đức: Mayor of Hải Phòng"),
            (
                "Hernán Paucar Vega, president of the Lima Chamber of Exporters, sang.",
                "Hernán Paucar Vega: president of Lima Chamber of Exporters"
            ),
            ("Porto Mayor Marta Oliveira met students.", "Marta Oliveira: Mayor of Porto"),
            ("Kenyan Water Minister Joseph Barasa met students.", "Joseph Barasa: Water Minister of Kenya"),
            ("Latvian Transport Minister Ilze Vanaga met students.", "Ilze Vanaga: Transport Minister of Latvia"),
            ("Elina Saarela took office as Mayor of Turku on Monday.", "Elina Saarela: Mayor of Turku"),
            ("Elina Saarela was elected mayor of Turku.", "Elina Saarela: mayor of Turku"),
        ])
    func namesTheOwner(text: String, office: String) throws {
        #expect(try Reader.read(text).offices == [office])
    }

    @Test("an apposition in lower case is an office of the body it names")
    func readsAppositions() throws {
        let reading = try Reader.read(
            """
            Joseph Barasa, chief executive of the Kenya Urban Water Foundation, and Sari Kallas, director of the Aura \
            Water Institute, met in Accra.
            """)
        #expect(
            reading.offices == [
                "Joseph Barasa: chief executive of Kenya Urban Water Foundation",
                "Sari Kallas: director of Aura Water Institute",
            ])
    }

    @Test("one person can hold two offices")
    func keepsTwoOffices() throws {
        let apposition = try Reader.read(
            "Elina Saarela, mayor of Turku and chair of the Baltic Cities Union, met Belgian Foreign Minister Luc Daems."
        )
        #expect(
            apposition.offices == [
                "Elina Saarela: mayor of Turku, chair of Baltic Cities Union",
                "Luc Daems: Foreign Minister of Belgium",
            ])
        let titles = try Reader.read("Prime Minister and Minister of Finance Jonas Eide visited Riga.")
        #expect(titles.offices == ["Jonas Eide: Prime Minister, Minister of Finance"])
    }

    @Test("an office whose owner the text does not name has none")
    func leavesOwnerOpen() throws {
        let reading = try Reader.read("Mayor Elina Saarela met students.")
        #expect(reading.offices == ["Elina Saarela: Mayor"])
    }

    @Test(
        "the portfolio belongs to the title", arguments: ["Transport", "Foreign Affairs", "Culture, Sport and Youth"])
    func keepsPortfolios(portfolio: String) throws {
        let reading = try Reader.read("Minister for \(portfolio) Ilze Vanaga met students.")
        #expect(reading.offices == ["Ilze Vanaga: Minister for \(portfolio)"])
    }

    @Test(
        "titles of bodies count too, in lower case and in two words",
        arguments: [
            ("Museum director Lim Siew Hong met students.", "Lim Siew Hong: director"),
            ("The chamber's president, Hernán Paucar Vega, sang.", "Hernán Paucar Vega: president"),
            ("The institute's chief executive, Peter Ludbrook, sang.", "Peter Ludbrook: chief executive"),
            ("Consul General Ulrike Stamm met students.", "Ulrike Stamm: Consul General"),
            ("Director General Priit Kaskmaa met students.", "Priit Kaskmaa: Director General"),
        ])
    func readsTitlesOfBodies(text: String, office: String) throws {
        #expect(try Reader.read(text).offices == [office])
    }

    @Test("an office is told once, in its fullest form, with the words that prove it")
    func tellsOnce() throws {
        let reading = try Reader.read(
            "Mayor Elina Saarela met students. Turku Mayor Elina Saarela sang. Mayor Saarela danced.")
        let person = try #require(reading.party("Elina Saarela"))
        #expect(reading.offices == ["Elina Saarela: Mayor of Turku"])
        #expect(person.offices[0].evidence.map(\.quote).allSatisfy { $0.contains("Mayor") })
    }

    @Test(
        "who held an office before does not hold it",
        arguments: ["Former Mayor", "Ex-Mayor", "Former Turku Mayor", "Former Finnish President"])
    func formerIsNotCurrent(title: String) throws {
        #expect(try Reader.read("\(title) Pia Lund met students.").offices == [])
    }

    @Test(
        "the country behind a field of work, or before an ambassador, is whose office it is",
        arguments: [
            (
                "The Minister of Economy of Portugal, Filipa Duarte, sang.",
                "Filipa Duarte: Minister of Economy of Portugal"
            ),
            ("The Nigerian Minister of Trade, Emeka Okoye, sang.", "Emeka Okoye: Minister of Trade of Nigeria"),
            ("The Finnish ambassador to Morocco, Terhi Koivula, sang.", "Terhi Koivula: ambassador of Finland"),
        ])
    func findsOwners(text: String, office: String) throws {
        #expect(try Reader.read(text).offices == [office])
    }
}
