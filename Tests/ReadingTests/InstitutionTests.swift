// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All institutions are invented.
@Suite("Institutions: bodies and houses that serve cooperation")
struct InstitutionTests {
    @Test(
        "what is opened exists, what is to be opened is planned, what is closed is closed",
        arguments: [
            ("Norway opened a trade office in Turku.", "trade office: of Norway; in Turku; existing"),
            ("Norway will open a trade office in Turku.", "trade office: of Norway; in Turku; planned"),
            ("Norway plans to open a trade office in Turku.", "trade office: of Norway; in Turku; planned"),
            ("Norway closed its consulate in Turku.", "consulate: of Norway; in Turku; closed"),
        ])
    func tellsState(text: String, expected: String) throws {
        #expect(try Reader.read(text).institutions == [expected])
    }

    @Test("the opening of a consulate tells whose it is and where")
    func readsNouns() throws {
        let reading = try Reader.read("The opening of the Kenyan Consulate General in Turku was a feast in Kenya.")
        #expect(reading.institutions == ["Kenyan Consulate General: of Kenya; in Turku; existing"])
    }

    @Test("a joint committee is that of the two in its name")
    func readsJointBodies() throws {
        let reading = try Reader.read("The Norway-Kenya Joint Fisheries Committee met. Norway and Kenya are glad.")
        #expect(reading.institutions == ["Norway-Kenya Joint Fisheries Committee: of Norway, Kenya; existing"])
    }

    @Test(
        "what is named in passing, or does not come about, is none",
        arguments: [
            "Elina Saarela spoke at the office.", "Norway did not open a trade office in Turku.",
            "The committee met on Monday.", "Norway could open a trade office in Turku.",
        ])
    func leavesOutOthers(text: String) throws {
        #expect(try Reader.read(text).institutions == [])
    }
}
