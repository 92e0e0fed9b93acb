// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds a headline, subtitle or caption that dates a lasting tie otherwise than the text does.
///
/// Two parties have one sister-city tie and one beginning of diplomatic relations; of other agreements they may sign
/// many. What is still to come or has ended may well have been before.
struct TieDates {
    let reading: Reading

    private struct Telling {
        let entry: Entry
        let agreement: Agreement
        let date: PartialDate
        let proof: Evidence
        let isText: Bool
    }

    /// The conflicts in the order of the text.
    func conflicts() -> [Conflict] {
        let tellings = reading.entries.compactMap { entry -> Telling? in
            guard case .agreement(let agreement) = entry.content,
                [.sisterCity, .diplomaticRelations].contains(agreement.type), agreement.parties.count > 1,
                agreement.status != .planned, agreement.status != .ended, let date = agreement.date,
                let proof = date.premises.first ?? entry.evidence.first
            else { return nil }
            return Telling(
                entry: entry, agreement: agreement, date: date.value, proof: proof,
                isText: reading.article.isText(at: proof.range))
        }
        return tellings.filter { !$0.isText }.compactMap { outer in
            let inner = tellings.filter {
                $0.isText && $0.agreement.type == outer.agreement.type
                    && Set($0.agreement.parties) == Set(outer.agreement.parties)
            }
            guard let first = inner.first,
                inner.allSatisfy({ !EngagementMerger.isCompatible($0.date, outer.date) })
            else { return nil }
            return Conflict(
                kind: .date, between: [first.entry.id, outer.entry.id], odd: outer.entry.id,
                reason: "The text dates it \(first.date), but \u{201C}\(outer.proof.quote)\u{201D} stands outside it.",
                evidence: [first.proof, outer.proof])
        }
    }
}
