// SPDX-License-Identifier: Apache-2.0

/// Finds base forms by rules, with lists of known words and of exceptions.
package struct Lemmatizer: Sendable {
    private static let path = "lemmatizer/lookups/lookups.bin"

    /// What there is for one part of speech.
    private struct Table: Sendable {
        var rules: [(old: String, new: String)] = []
        var exceptions: [Spelling: [String]] = [:]
        var index: Set<Spelling> = []

        var isEmpty: Bool { rules.isEmpty && exceptions.isEmpty && index.isEmpty }
    }

    /// The table of each part of speech, by its lower-cased name.
    private let tables: [String: Table]
    private static let partsOfSpeech = [
        "adj", "adp", "adv", "aux", "cconj", "conj", "det", "intj", "noun", "num", "part", "pron", "propn", "punct",
        "sconj", "sym", "verb", "x",
    ]

    /// Reads the tables from `folder`.
    package init(_ folder: ModelFolder, identifier: StringIdentifier) throws(ModelError) {
        let lookups: Lookups
        do {
            lookups = try Lookups(folder.messagePack(of: Self.path))
        } catch let error as LookupsError {
            throw .malformed(path: Self.path, reason: error.description)
        } catch let error as ModelError {
            throw error
        } catch {
            throw .malformed(path: Self.path, reason: "\(error)")
        }
        var tables: [String: Table] = [:]
        for name in Self.partsOfSpeech {
            let id = identifier(name)
            var table = Table()
            for rule in lookups.table("lemma_rules")?[id]?.elements ?? [] {
                guard let pair = rule.elements, pair.count == 2, let old = pair[0].text, let new = pair[1].text else {
                    throw .malformed(path: Self.path, reason: "a rule for \(name) is not a pair of texts")
                }
                table.rules.append((old, new))
            }
            for (word, forms) in lookups.table("lemma_exc")?[id]?.pairs ?? [] {
                guard let word = word.text, let forms = forms.elements?.compactMap(\.text) else {
                    throw .malformed(path: Self.path, reason: "an exception for \(name) is not a list of texts")
                }
                table.exceptions[Spelling(word)] = forms
            }
            let known = lookups.table("lemma_index")?[id]?.elements ?? []
            table.index = Set(known.compactMap(\.text).map(Spelling.init))
            if !table.isEmpty { tables[name] = table }
        }
        self.tables = tables
    }

    /// The base form of a word with this coarse part of speech and this morphology.
    package func lemma(text: String, pos: String, morph: String) -> String {
        let lower = text.lowercasedLikePython()
        let name = pos.lowercased()
        if name.isEmpty || name == "space" || isBaseForm(name, morph) { return lower }
        guard let table = tables[name] else { return name == "propn" ? text : lower }
        var forms: [String] = []
        var unknown: [String] = []
        for (old, new) in table.rules where lower.endsWithScalars(of: old) {
            let stem = lower.unicodeScalars.dropLast(old.unicodeScalars.count)
            let form = String(stem) + new
            if form.isEmpty { continue }
            if table.index.contains(Spelling(form)) {
                forms.insert(form, at: 0)
            } else if !form.unicodeScalars.allSatisfy(\.isLetter) {
                forms.append(form)
            } else {
                unknown.append(form)
            }
        }
        for form in table.exceptions[Spelling(lower)] ?? [] where !forms.contains(where: form.hasSameScalars) {
            forms.insert(form, at: 0)
        }
        return forms.first ?? unknown.first ?? text
    }

    /// Whether the morphology says that the word is a base form already.
    private func isBaseForm(_ name: String, _ morph: String) -> Bool {
        let features = morph.split(separator: "|")
        func has(_ feature: Substring) -> Bool { features.contains(feature) }
        if name == "noun", has("Number=Sing") { return true }
        if name == "verb", has("VerbForm=Fin"), has("Tense=Pres"),
            !features.contains(where: { $0.hasPrefix("Number=") })
        {
            return true
        }
        return has("VerbForm=Inf") || has("VerbForm=None") || has("Degree=Pos")
    }
}
