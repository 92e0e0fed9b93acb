// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// What pages say about who somebody is: the offices that a person holds.
struct PersonAnswers {
    let name: Question.Name
    let question: Question
    let lexicon: QuestionLexicon

    /// One page that gives the person an office.
    struct Candidate {
        let title: String
        let body: String?
        /// The lasting id of the person on this page.
        let person: String
        let item: String
        let day: String
        let evidence: [Evidence]
        let page: PageText

        /// The office as words, such as `Mayor, Busan`.
        var value: String { [title, body].compactMap(\.self).joined(separator: ", ") }
    }

    /// The offices that pages give to the person, the latest first; none where the name may mean several persons.
    ///
    /// `records` gives the record of each party.
    func offices(in pages: [PageText], records: ([String]) throws -> [String: String]) throws -> [[Candidate]] {
        let candidates = pages.flatMap(candidates)
        let known = try records(candidates.map(\.person))
        let isPartOfName = name.wordings.first.map { $0.count == 1 } ?? true
        guard !isPartOfName || Set(candidates.map { known[$0.person] ?? $0.person }).count <= 1 else { return [] }
        var groups: [(key: [String], members: [Candidate])] = []
        // An office whose body is told says more than the same one without.
        for candidate in candidates.sorted(by: { ($0.body == nil ? 1 : 0) < ($1.body == nil ? 1 : 0) }) {
            let title = Wording.tokens(candidate.title)
            let key = title + [""] + Wording.tokens(candidate.body ?? "")
            let same = groups.firstIndex { group in
                group.key == key || candidate.body == nil && group.key.starts(with: title + [""])
            }
            if let same {
                groups[same].members.append(candidate)
            } else {
                groups.append((key, [candidate]))
            }
        }
        func order(_ group: (key: [String], members: [Candidate])) -> (String, Int, String) {
            (group.members.map(\.day).max() ?? "", group.members.count, group.key.joined(separator: " "))
        }
        return groups.sorted { order($0) > order($1) }.map(\.members)
    }

    private func candidates(on page: PageText) -> [Candidate] {
        let source = page.reading.article.source
        let persons = NamedParties(name, of: question, in: page, lexicon: lexicon).parties
        return page.reading.parties.filter { $0.kind == .person && persons.contains($0.id) }.flatMap { party in
            party.offices.enumerated().compactMap { position, office in
                guard !office.evidence.isEmpty else { return nil }
                return Candidate(
                    title: office.title, body: office.of.flatMap(page.party)?.name,
                    person: LastingId.make(source: source.id, kind: .party, short: party.id),
                    item: LastingId.make(source: source.id, kind: .office, short: "\(party.id)/\(position + 1)"),
                    day: page.day, evidence: office.evidence, page: page)
            }
        }
    }
}

extension PersonAnswers.Candidate {
    /// The proof, as part of an answer.
    func proof(sources: Int, origins: Int) -> Answer.Proof {
        let sentences = evidence.first.map(page.sentences(of:)) ?? 0..<0
        return Answer.Proof(
            value: value, kind: "office", id: item, quotes: evidence.map(\.quote),
            sentence: sentences.map { page.sentences[$0].text }.joined(separator: " "), day: PartialDate(day),
            source: SourceReference(page.reading.article), sources: sources, origins: origins, score: 1)
    }
}
