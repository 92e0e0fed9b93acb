// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import Testing

@Suite("Disks that cannot be written", .enabled(if: SmallDisk.isAvailable, "needs root and the right to mount"))
struct DiskTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("no ledger is made in a read-only folder")
    func newInReadOnlyFolder() throws {
        let disk = try SmallDisk(in: folder, kilobytes: 1_024)
        try disk.makeReadOnly()
        let error = #expect(throws: LedgerError.self) { try Ledger(at: disk.url.appending(path: "ledger.sqlite")) }
        #expect(error?.code == .readOnly)
        #expect(error?.detail.contains("is read-only") == true)
    }

    @Test("a ledger in a read-only folder is reported and left as it is")
    func readOnly() throws {
        let disk = try SmallDisk(in: folder, kilobytes: 4_096)
        let url = disk.url.appending(path: "ledger.sqlite")
        try Ledger(at: url).close()
        let before = try Data(contentsOf: url)
        try disk.makeReadOnly()
        let error = #expect(throws: LedgerError.self) { try Ledger(at: url) }
        #expect(error?.code == .readOnly)
        #expect(try Data(contentsOf: url) == before)
    }

    @Test("a disk that fills up costs the page that did not fit and no other", arguments: [64, 400, 1_600])
    func full(kilobytes: Int) throws {
        let disk = try SmallDisk(in: folder, kilobytes: kilobytes)
        let url = disk.url.appending(path: "ledger.sqlite")
        var added = 0
        let error = #expect(throws: LedgerError.self) {
            let ledger = try Ledger(at: url)
            for number in 0..<10_000 {
                let page = Samples.numbered(number)
                _ = try ledger.add(page.snapshot, reading: page.reading)
                added += 1
            }
        }
        #expect(error?.code == .diskFull, "\(error?.description ?? "")")
        // The copy has room again, as the disk has after something else was removed from it.
        let copy = folder.url.appending(path: "copy")
        try FileManager.default.copyItem(at: disk.url, to: copy)
        let ledger = try Ledger(at: copy.appending(path: "ledger.sqlite"))
        #expect(try ledger.sources().count == added)
        #expect(try ledger.evidenceFailures() == [])
        #expect(try ledger.recordFailures() == [])
        let page = Samples.meeting
        #expect(try ledger.add(page.snapshot, reading: page.reading) == .added)
    }
}
