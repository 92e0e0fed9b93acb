// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Ledger

/// Everything that pages say about who holds an office.
struct OfficeAnswers {
    let question: Question
    let office: OfficeMatch
    let gazetteer: Gazetteer
    let lexicon: QuestionLexicon

    /// How many years somebody may go untold of and still hold an office.
    private static let term = 5

    /// One sentence that names a holder.
    struct Candidate {
        /// The holder's lasting id on this page.
        let holder: String
        let name: String
        let source: String
        /// The day that the page is of.
        let day: String
        /// Whether the sentence itself names the body; else another page said that this person holds the office.
        let isComplete: Bool
        /// Whether the sentence tells how the holder came into office.
        let isBeginning: Bool
        let finding: OfficeSearch.Finding
        let page: PageText

        /// The best proof first: complete before incomplete, body before headline and caption, full name, then by page.
        var order: String {
            let sentence = page.sentences[finding.sentence]
            let isBody = sentence.role == .body || sentence.role == .quote
            let isFull = Wording.stands(Wording.tokens(name), in: sentence.words)
            return [isComplete, isBody, isFull].map { $0 ? "0" : "1" }.joined() + " \(source) \(finding.sentence)"
        }
    }

    /// Persons whom pages name in the office, each with its candidates.
    typealias Holders = [(holder: String, candidates: [Candidate])]

    /// What the pages say, gathered by person; `records` gives the record of each party.
    func holders(in pages: [PageText], records: ([String]) throws -> [String: String]) throws -> Holders {
        var candidates: [Candidate] = []
        for page in pages {
            let search = OfficeSearch(
                question: question, office: office, page: page, gazetteer: gazetteer, lexicon: lexicon)
            candidates += search.findings.map { candidate($0, on: page) }
        }
        let known = try records(candidates.map(\.holder))
        // Two of one full name in one office are one person, whether or not their records are joined.
        var byName: [[String]: String] = [:]
        var groups: [String: [Candidate]] = [:]
        for candidate in candidates {
            let record = known[candidate.holder] ?? candidate.holder
            let name = Wording.tokens(candidate.name)
            let holder = name.count > 1 ? byName[name, default: record] : record
            byName[name] = holder
            groups[holder, default: []].append(candidate)
        }
        // "Mayor Park" alone counts only for somebody who is known to be the mayor asked about.
        groups = groups.filter { $0.value.contains(where: \.isComplete) }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Who holds the office at the time that the question asks for.
    ///
    /// `weight` counts the origins of candidates. Now it is the last one to come into it, unless more is said of an
    /// earlier one from that day on.
    func current(_ holders: Holders, weight: ([Candidate]) -> Int) -> Holders {
        let firstDays = holders.map { ($0.candidates.map(\.day).min() ?? "", $0) }
        let newest = firstDays.sorted { ($1.0, $0.1.holder) < ($0.0, $1.1.holder) }
        for (day, holder) in newest {
            let own = weight(holder.candidates.filter { $0.day >= day })
            let others = holders.filter { $0.holder != holder.holder }
            let most = others.map { weight($0.candidates.filter { $0.day >= day }) }.max() ?? 0
            // One text alone, against more of its time, is rather a slip.
            let isSlip =
                weight(holder.candidates) == 1
                && others.contains { other in
                    weight(other.candidates) > 1 && other.candidates.contains { Self.isOfTime($0.day, day) }
                }
            if own >= most, !isSlip { return [holder] + others }
        }
        return holders
    }

    /// Whether a day is at most a year before another, or after it; an unknown one may be.
    private static func isOfTime(_ day: String, _ other: String) -> Bool {
        guard let year = Int(day.prefix(4)), let otherYear = Int(other.prefix(4)) else { return true }
        return year >= otherYear - 1
    }

    /// The page's day, or the earlier year that the sentence itself tells of: "in 2007, when he met Mayor …".
    private func day(of finding: OfficeSearch.Finding, on page: PageText) -> String {
        let words = page.sentences[finding.sentence].words
        let years = words.indices.filter { place in
            words[place].utf8.count == 4 && (Int(words[place]).map { (1900...2099).contains($0) } ?? false)
                && (place == 0 || !lexicon.since.contains(words[place - 1]))
        }.map { words[$0] }
        guard let year = years.max(), page.day.isEmpty || year < page.day.prefix(4) else { return page.day }
        return "\(year)-01-01"
    }

    /// Whether what is said of an office is too long ago for it to be so still, since pages go on that say nothing of it.
    func isStale(_ candidates: [Candidate], in pages: [PageText]) -> Bool {
        // What a page dates by guess is no day that pages go on.
        let newest = pages.filter { $0.reading.article.source.published?.basis != .inferred }.map(\.day).max()
            .flatMap { Int($0.prefix(4)) }
        let last = candidates.map(\.day).max().flatMap { Int($0.prefix(4)) }
        guard let newest, let last else { return false }
        return newest - last > Self.term
    }

    private func candidate(_ finding: OfficeSearch.Finding, on page: PageText) -> Candidate {
        let source = page.reading.article.source
        let isBeginning = !page.sentences[finding.sentence].forms.isDisjoint(with: lexicon.assuming)
        return Candidate(
            holder: LastingId.make(source: source.id, kind: .party, short: finding.holder.id),
            name: finding.holder.name, source: source.id,
            day: day(of: finding, on: page), isComplete: finding.isOfBody,
            isBeginning: isBeginning, finding: finding, page: page)
    }
}

extension OfficeAnswers.Candidate {
    /// The proof, as part of an answer.
    func proof(sources: Int, origins: Int) -> Answer.Proof {
        Answer.Proof(
            value: name, kind: "office",
            id: LastingId.make(source: source, kind: finding.item.kind, short: finding.item.short),
            quotes: finding.quotes, sentence: page.sentences[finding.sentence].text, day: PartialDate(day),
            source: SourceReference(page.reading.article), sources: sources, origins: origins, score: 1)
    }
}
