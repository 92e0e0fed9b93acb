// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds what ties parties for longer than an occasion: agreements, commitments, institutions and programmes.
struct TieReader {
    /// What was found.
    struct Ties {
        let agreements: [DraftAgreement]
        let commitments: [DraftCommitment]
        let institutions: [DraftInstitution]
        let programmes: [DraftProgramme]
    }

    let passages: [Passage]
    let lexicons: ReadingLexicons
    let dates: PageDates
    let titles: [Mention]

    func ties(resolver: ReferentResolver, groups: inout GroupFinder) -> Ties {
        let agreementReader = AgreementReader(
            passages: passages, lexicon: lexicons.agreements, governors: lexicons.governors, dates: dates.spans,
            titles: titles)
        let drafts = agreementReader.drafts(resolver: resolver, groups: &groups)
        let agreements = AgreementMerger(passages: passages, register: groups.register).merged(drafts)

        // The parties of a joint statement are those who say "we" in it.
        let authors =
            agreements.first { agreement in
                agreement.type == .jointStatement
                    && agreement.tellings.contains { passages[$0.passage].block.role == .headline }
            }?.parties ?? []
        let commitmentReader = CommitmentReader(
            passages: passages, lexicon: lexicons.commitments, agreements: lexicons.agreements,
            governors: lexicons.governors, cues: lexicons.speech, firstPerson: lexicons.referents.firstPerson,
            quantities: lexicons.quantities, dates: dates.spans, timeTokens: dates.timeTokens, titles: titles,
            authors: authors)
        let told = commitmentReader.drafts(resolver: resolver, groups: &groups)
        let commitments = told + signed(agreements, besides: told)

        let institutions = InstitutionReader(
            passages: passages, lexicon: lexicons.institutions, governors: lexicons.governors
        ).drafts(resolver: resolver, groups: &groups)
        let programmes = ProgrammeReader(
            passages: passages, lexicon: lexicons.programmes, governors: lexicons.governors,
            quantities: lexicons.quantities, titles: titles
        ).drafts(resolver: resolver, groups: &groups)
        return Ties(
            agreements: agreements, commitments: commitments, institutions: institutions, programmes: programmes)
    }

    /// What the clause that tells of a signing says the instrument is signed for: the parties have signed it.
    private func signed(_ agreements: [DraftAgreement], besides told: [DraftCommitment]) -> [DraftCommitment] {
        agreements.compactMap { agreement in
            guard agreement.status == .signed, !agreement.parties.isEmpty, let purpose = agreement.purpose,
                !told.contains(where: { $0.passage == purpose.passage && $0.what.overlaps(purpose.tokens) })
            else { return nil }
            let telling = agreement.tellings.first {
                $0.passage == purpose.passage && $0.tokens.lowerBound <= purpose.tokens.lowerBound
            }
            let start = telling?.tokens.lowerBound ?? purpose.tokens.lowerBound
            return DraftCommitment(
                passage: purpose.passage, by: agreement.parties, force: .signed, what: purpose.tokens, measure: nil,
                target: nil, baseline: nil, deadline: nil,
                tokens: min(start, purpose.tokens.lowerBound)..<purpose.tokens.upperBound)
        }
    }
}
