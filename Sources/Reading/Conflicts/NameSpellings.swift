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
        return persons.enumerated().flatMap { index, one in
            persons.dropFirst(index + 1).compactMap { other in conflict(between: one, and: other) }
        }
    }

    private func conflict(between one: Party, and other: Party) -> Conflict? {
        guard areMisspelt(one.name, other.name) else { return nil }
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

    private func areMisspelt(_ one: String, _ other: String) -> Bool {
        let words = (NameFolding.words(of: one), NameFolding.words(of: other))
        guard words.0.count == words.1.count, words.0.count > 1 else { return false }
        let different = zip(words.0, words.1).filter { $0 != $1 }
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
