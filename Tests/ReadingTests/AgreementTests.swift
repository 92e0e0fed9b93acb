// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons, organisations and instruments are invented.
@Suite("Agreements: what binds parties to one another")
struct AgreementTests {
    static let bodies = "Aura Water Institute, Bergen Harbour Museum"

    @Test(
        "a memorandum is one in whatever words its signing is told",
        arguments: [
            "The Aura Water Institute signed a memorandum of understanding with the Bergen Harbour Museum.",
            "The Aura Water Institute and the Bergen Harbour Museum signed a memorandum of understanding.",
            "A memorandum of understanding was signed by the Aura Water Institute and the Bergen Harbour Museum.",
            "A memorandum of understanding between the Aura Water Institute and the Bergen Harbour Museum was signed.",
            "The Aura Water Institute and the Bergen Harbour Museum inked an MOU.",
        ])
    func findsMemoranda(text: String) throws {
        #expect(try Reader.read(text).agreements == ["memorandum: \(Self.bodies); signed"])
    }

    @Test("what is not signed yet is planned, and what is not signed is none")
    func tellsPending() throws {
        let pending = try Reader.read(
            "The Aura Water Institute and the Bergen Harbour Museum have not yet signed the memorandum of understanding."
        )
        #expect(pending.agreements == ["memorandum: \(Self.bodies); planned"])
        let denied = try Reader.read(
            "The Aura Water Institute and the Bergen Harbour Museum did not sign a memorandum.")
        #expect(denied.agreements.isEmpty)
    }

    @Test("who attends a signing, where it is held and who owns the house bind nobody")
    func leavesOutWitnesses() throws {
        let reading = try Reader.read(
            """
            Norwegian President Duarte Farinha attended the signing ceremony of a memorandum of understanding (MOU) \
            at the Nordic Culture House to strengthen cultural cooperation between the Aura Water Institute and the \
            Bergen Harbour Museum.
            """)
        #expect(reading.agreements == ["memorandum: \(Self.bodies); signed; before Duarte Farinha"])
    }

    @Test("a plural title belongs to each person behind it")
    func sharesTitles() throws {
        let reading = try Reader.read(
            "Foreign Ministers Elina Saarela of Norway and Wanjiru Otieno of Kenya signed an air services agreement.")
        #expect(
            reading.offices == [
                "Elina Saarela: Foreign Minister of Norway", "Wanjiru Otieno: Foreign Minister of Kenya",
            ])
    }

    @Test("the presidents of two countries sign for them, those of them by name whom the page names")
    func signsByOffice() throws {
        let reading = try Reader.read(
            """
            The presidents of Norway and Kenya signed an air services agreement on Tuesday. Kenyan President Amina \
            Otieno left for home in the evening.
            """)
        #expect(reading.agreements == ["treaty: Norway, Kenya; signed; signed by Amina Otieno"])
    }

    @Test("where it was signed is a place and no subject of it")
    func tellsPlaces() throws {
        let reading = try Reader.read(
            "The Aura Water Institute and the Bergen Harbour Museum signed an agreement in Bergen on 4 May 2023.")
        let agreement = try #require(
            reading.entries.compactMap { entry -> Agreement? in
                if case .agreement(let agreement) = entry.content { agreement } else { nil }
            }.first)
        #expect(agreement.scope == nil)
        #expect(reading.parties.first { $0.id == agreement.place }?.name == "Bergen")
    }

    @Test("persons sign for the countries whose offices they hold")
    func tellsSignatories() throws {
        let reading = try Reader.read(
            "Norwegian Foreign Minister Elina Saarela and Kenyan Foreign Minister Knut Berge signed a treaty.")
        #expect(reading.agreements == ["treaty: Norway, Kenya; signed; signed by Elina Saarela, Knut Berge"])
    }

    @Test(
        "what is not signed yet is planned",
        arguments: [
            "Norway and Kenya will sign a memorandum of understanding.",
            "Norway and Kenya plan to sign a memorandum of understanding.",
        ])
    func keepsPlansApart(text: String) throws {
        #expect(try Reader.read(text).agreements == ["memorandum: Norway, Kenya; planned"])
    }

    @Test(
        "what did not happen is not told",
        arguments: [
            "Norway and Kenya did not sign a memorandum of understanding.",
            "Norway and Kenya could sign a memorandum of understanding.",
            "The ministers were in agreement.",
            "Norway works in partnership with Kenya.",
            "Agreements are common.",
        ])
    func leavesOutWhatIsNone(text: String) throws {
        #expect(try Reader.read(text).agreements == [])
    }

    @Test("diplomatic relations are those of the two countries, since the year told")
    func findsDiplomaticRelations() throws {
        #expect(
            try Reader.read("Norway and Kenya established diplomatic relations in 1965.").agreements == [
                "diplomatic-relations: Norway, Kenya; in force; 1965"
            ])
    }

    @Test(
        "the two cities of a tie stand before it, between or behind",
        arguments: [
            "Turku and Bergen are ports. The city celebrated the Turku-Bergen sister city relationship.",
            "The sister-city tie between Turku and Bergen is old.",
            "Turku has a sister-city agreement with Bergen.",
        ])
    func findsSisterCities(text: String) throws {
        let reading = try Reader.read(text)
        #expect(reading.agreements.map { $0.hasPrefix("sister-city: Turku, Bergen") } == [true])
    }

    @Test("a headline and “the memorandum” further down tell of the same one")
    func joinsTellings() throws {
        let reading = try Reader.read(
            """
            Norway and Kenya signed a memorandum of understanding on 3 May 2023. The memorandum was signed by Norwegian \
            Foreign Minister Elina Saarela and Kenyan Foreign Minister Knut Berge.
            """, title: "Norway and Kenya sign memorandum of understanding")
        #expect(
            reading.agreements == [
                "memorandum: Norway, Kenya; signed; 2023-05-03; signed by Elina Saarela, Knut Berge"
            ])
        let entry = try #require(reading.entries.first { $0.kind == .agreement })
        #expect(entry.evidence.count > 1)
    }

    @Test("two memoranda of other parties are two")
    func keepsOthersApart() throws {
        let reading = try Reader.read(
            """
            Norway and Kenya signed a memorandum of understanding. Finland and Kenya signed a memorandum of understanding.
            """)
        #expect(reading.agreements.count == 2)
    }

    @Test("buyer and seller have a contract")
    func findsPurchases() throws {
        #expect(
            try Reader.read("The Bergen Harbour Museum agreed to purchase 12 pumps from the Aura Water Institute.")
                .agreements == ["contract: Bergen Harbour Museum, Aura Water Institute"])
    }

    @Test("a joint statement is that of those whom it names first")
    func findsJointStatements() throws {
        let reading = try Reader.read(
            "Norway, Finland and Kenya share the sea. We resolve to protect the fish.", title: "Joint Statement on Fish"
        )
        #expect(reading.agreements == ["joint-statement: Norway, Finland, Kenya"])
        #expect(reading.commitments == ["agreed by Norway, Finland, Kenya: to protect the fish"])
    }

    @Test(
        "a tie that the subject is or has is an agreement without a signing",
        arguments: [
            ("Turku and Bergen have been sister cities since 2018.", "sister-city: Turku, Bergen; in force; 2018"),
            (
                "Turku and Bergen are linked by a sister-city agreement since 1997.",
                "sister-city: Turku, Bergen; in force; 1997"
            ),
            ("Turku and Bergen have been partners since 2011.", "partnership: Turku, Bergen; in force; 2011"),
            (
                "Engineers met in Turku. They came from Bergen, its sister city since 1974.",
                "sister-city: Turku, Bergen; in force"
            ),
            ("Turku and Bergen have reached an oral understanding on fish.", "other: Turku, Bergen"),
        ])
    func findsStates(text: String, agreement: String) throws {
        #expect(try Reader.read(text).agreements == [agreement])
    }

    @Test(
        "those who issue a joint statement speak in it",
        arguments: ["Turku and Bergen", "The City of Turku and the City of Bergen"])
    func findsIssuers(subject: String) throws {
        let reading = try Reader.read("\(subject) issued a joint statement on 20 February 2020.")
        #expect(reading.agreements == ["joint-statement: Turku, Bergen; signed; 2020-02-20"])
    }

    @Test("the years that an agreement is for are not its date")
    func leavesTermsOut() throws {
        #expect(
            try Reader.read("Turku and Bergen signed a memorandum on ferries for 2025–2027.").agreements == [
                "memorandum: Turku, Bergen; signed"
            ])
    }

    @Test(
        "cities are twinned or become sister cities",
        arguments: [
            "Accra has been twinned with Porto since 1998.", "Accra became a sister city of Porto in 1998.",
        ])
    func readsTwinning(text: String) throws {
        let agreements = try Reader.read(text).agreements
        #expect(agreements.count == 1)
        #expect(agreements.first?.hasPrefix("sister-city: Accra, Porto") == true)
    }
}
