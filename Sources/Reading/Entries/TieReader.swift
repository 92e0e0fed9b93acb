// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Finds what ties parties for longer than an occasion: agreements, commitments, institutions, programmes and relations.
struct TieReader {
    /// What was found.
    struct Ties {
        let agreements: [DraftAgreement]
        let commitments: [DraftCommitment]
        let institutions: [DraftInstitution]
        let programmes: [DraftProgramme]
        let relations: [DraftRelation]
        /// Who says "we" where nobody is quoted: the parties of a joint statement.
        let authors: [Int]
    }

    let passages: [Passage]
    let lexicons: ReadingLexicons
    let dates: PageDates
    /// The quantities of each passage.
    let quantities: [[QuantityExpression]]
    let titles: [Mention]

    /// Finds them; `statements` says who asks for what.
    func ties(_ statements: [DraftStatement], resolver: ReferentResolver, groups: inout GroupFinder) -> Ties {
        let agreementReader = AgreementReader(
            passages: passages, lexicon: lexicons.agreements, governors: lexicons.governors, dates: dates.spans,
            titles: titles, firstPerson: lexicons.referents.firstPerson)
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
            quantities: quantities, dates: dates.spans, timeTokens: dates.timeTokens, titles: titles,
            authors: authors, clock: dates.clock.date,
            instruments: Dictionary(
                agreements.compactMap { agreement in
                    agreement.acronym.map { (NameFolding.fold($0), agreement.parties) }
                }, uniquingKeysWith: { first, _ in first }), signed: agreements,
            statements: statements)
        let told = commitmentReader.drafts(resolver: resolver, groups: &groups)
        let commitments = told + signed(agreements, besides: told) + listed(agreements)

        let institutions = InstitutionReader(
            passages: passages, lexicon: lexicons.institutions, governors: lexicons.governors
        ).drafts(resolver: resolver, groups: &groups)
        let programmes = ProgrammeReader(
            passages: passages, lexicon: lexicons.programmes, governors: lexicons.governors,
            quantities: quantities, titles: titles
        ).drafts(resolver: resolver, groups: &groups)
        let relations = RelationReader(
            passages: passages, lexicon: lexicons.relations, governors: lexicons.governors, quantities: quantities,
            dates: dates.spans
        ).drafts(resolver: resolver, groups: &groups).filter { relation in
            // One tie is one entry: as an agreement it has a date and a status.
            relation.type != .sisterCity
                || !agreements.contains {
                    $0.type == .sisterCity && Set($0.parties).isSuperset(of: [relation.subject, relation.object])
                }
        }
        return Ties(
            agreements: agreements, commitments: commitments, institutions: institutions, programmes: programmes,
            relations: relations, authors: authors)
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

    /// "The memorandum provides for cooperation in the following areas:" and the paragraphs of a list behind it.
    private func listed(_ agreements: [DraftAgreement]) -> [DraftCommitment] {
        var found: [DraftCommitment] = []
        for passage in passages where passage.tokens.last(where: { $0.pos != "SPACE" })?.text == ":" {
            guard let agreement = instrument(leadingInto: passage, agreements) else { continue }
            for item in passages.dropFirst(passage.index + 1) {
                guard let start = item.listItemStart else { break }
                var end = item.tokens.count
                while end > start, item.tokens[end - 1].isPunctuation || item.tokens[end - 1].tag == "CC" { end -= 1 }
                guard end - start > 1 else { break }
                found.append(
                    DraftCommitment(
                        passage: item.index, by: agreement.parties, force: .signed, what: start..<end, measure: nil,
                        target: nil, baseline: nil, deadline: nil, tokens: start..<end))
            }
        }
        return found
    }

    /// The signed agreement that is the subject of a sentence which brings in a list.
    private func instrument(leadingInto passage: Passage, _ agreements: [DraftAgreement]) -> DraftAgreement? {
        for token in passage.tokens.indices {
            guard let match = lexicons.agreements.match(at: token, in: passage),
                let subject = match.tokens.first(where: { passage.tokens[$0].dep == "nsubj" }),
                lexicons.agreements.providing.contains(
                    passage.tokens[passage.tokens[subject].head].lemma.asLowercase)
            else { continue }
            return agreements.last {
                $0.type == match.instrument.type && $0.status == .signed && $0.parties.count > 1
                    && $0.order < (passage.index, token)
            }
        }
        return nil
    }
}
