// SPDX-License-Identifier: Apache-2.0

/// Sets attributes of tokens by rules: coarse parts of speech, morphology, and lemmas of irregular words.
struct AttributeRuler: Sendable {
    private static let path = "attribute_ruler/patterns"

    private struct Pattern: Sendable {
        let rule: Int
        let tests: [TokenTest]
        let attributes: RuleAttributes
        /// Which of the matched tokens is changed.
        let changed: Int
    }

    let words: RuleWords
    private let patterns: [Pattern]
    /// For each tag that a pattern names, the patterns whose first token may have it, in rule order.
    private let patternsOfTag: [String: [Int]]
    private let patternsOfOtherTags: [Int]

    /// Reads the rules from `folder`.
    init(_ folder: ModelFolder) throws(ModelError) {
        guard let rules = try folder.messagePack(of: Self.path).elements else {
            throw .malformed(path: Self.path, reason: "not a list of rules")
        }
        var words = RuleWords()
        var patterns: [Pattern] = []
        for (number, rule) in rules.enumerated() {
            let attributes = try RuleAttributes(rule["attrs"], path: Self.path)
            for pattern in rule["patterns"]?.elements ?? [] {
                var tests: [TokenTest] = []
                for token in pattern.elements ?? [] {
                    tests.append(try TokenTest(token, words: &words, path: Self.path))
                }
                guard let changed = rule["index"]?.int, tests.indices.contains(changed) else {
                    throw .malformed(path: Self.path, reason: "rule \(number) changes a token that it does not match")
                }
                patterns.append(Pattern(rule: number, tests: tests, attributes: attributes, changed: changed))
            }
        }
        var tags: Set<String> = []
        for pattern in patterns {
            switch pattern.tests[0].tag {
            case .one(let named): tags.insert(named)
            case .among(let named), .notAmong(let named): tags.formUnion(named)
            case nil: break
            }
        }
        func candidates(_ accepts: (ValueTest<String>) -> Bool) -> [Int] {
            patterns.indices.filter { patterns[$0].tests[0].tag.map(accepts) ?? true }
        }
        patternsOfTag = Dictionary(uniqueKeysWithValues: tags.map { tag in (tag, candidates { $0.accepts(tag) }) })
        patternsOfOtherTags = candidates { if case .notAmong = $0 { true } else { false } }
        self.words = words
        self.patterns = patterns
    }

    /// Sets the attributes of `tokens`; `ruleWords` belong to them one by one.
    ///
    /// All rules look at the tokens as they were before; of two rules that set the same attribute the later one wins.
    func apply(to tokens: inout [Token], ruleWords: [RuleWord]) {
        let before = tokens.indices.map {
            RuleToken(word: ruleWords[$0], tag: tokens[$0].tag, dep: tokens[$0].dep)
        }
        var matches: [(pattern: Int, token: Int)] = []
        for start in before.indices {
            for number in patternsOfTag[before[start].tag] ?? patternsOfOtherTags
            where self.matches(patterns[number].tests, before, at: start) {
                matches.append((number, start + patterns[number].changed))
            }
            guard !matches.isEmpty else { continue }
            if matches.count == 1, matches[0].token == start {
                set(patterns[matches[0].pattern].attributes, of: &tokens[start])
                matches.removeAll(keepingCapacity: true)
                continue
            }
            // Only rules that begin at this token or at earlier ones change the token.
            let settled = matches.filter { $0.token <= start }.sorted { $0.pattern < $1.pattern }
            for (number, token) in settled { set(patterns[number].attributes, of: &tokens[token]) }
            matches.removeAll { $0.token <= start }
        }
    }

    private func matches(_ tests: [TokenTest], _ tokens: [RuleToken], at start: Int) -> Bool {
        guard start + tests.count <= tokens.count, tests[0].acceptsApartFromTag(tokens[start]) else { return false }
        return tests.indices.dropFirst().allSatisfy { place in
            (tests[place].tag?.accepts(tokens[start + place].tag) ?? true)
                && tests[place].acceptsApartFromTag(tokens[start + place])
        }
    }

    private func set(_ attributes: RuleAttributes, of token: inout Token) {
        if let tag = attributes.tag { token.tag = tag }
        if let pos = attributes.pos { token.pos = pos }
        if let morph = attributes.morph { token.morph = morph }
        if let lemma = attributes.lemma { token.lemma = lemma }
        if let dep = attributes.dep { token.dep = dep }
    }
}
