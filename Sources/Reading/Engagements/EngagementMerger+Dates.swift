// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension EngagementMerger {
    /// The occasions with the dates that follow from others: what a visitor does on a visit is done in its days.
    func dated(_ engagements: [DraftEngagement]) -> [DraftEngagement] {
        engagements.enumerated().map { number, engagement in
            guard engagement.date == nil, !engagement.isQuoted else { return engagement }
            var result = engagement
            result.date = stay(around: engagement, among: engagements).flatMap(\.date).map {
                DatedValue(value: $0.value, basis: .inferred, premises: $0.premises)
            }
            // What a report begins with is its news, so it is of the year of the report.
            if result.date == nil, number == 0, isAtBeginning(engagement), engagement.modality == .actual,
                !hasUnknownDate(engagement),
                let published,
                let year = PartialDate(String(published.value.start.year))
            {
                result.date = DatedValue(value: year, basis: .inferred, premises: published.premises)
            }
            return result
        }
    }

    /// Whether the headline or one of the first paragraphs tells of it, and not only some way down.
    private func isAtBeginning(_ engagement: DraftEngagement) -> Bool {
        let bodies = passages.lazy.filter { $0.block.role == .body }.prefix(2).map(\.index)
        return engagement.tellings.contains { telling in
            passages[telling.passage].block.role != .body || bodies.contains(telling.passage)
        }
    }

    /// Whether a sentence that tells of it names a day that is none, as "30 February": what is meant stays open.
    private func hasUnknownDate(_ engagement: DraftEngagement) -> Bool {
        engagement.tellings.contains { telling in
            let passage = passages[telling.passage]
            let sentence = passage.doc.sentences[passage.sentence[telling.tokens.lowerBound]]
            return passage.doc.entities.contains { entity in
                entity.label == "DATE" && sentence.overlaps(entity.tokens)
                    && passage.tokens[entity.tokens].contains { $0.pos == "NUM" }
                    && passage.tokens[entity.tokens].contains { $0.pos == "PROPN" }
                    && !dates[telling.passage].contains { $0.tokens.overlaps(entity.tokens) }
            }
        }
    }

    /// The dated visit told before in which the occasion falls: one of its visitors takes part.
    private func stay(around engagement: DraftEngagement, among engagements: [DraftEngagement]) -> DraftEngagement? {
        engagements.first { visit in
            visit.type == .visit && visit.date != nil && visit.order < engagement.order
                && (visit.modality == .actual) == (engagement.modality == .actual) && !visit.isQuoted
                && visit.participants.contains { $0.role == .visitor && engagement.has($0.party) }
                && !isElsewhere(engagement, visit)
        }
    }

    /// Whether an occasion is known to be in another country or city than a visit goes to.
    private func isElsewhere(_ engagement: DraftEngagement, _ visit: DraftEngagement) -> Bool {
        guard let place = engagement.place, let goal = visit.place else { return false }
        let places = [place, goal].compactMap { party in register.records[party].mentions.lazy.compactMap(\.place).first
        }
        return places.count == 2 && !isCompatible(place, goal, for: .meeting)
    }
}
