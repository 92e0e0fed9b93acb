// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer
import Language

/// Reads articles: from a clean article to everything it says about cooperation, each with its proof.
public struct ArticleReader: Sendable {
    let knowledge: NameKnowledge
    let lexicons: ReadingLexicons
    private let parse: @Sendable ([String]) -> [Doc]
    private let wordVector: @Sendable (String) -> [Float]?

    /// Reads with a language pipeline and the names of a gazetteer, and with the frames as the files of the folder
    /// `frames` change them; throws where the program's own lists are missing or a frame file cannot be used.
    public init(pipeline: Pipeline, gazetteer: Gazetteer, frames: URL? = nil) throws(ReadingError) {
        let lexicons = try ReadingLexicons.standard(frames: frames)
        // "Amb. Carl Lund" is no end of a sentence.
        let pipeline = pipeline.adding(specialCases: lexicons.names.abbreviatedTitles)
        self.init(
            lexicons: lexicons, gazetteer: gazetteer, wordVector: { pipeline.wordVector(of: $0) },
            parse: { pipeline.docs($0) })
    }

    /// Reads with the given parser, which gives one document for each text, in order.
    package init(
        gazetteer: Gazetteer, frames: URL? = nil,
        wordVector: @escaping @Sendable (String) -> [Float]? = { _ in nil },
        parse: @escaping @Sendable ([String]) -> [Doc]
    ) throws(ReadingError) {
        self.init(
            lexicons: try ReadingLexicons.standard(frames: frames), gazetteer: gazetteer, wordVector: wordVector,
            parse: parse)
    }

    private init(
        lexicons: ReadingLexicons, gazetteer: Gazetteer, wordVector: @escaping @Sendable (String) -> [Float]?,
        parse: @escaping @Sendable ([String]) -> [Doc]
    ) {
        self.lexicons = lexicons
        knowledge = NameKnowledge(gazetteer: gazetteer, lists: lexicons.names)
        self.wordVector = wordVector
        self.parse = parse
    }

    /// What the texts of a topic speak of, where `identities` are what each of their mentions means.
    package func concepts(of documents: [StoryCoreference.Document], identities: StoryCoreference) -> StoryConcepts {
        StoryConcepts(documents, identities: identities, wordVector: wordVector)
    }

    /// Everything that `article` says; `id` is handed through to the reading.
    public func reading(of article: Article, id: String? = nil) -> Reading {
        tracedReading(of: article, id: id).reading
    }

    /// Everything that `article` says, with what the contract has no room for.
    package func tracedReading(of article: Article, id: String? = nil) -> (reading: Reading, trace: ReadingTrace) {
        let passages = passages(of: article)

        let finder = NameFinder(knowledge: knowledge)
        let quotations = QuotationFinder(passages: passages).quotations()
        let mentions = finder.mentions(in: passages, quotations: quotations)
        let register = PartyRegister(mentions: mentions, passages: passages)

        var resolver = ReferentResolver(
            passages: passages, quotations: quotations, register: register, lexicon: lexicons.referents,
            author: HeadlineSpeaker(passages: passages, lexicon: lexicons.speech, register: register).party)
        resolver.resolveReport()

        var groups = GroupFinder(
            register: register, passages: passages, knowledge: knowledge, lexicon: lexicons.referents)
        let speech = SpeechReader(passages: passages, quotations: quotations, lexicon: lexicons.speech)
        let statements = speech.statements(resolver: &resolver, groups: &groups)

        let quantities = passages.map { lexicons.quantities.expressions(in: $0.doc.text) }
        let dates = DateReader(grammar: lexicons.times, days: lexicons.days)
            .dates(of: article, passages: passages, quantities: quantities)
        let ties = TieReader(
            passages: passages, lexicons: lexicons, dates: dates, quantities: quantities,
            titles: mentions.filter { $0.kind == .title })
        let found = ties.ties(statements, resolver: resolver, groups: &groups)
        let engagementReader = EngagementReader(
            passages: passages, frames: lexicons.frames, governors: lexicons.governors,
            dates: dates.spans, titles: mentions.filter { $0.kind == .title },
            officeNouns: lexicons.governors.offices.union(lexicons.referents.titleHeads),
            firstPerson: lexicons.referents.firstPerson, authors: found.authors, published: dates.clock.date)
        let conflicts = OfficeHolders(passages: passages, register: groups.register).conflicts()
        let drafts = engagementReader.drafts(resolver: resolver, groups: &groups)
        let merger = EngagementMerger(
            passages: passages,
            mistaken: Dictionary(
                conflicts.compactMap { conflict in conflict.odd.map { ($0, conflict.first.party) } },
                uniquingKeysWith: { first, _ in first }),
            published: dates.clock.date, dates: dates.spans, register: groups.register,
            guests: lexicons.governors.guests, signing: lexicons.governors.signing,
            peers: lexicons.governors.peers)
        let engagements = merger.merged(drafts)

        let figureReader = FigureReader(
            passages: passages, quantities: quantities, lexicon: lexicons.figures,
            governors: lexicons.governors, dates: dates.spans, timeTokens: dates.timeTokens, mentions: mentions,
            statements: statements)
        let figures = figureReader.figures(resolver: resolver, groups: &groups)

        var dated = article
        dated.source.published = dates.clock.date
        var assembly = ReadingAssembly(article: dated, passages: passages, register: groups.register)
        assembly.add(statements)
        assembly.add(engagements)
        assembly.add(figures)
        assembly.add(found.agreements)
        assembly.add(found.commitments)
        assembly.add(found.institutions)
        assembly.add(found.programmes)
        assembly.add(found.relations)
        assembly.add(conflicts)
        let trace = ReadingTrace(
            statements: statements, speech: speech, resolver: resolver, register: groups.register, assembly: assembly,
            knowledge: knowledge, events: lexicons.events, frames: lexicons.frames)
        let totals = PartSums(
            passages: passages, quantities: quantities, times: dates.timeTokens, words: lexicons.figures
        ).sums
        let lists = ListCounts(passages: passages, quantities: quantities, words: lexicons.figures).counts
        return (assembly.reading(id: id, years: dates.sums, totals: totals, lists: lists), trace)
    }

    /// The blocks that are read, parsed.
    func passages(of article: Article) -> [Passage] {
        let blocks = article.blocks.filter(\.role.isRead)
        let pieces = blocks.map { DatelineCut.pieces(of: article.text.text(at: $0.range) ?? "", role: $0.role) }
        var docs = parse(pieces.flatMap(\.self))[...]
        return zip(blocks, pieces).enumerated().compactMap { index, part in
            defer { docs = docs.dropFirst(part.1.count) }
            return Doc.joined(Array(docs.prefix(part.1.count))).map { doc in
                Passage(
                    index: index, block: part.0,
                    doc: doc.partingSubjects().rejoined(by: lexicons.governors)
                        .raisingAdjuncts(by: lexicons.governors),
                    words: lexicons.words)
            }
        }
    }
}
