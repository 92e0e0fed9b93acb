// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation

/// How well readings meet what is expected, kind by kind.
struct SampleScore {
    /// One kind's counts.
    struct Tally {
        var expected = 0
        var read = 0
        /// Read and expected at the same place.
        var found = 0
        /// Found, and it says the same.
        var right = 0

        var precision: Double { read == 0 ? 1 : Double(right) / Double(read) }
        var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
    }

    /// The kinds in the order of the table.
    static let kinds = [
        "statement", "figure", "engagement", "agreement", "commitment", "institution", "programme", "person", "office",
        "conflict",
    ]

    private(set) var tallies: [String: Tally] = [:]
    /// What is missing, wrong or too much, a line each.
    private(set) var differences: [String] = []

    /// Adds the comparison of one sample.
    mutating func add(_ reading: Reading, to expected: ExpectedReading, named name: String) {
        let text = reading.article.text.precomposedStringWithCanonicalMapping
        let read = reading.entries.map { ComparedEntry($0, of: reading) }
        let wanted = (expected.entries ?? []).compactMap { ComparedEntry($0, of: expected, in: text) }
        for kind in Entry.Kind.allCases {
            compare(wanted.filter { $0.kind == kind }, read.filter { $0.kind == kind }, kind: kind.rawValue, name)
        }
        comparePersons(reading, expected, name)
        compareConflicts(reading, expected, name)
    }

    /// One to one, most shared text first; an optional entry neither helps nor harms.
    private mutating func compare(_ wanted: [ComparedEntry], _ read: [ComparedEntry], kind: String, _ name: String) {
        var pairs: [(shared: Int, wanted: Int, read: Int)] = []
        for left in wanted.indices {
            for right in read.indices {
                if let shared = wanted[left].overlap(with: read[right]) { pairs.append((shared, left, right)) }
            }
        }
        pairs.sort { ($0.shared, $0.wanted, $0.read) > ($1.shared, $1.wanted, $1.read) }
        var partner: [Int: Int] = [:]
        for pair in pairs where partner[pair.wanted] == nil && !partner.values.contains(pair.read) {
            partner[pair.wanted] = pair.read
        }
        for index in wanted.indices {
            let match = partner[index]
            if wanted[index].isOptional {
                if match != nil { tallies[kind, default: Tally()].read -= 1 }
                continue
            }
            tallies[kind, default: Tally()].expected += 1
            guard let match else {
                differences.append("\(name): missed \(wanted[index].description)")
                continue
            }
            tallies[kind, default: Tally()].found += 1
            if let fault = wanted[index].fault(in: read[match]) {
                differences.append("\(name): wrong \(wanted[index].description): \(fault)")
            } else {
                tallies[kind, default: Tally()].right += 1
            }
        }
        tallies[kind, default: Tally()].read += read.count
        for index in read.indices where !partner.values.contains(index) {
            differences.append("\(name): not expected \(read[index].description)")
        }
    }

    private mutating func comparePersons(_ reading: Reading, _ expected: ExpectedReading, _ name: String) {
        func names(_ party: ExpectedReading.ExpectedParty) -> Set<String> {
            FoldedName.fold(names: [party.name] + party.aliases)
        }
        func names(_ party: Party) -> Set<String> { FoldedName.fold(names: [party.name] + party.aliases) }
        let wanted = (expected.parties ?? []).filter { $0.kind == "person" }
        let read = reading.parties.filter { $0.kind == .person }
        tallies["person", default: Tally()].expected += wanted.count
        tallies["person", default: Tally()].read += read.count
        tallies["office", default: Tally()].read += read.map(\.offices.count).reduce(0, +)
        for person in wanted {
            let match = read.first { FoldedName.agree(names(person), names($0)) }
            if match != nil {
                tallies["person", default: Tally()].found += 1
                tallies["person", default: Tally()].right += 1
            } else {
                differences.append("\(name): missed person \(person.name)")
            }
            for office in person.offices {
                tallies["office", default: Tally()].expected += 1
                let title = FoldedName.fold(office.title)
                let fitting = (match?.offices ?? []).filter {
                    let other = FoldedName.fold($0.title)
                    return other.contains(title) || title.contains(other)
                }
                if !fitting.isEmpty { tallies["office", default: Tally()].found += 1 }
                let owner = office.of.flatMap { id in expected.parties?.first { $0.id == id } }.map { names($0) }
                let isRight = fitting.contains { candidate in
                    guard let owner else { return true }
                    let other = reading.parties.first { $0.id == candidate.of }
                    return other.map { FoldedName.agree(owner, names($0)) } ?? false
                }
                if isRight {
                    tallies["office", default: Tally()].right += 1
                } else {
                    differences.append("\(name): missed office \(office.title) of \(person.name)")
                }
            }
        }
        for person in read where !wanted.contains(where: { FoldedName.agree(names($0), names(person)) }) {
            differences.append("\(name): not expected person \(person.name)")
        }
    }

    private mutating func compareConflicts(_ reading: Reading, _ expected: ExpectedReading, _ name: String) {
        let wanted = expected.conflicts ?? []
        tallies["conflict", default: Tally()].expected += wanted.count
        tallies["conflict", default: Tally()].read += reading.conflicts.count
        for conflict in wanted {
            let match = reading.conflicts.first { Set($0.between.map { reading.name($0) }) == Set(conflict.between) }
            if match != nil { tallies["conflict", default: Tally()].found += 1 }
            if let match, match.odd.map({ reading.name($0) }) == conflict.odd {
                tallies["conflict", default: Tally()].right += 1
            } else {
                differences.append("\(name): missed conflict \(conflict.between)")
            }
        }
    }

    /// A row a kind.
    var table: String {
        let rows = Self.kinds.map { kind -> String in
            let tally = tallies[kind] ?? Tally()
            let counts = [tally.expected, tally.read, tally.found, tally.right].map { String(format: "%8d", $0) }
                .joined()
            let name = kind.padding(toLength: 12, withPad: " ", startingAt: 0)
            return name + counts + String(format: "%11.3f%8.3f", tally.precision, tally.recall)
        }
        return (["kind        expected    read   found   right  precision  recall"] + rows).joined(separator: "\n")
    }
}
