// SPDX-License-Identifier: Apache-2.0

import HTML

/// Takes what a person is, or has, off their name: `our reporter Ann Bell`, `Ann Bell, City Editor`, `Ann Bell, MD`.
struct RoleWords {
    let lexicon: MetadataLexicon

    /// Letters of the name of an agency that may stand behind a person's.
    private static let longestAgency = 5

    /// Whether what stands behind a person names nobody else: one word that is no agency, or words for an office.
    func isAddition(_ name: String) -> Bool {
        let words = name.words
        guard words.count > 1 else {
            let isAgency = name.allSatisfy(\.isUppercase) || name.allSatisfy(\.isLowercase)
            return !(isAgency && name.count <= Self.longestAgency)
                && name.unicodeScalars.allSatisfy(\.properties.isCased)
        }
        return words.last.map(isRole) ?? false
    }

    /// The addition that tells two persons of one name apart, such as `Jr.`; `nil` for other words.
    func generation(_ part: Substring) -> String? {
        let word = WhiteSpace.folded(String(part))
        return lexicon.generations.contains(PhraseLexicon.key(word)) ? word : nil
    }

    /// Whether the part of a byline ends in a title that several persons can share.
    func haveTail(_ part: Substring) -> Bool {
        let words = part.words
        return words.count > 1 && words.last.map { lexicon.nameTails.contains(String($0)) } ?? false
    }

    /// The name without the role before it: `our reporter Ann Bell`.
    func withoutRole(before name: String) -> String {
        let words = name.words
        let opening = words.prefix { word in
            let isSmall = word.first?.isCased == true && word.first?.isLowercase == true
            return isSmall && !lexicon.nameParticles.contains(String(word)) || isRole(word) || isQualifier(word)
        }
        let rest = words.dropFirst(opening.count)
        let isSmall = opening.first?.first?.isLowercase == true
        guard rest.count > 1, rest.first?.first?.isUppercase == true, isSmall || opening.contains(where: isRole) else {
            return name
        }
        return rest.joined(separator: " ")
    }

    /// The name without the role behind it: `Ann Bell Senior Reporter`; with `hasLostTail` its last word is gone already.
    func without(_ name: String, hasLostTail: Bool) -> String {
        var words = name.words
        var hasLost = hasLostTail
        while words.count > 2, let last = words.last, isRole(last) || hasLost && isQualifier(last) {
            words.removeLast()
            hasLost = true
        }
        return hasLost ? words.joined(separator: " ") : name
    }

    private func isRole(_ word: Substring) -> Bool {
        let key = PhraseLexicon.key(String(word))
        return lexicon.roles.contains(key) || lexicon.roleEndings.contains { key.hasSuffix($0) }
    }

    private func isQualifier(_ word: Substring) -> Bool {
        lexicon.roleQualifiers.contains(PhraseLexicon.key(String(word)))
    }
}
