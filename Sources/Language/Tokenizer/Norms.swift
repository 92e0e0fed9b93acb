// SPDX-License-Identifier: Apache-2.0

/// The normal forms of words: the model's own, then those that all English pipelines share, then lower case.
struct Norms: Sendable {
    private let lexemeNorms: [UInt64: String]
    private let baseNorms: [Spelling: String]
    private let identifier: StringIdentifier

    /// Uses `lexemeNorms` (by string id) before `baseNorms` (by text).
    init(lexemeNorms: [UInt64: String], baseNorms: [String: String], identifier: StringIdentifier) {
        self.lexemeNorms = lexemeNorms
        self.baseNorms = Dictionary(
            baseNorms.map { (Spelling($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        self.identifier = identifier
    }

    /// The normal form of `text` where no tokenizer exception gives another.
    func norm(of text: String) -> String {
        lexemeNorms[identifier(text)] ?? baseNorms[Spelling(text)] ?? text.lowercasedLikePython()
    }
}
