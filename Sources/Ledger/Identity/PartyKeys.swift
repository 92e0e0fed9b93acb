// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Keys that bring together what may be one, so that not everything is compared with everything.
enum BlockKey {
    /// The 64-bit FNV-1a hash of a key, as SQLite keeps it.
    static func number(_ key: String) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}

extension IdentityKnowledge {
    /// The keys of a party; two parties that may be one share at least one.
    func keys(of profile: PartyProfile) -> [Int64] {
        let family = profile.family.rawValue
        var keys: Set<String> = []
        for (register, values) in profile.identifiers where register != "iso3166" || profile.kind == .country {
            for value in values { keys.insert("\(register) \(value)") }
        }
        for name in profile.names {
            keys.insert("\(family) \(name.joined)")
            // A place may have been read as a person or body, and the other way round.
            keys.insert("any \(name.joined)")
            if let group = name.group { keys.insert("\(family) alias \(group)") }
            if profile.family == .person {
                personKeys(of: name, into: &keys)
            } else {
                let words = tellingWords(of: name, in: profile.family).sorted()
                keys.insert("\(family) words \(words.joined(separator: " "))")
                // One word may be missing or another.
                if profile.family == .body, words.count > 2 {
                    for index in words.indices {
                        var fewer = words
                        fewer.remove(at: index)
                        keys.insert("\(family) words \(fewer.joined(separator: " "))")
                    }
                }
            }
        }
        return keys.sorted().map(BlockKey.number)
    }

    private func personKeys(of name: PartyName, into keys: inout Set<String>) {
        keys.insert("person \(name.sorted.joined(separator: " "))")
        if let korean = name.korean { keys.formUnion(korean.keys.map { "korean \($0)" }) }
        guard name.tokens.count > 1 else { return }
        keys.insert("plain \(name.sorted.map(NameTokens.withoutPairs).joined(separator: " "))")
        // Two of the words, so that a middle name may be missing and one word misspelt.
        let words = name.sorted
        for first in words.indices {
            for second in words.indices.dropFirst(first + 1) {
                keys.insert("two \(words[first]) \(words[second])")
            }
            let rest = words.enumerated().filter { $0.offset != first }.compactMap { $0.element.first }
            keys.insert("one \(words[first]) \(String(rest))")
        }
    }
}
