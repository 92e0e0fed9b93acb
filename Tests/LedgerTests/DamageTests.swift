// SPDX-License-Identifier: Apache-2.0

import Foundation
import Ledger
import TestNumbers
import Testing

@Suite("Damaged files")
struct DamageTests {
    @Test("a file with changed bytes is refused or answers, but never ends the program", arguments: 0..<150)
    func changedBytes(seed: Int) throws {
        let folder = try TemporaryFolder()
        try folder.ledger(with: Samples.meeting, Samples.visit).close()
        var generator = SeededNumbers(seed: UInt64(seed))
        var bytes = try Data(contentsOf: folder.ledger)
        for _ in 0...seed % 7 {
            bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        try bytes.write(to: folder.ledger)
        do throws(LedgerError) {
            let ledger = try Ledger(at: folder.ledger)
            for listing in Listing.allCases { _ = try listing.answer(from: ledger, LedgerFilter(party: "a")) }
            for listing in Listing.allCases { _ = try listing.answer(from: ledger) }
            _ = try ledger.evidenceFailures()
            for page in [Samples.meeting, Samples.visit] {
                _ = try ledger.reading(ofSource: page.sourceId)
                _ = try ledger.snapshot(ofSource: page.sourceId)
                _ = try ledger.replaceReading(page.reading)
            }
            _ = try ledger.add(Samples.numbered(1).snapshot, reading: Samples.numbered(1).reading)
        } catch {
            #expect(!error.description.contains("\n"))
        }
    }
}
