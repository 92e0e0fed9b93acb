// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Testing

/// What a case of a table expects, held against what was read.
enum TellingMatch {
    /// Checks that each expected line agrees with one of the values, and that no value is left; lines that begin with
    /// "? " may be missing.
    static func check<Value>(
        _ telling: TellingCase, _ values: [Value], read: [String], agrees: (Substring, Value) throws -> Bool
    ) rethrows {
        var left = values
        for line in telling.expected {
            let isOptional = line.hasPrefix("? ")
            let expected = isOptional ? line.dropFirst(2) : Substring(line)
            let match = try left.firstIndex { try agrees(expected, $0) }
            #expect(match != nil || isOptional, "\(line) is not among \(read)")
            if let match { left.remove(at: match) }
        }
        #expect(left.isEmpty, "more is read than expected: \(read)")
    }

    /// The names between semicolons, folded.
    static func names(_ list: some StringProtocol) -> [Set<String>] {
        list.split(separator: ";").map { FoldedName.fold(names: [String($0)]) }.filter { !$0.isEmpty }
    }

    /// Whether each of both lists has its like in the other.
    static func agree(_ expected: [Set<String>], _ read: [Set<String>]) -> Bool {
        expected.allSatisfy { one in read.contains { FoldedName.agree(one, $0) } }
            && read.allSatisfy { one in expected.contains { FoldedName.agree($0, one) } }
    }
}

extension Reading {
    /// The names of parties with their other names, folded.
    func foldedNames(_ ids: [String]) -> [Set<String>] {
        ids.map { id in
            parties.first { $0.id == id }.map { FoldedName.fold(names: [$0.name] + $0.aliases) } ?? []
        }
    }
}
