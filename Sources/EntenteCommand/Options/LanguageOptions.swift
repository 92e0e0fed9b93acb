// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Briefing

/// In which language a document speaks; what pages say stays in theirs.
struct LanguageOptions: ParsableArguments {
    @Option(help: "The language of the words around what pages say: \(Words.languages.joined(separator: ", ")).")
    var language = "en"

    func validate() throws {
        guard Words.languages.contains(language) else {
            throw ValidationError(
                "There are no words in \(language); there are \(Words.languages.joined(separator: ", ")).")
        }
    }

    /// The words of the language.
    var words: Words { get throws { try Words(language) } }
}
