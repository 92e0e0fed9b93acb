// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Testing

@Suite("The samples are read as expected")
struct SampleReadingTests {
    /// The floors that `Samples/gate.json` pins.
    private struct Gate: Decodable {
        struct Floor: Decodable {
            let precision: Double
            let recall: Double
        }

        let kinds: [String: Floor]
    }

    @Test("every kind of entry is read at least as well as Samples/gate.json pins")
    func holdsTheGate() throws {
        var score = SampleScore()
        for sample in try SampleFolder.all() {
            let reading = try Reader.reading(of: sample.article, id: sample.recordID)
            score.add(reading, to: sample.expected, named: sample.name)
        }
        print(score.table)
        if ProcessInfo.processInfo.environment["ENTENTE_SHOW_DIFFERENCES"] != nil {
            print(score.differences.joined(separator: "\n"))
        }
        let gate = try JSONDecoder().decode(
            Gate.self, from: Data(contentsOf: SampleFolder.location.appending(path: "gate.json")))
        #expect(Set(gate.kinds.keys) == Set(SampleScore.kinds))
        for kind in SampleScore.kinds {
            let floor = try #require(gate.kinds[kind])
            let tally = try #require(score.tallies[kind])
            // The gate has three decimals.
            #expect(
                tally.precision >= floor.precision - 0.0005,
                "precision of \(kind): \(score.differences.filter { $0.contains(kind) })")
            #expect(
                tally.recall >= floor.recall - 0.0005,
                "recall of \(kind): \(score.differences.filter { $0.contains(kind) })")
        }
    }

    @Test("a reading of a sample keeps the contract", arguments: SampleFolder.pageNames)
    func keepsTheContract(page: String) throws {
        let reading = try Reader.reading(of: SampleFolder.article(page).article)
        #expect(ContractCheck(reading: reading).faults == [])
    }

    @Test("a sample without a conflict has none")
    func findsNoOtherConflicts() throws {
        for sample in try SampleFolder.all() where sample.expected.conflicts?.isEmpty ?? true {
            let reading = try Reader.reading(of: sample.article, id: sample.recordID)
            #expect(reading.disputes == [], "\(sample.name)")
        }
    }
}
