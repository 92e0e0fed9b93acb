// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// All programmes are invented.
@Suite("Programmes: projects that cooperation consists of")
struct ProgrammeTests {
    @Test(
        "a programme says what it is about, an exchange what is exchanged, a sum what it is for",
        arguments: [
            ("Officials visited for a training programme on water.", "training programme on water"),
            ("Turku began an exchange of teachers.", "exchange of teachers: Turku"),
            ("The youth exchange goes on.", "youth exchange"),
            ("Norway provided 5 million dollars to support schools.", "5 million dollars to support schools: Norway"),
            ("Norway began a joint effort to build ships.", "joint effort to build ships: Norway"),
        ])
    func findsProgrammes(text: String, expected: String) throws {
        #expect(try Reader.read(text).programmes == [expected])
    }

    @Test(
        "courtesies, and programmes of another sort, are none",
        arguments: [
            "There was an exchange of views.", "The programme ended.", "Kenya stopped its nuclear programme in 1990.",
            "Norway paid 5 million dollars.",
        ])
    func leavesOutOthers(text: String) throws {
        #expect(try Reader.read(text).programmes == [])
    }

    @Test("a programme told twice is one")
    func joinsTellings() throws {
        let reading = try Reader.read("Turku began an exchange of teachers. The exchange of teachers is liked.")
        #expect(reading.programmes.count == 1)
        #expect(reading.entries.first { $0.kind == .programme }?.evidence.count == 2)
    }
}
