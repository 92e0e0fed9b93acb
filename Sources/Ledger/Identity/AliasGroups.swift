// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Names that a list says mean the same.
struct AliasGroups: Sendable {
    struct List: Decodable {
        let parties: [[String]]
    }

    private let groupOf: [String: Int]

    /// Joins the groups that share a name.
    init(_ groups: [[String]]) {
        var groupOf: [String: Int] = [:]
        for (index, group) in groups.enumerated() {
            let keys = group.map(Self.key)
            let joined = Set(keys.compactMap { groupOf[$0] })
            for key in keys { groupOf[key] = index }
            guard !joined.isEmpty else { continue }
            for (key, group) in groupOf where joined.contains(group) { groupOf[key] = index }
        }
        self.groupOf = groupOf
    }

    /// The number of the group that `name` belongs to.
    func group(of name: String) -> Int? { groupOf[Self.key(name)] }

    private static func key(_ name: String) -> String { NameTokens.joined(name) }
}

/// How names are cut into words that can be compared.
enum NameTokens {
    /// The words of `name` without case and accents; hyphens and apostrophes stay inside a word.
    static func folded(_ name: String) -> [String] {
        split(FoldedText(name).value)
    }

    /// The words of `name` without case, but with their accents.
    static func marked(_ name: String) -> [String] {
        split(name.precomposedStringWithCanonicalMapping.lowercased())
    }

    /// The letters and digits of `name` without case, accents, spaces and hyphens.
    static func joined(_ name: String) -> String {
        var letters = String.UnicodeScalarView()
        for scalar in FoldedText(name).value.unicodeScalars where scalar.isAlphanumeric { letters.append(scalar) }
        return String(letters)
    }

    /// `word` with the pairs of letters that stand for one with a mark (`soervaag` for `sørvåg`) made one plain letter.
    static func withoutPairs(_ word: String) -> String {
        var letters: [Character] = []
        for letter in word {
            if let last = letters.last, "aou".contains(last), letter == "e" || letter == "a" && last == "a" { continue }
            letters.append(letter)
        }
        return String(letters)
    }

    private static func split(_ text: String) -> [String] {
        text.unicodeScalars.split { !($0.isAlphanumeric || $0 == "-" || $0 == "'" || $0 == "\u{2019}") }
            .filter { $0.contains(where: \.isAlphanumeric) }
            .map { String(Substring($0)) }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a letter, a mark on one, or a digit.
    fileprivate var isAlphanumeric: Bool {
        switch value {
        case 0x61...0x7A, 0x30...0x39, 0x41...0x5A: true
        case ..<0x80: false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}
