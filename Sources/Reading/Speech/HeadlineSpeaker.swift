// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// Who says "I" and "we" where nobody is quoted: whoever the headline says the speech is by.
struct HeadlineSpeaker {
    let passages: [Passage]
    let lexicon: SpeechLexicon
    let register: PartyRegister

    /// The speaker of "Speech by Mayor Solbakken at …" or "Mayor Solbakken's remarks"; `nil` for any other headline.
    var party: Int? {
        for passage in passages where passage.block.role == .headline {
            for token in passage.tokens.indices where lexicon.speeches.contains(passage.tokens[token].lower) {
                let by = passage.children(of: token, ["prep", "agent"]).filter {
                    lexicon.authorship.contains(passage.tokens[$0].lower)
                }
                let owners = passage.children(of: token, ["poss"]) + by.flatMap { passage.children(of: $0, ["pobj"]) }
                let persons = owners.compactMap { register.party(at: TokenPlace(passage: passage.index, token: $0)) }
                    .filter { register.records[$0].kind == .person }
                if let person = persons.first { return person }
            }
        }
        return nil
    }
}
