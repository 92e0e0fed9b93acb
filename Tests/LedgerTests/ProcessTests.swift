// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger
import Testing

/// These tests start processes of their own, as several programs on one ledger would be.
@Suite("Several processes and sudden ends")
struct ProcessTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("many threads add through ledgers of their own, and all pages are there")
    func threads() async throws {
        let url = folder.ledger
        try await withThrowingTaskGroup { group in
            for number in 0..<40 {
                group.addTask {
                    let page = Samples.numbered(number)
                    return try Ledger(at: url).add(page.snapshot, reading: page.reading)
                }
            }
            for try await addition in group { #expect(addition == .added) }
        }
        let ledger = try Ledger(at: folder.ledger)
        #expect(try ledger.sources().count == 40)
        #expect(try ledger.evidenceFailures() == [])
    }

    @Test("of many threads that add the same page, one adds it")
    func sameFromThreads() async throws {
        let ledger = try folder.ledger()
        let additions = try await withThrowingTaskGroup(returning: [Ledger.Addition].self) { group in
            for _ in 0..<20 {
                group.addTask { try ledger.add(Samples.meeting.snapshot, reading: Samples.meeting.reading) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(additions.filter { $0 == .added }.count == 1)
        #expect(try ledger.sources().count == 1)
    }

    @Test("processes that make the same ledger and add at once all succeed")
    func processes() async throws {
        let path = folder.ledger.path
        await withTaskGroup { group in
            for start in [0, 20, 40] {
                group.addTask {
                    await #expect(processExitsWith: .success) { [path = path as String, start = start as Int] in
                        try addPages(start..<start + 25, toLedgerAt: path)
                    }
                }
            }
        }
        let ledger = try Ledger(at: folder.ledger, ifAbsent: .refuse)
        #expect(try ledger.sources().count == 65)
        for number in 0..<65 {
            let page = Samples.numbered(number)
            #expect(try ledger.reading(ofSource: page.sourceId) == page.reading)
        }
    }

    @Test("a process killed while it makes a ledger leaves something that becomes one", arguments: 0..<8)
    func killedAtOnce(turn: Int) async throws {
        let path = folder.ledger.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, turn = turn as Int] in
            endSuddenly(afterMilliseconds: Double(turn))
            try addPages(0..<100_000, toLedgerAt: path)
        }
        try expectWholePages(atLeast: 0)
    }

    @Test("a process killed while it adds leaves whole pages only, and adding goes on", arguments: 0..<16)
    func killed(turn: Int) async throws {
        let path = folder.ledger.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, turn = turn as Int] in
            try addPages(0..<turn + 1, toLedgerAt: path)
            endSuddenly(afterMilliseconds: Double(turn) * 1.3)
            try addPages(turn + 1..<100_000, toLedgerAt: path)
        }
        try expectWholePages(atLeast: turn + 1)
    }

    @Test("an import that is killed a hundred times goes on each time and ends whole")
    func hundredKills() async throws {
        let path = folder.ledger.path
        for turn in 0..<100 {
            // A different place each time: in opening, in the first page, or some pages on.
            let delay = 3 + turn * 37 % 211
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as Int] in
                endSuddenly(afterMilliseconds: Double(delay))
                try addPages(0..<100_000, toLedgerAt: path)
            }
        }
        let ledger = try Ledger(at: folder.ledger)
        let found = try ledger.sources().count
        for number in 0..<found {
            let page = Samples.numbered(number)
            #expect(try ledger.reading(ofSource: page.sourceId) == page.reading)
        }
        #expect(try ledger.evidenceFailures() == [])
        #expect(try ledger.recordFailures() == [])
        try addPages(0..<found + 5, toLedgerAt: path)
        #expect(try ledger.sources().count == found + 5)
        #expect(try ledger.recordFailures() == [])
    }

    private func expectWholePages(atLeast count: Int) throws {
        let ledger = try Ledger(at: folder.ledger)
        let found = try ledger.sources().count
        #expect(found >= count)
        for number in 0..<found {
            let page = Samples.numbered(number)
            #expect(try ledger.snapshot(ofSource: page.sourceId) == page.snapshot)
            #expect(try ledger.reading(ofSource: page.sourceId) == page.reading)
        }
        #expect(try ledger.evidenceFailures() == [])
        #expect(try ledger.recordFailures() == [])
        let page = Samples.meeting
        #expect(try ledger.add(page.snapshot, reading: page.reading) == .added)
        #expect(try ledger.reading(ofSource: page.sourceId) == page.reading)
    }
}

/// Adds pages of these numbers, each with its own transaction.
private func addPages(_ numbers: Range<Int>, toLedgerAt path: String) throws {
    let ledger = try Ledger(at: URL(filePath: path))
    for number in numbers {
        let page = Samples.numbered(number)
        _ = try ledger.add(page.snapshot, reading: page.reading)
    }
}

/// Ends this process as a power cut would, a while from now.
private func endSuddenly(afterMilliseconds milliseconds: Double) {
    Thread.detachNewThread {
        Thread.sleep(forTimeInterval: milliseconds / 1_000)
        kill(getpid(), SIGKILL)
    }
}
