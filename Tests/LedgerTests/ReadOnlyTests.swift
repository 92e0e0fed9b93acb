// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Testing

@Suite("Asking without writing")
struct ReadOnlyTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a ledger that is only asked stays byte for byte as it is, and nothing is left beside it")
    func unchanged() throws {
        try folder.ledger(with: Samples.meeting, Samples.visit).close()
        let before = try Data(contentsOf: folder.ledger)
        for _ in 0..<3 {
            let ledger = try Ledger(at: folder.ledger, ifAbsent: .refuse, access: .readOnly)
            #expect(try ledger.sources().count == 2)
            try ledger.close()
        }
        #expect(try Data(contentsOf: folder.ledger) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["ledger.sqlite"])
    }

    @Test("a ledger on a disk that cannot be written can be asked", .enabled(if: SmallDisk.isAvailable))
    func readOnlyDisk() throws {
        let disk = try SmallDisk(in: folder, kilobytes: 4_096)
        let url = disk.url.appending(path: "ledger.sqlite")
        let ledger = try Ledger(at: url)
        _ = try ledger.add(Samples.meeting.snapshot, reading: Samples.meeting.reading)
        try ledger.close()
        try disk.makeReadOnly()
        let asked = try Ledger(at: url, ifAbsent: .refuse, access: .readOnly)
        #expect(try asked.sources().count == 1)
        #expect(try asked.partyRecords().isEmpty == false)
    }

    @Test("asking makes no ledger where there is none")
    func missing() throws {
        let error = #expect(throws: LedgerError.self) { try Ledger(at: folder.ledger, access: .readOnly) }
        #expect(error?.code == .missing)
    }
}
