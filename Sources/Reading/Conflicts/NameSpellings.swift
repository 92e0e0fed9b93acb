// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds two spellings of one person's name that cannot both be right.
///
/// Names alike in all but one letter of one long word are one person's where both hold one office, or where one of them
/// stands outside the text alone: in a headline, subtitle or caption. Relatives with like names do neither.
struct NameSpellings {
    let reading: Reading

    /// Shorter words that differ in a letter are often other names: Marie and Maria.
    private static let shortestWord = 6

    /// The conflicts in the order of the parties.
    func conflicts() -> [Conflict] {
        let persons = reading.parties.filter { $0.kind == .person && !$0.mentions.isEmpty }
        let words = persons.map { NameFolding.words(of: $0.name) }
        return persons.indices.flatMap { one in
            persons.indices.dropFirst(one + 1).filter { areMisspelt(words[one], words[$0]) }
                .compactMap { conflict(between: persons[one], and: persons[$0]) }
        }
    }

    private func conflict(between one: Party, and other: Party) -> Conflict? {
        let (isOneOutside, isOtherOutside) = (isOutside(one), isOutside(other))
        guard isOneOutside != isOtherOutside || haveOneOffice(one, other),
            let first = proof(of: one), let second = proof(of: other)
        else { return nil }
        let odd: Party? =
            if isOneOutside != isOtherOutside {
                isOneOutside ? one : other
            } else if one.mentions.count != other.mentions.count {
                one.mentions.count < other.mentions.count ? one : other
            } else {
                nil
            }
        return Conflict(
            kind: .spelling, between: [one.id, other.id], odd: odd?.id,
            reason: "One name is spelt in two ways: \(one.name) and \(other.name).", evidence: [first, second])
    }

    /// Whether the folded words of two names differ by a letter of one long word.
    private func areMisspelt(_ one: [String], _ other: [String]) -> Bool {
        guard one.count == other.count, one.count > 1 else { return false }
        let different = zip(one, other).filter { $0 != $1 }
        guard different.count == 1, let (left, right) = different.first, left.first == right.first else { return false }
        return min(left.count, right.count) >= Self.shortestWord
            && EditDistance.between(left, right, atMost: 1) != nil
    }

    private func isOutside(_ party: Party) -> Bool {
        party.mentions.allSatisfy { !reading.article.isText(at: $0) }
    }

    private func haveOneOffice(_ one: Party, _ other: Party) -> Bool {
        one.offices.contains { office in
            office.of != nil
                && other.offices.contains {
                    $0.of == office.of && NameFolding.fold($0.title) == NameFolding.fold(office.title)
                }
        }
    }

    private func proof(of party: Party) -> Evidence? {
        party.mentions.first.flatMap { Evidence(range: $0, in: reading.article.text) }
    }
}
