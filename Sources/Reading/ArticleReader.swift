// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Reads articles: from a clean article to everything it says about cooperation, each with its proof.
public struct ArticleReader: Sendable {
    private let knowledge: NameKnowledge
    private let lexicons: ReadingLexicons
    private let parse: @Sendable ([String]) -> [Doc]

    /// Reads with the given parser, which gives one document for each text, in order.
    package init(knowledge: NameKnowledge, lexicons: ReadingLexicons, parse: @escaping @Sendable ([String]) -> [Doc]) {
        self.knowledge = knowledge
        self.lexicons = lexicons
        self.parse = parse
    }

    /// Everything that `article` says; `id` is handed through to the reading.
    public func reading(of article: Article, id: String? = nil) -> Reading {
        let blocks = article.blocks.filter(\.role.isRead)
        let docs = parse(blocks.map { article.text.text(at: $0.range) ?? "" })
        let passages = zip(blocks, docs).enumerated().map { Passage(index: $0.offset, block: $0.element.0, doc: $0.element.1) }

        let finder = NameFinder(knowledge: knowledge)
        let mentions = passages.flatMap { finder.mentions(in: $0) }
        let register = PartyRegister(mentions: mentions, passages: passages)

        var quotationFinder = QuotationFinder()
        let quotations = passages.flatMap { quotationFinder.quotations(in: $0) }
        var resolver = ReferentResolver(
            passages: passages, quotations: quotations, register: register, lexicon: lexicons.referents)
        resolver.resolveReport()

        var groups = GroupFinder(register: register, passages: passages, knowledge: knowledge)
        let speech = SpeechReader(passages: passages, quotations: quotations, lexicon: lexicons.speech)
        let statements = speech.statements(resolver: &resolver, groups: &groups)

        var assembly = ReadingAssembly(article: article, passages: passages, register: groups.register)
        assembly.add(statements)
        return assembly.reading(id: id)
    }
}

/// The word lists of the reader.
package struct ReadingLexicons: Sendable {
    let referents: ReferentLexicon
    let speech: SpeechLexicon
}
