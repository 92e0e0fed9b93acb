// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds a headline, subtitle or caption that dates a lasting tie otherwise than the text does.
///
/// Two parties have one sister-city tie and one beginning of diplomatic relations; of other agreements they may sign
/// many. What is still to come or has ended may well have been before.
struct TieDates {
    let reading: Reading

    /// The conflicts in the order of the text.
    func conflicts() -> [Conflict] {
        let tellings = OutsideTellings<(agreement: Agreement, date: PartialDate)>(reading) { entry in
            guard case .agreement(let agreement) = entry.content,
                [.sisterCity, .diplomaticRelations].contains(agreement.type), agreement.parties.count > 1,
                agreement.status != .planned, agreement.status != .ended, let date = agreement.date,
                let proof = date.premises.first ?? entry.evidence.first
            else { return nil }
            return ((agreement, date.value), proof)
        }
        return tellings.conflicts(.date) { inner, outer in
            inner.agreement.type == outer.agreement.type
                && Set(inner.agreement.parties) == Set(outer.agreement.parties)
        } excludes: { inner, outer in
            inner.allSatisfy { !EngagementMerger.isCompatible($0.told.date, outer.told.date) }
        } reason: { inner, outer in
            "The text dates it \(inner.told.date), but \u{201C}\(outer.proof.quote)\u{201D} stands outside it."
        }
    }
}
