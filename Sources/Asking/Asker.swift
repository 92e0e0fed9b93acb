// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Language
import Ledger

/// Answers questions from a ledger, each with the sentence that proves it, or not at all.
///
/// The question is read with the language model; nothing is made up: an answer is a value of an entry that the ledger
/// holds, and everybody the question names has to stand where the entry's proof stands.
public struct Asker {
    private let ledger: Ledger
    private let pipeline: Pipeline
    private let gazetteer: Gazetteer
    private let reader: QuestionReader

    /// The most pages that one question is held against.
    private static let pages = 60
    /// How much of a score every further origin and page adds.
    private static let perOrigin = 0.02
    private static let perPage = 0.002
    /// How far behind the best an answer may be and still be told as another one.
    private static let margin = 0.1

    /// Prepares to ask `ledger`.
    public init(ledger: Ledger, pipeline: Pipeline, gazetteer: Gazetteer) throws(AskingError) {
        self.ledger = ledger
        self.pipeline = pipeline
        self.gazetteer = gazetteer
        reader = QuestionReader(lexicon: try QuestionLexicon(), gazetteer: gazetteer)
    }

    /// What is asked for, as the program understands it.
    public func question(_ text: String) throws -> Question {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var question = reader.question(pipeline(trimmed))
        guard !(question.names.isEmpty && question.words.isEmpty && question.office == nil) else {
            throw AskingError(.empty, detail: trimmed)
        }
        for index in question.names.indices {
            let known = try ledger.names(like: question.names[index].text).map(Wording.tokens)
            for wording in known where !question.names[index].wordings.contains(wording) {
                question.names[index].wordings.append(wording)
            }
        }
        return question
    }

    /// The answer to a question in English.
    public func answer(_ text: String) throws -> Answer {
        let question = try question(text)
        let pages = try pages(for: question)
        if let office = question.office, let answer = try holder(of: office, for: question, in: pages) {
            return answer
        }
        var found: [Candidate] = []
        for page in pages {
            let support = EntrySupport(
                question: question, page: page,
                names: question.names.map { NamedParties($0, of: question, in: page, links: reader.lexicon.links) },
                lexicon: reader.lexicon)
            for entry in page.reading.entries {
                if let finding = support.finding(for: entry) { found.append(Candidate(finding, page)) }
            }
        }
        return try answer(question, from: question.office == nil ? found : [], nearest: found)
    }

    // MARK: Pages

    private func pages(for question: Question) throws -> [PageText] {
        let groups = question.names.map { $0.wordings.map { $0.joined(separator: " ") } }
        var wished = question.words.flatMap { word in word.wordings.sorted() }
        if let office = question.office { wished += [office.office.title, office.title] + office.office.aliases }
        let ids = try ledger.pages(holding: groups, wishing: wished, limit: Self.pages)
        return try ids.compactMap { id in
            try ledger.reading(ofSource: id).map { PageText($0, pipeline: pipeline) }
        }
    }

    // MARK: Choosing

    /// An entry that may answer, and its page.
    private struct Candidate {
        let finding: EntrySupport.Finding
        let page: PageText
        var source: String { page.reading.article.source.id }

        init(_ finding: EntrySupport.Finding, _ page: PageText) {
            self.finding = finding
            self.page = page
        }
    }

    private func answer(
        _ question: Question, from candidates: [Candidate], nearest: [Candidate]
    ) throws -> Answer {
        let answers = candidates.filter(\.finding.isAnswer)
        let origins = try ledger.origins(ofSources: Set(nearest.map(\.source) + candidates.map(\.source)).sorted())
        var groups: [String: [Candidate]] = [:]
        for candidate in answers { groups[candidate.finding.value ?? "", default: []].append(candidate) }
        let latest = answers.compactMap { $0.finding.day?.prefix(4) }.max()
        var proofs: [(rank: Double, proof: Answer.Proof)] = []
        for (value, members) in groups {
            let sources = Set(members.map(\.source))
            let texts = Set(sources.map { origins[$0] ?? $0 })
            guard let best = members.sorted(by: Self.isBetter).first else { continue }
            var rank = best.finding.score + Self.perOrigin * Double(min(texts.count - 1, 3))
            rank += Self.perPage * Double(min(sources.count - 1, 5))
            // What is so now is what the latest year says.
            let isCurrent = members.contains { $0.finding.day?.prefix(4) == latest }
            if question.isPresent, question.days == nil, isCurrent { rank += Self.margin }
            proofs.append((rank, proof(best, value: value, sources: sources.count, origins: texts.count)))
        }
        proofs.sort { ($1.rank, $0.proof.value, $0.proof.id) < ($0.rank, $1.proof.value, $1.proof.id) }
        guard let first = proofs.first else {
            return Answer(question: question.text, proof: nil, others: [], nearest: near(nearest, origins))
        }
        let others = proofs.dropFirst().filter { first.rank - $0.rank <= Self.margin * 2 }.prefix(4).map(\.proof)
        return Answer(question: question.text, proof: first.proof, others: Array(others), nearest: [])
    }

    private func near(_ candidates: [Candidate], _ origins: [String: String]) -> [Answer.Proof] {
        var seen: Set<String> = []
        return candidates.sorted(by: Self.isBetter).filter { candidate in
            seen.insert(sentence(candidate)).inserted
        }.prefix(3).map { proof($0, value: $0.finding.value ?? "", sources: 1, origins: 1) }
    }

    private static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
        func key(_ candidate: Candidate) -> (Double, Int, Double, String, String) {
            let role = candidate.page.sentences[candidate.finding.sentences.lowerBound].role
            let directness = role == .body || role == .quote ? 1 : 0
            return (
                candidate.finding.score, directness, candidate.finding.entry.confidence, right.source,
                candidate.finding.entry.id
            )
        }
        let (one, other) = (key(left), key(right))
        if (one.0, one.1, one.2) != (other.0, other.1, other.2) {
            return (one.0, one.1, one.2) > (other.0, other.1, other.2)
        }
        return (left.source, left.finding.entry.id) < (right.source, right.finding.entry.id)
    }

    private func proof(_ candidate: Candidate, value: String, sources: Int, origins: Int) -> Answer.Proof {
        let source = candidate.page.reading.article.source
        let entry = candidate.finding.entry
        return Answer.Proof(
            value: value, kind: entry.kind.rawValue,
            id: LastingId.make(source: source.id, kind: .entry, short: entry.id),
            quotes: entry.evidence.map(\.quote), sentence: sentence(candidate),
            day: candidate.finding.day.flatMap { PartialDate($0) },
            source: SourceReference(candidate.page.reading.article), sources: sources, origins: origins,
            score: (candidate.finding.score * 1000).rounded() / 1000)
    }

    private func sentence(_ candidate: Candidate) -> String {
        candidate.finding.sentences.map { candidate.page.sentences[$0].text }.joined(separator: " ")
    }

    // MARK: Offices

    private func holder(of office: OfficeMatch, for question: Question, in pages: [PageText]) throws -> Answer? {
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
        }
        if let days = question.days {
            holders = holders.map { ($0.holder, $0.candidates.filter { days.contains($0.day) }) }
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
}
