// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What pronouns stand for that the reading leaves open.
extension DocumentChains {
    /// How many sentences back an antecedent may stand.
    private static let reach = 3

    mutating func joinPronouns() {
        for mention in entities {
            guard case .pronoun(let pronoun) = mentions[mention].sort, mentions[mention].parties.isEmpty else {
                continue
            }
            if let antecedent = antecedent(of: mention, pronoun) { chains.join(antecedent, mention) }
        }
    }

    private func antecedent(of number: Int, _ pronoun: CoreferenceMention.Pronoun) -> Int? {
        let mention = mentions[number]
        let before = entities.prefix { $0 != number }.filter {
            let other = mentions[$0]
            return (other.passage, other.sentence) <= (mention.passage, mention.sentence)
                && other.tokens.upperBound <= (other.passage == mention.passage ? mention.head : .max)
                && !isInside(mention, other)
        }
        switch pronoun {
        case .speaker:
            return before.last { mentions[$0].sort == .pronoun(.speaker) && mentions[$0].passage == mention.passage }
        case .speakers:
            return before.last { mentions[$0].sort == .pronoun(.speakers) && mentions[$0].passage == mention.passage }
                ?? mainBody
        default: return lastSubject(before, suiting: pronoun, in: (mention.passage, mention.sentence))
        }
    }

    /// This sentence first, then those before it; the subject of each before the rest.
    private func lastSubject(
        _ before: [Int], suiting pronoun: CoreferenceMention.Pronoun, in here: (Int, Int)
    ) -> Int? {
        var distance = 0
        var sentence: (Int, Int)?
        var best: Int?
        let members = Dictionary(grouping: entities, by: { chains.root(of: $0) })
        for candidate in before.reversed() {
            let other = mentions[candidate]
            let place = (other.passage, other.sentence)
            if let sentence, sentence != place {
                if let best { return best }
                distance += 1
                if distance > Self.reach { return nil }
            }
            sentence = place
            let chain = members[chains.root(of: candidate)] ?? []
            guard suits(candidate, of: chain.map { mentions[$0] }, pronoun) else { continue }
            if best == nil || other.isSubject && (place != here || !mentions[best ?? candidate].isSubject) {
                best = candidate
            }
        }
        return best
    }

    private func suits(
        _ candidate: Int, of chain: [CoreferenceMention], _ pronoun: CoreferenceMention.Pronoun
    ) -> Bool {
        let isPerson = chain.lazy.compactMap(\.isPerson).first
        switch pronoun {
        case .male, .female:
            let gender = chain.lazy.compactMap(\.gender).first
            return isPerson == true && (gender == nil || (gender == .male) == (pronoun == .male))
        case .thing: return isPerson != true && !mentions[candidate].isPlural && !mentions[candidate].isJoint
        case .plural:
            return mentions[candidate].isPlural || mentions[candidate].isJoint
                || isPerson == false && mentions[candidate].sort == .name
        case .relative, .demonstrative, .speaker, .speakers: return false
        }
    }

    /// The body that the text names most often.
    private var mainBody: Int? {
        var counts: [Int: Int] = [:]
        for number in entities where mentions[number].isBody { counts[chains.root(of: number), default: 0] += 1 }
        return entities.first { number in
            guard let count = counts[number] else { return false }
            return counts.values.allSatisfy { $0 <= count }
        }
    }
}
