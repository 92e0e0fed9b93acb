// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// One sentence that tells of several occasions.
extension EngagementReader {
    /// The occasions that a sentence with several counterparts tells of, one for each where it parts them: "held
    /// separate talks with A and B", "meetings with A, B and C".
    func parted(
        _ filled: Filling, _ frame: Frame, _ predicate: Predicate, in passage: Passage, _ register: PartyRegister
    ) -> [Filling] {
        guard [.meeting, .celebration].contains(frame.type) else { return [filled] }
        let others = Set(
            predicate.tokens(in: ["with", "object", "for"]).filter { $0 > predicate.trigger }
                .flatMap { passage.listed(from: $0) })
        let counterparts = filled.participants.filter { participant in
            filled.sources[participant.party].map(others.contains) ?? false
        }
        guard counterparts.count > 1, counterparts.count < filled.participants.count,
            partsCounterparts(predicate, in: passage)
        else { return [filled] }
        let proofs = Set(counterparts.flatMap { filled.proofs[$0.party] ?? [] })
        return counterparts.enumerated().map { number, counterpart in
            var part = filled
            part.participants.removeAll { other in
                other.party != counterpart.party && counterparts.contains { $0.party == other.party }
            }
            // Each has its own name for a proof, beside what the sentence says of all of them.
            part.used.removeAll {
                proofs.contains($0) && !(number == 0 && filled.proofs[counterpart.party]?.contains($0) == true)
            }
            if number > 0, let phrase = phrase(of: counterpart.party, filled, predicate, in: passage, register) {
                part.lists.append((passage.index, phrase))
            }
            return part
        }
    }

    /// The words that name one of several counterparts.
    private func phrase(
        of party: Int, _ filled: Filling, _ predicate: Predicate, in passage: Passage, _ register: PartyRegister
    ) -> Range<Int>? {
        let named = register.records[party].mentions.first {
            $0.passage == passage.index && $0.tokens.lowerBound > predicate.trigger
                && passage.sentence[$0.tokens.lowerBound] == passage.sentence[predicate.trigger]
        }
        if let named { return named.tokens }
        guard let source = filled.sources[party] else { return nil }
        return passage.nounPhrase(of: source)
    }

    /// "met the consul on Monday and the governor on Tuesday": each counterpart with a day of its own behind it.
    func datedApart(
        _ filled: Filling, _ frame: Frame, _ predicate: Predicate, in passage: Passage, _ register: PartyRegister
    ) -> [(Filling, DatedSpan?)]? {
        guard frame.type == .meeting, predicate.isVerb else { return nil }
        let sentence = passage.doc.sentences[passage.sentence[predicate.trigger]]
        let counterparts = filled.participants.compactMap { participant -> (party: Int, end: Int)? in
            register.records[participant.party].mentions.first {
                $0.passage == passage.index && sentence.contains($0.tokens.lowerBound)
                    && $0.tokens.lowerBound > predicate.trigger
            }.map { (participant.party, $0.tokens.upperBound) }
        }.sorted { $0.end < $1.end }
        guard counterparts.count > 1, counterparts.count < filled.participants.count else { return nil }
        var scenes: [(Filling, DatedSpan?)] = []
        for (number, counterpart) in counterparts.enumerated() {
            // A name may go on behind the sentence that the parser cuts in it.
            let next = max(
                counterpart.end, number + 1 < counterparts.count ? counterparts[number + 1].end : sentence.upperBound)
            guard
                let span = dates[passage.index].first(where: { span in
                    span.isMoment && span.date != nil
                        && (counterpart.end..<next).contains(span.tokens.lowerBound)
                        && !passage.tokens[counterpart.end..<span.tokens.lowerBound].contains(where: \.isVerb)
                })
            else { return nil }
            var part = filled
            part.participants.removeAll { other in
                other.party != counterpart.party && counterparts.contains { $0.party == other.party }
            }
            scenes.append((part, span))
        }
        return scenes
    }

    /// Whether a word says that there was one with each: "separate talks".
    func isParted(_ predicate: Predicate, in passage: Passage) -> Bool {
        [predicate.trigger, predicate.governor].compactMap { $0 }.flatMap {
            passage.children(of: $0, ["amod", "advmod"])
        }.contains { governors.parting.contains(passage.tokens[$0].lower) }
    }

    /// Whether the words part the counterparts of one sentence, for each of whom there was an occasion.
    private func partsCounterparts(_ predicate: Predicate, in passage: Passage) -> Bool {
        let trigger = passage.tokens[predicate.trigger]
        if !predicate.isVerb, trigger.tag == "NNS", governors.parted.contains(trigger.lemma.asLowercase) { return true }
        if isParted(predicate, in: passage) { return true }
        guard let last = predicate.tokens(in: ["with", "object"]).last, last > predicate.trigger else { return false }
        return passage.tokens[predicate.trigger..<last].contains { governors.sequencing.contains($0.lower) }
    }
}
