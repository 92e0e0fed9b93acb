// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import GRDB
import Ledger

/// Adds generated pages to a ledger and measures, at round numbers of pages, what adding and asking cost.
///
///     ledger-benchmark PAGES LEDGER.sqlite [FIRST] > figures.csv
///
/// A ledger that an earlier run has brought to FIRST pages is gone on with from there, up to PAGES.
/// Times are processor time of this process in milliseconds, since the machine may have other work; `wall` is the
/// clock.
@main
enum LedgerBenchmark {
    private static let window = 200
    private static let questions = 60

    static func main() throws {
        let arguments = CommandLine.arguments
        guard (3...4).contains(arguments.count), let pages = Int(arguments[1]),
            let first = arguments.count == 4 ? Int(arguments[3]) : 0, (0..<max(pages, 1)).contains(first)
        else {
            FileHandle.standardError.write(Data("usage: ledger-benchmark PAGES LEDGER.sqlite [FIRST]\n".utf8))
            exit(2)
        }
        let ledger = try Ledger(at: URL(filePath: arguments[2]))
        let generator = Generator()
        write("pages,entries,records,bytes,add median,add p95,add wall p95,pair p95,due p95,record p95,search p95")
        var adding: [Double] = []
        var waiting: [Double] = []
        let rounds = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000]
        let marks = Set(rounds.filter { first < $0 && $0 < pages } + [pages])
        for number in first..<pages {
            let page = generator.page(number)
            let clock = wall()
            let start = processor()
            _ = try ledger.add(page.snapshot, reading: page.reading)
            adding.append(processor() - start)
            waiting.append(wall() - clock)
            if adding.count > window {
                adding.removeFirst()
                waiting.removeFirst()
            }
            if marks.contains(number + 1) { try report(number + 1, ledger, adding, waiting, arguments[2]) }
        }
        try ledger.close()
    }

    private static func report(
        _ pages: Int, _ ledger: Ledger, _ adding: [Double], _ waiting: [Double], _ path: String
    ) throws {
        var pairs: [Double] = []
        var dues: [Double] = []
        var shows: [Double] = []
        var searches: [Double] = []
        let generator = Generator()
        for turn in 0..<questions {
            let reading = generator.page(turn * 7919 % pages).reading
            let names = reading.parties.map(\.name)
            pairs.append(try time { _ = try ledger.pair(names[0], names[1]) })
            dues.append(try time { _ = try ledger.due(DueQuery(today: "2024-06-30")) })
            let source = reading.article.source.id
            let id = LastingId.make(
                source: source, kind: turn % 2 == 0 ? .party : .entry, short: turn % 2 == 0 ? "p1" : "e1")
            shows.append(try time { _ = try ledger.record(id) })
            // A name, the subject of one event, a name with a word that every page has, and such a word alone.
            let subject = reading.article.text.prefix { !$0.isNewline }
            let words = [names[2], String(subject), "\(names[0]) memorandum", "ships"][turn % 4]
            searches.append(try time { _ = try ledger.search(words) })
        }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let (entries, records) = try ledger.counts()
        let figures = [
            percentile(adding, 0.5), percentile(adding, 0.95), percentile(waiting, 0.95), percentile(pairs, 0.95),
            percentile(dues, 0.95), percentile(shows, 0.95), percentile(searches, 0.95),
        ]
        let row = [pages, entries, records, size].map { String($0) } + figures.map { String(format: "%.2f", $0) }
        write(row.joined(separator: ","))
    }

    /// Writes a line at once, also into a pipe.
    private static func write(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    private static func time(_ work: () throws -> Void) rethrows -> Double {
        let start = processor()
        try work()
        return processor() - start
    }

    private static func percentile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    private static func processor() -> Double { milliseconds(CLOCK_PROCESS_CPUTIME_ID) }
    private static func wall() -> Double { milliseconds(CLOCK_MONOTONIC) }

    private static func milliseconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) * 1_000 + Double(now.tv_nsec) / 1_000_000
    }
}

extension Ledger {
    /// The number of entries on pages, and of records.
    fileprivate func counts() throws -> (entries: Int, records: Int) {
        try pool.read { database in
            let entries = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") ?? 0
            return (entries, try Int.fetchOne(database, sql: "SELECT count(*) FROM canonical") ?? 0)
        }
    }
}
