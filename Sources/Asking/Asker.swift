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
    let ledger: Ledger
    private let pipeline: Pipeline
    let gazetteer: Gazetteer
    let reader: QuestionReader

    /// The most pages that one question is held against.
    private static let pages = 60
    /// How much of a score every further origin and page adds.
    private static let perOrigin = 0.02
    private static let perPage = 0.002
    /// How much every part of a date beyond the year adds.
    private static let precision = 0.04
    /// How far behind the best an answer may be and still be told as another one.
    private static let margin = 0.1

    /// Prepares to ask `ledger`.
    public init(ledger: Ledger, pipeline: Pipeline, gazetteer: Gazetteer) throws(AskingError) {
        self.ledger = ledger
        self.pipeline = pipeline
        self.gazetteer = gazetteer
        let bodies: Set<String>
        do { bodies = try IdentityKnowledge.wordsOfBodies() } catch {
            throw AskingError(.lexicon, detail: "\(error)")
        }
        reader = QuestionReader(lexicon: try QuestionLexicon(bodies: bodies), gazetteer: gazetteer)
    }

    /// What is asked for, as the program understands it.
    public func question(_ text: String) throws -> Question {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var question = reader.question(pipeline(trimmed))
        guard !(question.names.isEmpty && question.words.isEmpty && question.office == nil) else {
            throw AskingError(.empty, detail: trimmed)
        }
        for index in question.names.indices {
            let name = question.names[index].text
            let isFull = Wording.tokens(name).count > 1
            // By a family name alone others go as well.
            let known = try ledger.names(like: name).map(Wording.tokens).filter { wording in
                !isFull || wording.count > 1 || (wording.first?.unicodeScalars.first.map(Wording.isUnspaced) ?? false)
            }
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
        if question.isIdentity, let answer = try identity(question, in: pages) { return answer }
        if question.isLeader, let answer = try leader(question, in: pages) { return answer }
        var found: [Candidate] = []
        for page in pages {
            let support = EntrySupport(
                question: question, page: page, names: named(question, in: page), lexicon: reader.lexicon)
            for entry in page.reading.entries {
                if let finding = support.finding(for: entry) { found.append(Candidate(finding, page)) }
            }
        }
        return try answer(question, from: question.office == nil ? found : [], nearest: found)
    }

    func named(_ question: Question, in page: PageText) -> [NamedParties] {
        question.names.map { NamedParties($0, of: question, in: page, lexicon: reader.lexicon) }
    }

    // MARK: Pages

    private func pages(for question: Question) throws -> [PageText] {
        let groups = question.names.map { $0.wordings.map { $0.joined(separator: " ") } }
        var wished = question.words.flatMap { word in word.wordings.sorted() }
        if let office = question.office { wished += [office.office.title, office.title] + office.office.aliases }
        let ids = try ledger.pages(holding: groups, wishing: wished, limit: Self.pages)
        return try ids.compactMap { id in
            guard let reading = try ledger.reading(ofSource: id) else { return nil }
            let persons = reading.parties.filter { $0.kind == .person }.map { person in
                (person.id, LastingId.make(source: id, kind: .party, short: person.id))
            }
            let known = try ledger.bodies(ofPersons: persons.map(\.1))
            let bodies = persons.compactMap { short, lasting in known[lasting].map { (short, $0) } }
            return PageText(reading, bodies: Dictionary(bodies) { first, _ in first }, pipeline: pipeline)
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
        if question.aim == .date { Self.joinCoarseDates(&groups) }
        let latest = answers.compactMap { $0.finding.day?.prefix(4) }.max()
        var proofs: [(rank: Double, proof: Answer.Proof)] = []
        for (value, members) in groups {
            let sources = Set(members.map(\.source))
            let texts = Set(sources.map { origins[$0] ?? $0 })
            let own = members.filter { $0.finding.value == value }
            guard let best = own.sorted(by: Self.isBetter).first else { continue }
            var rank = best.finding.score + Self.perOrigin * Double(min(texts.count - 1, 3))
            rank += Self.perPage * Double(min(sources.count - 1, 5))
            // What is so now is what the latest year says.
            let isCurrent = members.contains { $0.finding.day?.prefix(4) == latest }
            if question.isPresent, question.days == nil, isCurrent { rank += Self.margin }
            if question.aim == .date, members.contains(where: \.finding.isStated) { rank += Self.margin }
            // Of a span of days its first day tells how fine it is.
            let first = value.prefix { $0 != "/" }
            if question.aim == .date { rank += Self.precision * Double(first.filter { $0 == "-" }.count) }
            // Of several the last one is asked for, however well another is told.
            if question.isLast { rank = Self.place(of: best.finding.day ?? "", in: answers) }
            proofs.append((rank, proof(best, value: value, sources: sources.count, origins: texts.count)))
        }
        proofs.sort { ($1.rank, $0.proof.value, $0.proof.id) < ($0.rank, $1.proof.value, $1.proof.id) }
        guard let first = proofs.first else {
            return Answer(question: question.text, proof: nil, others: [], nearest: near(nearest, origins))
        }
        // What pages say of one agreement or event, where they do not agree, is told beside, however well it is told.
        let records = try ledger.records(ofItems: proofs.map(\.proof.id))
        let others = proofs.dropFirst().filter { other in
            let isSame = records[other.proof.id].map { $0 == records[first.proof.id] } ?? false
            return isSame || first.rank - other.rank <= Self.margin * 2
        }.prefix(4).map(\.proof)
        return Answer(question: question.text, proof: first.proof, others: Array(others), nearest: [])
    }

    /// The place of a day among those of all answers, the latest last.
    private static func place(of day: String, in answers: [Candidate]) -> Double {
        Double(Set(answers.map { $0.finding.day ?? "" }.filter { $0 < day }).count)
    }

    /// What one page dates to the month and another to the day is one date, where no other day fits.
    private static func joinCoarseDates(_ groups: inout [String: [Candidate]]) {
        for coarse in groups.keys.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
            let finer = groups.keys.filter { $0.hasPrefix(coarse + "-") }
            guard finer.count == 1, let fine = finer.first, let members = groups.removeValue(forKey: coarse) else {
                continue
            }
            groups[fine, default: []] += members
        }
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
}
