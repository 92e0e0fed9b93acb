// SPDX-License-Identifier: Apache-2.0

/// What a person types to search, as SQLite's full-text search takes it.
///
/// Words are folded, so that case and accents do not count. All words have to occur; `"words in quotes"` have to stand
/// together; `word*` finds what begins so; `-word` excludes; `OR` between two words asks for either. A word in Hangul
/// finds what begins so, since particles cling to it. Nothing that is typed can be a mistake in a query.
package struct SearchWords: Hashable, Sendable {
    /// One thing to be found: a word or several that stand together.
    package struct Term: Hashable, Sendable {
        /// The folded words.
        package let words: [String]
        /// Whether the last word may go on.
        package let isPrefix: Bool
    }

    /// What has to occur: of each group one term.
    package let wanted: [[Term]]
    /// What must not occur.
    package let excluded: [Term]

    /// Reads what a person typed.
    package init(_ text: String) {
        var wanted: [[Term]] = []
        var excluded: [Term] = []
        var joinsNext = false
        for piece in Self.pieces(text) {
            if piece == "OR", !wanted.isEmpty {
                joinsNext = true
                continue
            }
            let isExcluded = piece.hasPrefix("-") && piece.count > 1
            guard let term = Term(isExcluded ? String(piece.dropFirst()) : piece) else { continue }
            if isExcluded {
                excluded.append(term)
            } else if joinsNext, let last = wanted.popLast() {
                wanted.append(last + [term])
            } else {
                wanted.append([term])
            }
            joinsNext = false
        }
        self.wanted = wanted
        self.excluded = excluded
    }

    /// Asks for one term of each group.
    package init(groups: [[String]], prefixes: Bool = false) {
        wanted = groups.map { $0.compactMap { Term(prefixes ? $0 + "*" : $0) } }.filter { !$0.isEmpty }
        excluded = []
    }

    /// The expression for `MATCH`; `nil` where nothing is to be found.
    package var expression: String? {
        guard !wanted.isEmpty else { return nil }
        let groups = wanted.map { terms in
            terms.count == 1 ? terms[0].expression : "(" + terms.map(\.expression).joined(separator: " OR ") + ")"
        }
        let all = groups.joined(separator: " AND ")
        guard !excluded.isEmpty else { return all }
        return "(\(all))" + excluded.map { " NOT \($0.expression)" }.joined()
    }

    /// The expression for the index by threes; `nil` where a word has no three letters that put no space between them.
    var runExpression: String? {
        let runs = wanted.compactMap { terms -> String? in
            let texts = terms.flatMap { $0.words.flatMap { UnspacedRuns($0).longEnough } }
            return texts.isEmpty ? nil : "(" + texts.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
        }
        return runs.count == wanted.count && excluded.isEmpty && !runs.isEmpty ? runs.joined(separator: " AND ") : nil
    }

    /// Cuts at white space, except inside quotation marks.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var isQuoted = false
        for character in text {
            if "\"“”".contains(character) {
                isQuoted.toggle()
                piece.append("\"")
            } else if character.isWhitespace, !isQuoted {
                if !piece.isEmpty { pieces.append(piece) }
                piece = ""
            } else {
                piece.append(character)
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }
}

extension SearchWords.Term {
    /// Folds what was typed; `nil` where it holds neither letter nor digit.
    init?(_ text: String) {
        let words = SearchWords.tokens(FoldedText(text).value)
        guard let last = words.last else { return nil }
        self.words = words
        isPrefix = text.hasSuffix("*") || last.unicodeScalars.contains(where: Self.isHangul)
    }

    /// The term in the language of SQLite's full-text search.
    var expression: String { "\"" + words.joined(separator: " ") + "\"" + (isPrefix ? "*" : "") }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        (0xAC00...0xD7AF).contains(scalar.value) || (0x1100...0x11FF).contains(scalar.value)
    }
}

extension SearchWords {
    /// Cuts where the index cuts: at everything that is neither letter nor digit.
    package static func tokens(_ folded: String) -> [String] {
        folded.unicodeScalars.split { !isPartOfWord($0) }.map { String($0) }
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        // Vowel signs of other scripts belong to their word, as they do for the index.
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }
}
