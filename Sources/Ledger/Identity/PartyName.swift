// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Gazetteer

/// One name of a party, cut and folded for comparison.
struct PartyName: Hashable, Sendable {
    /// The name as written, without title and courtesy.
    let written: String
    /// Its words without case and accents.
    let tokens: [String]
    /// Its words without case, with accents; `nil` where it has none.
    let marked: [String]?
    /// What it may be as a Korean name.
    let korean: KoreanName?
    /// The group of the list of aliases.
    let group: Int?
    /// All letters in one piece, for spellings that differ in spaces and hyphens.
    let joined: String

    /// Whether the name has more than one word, or is written in one without spaces.
    var isFull: Bool { tokens.count > 1 || korean != nil }

    /// The words in an order that does not depend on the language.
    var sorted: [String] { tokens.sorted() }
}

extension IdentityKnowledge {
    /// The names of a person that can tell who is meant: titles are cut off, `the mayor` and `they` left out.
    func personName(_ text: String) -> PartyName? {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let bare = honorifics.withoutHonorifics(words.dropFirst(afterTitle(words)).joined(separator: " "))
        words = bare.split(whereSeparator: \.isWhitespace).map(String.init)
        let proper = words.allSatisfy { word in
            guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return true }
            return !first.properties.isLowercase || matching.nameParticles.contains(word)
        }
        guard proper, !words.isEmpty else { return nil }
        return name(words.joined(separator: " "), mayBeKorean: true)
    }

    /// The name of anything but a person; `nil` for `the city` and the like.
    func otherName(_ text: String) -> PartyName? {
        let hasName = text.split(whereSeparator: \.isWhitespace).contains { word in
            guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
            return !first.properties.isLowercase && !matching.noise.contains(word.lowercased())
        }
        return hasName ? name(text, mayBeKorean: false) : nil
    }

    private func name(_ text: String, mayBeKorean: Bool) -> PartyName? {
        let tokens = NameTokens.folded(text)
        guard !tokens.isEmpty else { return nil }
        let marked = NameTokens.marked(text)
        return PartyName(
            written: text, tokens: tokens, marked: marked == tokens ? nil : marked,
            korean: mayBeKorean ? romanisation.name(tokens) : nil, group: aliases.group(of: text),
            joined: NameTokens.joined(text))
    }

    private func afterTitle(_ words: [String]) -> Int {
        for start in words.indices.reversed() {
            if let found = offices.office(beginning: Array(words[start...])), start + found.count < words.count {
                return start + found.count
            }
        }
        return 0
    }
}
