// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Ledger

/// Questions about persons, which offices and delegations answer.
extension Asker {
    // MARK: Offices

    func holder(of office: OfficeMatch, for question: Question, in pages: [PageText]) throws -> Answer? {
        let search = OfficeAnswers(question: question, office: office, gazetteer: gazetteer, lexicon: reader.lexicon)
        var holders = try search.holders(in: pages) { try ledger.records(ofItems: $0) }
        let origins = try ledger.origins(ofSources: pages.map(\.reading.article.source.id))
        /// How somebody came into office weighs twice.
        func weight(_ candidates: [OfficeAnswers.Candidate]) -> Int {
            let texts = Set(candidates.map { origins[$0.source] ?? $0.source })
            let beginnings = candidates.filter { $0.isBeginning && $0.isComplete }.map {
                origins[$0.source] ?? $0.source
            }
            return texts.count + Set(beginnings).count
        }
        if question.isOfficeBegun {
            holders = holders.map { ($0.holder, $0.candidates.filter { $0.isBeginning && $0.isComplete }) }
            holders.removeAll(where: \.candidates.isEmpty)
        }
        if question.isPresent {
            holders = search.current(holders, weight: weight)
            if let first = holders.first, search.isStale(first.candidates, in: pages) { return nil }
        }
        if let days = question.days {
            // Who was mayor before was not so on the day of the page.
            holders = holders.map { holder in
                (
                    holder.holder,
                    holder.candidates.filter {
                        days.contains($0.day) && (!$0.finding.isFormer || $0.day != $0.page.day)
                    }
                )
            }
            holders.removeAll(where: \.candidates.isEmpty)
        }
        if question.isOfficeBegun {
            // The last one to come into it first.
            func day(_ candidates: [OfficeAnswers.Candidate]) -> String { candidates.map(\.day).min() ?? "" }
            holders.sort { (day($1.candidates), $0.holder) < (day($0.candidates), $1.holder) }
        } else if !question.isPresent {
            holders.sort { (weight($1.candidates), $0.holder) < (weight($0.candidates), $1.holder) }
        }
        let proofs = holders.compactMap { holder -> Answer.Proof? in
            let sources = Set(holder.candidates.map(\.source))
            let texts = Set(sources.map { origins[$0] ?? $0 })
            return holder.candidates.min { $0.order < $1.order }?.proof(sources: sources.count, origins: texts.count)
        }
        guard let first = proofs.first else { return nil }
        return Answer(question: question.text, proof: first, others: Array(proofs.dropFirst().prefix(4)), nearest: [])
    }

    // MARK: Persons

    /// Who somebody is, by the offices that pages give them.
    func identity(_ question: Question, in pages: [PageText]) throws -> Answer? {
        guard let name = question.names.first else { return nil }
        let search = PersonAnswers(name: name, question: question, lexicon: reader.lexicon)
        let offices = try search.offices(in: pages) { try ledger.records(ofItems: $0) }
        let origins = try ledger.origins(ofSources: pages.map(\.reading.article.source.id))
        let proofs = offices.compactMap { members -> Answer.Proof? in
            let sources = Set(members.map(\.page.reading.article.source.id))
            return members.first?.proof(sources: sources.count, origins: Set(sources.map { origins[$0] ?? $0 }).count)
        }
        guard let first = proofs.first else { return nil }
        return Answer(question: question.text, proof: first, others: Array(proofs.dropFirst().prefix(4)), nearest: [])
    }

    /// Who led a delegation; the latest first.
    func leader(_ question: Question, in pages: [PageText]) throws -> Answer? {
        let origins = try ledger.origins(ofSources: pages.map(\.reading.article.source.id))
        func firstDay(_ proof: Answer.Proof) -> String { proof.day.map { DaySpan($0).first } ?? "" }
        var groups: [String: [(finding: LeaderSearch.Finding, page: PageText)]] = [:]
        for page in pages {
            let search = LeaderSearch(page: page, names: named(question, in: page), lexicon: reader.lexicon)
            for finding in search.findings where search.isInTime(finding, question.days) {
                groups[finding.leader.name, default: []].append((finding, page))
            }
        }
        let proofs = groups.values.compactMap { members -> Answer.Proof? in
            let sources = Set(members.map(\.page.reading.article.source.id))
            let texts = Set(sources.map { origins[$0] ?? $0 })
            let first = members.min { ($0.page.day, $0.finding.sentence) < ($1.page.day, $1.finding.sentence) }
            return first.map { proof($0.finding, on: $0.page, sources: sources.count, origins: texts.count) }
        }.sorted { (firstDay($0), $0.value) > (firstDay($1), $1.value) }
        guard let first = proofs.first else { return nil }
        return Answer(question: question.text, proof: first, others: Array(proofs.dropFirst().prefix(4)), nearest: [])
    }

    private func proof(
        _ finding: LeaderSearch.Finding, on page: PageText, sources: Int, origins: Int
    ) -> Answer.Proof {
        let source = page.reading.article.source
        return Answer.Proof(
            value: finding.leader.name, kind: "party",
            id: LastingId.make(source: source.id, kind: .party, short: finding.leader.id), quotes: [finding.quote],
            sentence: page.sentences[finding.sentence].text, day: source.published?.value,
            source: SourceReference(page.reading.article), sources: sources, origins: origins, score: 1)
    }
}
