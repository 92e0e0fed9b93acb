// SPDX-License-Identifier: Apache-2.0

/// Words that say whose speech or thought a clause is, whoever that is: "I think [it works]", "studies show [it works]".
struct Attribution: Sendable {
    /// The passage of cue and clause.
    let passage: Int
    /// The verb that governs the clause.
    let verb: Int
    /// The words said or thought.
    let content: Range<Int>
    /// The head of the words that stand for whose they are, a pronoun perhaps.
    let holder: Int
}

extension SpeechReader {
    /// Every clause that the text attributes to somebody, in quotation marks or not, denied or not.
    ///
    /// Statements are those of them that a known party made and that happened; the rest is what linguists count.
    func attributions() -> [Attribution] {
        passages.flatMap { passage in
            passage.tokens.indices.compactMap { attribution(at: $0, in: passage) ?? attribution(by: $0, in: passage) }
        }
    }

    /// The clause that a noun of thought carries for whoever has it: "I have no doubt that [it works]".
    private func attribution(by noun: Int, in passage: Passage) -> Attribution? {
        let token = passage.tokens[noun]
        guard token.pos == "NOUN", token.dep == "dobj", lexicon.thoughts.contains(token.lemma.asLowercase),
            lexicon.having.contains(passage.tokens[token.head].lemma.asLowercase),
            let holder = passage.agentOrSubject(of: token.head),
            let clause = passage.children(of: noun, ["acl", "ccomp"]).first(where: { clause in
                clause > noun
                    && passage.children(of: clause, ["mark"]).contains {
                        passage.words.subordinating.contains(passage.tokens[$0].lower)
                    }
            }), let content = self.clause(clause, of: token.head, held: holder, in: passage)
        else { return nil }
        return Attribution(passage: passage.index, verb: token.head, content: content, holder: holder)
    }

    private func attribution(at verb: Int, in passage: Passage) -> Attribution? {
        guard passage.tokens[verb].isVerb, attributes(verb, in: passage),
            let holder = passage.agentOrSubject(of: verb),
            // "It is reasonable to assume": nobody does.
            !(passage.isInfinitive(verb) && passage.words.impersonal.contains(passage.tokens[holder].lower)),
            let content = passage.children(of: verb, ["ccomp"]).lazy
                .filter({ passage.tokens[$0].isVerb })
                .compactMap({ clause($0, of: verb, held: holder, in: passage) }).first
        else { return nil }
        return Attribution(passage: passage.index, verb: verb, content: content, holder: holder)
    }

    private func attributes(_ verb: Int, in passage: Passage) -> Bool {
        lexicon.attributing.contains(passage.tokens[verb].lemma.asLowercase)
            || cue(at: verb, in: passage)?.cue?.clause == true
    }

    /// The clause on its side of the verb and its subject, without punctuation around it.
    private func clause(_ head: Int, of verb: Int, held holder: Int, in passage: Passage) -> Range<Int>? {
        let whole = passage.subtree(of: head)
        if head > verb {
            let start = max(whole.lowerBound, verb + 1)
            return start <= whole.upperBound ? meaningful(start..<whole.upperBound + 1, in: passage) : nil
        }
        // "It works, I think": only a comma or a quotation mark parts the two, no dash and no conjunction.
        let end = min(verb, passage.leftEdge[holder])
        guard whole.lowerBound < end, !passage.tokens[whole.lowerBound..<end].contains(where: { $0.text == ";" }),
            ![":", "CC", "IN"].contains(passage.tokens[end - 1].tag), whole.upperBound + 3 >= end
        else { return nil }
        return meaningful(whole.lowerBound..<end, in: passage)
    }

    /// Whether the verb says what somebody calls something.
    func isNaming(_ verb: Int, in passage: Passage) -> Bool {
        lexicon.naming.contains(passage.tokens[verb].lemma.asLowercase)
    }

    /// The speaker whose name, with a title or not, stands before the quotation like a label: `Mayor Anna Berg: "…"`.
    func speakerInLabel(
        before quotation: Quotation, in passage: Passage, _ resolver: ReferentResolver
    ) -> (Int, DraftStatement.Attribution)? {
        let opening = quotation.withMarks.lowerBound
        guard opening > 1, passage.tokens[opening - 1].text == ":" else { return nil }
        let label = sentenceStart(before: opening, in: passage)..<opening - 1
        guard !label.isEmpty, !passage.tokens[label].contains(where: \.isVerb) else { return nil }
        let speaker = label.lazy.compactMap {
            resolver.register.party(at: TokenPlace(passage: passage.index, token: $0))
        }.first { resolver.register.records[$0].kind == .person }
        return speaker.map { ($0, .named) }
    }
}
