// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension ArticleReader {
    /// What the sentences of an article tell, by the types of event that event coders count: one event a sentence at
    /// most.
    package func codedEvents(of article: Article) -> [ReadEvent] {
        let passages = passages(of: article)
        let quotations = QuotationFinder(passages: passages).quotations()
        let register = PartyRegister(
            mentions: NameFinder(knowledge: knowledge).mentions(in: passages, quotations: quotations),
            passages: passages)
        return passages.flatMap {
            EventCoder(
                passage: $0, lexicon: lexicons.events, register: register, peopleNouns: knowledge.lists.peopleNouns
            ).events()
        }
    }

    /// Every event that an article tells, with whatever takes part in it.
    package func events(of article: Article) -> [ReadEvent] {
        passages(of: article).flatMap {
            PredicateArguments(
                passage: $0, lexicon: lexicons.events, reader: PredicateReader(passage: $0, lexicon: lexicons.governors)
            ).events()
        }
    }
}
