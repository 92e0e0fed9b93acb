// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What stood behind a reading and is no part of the contract: measures of the reader want it.
package struct ReadingTrace: Sendable {
    /// Where the words stand that name the speaker of a statement, pronouns included, with where the statement begins.
    package let speakers: [(content: TextPosition, words: TextRange)]
    /// Pronouns and titles alone, in the order of the text, with the id of the party that they stand for.
    package let references: [(words: TextRange, party: String)]
    /// Names that an article or possessor stands before, with the phrase that both make: "the Bank of Japan".
    package let phrases: [(name: TextRange, phrase: TextRange)]

    init(
        statements: [DraftStatement], speech: SpeechReader, resolver: ReferentResolver, register: PartyRegister,
        assembly: ReadingAssembly
    ) {
        let passages = assembly.passages
        speakers = statements.compactMap { statement in
            speech.speakerWords(of: statement, resolver).map { words in
                (
                    content: passages[statement.passage].range(of: statement.content).start,
                    words: passages[statement.cuePassage].range(of: words)
                )
            }
        }
        references = resolver.referents.sorted { $0.key < $1.key }.filter { $0.value.count == 1 }.flatMap {
            place, parties in
            assembly.ids(of: parties).map { party in
                (words: passages[place.passage].range(of: place.token..<place.token + 1), party: party)
            }
        }
        phrases = register.records.flatMap(\.mentions).compactMap { mention in
            let passage = passages[mention.passage]
            return passage.phrase(of: mention.nameTokens).map { phrase in
                (name: passage.range(of: mention.nameTokens), phrase: passage.range(of: phrase))
            }
        }
    }
}
