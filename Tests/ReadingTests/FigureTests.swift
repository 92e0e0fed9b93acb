// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All numbers and persons are invented.
@Suite("Figures: numbers with what they count and for whom")
struct FigureTests {
    @Test(
        "words before a number say how the true one relates to it",
        arguments: [
            ("14,000 Kenyan residents live in Turku.", "Kenyan residents = 14000 residents in Turku"),
            ("About 14,000 Kenyan residents live in Turku.", "Kenyan residents ≈ 14000 residents in Turku"),
            ("Some 14,000 Kenyan residents live in Turku.", "Kenyan residents ≈ 14000 residents in Turku"),
            ("Around 14,000 Kenyan residents live in Turku.", "Kenyan residents ≈ 14000 residents in Turku"),
            ("Over 14,000 Kenyan residents live in Turku.", "Kenyan residents > 14000 residents in Turku"),
            ("More than 14,000 Kenyan residents live in Turku.", "Kenyan residents > 14000 residents in Turku"),
            ("Fewer than 14,000 Kenyan residents live in Turku.", "Kenyan residents < 14000 residents in Turku"),
            ("At least 14,000 Kenyan residents live in Turku.", "Kenyan residents ≥ 14000 residents in Turku"),
            ("Up to 14,000 Kenyan residents live in Turku.", "Kenyan residents ≤ 14000 residents in Turku"),
        ])
    func readsRelations(text: String, figure: String) throws {
        #expect(try Reader.read(text).figures == [figure])
    }

    @Test("what has so many of something is what they count for, and the time behind them theirs")
    func readsPossession() throws {
        let reading = try Reader.read("Turku had 14,000 Kenyan residents in June 2024.")
        #expect(reading.figures == ["Kenyan residents = 14000 residents in Turku as of 2024-06"])
    }

    @Test(
        "a year behind a sum of money is when it was so, not of how many it is taken",
        arguments: [
            ("Trade reached $320 million in 2024.", "Trade = 320000000 USD as of 2024"),
            ("Trade stood at 4.5 billion euros in 2024.", "Trade = 4500000000 EUR as of 2024"),
        ])
    func readsYearsOfSums(text: String, figure: String) throws {
        #expect(try Reader.read(text).figures == [figure])
    }

    @Test("people who did or underwent something on some days are counted on these days")
    func readsDaysOfActs() throws {
        let reading = try Reader.read("The port of Turku trained 24 Kenyan officials from May 8 to 19, 2023.")
        #expect(reading.figures == ["Kenyan officials = 24 officials as of 2023-05-08/2023-05-19"])
    }

    @Test("a word before the first of two counts holds for both")
    func sharesRelations() throws {
        let reading = try Reader.read("The fair attracted over 300 exhibitors and 20,000 online viewers.")
        #expect(reading.figures == ["exhibitors > 300 exhibitors", "online viewers > 20000 viewers"])
    }

    @Test("what was counted before is not counted again", arguments: ["all three", "the three", "these three"])
    func leavesAnaphorsOut(words: String) throws {
        #expect(try Reader.read("Kenya, Ghana and Denmark met. Ships of \(words) countries came.").figures == [])
    }

    @Test("several of what has letters for a name are counted")
    func countsLetters() throws {
        #expect(try Reader.read("The cities exchanged 12 MOUs.").figures == ["MOUs = 12 MOUs"])
    }

    @Test("a range keeps both bounds")
    func readsRanges() throws {
        #expect(try Reader.read("Between 200 and 300 guests came.").figures == ["guests = 200–300 guests"])
        #expect(try Reader.read("Some 10 to 15 ships are built every year.").figures == ["ships ≈ 10–15 ships"])
    }

    @Test(
        "words of magnitude count, and money has its currency",
        arguments: [
            ("Bilateral trade reached 4.5 billion euros.", "Bilateral trade = 4500000000 EUR"),
            ("Bilateral trade stood at $2.4 billion.", "Bilateral trade = 2400000000 USD"),
            ("The fund is worth €60 million.", "fund = 60000000 EUR"),
            ("Half a million tourists came.", "tourists = 500000 tourists"),
            ("The share is 31%.", "share = 31 %"),
            ("The bridge is 862 metres long.", "bridge = 862 m"),
        ])
    func readsUnits(text: String, figure: String) throws {
        #expect(try Reader.read(text).figures == [figure])
    }

    @Test("residents of a city are not those of the country, and each count has its own place")
    func attachesScopes() throws {
        let reading = try Reader.read(
            """
            About 9,600 Brazilian residents live in Hamamatsu, while 46,000 Japanese nationals live in Brazil and over \
            210,000 Brazilian nationals live in Japan.
            """)
        #expect(
            reading.figures == [
                "Brazilian residents ≈ 9600 residents in Hamamatsu", "Japanese nationals = 46000 nationals in Brazil",
                "Brazilian nationals > 210000 nationals in Japan",
            ])
    }

    @Test("two counts of one verb share its place")
    func sharesScopes() throws {
        let reading = try Reader.read("About 14,000 Kenyan residents and over 5,000 Kenyan students live in Turku.")
        #expect(
            reading.figures == [
                "Kenyan residents ≈ 14000 residents in Turku", "Kenyan students > 5000 students in Turku",
            ])
    }

    @Test(
        "a number that somebody says is said by them",
        arguments: [
            #"Turku Mayor Elina Saarela said, "About 2,700 Kenyan residents live in Turku.""#,
            #""About 2,700 Kenyan residents live in Turku," Turku Mayor Elina Saarela said."#,
            "Turku Mayor Elina Saarela said that about 2,700 Kenyan residents lived in Turku.",
        ])
    func namesTheSpeaker(text: String) throws {
        #expect(
            try Reader.read(text).figures
                == ["Kenyan residents ≈ 2700 residents in Turku, said by Elina Saarela"])
    }

    @Test(
        "a target or a wish is no value",
        arguments: [
            #""I hope that trade will reach 60 million euros by 2028," Turku Mayor Elina Saarela said."#,
            "Turku aims to double exports to 90 million euros by 2030.",
            "She hoped that exports would reach 5 million dollars.",
        ])
    func leavesTargetsOut(text: String) throws {
        #expect(try Reader.read(text).figures == [])
    }

    @Test(
        "numbers of dates, times, paragraphs and rows are no figures",
        arguments: [
            "The treaty was changed on 3 May 2023 at 10 a.m.",
            "The 30th anniversary and the second forum were celebrated.",
            "In 1992 the two countries opened embassies.",
            "1. The two sides will keep in touch.",
            "The talks went on for three days in May 2023.",
            "The G20 met in the 2020s.",
            "Article 12 of the treaty was changed.",
            "They met in Hall 4.",
            "Route 66 is a road.",
            "The Boeing 747 is a plane.",
            "Around 3 in 10 students come from Turku.",
            "The 54-year-old mayor sang.",
        ])
    func leavesOtherNumbersOut(text: String) throws {
        #expect(try Reader.read(text).figures == [])
    }

    @Test(
        "a number that somebody speaks of while hoping is a figure where it is so already",
        arguments: [
            ("The minister invited Peru to be one of 16 partners in the programme.", "partners = 16 partners"),
            (
                "She called for a fund like the one which has raised more than $1.2 billion in private investment.",
                "private investment > 1200000000 USD"
            ),
        ])
    func readsWhatIsSoAlready(text: String, figure: String) throws {
        #expect(try Reader.read(text).figures == [figure])
    }

    @Test("what stands around something is no estimate")
    func tellsCentresFromEstimates() throws {
        #expect(try Reader.read("The plan is centred around three pillars.").figures == ["pillars = 3 pillars"])
        #expect(try Reader.read("Around three hundred students came.").figures == ["students ≈ 300 students"])
    }

    @Test("money counts what it goes into")
    func namesWhatMoneyGoesInto() throws {
        let reading = try Reader.read("The port drew over $3 million in private investment.")
        #expect(reading.figures == ["private investment > 3000000 USD"])
    }

    @Test(
        "neither whose something is nor how long it lasts is what is counted",
        arguments: [
            ("Turku carried out its 24 measures.", "measures = 24 measures"),
            ("Turku will pay 12 million euros over four years.", "pay = 12000000 EUR"),
        ])
    func leavesOwnersAndTermsOut(text: String, figure: String) throws {
        #expect(try Reader.read(text).figures == [figure])
    }
}
