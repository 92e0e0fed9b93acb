// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Puts what was found into the contract's form: short ids, evidence, the order of the text.
struct ReadingAssembly {
    let article: Article
    let passages: [Passage]
    let register: PartyRegister

    private var entries: [(order: Int, content: Entry.Content, confidence: Double, evidence: [Evidence])] = []
    private let ids: [Int: String]
    private let order: [Int]

    init(article: Article, passages: [Passage], register: PartyRegister) {
        self.article = article
        self.passages = passages
        self.register = register
        let positions = register.records.map { record -> (Int, Int) in
            record.mentions.first.map { ($0.passage, $0.tokens.lowerBound) } ?? (.max, .max)
        }
        order = register.records.indices.sorted { positions[$0] == positions[$1] ? $0 < $1 : positions[$0] < positions[$1] }
        ids = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, "p\($0.offset + 1)") })
    }

    /// The proof that stands at some tokens.
    func evidence(_ tokens: Range<Int>, in passage: Int) -> Evidence? {
        guard !tokens.isEmpty else { return nil }
        return Evidence(range: passages[passage].range(of: tokens), in: article.text)
    }

    mutating func add(_ statements: [DraftStatement]) {
        for statement in statements {
            guard let proof = evidence(statement.content, in: statement.passage) else { continue }
            let verb = statement.cue.map { passages[statement.cuePassage].text(of: $0) } ?? ""
            entries.append(
                (
                    proof.range.start.byte,
                    .statement(
                        Statement(
                            speaker: statement.speaker.flatMap { ids[$0] }, text: proof.quote, direct: statement.isDirect,
                            verb: verb)),
                    statement.speaker == nil ? 0.5 : statement.attribution.rawValue, [proof]
                ))
        }
    }

    func reading(id: String?) -> Reading {
        let sorted = entries.enumerated().sorted {
            $0.element.order == $1.element.order ? $0.offset < $1.offset : $0.element.order < $1.element.order
        }
        return Reading(
            id: id, article: article, parties: order.map { party($0) },
            entries: sorted.enumerated().map { number, item in
                Entry(
                    id: "e\(number + 1)", content: item.element.content, confidence: item.element.confidence,
                    evidence: item.element.evidence)
            })
    }

    private func party(_ number: Int) -> Party {
        let record = register.records[number]
        var aliases: [String] = []
        for mention in record.mentions where mention.name != record.name && !aliases.contains(mention.name) {
            aliases.append(mention.name)
        }
        return Party(
            id: ids[number] ?? "", kind: record.kind, name: record.name, aliases: aliases,
            identifiers: record.identifiers,
            mentions: record.mentions.map { passages[$0.passage].range(of: $0.nameTokens) },
            offices: offices(of: record))
    }

    /// Each office once: the fullest title, with its body where any mention names it.
    private func offices(of record: PartyRegister.Record) -> [Office] {
        var found: [(key: String, office: Office)] = []
        for claim in record.offices {
            let key = NameFolding.fold(claim.title)
            guard let proof = evidence(claim.tokens, in: claim.passage) else { continue }
            if let known = found.firstIndex(where: { $0.key == key }) {
                if found[known].office.of == nil, let of = claim.of {
                    found[known].office.of = ids[of]
                    found[known].office.evidence = [proof]
                }
            } else {
                found.append((key, Office(title: claim.title, of: claim.of.flatMap { ids[$0] }, evidence: [proof])))
            }
        }
        return found.filter { item in
            // "Minister" is the short form of "Minister for Law".
            !found.contains { $0.key != item.key && ($0.key.hasPrefix(item.key + " ") || $0.key.hasSuffix(" " + item.key)) && item.office.of == nil }
        }.map(\.office)
    }
}
