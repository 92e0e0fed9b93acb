// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Pages that are joint statements themselves.
extension AgreementReader {
    /// A headline that calls the page a joint statement without naming whose: those whom the text begins with.
    func jointStatement(in found: [DraftAgreement], _ groups: GroupFinder) -> [DraftAgreement] {
        guard !found.contains(where: { $0.type == .jointStatement && $0.parties.count > 1 }),
            let headline = passages.first(where: { $0.block.role == .headline }),
            let body = passages.first(where: { $0.block.role == .body }),
            headline.tokens.indices.contains(where: {
                lexicon.match(at: $0, in: headline)?.instrument.type == .jointStatement
            }),
            let run = coordination(in: body, groups)
        else { return [] }
        return [
            DraftAgreement(
                type: .jointStatement, name: headline.text(of: 0..<headline.tokens.count), parties: run.parties,
                isDefinite: true, isSigned: false,
                tellings: [
                    .init(passage: headline.index, tokens: 0..<headline.tokens.count),
                    .init(passage: body.index, tokens: run.tokens),
                ])
        ]
    }

    /// The first places of a passage that are named side by side: "Canada, Finland and the United States".
    func coordination(in passage: Passage, _ groups: GroupFinder) -> (parties: [Int], tokens: Range<Int>)? {
        let names = groups.register.records.indices.flatMap { party in
            groups.register.records[party].mentions.filter {
                $0.passage == passage.index && [.city, .country].contains(groups.register.records[party].kind)
                    && $0.kind != .demonym
            }.map { (party: party, tokens: $0.tokens) }
        }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var run: [(party: Int, tokens: Range<Int>)] = []
        for name in names {
            if let last = run.last {
                let between = passage.tokens[
                    last.tokens.upperBound..<max(last.tokens.upperBound, name.tokens.lowerBound)]
                if between.allSatisfy({ passage.words.listFilling.contains($0.lower) }) {
                    run.append(name)
                    continue
                }
                if run.count > 1 { break }
            }
            run = [name]
        }
        guard let first = run.first, let last = run.last, run.count > 1 else { return nil }
        return (run.map(\.party), first.tokens.lowerBound..<last.tokens.upperBound)
    }
}
