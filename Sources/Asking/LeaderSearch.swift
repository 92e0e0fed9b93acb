// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Who a page says is at the head of a delegation: `the delegation from Busan, led by …`, `she led a delegation`.
struct LeaderSearch {
    let page: PageText
    let names: [NamedParties]
    let lexicon: QuestionLexicon

    /// How many tokens may stand between "led by" and the name, and between "led" and the delegation.
    private static let reach = 14
    private static let near = 6

    /// One sentence that names a leader.
    struct Finding {
        let leader: Party
        let sentence: Int
        let quote: String
    }

    var findings: [Finding] {
        page.sentences.indices.flatMap { index in
            let sentence = page.sentences[index]
            return sentence.tokens.indices.compactMap { finding(at: $0, in: sentence, number: index) }
        }
    }

    private func finding(at verb: Int, in sentence: PageText.Sentence, number: Int) -> Finding? {
        let tokens = sentence.tokens
        guard lexicon.leading.contains(tokens[verb].lemma), tokens[verb].pos == "VERB" else { return nil }
        let leader: Party?
        let group: Int?
        if verb + 1 < tokens.count, tokens[verb + 1].words.contains(where: lexicon.agents.contains) {
            leader = person(behind: verb + 1, in: sentence)
            group = tokens[..<verb].lastIndex { lexicon.delegations.contains($0.lemma) }
        } else {
            leader = person(before: verb, in: sentence)
            let end = min(tokens.count, verb + Self.near)
            group = tokens[(verb + 1)..<end].firstIndex { lexicon.delegations.contains($0.lemma) }
        }
        guard let leader, let group, isNamed(group, of: leader, in: sentence, number: number) else { return nil }
        let from = tokens[min(group, verb)].bytes.lowerBound
        let to = leader.mentions.filter { sentence.bytes.overlaps($0.bytes) }.map(\.end.byte).max() ?? from
        let quoted = min(from, to)..<max(tokens[max(group, verb)].bytes.upperBound, to)
        return Finding(leader: leader, sentence: number, quote: page.text(quoted))
    }

    /// The first person behind "led by", with nothing but a title between.
    private func person(behind agent: Int, in sentence: PageText.Sentence) -> Party? {
        let places = persons(in: sentence).filter { $0.tokens.lowerBound > agent }
        guard let first = places.min(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }),
            first.tokens.lowerBound - agent <= Self.reach,
            sentence.tokens[(agent + 1)..<first.tokens.lowerBound].allSatisfy({ $0.pos != "VERB" && $0.pos != "AUX" })
        else { return nil }
        return first.party
    }

    /// The only person before "led", or the one right in front of it.
    private func person(before verb: Int, in sentence: PageText.Sentence) -> Party? {
        let places = persons(in: sentence).filter { $0.tokens.upperBound <= verb }
        if let near = places.first(where: { $0.tokens.upperBound == verb }) { return near.party }
        return Set(places.map(\.party.id)).count == 1 ? places.first?.party : nil
    }

    private func persons(in sentence: PageText.Sentence) -> [(party: Party, tokens: Range<Int>)] {
        page.reading.parties.filter { $0.kind == .person }.flatMap { party in
            party.mentions.compactMap { mention in
                guard let first = sentence.tokens.firstIndex(where: { $0.bytes.overlaps(mention.bytes) }),
                    let last = sentence.tokens.lastIndex(where: { $0.bytes.overlaps(mention.bytes) }),
                    sentence.tokens[first...last].contains(where: { $0.pos == "PROPN" })
                else { return nil }
                return (party, first..<last + 1)
            }
        }
    }

    /// Whether the delegation is that of everybody whom the question names; where it went may be told nearby.
    private func isNamed(_ group: Int, of leader: Party, in sentence: PageText.Sentence, number: Int) -> Bool {
        let sides = Sides(page: page, lexicon: lexicon)
        return names.allSatisfy { name in
            if name.name.isPlace {
                return name.support(number..<number + 1, own: []) >= NamedParties.Support.near
            }
            return isOf(name, group, in: sentence) || sides.isParty(leader.id, of: name)
                || isTold(name, before: number, of: group, in: sentence)
        }
    }

    /// Whether a delegation of which its sentence does not say whose it is is one of the sentence before.
    private func isTold(
        _ name: NamedParties, before number: Int, of group: Int, in sentence: PageText.Sentence
    ) -> Bool {
        let behind = group + 1 < sentence.tokens.count ? sentence.tokens[group + 1].words : []
        let isNamed = group > 0 && sentence.tokens[group - 1].pos == "PROPN"
        let isSaid = isNamed || behind.contains(where: lexicon.origins.contains)
        guard !isSaid, number > 0 else { return false }
        let earlier = page.sentences[number - 1]
        return earlier.tokens.indices.contains { at in
            lexicon.delegations.contains(earlier.tokens[at].lemma) && isOf(name, at, in: earlier)
        }
    }

    /// Whether a delegation is that of the one named: `the Busan delegation`, `a delegation from Busan`.
    private func isOf(_ name: NamedParties, _ group: Int, in sentence: PageText.Sentence) -> Bool {
        name.places(in: sentence).contains { place in
            if place.upperBound <= group {
                let between = sentence.tokens[place.upperBound..<group]
                return between.count < Self.near
                    && between.allSatisfy { ["PROPN", "NOUN", "ADJ", "PART"].contains($0.pos) }
            }
            guard place.lowerBound > group + 1 else { return false }
            let between = sentence.tokens[(group + 1)..<place.lowerBound].flatMap(\.words)
            guard let link = between.first, lexicon.origins.contains(link) else { return false }
            return between.dropFirst().allSatisfy(lexicon.fillers.contains)
        }
    }

    /// Whether what the sentence tells may be of the days asked for.
    func isInTime(_ finding: Finding, _ days: ClosedRange<String>?) -> Bool {
        guard let days else { return true }
        let bytes = page.sentences[finding.sentence].bytes
        let told = page.reading.entries.compactMap { entry -> PartialDate? in
            guard case .engagement(let engagement) = entry.content,
                entry.evidence.contains(where: { bytes.overlaps($0.range.bytes) })
            else { return nil }
            return engagement.date?.value
        }
        let spans = (told + [page.reading.article.source.published?.value].compactMap(\.self)).map(DaySpan.init)
        return spans.contains { $0.first <= days.upperBound && days.lowerBound <= $0.last }
    }
}
