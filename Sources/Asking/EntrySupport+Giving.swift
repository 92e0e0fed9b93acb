// SPDX-License-Identifier: Apache-2.0

/// Who gives and who gets: numbers and words tell of a gift, and their sentence tells whose it is.
extension EntrySupport {
    /// How many tokens in front of a verb the word may stand that makes it passive.
    private static let passiveReach = 4

    /// Whether, where the question has somebody give, a sentence has the same one give and not get.
    func isGiven(_ sentences: Range<Int>) -> Bool {
        guard let verb = question.verb, lexicon.giving.contains(verb) else { return true }
        let givers = names.filter(\.name.isSubject)
        let wordings = lexicon.wordings(of: verb)
        return givers.isEmpty
            || sentences.contains { number in
                let sentence = page.sentences[number]
                return sentence.tokens.indices.contains { at in
                    wordings.contains(sentence.tokens[at].lemma)
                        && givers.allSatisfy { giver in
                            places(of: giver, in: sentence).contains { gives($0, at: at, in: sentence) }
                        }
                }
            }
    }

    /// Whether whoever is named at `place` gives by the word at `verb`: "Oslo gave", "given by Oslo", "a gift from Oslo".
    private func gives(_ place: Range<Int>, at verb: Int, in sentence: PageText.Sentence) -> Bool {
        let before = sentence.tokens[..<place.lowerBound].last { token in
            !lexicon.fillers.isSuperset(of: token.words) || isTie(token)
        }
        if place.lowerBound > verb { return before.map(isTie) ?? false }
        let isGetting = before?.words.contains(where: lexicon.receiving.contains) ?? false
        return !isGetting && !isPassive(verb, in: sentence)
    }

    private func isTie(_ token: PageText.Word) -> Bool {
        token.words.contains { lexicon.agents.contains($0) || lexicon.origins.contains($0) }
            && !token.words.contains(where: lexicon.receiving.contains)
    }

    private func isPassive(_ verb: Int, in sentence: PageText.Sentence) -> Bool {
        sentence.tokens[verb].tag == "VBN"
            && sentence.tokens[max(0, verb - Self.passiveReach)..<verb].contains {
                $0.pos == "AUX" && lexicon.copulas.contains($0.lemma)
            }
    }

    /// Where the sentence names somebody, or one who acts for them.
    private func places(of name: NamedParties, in sentence: PageText.Sentence) -> [Range<Int>] {
        let sides = Sides(page: page, lexicon: lexicon)
        let acting = page.reading.parties.filter { sides.isParty($0.id, of: name) }.flatMap(\.mentions)
        return name.places(in: sentence)
            + acting.compactMap { mention in
                guard let first = sentence.tokens.firstIndex(where: { $0.bytes.overlaps(mention.bytes) }),
                    let last = sentence.tokens.lastIndex(where: { $0.bytes.overlaps(mention.bytes) })
                else { return nil }
                return first..<last + 1
            }
    }
}
