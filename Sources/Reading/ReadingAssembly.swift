// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Puts what was found into the contract's form: short ids, evidence, the order of the text.
struct ReadingAssembly {
    let article: Article
    let passages: [Passage]
    let register: PartyRegister

    private var entries: [(order: Int, content: Entry.Content, confidence: Double, evidence: [Evidence])] = []
    private var conflicts: [Conflict] = []
    private let ids: [Int: String]
    private let order: [Int]

    init(article: Article, passages: [Passage], register: PartyRegister) {
        self.article = article
        self.passages = passages
        self.register = register
        let positions = register.records.map { record -> (Int, Int) in
            record.mentions.first.map { ($0.passage, $0.tokens.lowerBound) } ?? (.max, .max)
        }
        order = register.records.indices.sorted {
            positions[$0] == positions[$1] ? $0 < $1 : positions[$0] < positions[$1]
        }
        ids = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, "p\($0.offset + 1)") })
    }

    /// Adds an entry, unless nothing proves it.
    mutating func append(_ content: Entry.Content, confidence: Double, _ proofs: [Evidence]) {
        guard let first = proofs.first else { return }
        entries.append((first.range.start.byte, content, confidence, proofs))
    }

    /// The short ids of parties.
    func ids(of parties: [Int]) -> [String] { parties.compactMap { ids[$0] } }

    /// The proof that stands at some tokens.
    func evidence(_ tokens: Range<Int>, in passage: Int) -> Evidence? {
        guard !tokens.isEmpty else { return nil }
        return Evidence(range: passages[passage].range(of: tokens), in: article.text)
    }

    mutating func add(_ statements: [DraftStatement]) {
        for statement in statements {
            guard let proof = evidence(statement.content, in: statement.passage) else { continue }
            let proofs = [proof] + statement.more.compactMap { evidence($0.content, in: $0.passage) }
            let verb = statement.cue.map { passages[statement.cuePassage].text(of: $0) } ?? ""
            entries.append(
                (
                    proof.range.start.byte,
                    .statement(
                        Statement(
                            speaker: statement.speaker.flatMap { ids[$0] },
                            text: proofs.map(\.quote).joined(separator: " "), direct: statement.isDirect,
                            verb: verb)),
                    statement.speaker == nil ? 0.5 : statement.attribution.rawValue, proofs
                ))
        }
    }

    mutating func add(_ engagements: [DraftEngagement]) {
        for engagement in engagements {
            let proofs = engagement.tellings.compactMap { evidence($0.tokens, in: $0.passage) }
                .sorted { $0.range.start < $1.range.start }
            guard let first = proofs.first, let earliest = engagement.tellings.first else { continue }
            // "he signed" says little as a heading where another telling says who.
            let told =
                engagement.tellings.first { telling in
                    telling.heading.count > 3
                        || passages[telling.passage].tokens[telling.heading.lowerBound].tag != "PRP"
                } ?? earliest
            let participants = engagement.participants.compactMap { participant in
                ids[participant.party].map { Engagement.Participant(party: $0, role: participant.role) }
            }
            let heading = passages[told.passage].text(of: told.heading)
            entries.append(
                (
                    first.range.start.byte,
                    .engagement(
                        Engagement(
                            type: engagement.type, title: heading, participants: participants,
                            place: engagement.place.flatMap { ids[$0] }, date: engagement.date,
                            status: engagement.modality == .actual ? .past : .planned)),
                    engagement.participants.isEmpty ? 0.7 : 0.9, proofs
                ))
        }
    }

    mutating func add(_ figures: [DraftFigure]) {
        for figure in figures {
            guard let proof = evidence(figure.tokens, in: figure.passage) else { continue }
            entries.append(
                (
                    proof.range.start.byte,
                    .figure(
                        Figure(
                            indicator: figure.indicator, value: figure.value, upper: figure.upper,
                            relation: figure.relation, unit: figure.unit, scope: figure.scope.flatMap { ids[$0] },
                            asOf: figure.asOf, saidBy: figure.saidBy.flatMap { ids[$0] })),
                    figure.scope == nil ? 0.8 : 0.9, [proof]
                ))
        }
    }

    mutating func add(_ found: [DraftConflict]) {
        for conflict in found {
            guard let first = ids[conflict.first.party], let second = ids[conflict.second.party],
                let left = evidence(conflict.first.tokens, in: conflict.first.passage),
                let right = evidence(conflict.second.tokens, in: conflict.second.passage)
            else { continue }
            conflicts.append(
                Conflict(
                    kind: conflict.kind, between: [first, second], odd: conflict.odd.flatMap { ids[$0] },
                    reason: conflict.reason, evidence: [left, right]))
        }
    }

    /// The reading, whose numbers are held against the sums of years and the totals that the sentences make.
    func reading(
        id: String?, years: [YearSums.Sum] = [], totals: [PartSums.Sum] = [], lists: [ListCounts.Count] = []
    ) -> Reading {
        let sorted = entries.enumerated().sorted {
            $0.element.order == $1.element.order ? $0.offset < $1.offset : $0.element.order < $1.element.order
        }
        var reading = Reading(
            id: id, article: article, parties: order.map { party($0) },
            entries: sorted.enumerated().map { number, item in
                Entry(
                    id: "e\(number + 1)", content: item.element.content, confidence: item.element.confidence,
                    evidence: item.element.evidence)
            })
        let spellings = NameSpellings(reading: reading).conflicts()
        // One person under two spellings is not two holders of an office.
        let others = conflicts.filter { conflict in
            !spellings.contains { Set($0.between) == Set(conflict.between) }
        }
        reading.conflicts =
            others + FigureValues(reading: reading, joining: passages.first?.words.additive ?? WordList([])).conflicts()
            + TieDates(reading: reading).conflicts() + spellings
            + SumChecks(reading: reading).conflicts(years: years, totals: totals, lists: lists)
        return reading
    }

    private func party(_ number: Int) -> Party {
        let record = register.records[number]
        var aliases: [String] = []
        for mention in record.mentions {
            let spelling = passages[mention.passage].ownSpelling(behind: mention.nameTokens)
            for name in [mention.name, spelling].compactMap(\.self)
            where name != record.name && !aliases.contains(name) {
                aliases.append(name)
            }
        }
        return Party(
            id: ids[number] ?? "", kind: record.kind, name: record.name, aliases: aliases,
            identifiers: record.identifiers, country: record.country,
            mentions: record.mentions.map { passages[$0.passage].range(of: $0.nameTokens) },
            offices: offices(of: record))
    }

    /// Each office once: the fullest title, with its body where any mention names it.
    private func offices(of record: PartyRegister.Record) -> [Office] {
        var found: [(key: String, office: Office)] = []
        for claim in record.offices where !claim.isPast {
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
        let words = record.mentions.first.map { passages[$0.passage].words }
        return found.filter { item in
            // "Minister" is the short form of "Minister for Law".
            !found.contains {
                $0.key.hasPrefix(item.key + " ") && [nil, $0.office.of].contains(item.office.of)
                    || $0.key.hasSuffix(" " + item.key) && item.office.of == nil
                    || words?.isShort(item.office.title, for: $0.office.title) == true
                        && [nil, $0.office.of].contains(item.office.of)
            }
        }.map(\.office)
    }
}
