// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// What stood behind a reading and is no part of the contract: measures of the reader want it.
///
/// It is worked out when it is asked for, so a reading alone does not pay for it.
package struct ReadingTrace: Sendable {
    /// Speech or thought that the words of the text attribute to somebody, known or not.
    package struct AttributedWords: Sendable {
        /// What is said or thought.
        package let content: TextRange
        /// The words that stand for whose it is, pronouns included.
        package let holder: TextRange
        /// The id of the party that those words stand for, where that is known.
        package let party: String?
        /// Whether a verb of speech says so, or the words stand inside of somebody's speech.
        package let isSpeech: Bool
    }

    let statements: [DraftStatement]
    let speech: SpeechReader
    let resolver: ReferentResolver
    let register: PartyRegister
    let assembly: ReadingAssembly
    let knowledge: NameKnowledge
    let events: EventLexicon
    let frames: FrameLibrary

    private var passages: [Passage] { assembly.passages }

    /// Where the words stand that name the speaker of a statement, pronouns included, with where the statement begins.
    package var speakers: [(content: TextPosition, words: TextRange)] {
        statements.compactMap { statement in
            speech.speakerWords(of: statement, resolver).map { words in
                (
                    content: passages[statement.passage].range(of: statement.content).start,
                    words: passages[statement.cuePassage].range(of: words)
                )
            }
        }
    }

    /// Where the statements begin that say what somebody calls something: "described it as “…”".
    package var namings: Set<TextPosition> {
        Set(
            statements.compactMap { statement in
                guard let cue = statement.cue, speech.isNaming(cue.lowerBound, in: passages[statement.cuePassage])
                else { return nil }
                return passages[statement.passage].range(of: statement.content).start
            })
    }

    /// Clauses whose words say whose they are, those of statements left out: what stands inside of speech, what nobody
    /// known says, thoughts and evidence.
    package var attributions: [AttributedWords] {
        let told = Set(
            statements.compactMap { statement in
                statement.cue.map { TokenPlace(passage: statement.cuePassage, token: $0.lowerBound) }
            })
        return speech.attributions()
            .filter { !told.contains(TokenPlace(passage: $0.passage, token: $0.verb)) }
            .map { attribution in
                let passage = passages[attribution.passage]
                return AttributedWords(
                    content: passage.range(of: attribution.content),
                    holder: passage.range(of: attribution.holder..<attribution.holder + 1),
                    party: resolver.party(at: .init(passage: attribution.passage, token: attribution.holder))
                        .flatMap { assembly.ids(of: [$0]).first },
                    isSpeech: resolver.isQuoted(.init(passage: attribution.passage, token: attribution.verb))
                        || speech.cue(at: attribution.verb, in: passage)?.cue?.quote == true)
            }
    }

    /// Pronouns and descriptions, in the order of the text, with the id of the party that they stand for.
    package var references: [(words: TextRange, party: String)] {
        var found = resolver.referents.filter { $0.value.count == 1 }
        for (place, party) in relatives { found[place] = [party] }
        return found.sorted { $0.key < $1.key }.flatMap { place, parties in
            let passage = passages[place.passage]
            let token = place.token..<place.token + 1
            let words = passage.tokens[place.token].isNoun ? passage.wholePhrase(of: token) ?? token : token
            return assembly.ids(of: parties).map { party in (words: passage.range(of: words), party: party) }
        }
    }

    /// Noun phrases without clauses that hang on them, in the order of the text; years and amounts are left out.
    package var nounPhrases: [TextRange] {
        passages.flatMap { passage in
            passage.tokens.indices.compactMap { token -> TextRange? in
                let word = passage.tokens[token]
                guard word.isNoun, !["compound", "nmod", "amod"].contains(word.dep),
                    !["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"].contains(word.entityLabel)
                else { return nil }
                return passage.range(of: passage.nounPhrase(of: token))
            }
        }
    }

    /// What coreference needs to know of words at runs of the canonical text; `nil` where no words stand.
    package func mentions(at runs: [(range: TextRange, isEvent: Bool)]) -> [CoreferenceMention?] {
        let reader = MentionReader(
            passages: passages, resolver: resolver, register: register, knowledge: knowledge, events: events,
            frames: frames)
        return runs.map { reader.mention(at: $0.range, isEvent: $0.isEvent) }
    }

    /// Relative pronouns with the party that the clause is about: "Kozjak Cranes, which …".
    private var relatives: [(place: TokenPlace, party: Int)] {
        passages.flatMap { passage in
            passage.tokens.indices.compactMap { token -> (place: TokenPlace, party: Int)? in
                guard ["WP", "WDT"].contains(passage.tokens[token].tag),
                    let verb = ([token] + passage.ancestors(of: token)).first(where: {
                        passage.tokens[$0].dep == "relcl"
                    }), let party = resolver.party(at: .init(passage: passage.index, token: passage.tokens[verb].head))
                else { return nil }
                return (TokenPlace(passage: passage.index, token: token), party)
            }
        }
    }

    /// A name with the words before it that belong to it.
    package struct NamePhrase: Sendable {
        package let name: TextRange
        /// With its article or possessor, or with the titles that alone stand before it: "the Bank of Japan".
        package let titled: TextRange
        /// With what it is described as, too: "automaker Kozjak Cranes".
        package let whole: TextRange
    }

    /// The names before which other words stand that belong to them.
    package var phrases: [NamePhrase] {
        register.records.flatMap(\.mentions).compactMap { mention in
            let passage = passages[mention.passage]
            let name = mention.nameTokens
            guard let whole = passage.wholePhrase(of: name) else { return nil }
            let isTitle = mention.kind == .party(.person) && mention.tokens.lowerBound <= whole.lowerBound
            let titled = isTitle ? whole : passage.possessedPhrase(of: name) ?? name
            return NamePhrase(
                name: passage.range(of: name), titled: passage.range(of: titled), whole: passage.range(of: whole))
        }
    }

    /// Countries that do something, as bodies do: `Croatia` in "Croatia supports the talks".
    package var actingCountries: [TextRange] {
        register.records.filter { $0.kind == .country }.flatMap(\.mentions).compactMap { mention in
            let passage = passages[mention.passage]
            let word = passage.tokens[passage.head(of: mention.nameTokens)]
            guard mention.kind != .demonym, word.dep == "nsubj", passage.tokens[word.head].pos == "VERB" else {
                return nil
            }
            return passage.range(of: mention.nameTokens)
        }
    }

    /// Pronouns of whoever speaks that stand for nobody known, and whether they mean one person.
    package var unknownSpeakers: [(words: TextRange, isOne: Bool)] {
        passages.flatMap { passage in
            passage.tokens.indices.compactMap { token -> (words: TextRange, isOne: Bool)? in
                guard passage.tokens[token].pos == "PRON", passage.tokens[token].has(feature: "Person=1"),
                    resolver.referents[.init(passage: passage.index, token: token)]?.count != 1
                else { return nil }
                return (passage.range(of: token..<token + 1), passage.tokens[token].has(feature: "Number=Sing"))
            }
        }
    }

    /// Countries' adjectives before a common noun: `Croatian` in "the Croatian shipyard".
    package var adjectivesOfCountries: [TextRange] {
        register.records.flatMap(\.mentions).filter { $0.kind == .demonym }.compactMap { mention in
            let passage = passages[mention.passage]
            let end = mention.nameTokens.upperBound
            let word = passage.tokens[mention.nameTokens.upperBound - 1]
            guard end < passage.tokens.count, word.head >= end, ["amod", "compound", "nmod"].contains(word.dep),
                !passage.tokens[end].isCapitalised
            else { return nil }
            return passage.range(of: mention.nameTokens)
        }
    }
}
