// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons and all organisations without a seat in the real world are invented.
@Suite("Names: who and what a text speaks of")
struct NamesTests {
    @Test(
        "a title before a name belongs to no name",
        arguments: [
            ("Turku Mayor Elina Saarela met students.", "Elina Saarela"),
            ("Foreign Minister Haruto Ishibashi met students.", "Haruto Ishibashi"),
            ("Mr Tobias Wenger met students.", "Tobias Wenger"),
            ("Dr. Ana Prado met students.", "Ana Prado"),
            ("Dame Frances Holloway met students.", "Frances Holloway"),
            ("His Excellency Ambassador Rashid Al-Mansoori met students.", "Rashid Al-Mansoori"),
            ("Prime Minister Azlan Rahim met students.", "Azlan Rahim"),
            ("Indian Ambassador Meera Kulkarni met students.", "Meera Kulkarni"),
            ("Daegu Mayor Kwon Tae-ho met students.", "Kwon Tae-ho"),
            ("J. R. Holloway met students.", "J. R. Holloway"),
            ("King Aldric met students.", "Aldric"),
        ])
    func leavesTitlesOut(text: String, name: String) throws {
        #expect(try Reader.read(text).names(.person) == [name])
    }

    @Test("a Korean name is one by its hyphen, even where its family name is a word")
    func readsHyphenatedNames() throws {
        let reading = try Reader.read("Oh Se-rim, President of Turku Maritime College, taught the trainees.")
        #expect(reading.names(.person) == ["Oh Se-rim"])
        #expect(try Reader.read("An Ex-mayor of Turku opened the fair.").names(.person) == [])
    }

    @Test("a family name alone, with or without a title, is the person named in full before")
    func joinsFamilyNames() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela opened the fair. Saarela also met students. Mayor Saarela left in the evening.")
        #expect(reading.names(.person) == ["Elina Saarela"])
        #expect(reading.party("Elina Saarela")?.mentions.count == 3)
        #expect(reading.party("Elina Saarela")?.aliases == ["Saarela"])
    }

    @Test("where the family name stands first, it is the first word that names the person again")
    func joinsFamilyNamesThatStandFirst() throws {
        let reading = try Reader.read(
            """
            Busan Mayor Seo Dongwook met Vietnamese Minister Le Thi Hoang Yen. Mayor Seo gave Minister Yen a vase.
            """)
        #expect(reading.names(.person) == ["Seo Dongwook", "Le Thi Hoang Yen"])
        #expect(reading.party("Seo Dongwook")?.aliases == ["Seo"])
        #expect(reading.party("Le Thi Hoang Yen")?.aliases == ["Yen"])
    }

    @Test("honorifics hold the same person together")
    func joinsHonorifics() throws {
        let reading = try Reader.read(
            "Mr Tobias Wenger and Dr. Ana Prado visited Bergen. Ms Prado spoke first. Mr. Wenger followed.")
        #expect(reading.names(.person) == ["Tobias Wenger", "Ana Prado"])
        #expect(reading.party("Prado")?.name == "Ana Prado")
    }

    @Test("a short form in brackets is another name")
    func joinsAcronyms() throws {
        let reading = try Reader.read("The Nordic Harbour Council (NHC) met in Oslo. The NHC elected a chair.")
        let council = try #require(reading.party("Nordic Harbour Council"))
        #expect(council.aliases == ["NHC"])
        #expect(council.mentions.count == 3)
        #expect(reading.names(.city) == ["Oslo"])
    }

    @Test("a ministry is named with its whole field")
    func keepsFields() throws {
        let reading = try Reader.read(
            "The Ministry of Culture, Sport and Youth met the Korea Tidal Foundation in Seoul.")
        #expect(reading.names(.government) == ["Ministry of Culture, Sport and Youth"])
        #expect(reading.names(.organisation) == ["Korea Tidal Foundation"])
        #expect(reading.names(.city) == ["Seoul"])
    }

    @Test("museums, foundations and institutes are organisations, ministries and councils governments")
    func tellsBodiesApart() throws {
        let reading = try Reader.read(
            """
            The Museum of Northern Fisheries opened in Bergen.

            The Aura River Foundation and the Aura Water Institute met the Ministry of Fisheries.
            """)
        #expect(
            reading.names(.organisation)
                == ["Museum of Northern Fisheries", "Aura River Foundation", "Aura Water Institute"])
        #expect(reading.names(.government) == ["Ministry of Fisheries"])
    }

    @Test("whoever's office stands behind a comma is a person, whatever the model takes the name for")
    func readsOfficeHolders() throws {
        let reading = try Reader.read(
            "The mayor met a group led by Le Quang Tri, Chairman of the Hue Trade Council. Tri thanked the city.")
        #expect(reading.names(.person) == ["Le Quang Tri"])
        #expect(reading.offices == ["Le Quang Tri: Chairman of Hue Trade Council"])
        #expect(reading.speakers == ["Le Quang Tri"])
    }

    @Test("what stands behind a comma describes the person before it")
    func readsAppositions() throws {
        let reading = try Reader.read(
            """
            Elina Saarela, mayor of Turku, greeted the guests.

            Sari Kallas, director of the Aura River Museum, greeted them too.
            """)
        #expect(reading.names(.person) == ["Elina Saarela", "Sari Kallas"])
        #expect(reading.names(.organisation) == ["Aura River Museum"])
    }

    @Test(
        "a word for a country's people or manner points at the country",
        arguments: [
            ("Danish engineers met in Accra.", "Denmark"), ("Swiss trains run on time.", "Switzerland"),
            ("Vietnamese students sang.", "Vietnam"), ("Ghanaian dancers came.", "Ghana"),
            ("The Dutch delegation arrived.", "Netherlands"), ("Philippine nurses came.", "Philippines"),
        ])
    func followsDemonyms(text: String, country: String) throws {
        #expect(try Reader.read(text).names(.country) == [country])
    }

    @Test("a country has its number in the register of countries")
    func identifiesCountries() throws {
        let reading = try Reader.read("Denmark and Ghana signed a treaty.")
        #expect(reading.parties.compactMap { $0.identifiers["iso3166"] } == ["DK", "GH"])
    }

    @Test("the organisation in a venue's name is not there")
    func keepsVenuesWhole() throws {
        let reading = try Reader.read("Elina Saarela met Knut Berge at the Nordic Council Friendship Hall in Tampere.")
        #expect(reading.names(.place) == ["Nordic Council Friendship Hall"])
        #expect(reading.names(.organisation) + reading.names(.government) == [])
    }

    @Test(
        "a place named after a person is no person",
        arguments: ["San José", "Washington", "George Town", "Port Elizabeth", "Victoria"])
    func placesAreNoPersons(place: String) throws {
        let reading = try Reader.read("Danish engineers flew to \(place) in May 2023.")
        #expect(reading.names(.person) == [])
        #expect(reading.party(place) != nil)
    }

    @Test(
        "a city is a city, even where a province or a region has its name",
        arguments: ["Lyon Mayor Claire Fontanel sang.", "Danish engineers flew to Lyon."])
    func citiesAreCities(text: String) throws {
        #expect(try Reader.read(text).names(.city) == ["Lyon"])
    }

    @Test("a city that begins a sentence is no person")
    func citiesInClausesAreCities() throws {
        let reading = try Reader.read("If Elina Saarela sees Porto, she sings. Engineers from Porto came.")
        #expect(reading.names(.city) == ["Porto"] && reading.names(.person) == ["Elina Saarela"])
    }

    @Test("a city beside a city is no person, whatever the model takes it for")
    func citiesBesideCitiesAreCities() throws {
        #expect(try Reader.read("The mayor of Gdynia will go to An Giang in May.").names(.place) == ["An Giang"])
        let reading = try Reader.read("Gdynia and Hoi An have been sister cities since 2018.")
        #expect(reading.names(.city) == ["Gdynia", "Hoi An"] && reading.names(.person) == [])
    }

    @Test("the name of an agreement hides the names inside it")
    func titlesHideNames() throws {
        let reading = try Reader.read("Denmark joined the Lisbon Harbour Agreement on Monday.")
        #expect(reading.names(.city) == [])
        #expect(reading.names(.country) == ["Denmark"])
    }

    @Test(
        "a larger place is no person, whatever words a headline puts around it",
        arguments: [
            "Port Officials from Hai Phong Complete Training in Incheon", "Outgoing Hai Phong chief visits Incheon",
        ])
    func takesNoPlaceForAPerson(headline: String) throws {
        let reading = try Reader.read(
            "Trainees from Hai Phong ended a course in Incheon on Friday. Hai Phong sent twelve of them.",
            title: headline)
        #expect(reading.names(.person) == [])
        #expect(reading.names(.organisation) == [])
        #expect(Set(reading.names(.city)) == ["Hai Phong", "Incheon"])
    }

    @Test(
        "where only places are named, and where a title stands alone, is no person",
        arguments: [
            "The mayor called on the governor at Villa Aurinko.", "Sixteen officials came from Hwarang-gun.",
            "The ambassador met the Head of Culture.", "The guests met the Head of Health Professions Education Unit.",
            "The guests thanked the president of Mancomunitat de la Ribera (MANR).", "He worked alongside the CofC.",
        ])
    func namesNobody(text: String) throws {
        #expect(try Reader.read(text).names(.person) == [])
    }

    @Test("words of a headline in title case are no part of the name that the body gives")
    func cutsNamesInHeadlines() throws {
        let reading = try Reader.read(
            "Incheon Mayor Seo Min-jae visited Turku on Friday. Mayor Seo met students.",
            title: "Mayor Seo Marks Three Years of Friendship in Turku")
        #expect(reading.names(.person) == ["Seo Min-jae"])
        #expect(reading.party("Seo Min-jae")?.aliases == ["Seo"])
        let whole = try Reader.read(
            "Incheon Mayor Seo Min-jae met Turku Mayor Aino Lahti on Friday. Mayor Seo met students.",
            title: "Incheon and Turku Draw Closer... Mayor Seo Min-jae Meets Mayor Aino Lahti")
        #expect(whole.names(.person) == ["Seo Min-jae", "Aino Lahti"])
    }

    @Test(
        "the possessive of a people stands inside a name",
        arguments: [
            ("The Hai Phong People\u{2019}s Committee signed a memorandum.", "Hai Phong People\u{2019}s Committee"),
            ("The Vietnam Women's Union signed a memorandum.", "Vietnam Women's Union"),
            ("Turku met the mayor's committee.", nil),
        ] as [(String, String?)])
    func keepsOwnersInNames(text: String, name: String?) throws {
        #expect(try Reader.read(text).names(.organisation) == (name.map { [$0] } ?? []))
    }

    @Test("a chairwoman of a people's committee keeps her own name and her office")
    func endsOfficesBeforeEasternNames() throws {
        let reading = try Reader.read(
            "Chairwoman of the Hai Phong People\u{2019}s Committee Pham Thu Hang met students in Incheon.")
        #expect(reading.names(.person) == ["Pham Thu Hang"])
        #expect(reading.names(.organisation) == ["Hai Phong People\u{2019}s Committee"])
    }

    @Test("a dateline names the place in capitals and the agency in brackets")
    func readsDatelines() throws {
        let reading = try Reader.read(
            "LISBON, March 7 (Lusitania Wire) \u{2013} The solar company plans a plant in Tamale, its chief executive, "
                + "Sofia Bragan\u{E7}a, told reporters.")
        #expect(reading.names(.person) == ["Sofia Bragan\u{E7}a"])
        #expect(reading.names(.organisation) == ["Lusitania Wire"])
        #expect(reading.party("LISBON")?.kind == .city)
    }

    @Test("Korea is the Korea that is meant where nothing else is said")
    func choosesTheLikelierCountry() throws {
        let reading = try Reader.read("Korean dancers came to Turku. They left for Korea on Friday.")
        #expect(reading.parties.first { $0.kind == .country }?.identifiers["iso3166"] == "KR")
    }

    @Test("people without names are a group, described in the text's own words")
    func describesGroups() throws {
        let reading = try Reader.read("Danish engineers and Ghanaian students met in Accra.")
        #expect(reading.names(.group) == ["Danish engineers", "Ghanaian students"])
    }

    @Test("parties come in the order of the text, and every mention names its party")
    func ordersParties() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela met Swiss President Urs Gabathuler. Saarela thanked Gabathuler.")
        #expect(reading.parties.map(\.name) == ["Turku", "Elina Saarela", "Switzerland", "Urs Gabathuler"])
        for party in reading.parties {
            for mention in party.mentions {
                let words = try #require(reading.article.text.text(at: mention))
                #expect(words == party.name || party.aliases.contains(words), "\(words)")
            }
        }
    }

    @Test("a name behind its kind of body is that body's")
    func readsCalledBodies() throws {
        let reading = try Reader.read("The Slovenian company Kozjak Cranes plans to build a service centre by 2026.")
        #expect(reading.names(.person) == [])
    }

    @Test(
        "a name reaches as far as the text's own marks say",
        arguments: [
            ("He worked for Kozjak Holdings, Inc. in Porto.", "Kozjak Holdings, Inc."),
            ("She left the offices of The Aldwick Herald Association in May.", "The Aldwick Herald Association"),
        ])
    func findsTheEndsOfNames(text: String, name: String) throws {
        #expect(try Reader.read(text).names(.organisation).contains(name))
    }

    @Test("a nickname in marks stands inside a name")
    func keepsNicknames() throws {
        let reading = try Reader.read(#"Arthur Thomas "Buckshot" Holloway (born June 12, 1912) was a sailor."#)
        #expect(reading.names(.person).contains(#"Arthur Thomas "Buckshot" Holloway"#))
    }

    @Test("the title of a work names no city")
    func hidesNamesInTitles() throws {
        let reading = try Reader.read(#"The band sang "Good Night Lisbon Town" in Porto."#)
        #expect(reading.names(.city) == ["Porto"])
    }

    @Test("a military operation is no body")
    func operationsAreNoBodies() throws {
        let reading = try Reader.read("The strikes were part of Operation Silver Lantern, the ministry said.")
        #expect(!reading.names(.organisation).contains { $0.contains("Lantern") })
    }

    @Test("what the text calls a state, or lists among states, is no city of that name")
    func tellsStatesFromCities() throws {
        for text in [
            "The cow was found in the state of Washington.",
            "The cow came from a Washington state farm.",
            "Officials look at cases in Washington, Oregon and Idaho.",
        ] {
            let reading = try Reader.read(text)
            #expect(reading.party("Washington")?.kind == .place, "\(text)")
            #expect(reading.party("Washington")?.identifiers["iso3166"] == "US-WA", "\(text)")
        }
    }

    @Test(
        "a name in its own letters, in brackets behind it, is another name of its party",
        arguments: [
            ("Mayor Seo Min-jae (서민재) opened the fair.", "Seo Min-jae", "서민재"),
            ("Chairman Do Quang Huy (Đỗ Quang Huy, left) spoke.", "Do Quang Huy", "Đỗ Quang Huy"),
            ("Students from Niigata (新潟) came to Busan.", "Niigata", "新潟"),
        ])
    func readsOwnSpellings(text: String, name: String, spelling: String) throws {
        let party = try #require(try Reader.read(text).party(name))
        #expect(party.aliases.contains(spelling))
    }

    @Test("a place that the dateline has in capitals is called as the text writes it")
    func calmsDatelines() throws {
        let reading = try Reader.read("INCHEON, May 3, 2024 - The mayor of Incheon met students in Incheon.")
        #expect(reading.names(.city) == ["Incheon"])
        #expect(reading.party("Incheon")?.aliases == ["INCHEON"])
    }

    @Test(
        "other things in brackets are no names",
        arguments: [
            "Seo Min-jae (58) spoke.", "Seo Min-jae (left) spoke.", "Seo Min-jae (Seo Min-jae) spoke.",
            "Students thank Seo Min-jae (서민재 시장 장학생 입학)",
        ])
    func passesOverOtherBrackets(text: String) throws {
        #expect(try Reader.read(text).party("Seo Min-jae")?.aliases == [])
    }
}
