// SPDX-License-Identifier: Apache-2.0

import Language

/// Speakers who are named in a sentence of their own beside the quotation.
extension SpeechReader {
    /// The cue of the sentence right before or behind a quotation that itself makes whole sentences.
    func cueInSentence(beside quotation: Quotation, _ content: Range<Int>, in passage: Passage) -> CueMatch? {
        guard content.count > 5, passage.tokens[content].contains(where: \.isVerb) else { return nil }
        return cueInSentence(before: quotation.withMarks.lowerBound, in: passage)
            ?? cueInSentence(behind: quotation.withMarks.upperBound, in: passage)
    }

    /// `The director also commented. "…"`: a verb of speech that says nothing itself.
    private func cueInSentence(before opening: Int, in passage: Passage) -> CueMatch? {
        guard opening > 2, passage.tokens[opening - 1].text == "." else { return nil }
        let sentence = passage.doc.sentences[passage.sentence[opening - 2]]
        guard let verb = sentence.first(where: { passage.tokens[$0].dep == "ROOT" }), verb < opening,
            let match = cue(at: verb, in: passage), match.cue?.quote == true, isAsserted(verb, in: passage),
            passage.children(of: verb, ["ccomp", "dobj", "xcomp", "auxpass"]).isEmpty
        else { return nil }
        return match
    }

    /// The cue of a sentence that points back at what was said: "The minister said this", "This was stated by X".
    private func cueInSentence(behind closing: Int, in passage: Passage) -> CueMatch? {
        var start = closing
        while start < passage.tokens.count, passage.tokens[start].isPunctuation { start += 1 }
        guard start < passage.tokens.count, start - closing < 3 else { return nil }
        let sentence = passage.doc.sentences[passage.sentence[start]]
        for verb in sentence
        where verb >= start && passage.tokens[verb].isVerb && ["ROOT", "conj"].contains(passage.tokens[verb].dep)
            && isAsserted(verb, in: passage)
        {
            let things = passage.children(of: verb, ["dobj", "nsubjpass"])
            if let match = cue(at: verb, in: passage), match.cue?.quote == true,
                things.contains(where: { lexicon.pointers.contains(passage.tokens[$0].lower) })
            {
                return match
            }
            // "He made the remarks at the opening."
            if lexicon.making.contains(passage.tokens[verb].lemma.asLowercase),
                let thing = things.first(where: { lexicon.remarks.contains(passage.tokens[$0].lower) }),
                passage.children(of: thing, ["det"]).contains(where: {
                    lexicon.definite.contains(passage.tokens[$0].lower)
                })
            {
                return CueMatch(token: verb, tokens: verb..<verb + 1, cue: nil)
            }
        }
        return nil
    }
}
