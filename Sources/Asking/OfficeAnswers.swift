// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Ledger

/// Everything that pages say about who holds an office.
struct OfficeAnswers {
    let question: Question
    let office: OfficeMatch
    let gazetteer: Gazetteer

    /// One sentence that names a holder.
    struct Candidate {
        /// The holder's folded name, by which sentences about one person are gathered.
        let holder: String
        let name: String
        let source: String
        /// The day that the page is of.
        let day: String?
        /// Body before headline and caption, full name before part of it, then the page.
        let order: String
        let finding: OfficeSearch.Finding
        let page: PageText

        func proof(sources: Int, origins: Int) -> Answer.Proof {
            Answer.Proof(
                value: name, kind: "office",
                id: LastingId.make(source: source, kind: finding.item.kind, short: finding.item.short),
                quotes: finding.quotes, sentence: page.sentences[finding.sentence].text,
                day: day.flatMap { PartialDate($0) }, source: SourceReference(page.reading.article), sources: sources,
                origins: origins, score: 1)
        }
    }

    func candidates(in pages: [PageText]) -> [Candidate] {
        var candidates: [Candidate] = []
        for page in pages {
            let search = OfficeSearch(question: question, office: office, page: page, gazetteer: gazetteer)
            for finding in search.findings {
                let sentence = page.sentences[finding.sentence]
                let source = page.reading.article.source
                let name = finding.holder.name
                let isBody = sentence.role == .body || sentence.role == .quote
                let isFull = Wording.stands(Wording.tokens(name), in: sentence.words)
                candidates.append(
                    Candidate(
                        holder: Wording.tokens(name).joined(separator: " "), name: name, source: source.id,
                        day: source.published.map { DaySpan($0.value).first },
                        order: "\(isBody ? 0 : 1)\(isFull ? 0 : 1) \(source.id) \(finding.sentence)",
                        finding: finding, page: page))
            }
        }
        return candidates
    }

    /// Whether `day` lies at most `days` before `latest`; both are ISO 8601.
    static func isWithin(_ days: Int, _ day: String?, before latest: String) -> Bool {
        let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        guard let day, let one = try? Date(day, strategy: format), let other = try? Date(latest, strategy: format)
        else { return false }
        return other.timeIntervalSince(one) <= Double(days) * 86_400
    }
}
