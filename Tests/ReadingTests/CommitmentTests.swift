// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons, organisations and plans are invented.
@Suite("Commitments: what somebody wants done, and how firmly")
struct CommitmentTests {
    @Test(
        "the verb says how firm it is",
        arguments: [
            ("Turku hoped to open a school.", "hope by Turku: to open a school"),
            ("Turku aims to open a school.", "hope by Turku: to open a school"),
            ("Turku looks forward to opening a school.", "hope by Turku: opening a school"),
            ("Turku wishes to open a school.", "wish by Turku: to open a school"),
            ("Turku will open a school.", "pledge by Turku: open a school"),
            ("Turku pledged to open a school.", "pledge by Turku: to open a school"),
            ("Turku plans to open a school.", "pledge by Turku: to open a school"),
            ("Turku is committed to opening a school.", "pledge by Turku: opening a school"),
            ("Turku is ready to open a school.", "pledge by Turku: to open a school"),
            ("Turku and Bergen agreed to open a school.", "agreed by Turku, Bergen: to open a school"),
            ("Turku and Bergen will open a school.", "agreed by Turku, Bergen: open a school"),
            ("Turku announced plans to open a school.", "pledge by Turku: to open a school"),
            ("Turku's commitment to open a school is known.", "pledge by Turku: to open a school"),
        ])
    func tellsForce(text: String, expected: String) throws {
        #expect(try Reader.read(text).commitments == [expected])
    }

    @Test("whoever is met and agreed with is bound as well")
    func bindsBoth() throws {
        let reading = try Reader.read(
            "Turku Mayor Elina Saarela met with Oslo Mayor Knut Berge and agreed to expand exchanges.")
        #expect(reading.commitments == ["agreed by Elina Saarela, Knut Berge: to expand exchanges"])
    }

    @Test("what is said is wanted by whoever says it")
    func knowsSpeakers() throws {
        let reading = try Reader.read(
            """
            Turku Mayor Elina Saarela said, “We will strengthen our ties. I hope that the school will open.”
            """)
        #expect(
            reading.commitments == [
                "pledge by Elina Saarela: strengthen our ties", "hope by Elina Saarela: the school will open",
            ])
    }

    @Test("a hope for a number has its target, its baseline where one is told, and its deadline")
    func hasTargets() throws {
        let without = try Reader.read(
            "Turku Mayor Elina Saarela said, “I hope that bilateral trade will reach 5 million dollars by 2030.”")
        let commitment = try #require(without.commitmentValues.first)
        #expect(commitment.force == .hope)
        #expect(commitment.target == .init(value: 5_000_000, unit: "USD"))
        #expect(commitment.measure == "bilateral trade")
        #expect(commitment.baseline == nil)
        #expect(commitment.deadline?.value.description == "2030")
        #expect(without.figures == [])
        let with = try Reader.read("Turku plans to increase trade from 3 million dollars to 5 million dollars.")
        #expect(with.commitmentValues.first?.target == .init(value: 5_000_000, unit: "USD"))
        #expect(with.commitmentValues.first?.baseline == .init(value: 3_000_000, unit: "USD"))
    }

    @Test(
        "a deadline is a day, a year, an end of one, or a term from the page's date",
        arguments: [
            ("Turku will open a school by 2030.", "2030"),
            ("Turku will open a school before the end of 2030.", "2030"),
            ("Turku will open a school in August 2031.", "2031-08"),
            ("Turku will open a school over the next three years.", "2027"),
            ("Turku will open a school within the next six months.", "2024-11"),
        ])
    func hasDeadlines(text: String, deadline: String) throws {
        let commitment = try #require(try Reader.read(text, published: "2024-05-03").commitmentValues.first)
        #expect(commitment.deadline?.value.description == deadline)
    }

    @Test(
        "what is no commitment is none",
        arguments: [
            "Turku did not agree to open a school.",
            "Turku may open a school.",
            "Turku would be happy.",
            "The weather will change.",
            "Trade will grow.",
            "Turku opened a school.",
            "Turku Mayor Elina Saarela will visit Bergen.",
            "The course aims to help.",
            "The two sides agreed on the importance of schools.",
        ])
    func leavesOutOthers(text: String) throws {
        #expect(try Reader.read(text).commitments == [])
    }

    @Test("what is under an instrument binds its parties, whoever the subject is")
    func bindsUnderInstruments() throws {
        let reading = try Reader.read(
            """
            Norway and Kenya signed a declaration on youth. Under the declaration, 60 pupils will travel every year.
            """)
        #expect(reading.commitments.count == 1)
        #expect(reading.commitments.first?.hasPrefix("signed by Norway, Kenya: travel") == true)
    }

    @Test("what a memorandum is signed for is signed by its parties")
    func bindsBySigning() throws {
        let reading = try Reader.read("Norway and Kenya signed a memorandum of understanding to train pilots.")
        #expect(reading.commitments == ["signed by Norway, Kenya: to train pilots"])
    }

    @Test("the only body that a word fits binds itself by it")
    func bindsBodiesByTheirWord() throws {
        let reading = try Reader.read(
            "Students met at the Aura Water Institute. The institute will open a school in Turku.")
        #expect(reading.commitments == ["pledge by Aura Water Institute: open a school in Turku"])
    }

    @Test(
        "whoever is bound by an instrument, by themselves or by what is laid down, is committed",
        arguments: [
            (
                "Turku and Bergen committed themselves to training 20 teachers by 2030.",
                "pledge by Turku, Bergen: training 20 teachers by 2030; target 20 teachers; until 2030"
            ),
            (
                "The charter commits Turku to train 20 teachers by 2030.",
                "pledge by Turku: to train 20 teachers by 2030; target 20 teachers; until 2030"
            ),
            (
                "Turku is to train 20 teachers by 2030.",
                "pledge by Turku: train 20 teachers by 2030; target 20 teachers; until 2030"
            ),
        ])
    func readsBonds(text: String, commitment: String) throws {
        #expect(try Reader.read(text).commitments == [commitment])
    }

    @Test("what is not to be done is not laid down")
    func leavesDenialsOut() throws {
        #expect(try Reader.read("Turku is not to train teachers.").commitments == [])
    }
}
