// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What `Samples/corpus/measure --json` prints.
private struct CorpusFigures: Decodable {
    struct Pairs: Decodable {
        let items: Int
        let precision: Double
        let recall: Double
        let f1: Double
    }

    struct Conflicts: Decodable {
        let found: [String]
        let others: Int
    }

    let parties: Pairs
    let events: Pairs
    let agreements: Pairs
    let commitments: Pairs
    let origins: Pairs
    let conflicts: Conflicts
    let followUps: FollowUps

    struct FollowUps: Decodable {
        let found: Int
        let told: Int
        let agreeing: Int
        let others: Int
    }
}

@Suite(
    "What many pages say becomes one record",
    .enabled(if: LanguageModel.isDefaultPresent, "the medium language model is missing; make model fetches it"))
struct CorpusIdentityTests {
    private let figures: CorpusFigures

    init() throws {
        let corpus = try ReadCorpus.shared.get()
        let measure = corpus.folder.appending(path: "measure").path
        let run = try Program.shell("'\(measure)' \"$ENTENTE_LEDGER\" --json", in: corpus.scratch)
        try #require(run.status == 0, "\(run.errors)")
        figures = try JSONDecoder().decode(CorpusFigures.self, from: Data(run.output.utf8))
    }

    @Test("the same party on many pages is one, and two of one name are two")
    func parties() {
        #expect(figures.parties.items >= 300)
        #expect(figures.parties.f1 >= 0.95)
        #expect(figures.parties.precision >= 0.98)
    }

    @Test("events and agreements that several outlets tell of are one, and two of a series are two")
    func entries() {
        #expect(figures.events.items >= 40)
        #expect(figures.events.f1 >= 0.90)
        #expect(figures.events.precision >= 0.95)
        #expect(figures.agreements.f1 >= 0.90)
        #expect(figures.commitments.f1 >= 0.90)
    }

    @Test("copies of a text count as one origin, and nothing else does")
    func origins() {
        #expect(figures.origins.items == 71)
        #expect(figures.origins.f1 == 1)
    }

    @Test("planted conflicts are found, and at most one that is none in a hundred pages")
    func conflicts() {
        let planted: Set = [
            "x-signing-date", "x-forum-date", "x-students", "x-trade-2022", "x-minister", "x-residents", "x-chair",
            "x-heritage-status", "x-valpo-mayor", "x-air-parties", "x-serin", "x-signing-place", "x-trainees",
        ]
        #expect(planted.subtracting(figures.conflicts.found).isEmpty)
        #expect(figures.conflicts.others <= 1)
    }

    @Test("most of what later pages tell of commitments is suggested, and little else")
    func followUps() {
        #expect(figures.followUps.told == 30)
        #expect(figures.followUps.found >= 25)
        #expect(figures.followUps.agreeing >= 20)
        #expect(figures.followUps.others <= 3)
    }
}
