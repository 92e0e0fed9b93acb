// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension ReadingAssembly {
    mutating func add(_ agreements: [DraftAgreement]) {
        for agreement in agreements {
            let proofs = sorted(agreement.tellings.compactMap { evidence($0.tokens, in: $0.passage) })
            let scope = agreement.scope.map { passages[$0.passage].text(of: $0.tokens) }
            append(
                .agreement(
                    Agreement(
                        type: agreement.type, name: agreement.name, parties: ids(of: agreement.parties),
                        signatories: ids(of: agreement.signatories), witnesses: ids(of: agreement.witnesses),
                        place: agreement.place.flatMap { ids(of: [$0]).first }, scope: scope,
                        status: agreement.status, date: agreement.date)),
                confidence: agreement.isSigned ? 0.9 : agreement.parties.count > 1 ? 0.8 : 0.6, proofs)
        }
    }

    mutating func add(_ commitments: [DraftCommitment]) {
        for commitment in commitments {
            let passage = passages[commitment.passage]
            append(
                .commitment(
                    Commitment(
                        by: ids(of: commitment.by), force: commitment.force, what: passage.text(of: commitment.what),
                        measure: commitment.measure.map { passage.text(of: $0) }, target: commitment.target,
                        baseline: commitment.baseline, deadline: commitment.deadline)),
                confidence: 0.8, [evidence(commitment.tokens, in: commitment.passage)].compactMap { $0 })
        }
    }

    mutating func add(_ institutions: [DraftInstitution]) {
        for institution in institutions {
            append(
                .institution(
                    Institution(
                        name: institution.name, of: ids(of: institution.of),
                        place: institution.place.flatMap { ids(of: [$0]).first }, state: institution.state)),
                confidence: institution.of.isEmpty ? 0.6 : 0.8,
                sorted(institution.tellings.compactMap { evidence($0.tokens, in: $0.passage) }))
        }
    }

    mutating func add(_ programmes: [DraftProgramme]) {
        for programme in programmes {
            append(
                .programme(
                    Programme(
                        name: programme.name, topics: programme.topics, parties: ids(of: programme.parties),
                        description: programme.name == nil ? programme.description : nil)),
                confidence: programme.name == nil ? 0.6 : 0.8,
                sorted(programme.tellings.compactMap { evidence($0.tokens, in: $0.passage) }))
        }
    }

    mutating func add(_ relations: [DraftRelation]) {
        for relation in relations {
            guard let subject = ids(of: [relation.subject]).first, let object = ids(of: [relation.object]).first else {
                continue
            }
            append(
                .relation(
                    Relation(
                        type: relation.type, subject: subject, object: object, rank: relation.rank,
                        scope: relation.scope.map { passages[$0.passage].text(of: $0.tokens) }, asOf: relation.asOf)),
                confidence: 0.8, sorted(relation.tellings.compactMap { evidence($0.tokens, in: $0.passage) }))
        }
    }

    private func sorted(_ proofs: [Evidence]) -> [Evidence] { proofs.sorted { $0.range.start < $1.range.start } }
}
