// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All persons are invented.
@Suite("Conflicts: what cannot both be true")
struct ConflictTests {
    @Test("a caption that names another holder of the office is the odd side")
    func captionIsOdd() throws {
        let reading = try Reader.read(
            """
            Kenyan President Wanjiru Kamau met Turku Mayor Elina Saarela in Turku. President Kamau thanked Saarela.
            """, caption: "Kenyan President Daniel Kilonzo shakes hands with Turku Mayor Elina Saarela.")
        #expect(reading.disputes == ["Wanjiru Kamau / Daniel Kilonzo, odd Daniel Kilonzo"])
        let conflict = try #require(reading.conflicts.first)
        #expect(conflict.kind == .officeHolder)
        #expect(conflict.evidence.count == 2)
        #expect(conflict.reason.contains("President of Kenya") && conflict.reason.contains("caption"))
    }

    @Test("the person of the caption stays out of the meeting that the body tells")
    func captionChangesNothing() throws {
        let reading = try Reader.read(
            "Kenyan President Wanjiru Kamau met Turku Mayor Elina Saarela. President Kamau thanked Saarela.",
            caption: "Kenyan President Daniel Kilonzo shakes hands with Turku Mayor Elina Saarela.")
        #expect(reading.engagements == ["meeting: participant Wanjiru Kamau, participant Elina Saarela"])
    }

    @Test("the one named less is the odd side also inside the body")
    func rarerIsOdd() throws {
        let reading = try Reader.read(
            """
            Kenyan President Wanjiru Kamau arrived. Kamau met students. President Kamau left. Kenyan President Daniel \
            Kilonzo waved.
            """)
        #expect(reading.disputes == ["Wanjiru Kamau / Daniel Kilonzo, odd Daniel Kilonzo"])
    }

    @Test("where both sides weigh the same, neither is the odd one")
    func mayLeaveItOpen() throws {
        let reading = try Reader.read("Turku Mayor Elina Saarela met students. Turku Mayor Pia Lund met teachers.")
        #expect(reading.disputes == ["Elina Saarela / Pia Lund"])
    }

    @Test(
        "who held the office before, or will, is in conflict with nobody",
        arguments: [
            "Former Mayor Pia Lund met Turku Mayor Elina Saarela.",
            "Former Turku Mayor Pia Lund met Turku Mayor Elina Saarela.",
            "Then-Turku Mayor Pia Lund met Turku Mayor Elina Saarela.",
            "Pia Lund, who was mayor of Turku until 2015, met Turku Mayor Elina Saarela.",
            "Pia Lund, former mayor of Turku, met Turku Mayor Elina Saarela.",
            "Turku Mayor-elect Pia Lund met Turku Mayor Elina Saarela.",
        ])
    func formerHoldersAreNone(text: String) throws {
        #expect(try Reader.read(text).disputes == [])
    }

    @Test(
        "offices of different bodies, and offices that several hold, are in no conflict",
        arguments: [
            "Kenyan President Wanjiru Kamau met Finnish President Tuomas Aalto.",
            "Kenyan Foreign Minister Wanjiru Kamau met Kenyan Finance Minister Daniel Kilonzo.",
            "Turku Deputy Mayor Pia Lund met Turku Deputy Mayor Jari Halla.",
            "Indian Ambassador Meera Kulkarni met Indian Ambassador Ravi Menon.",
            "Kenyan President Wanjiru Kamau met Daniel Kilonzo, president of the Aura Water Institute.",
        ])
    func otherOfficesAreNone(text: String) throws {
        #expect(try Reader.read(text).disputes == [])
    }

    @Test("one person under a longer and a shorter name is not two")
    func namesOfOnePersonAreNone() throws {
        let reading = try Reader.read("Turku Mayor Elina Saarela met students. Turku Mayor Saarela met teachers.")
        #expect(reading.disputes == [])
    }
}
