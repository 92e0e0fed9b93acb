// SPDX-License-Identifier: Apache-2.0

/// A word, number, mark or run of white space of a text with everything the pipeline says about it.
///
/// The names are spaCy's: `tag` is the fine part of speech (Penn Treebank), `pos` the coarse one (Universal
/// Dependencies), `dep` the label of the arc from `head`.
public struct Token: Hashable, Sendable {
    /// The token as written.
    public var text: String
    /// The token in lower case.
    public var lower: String
    /// Its place in the text, in UTF-8 bytes.
    public var utf8Range: Range<Int>
    /// Its place in the text, in Unicode scalars.
    public var scalarRange: Range<Int>
    /// Whether one space follows that belongs to the token.
    public var hasTrailingSpace: Bool
    /// The normal form that the model's features use, such as `not` for `n't`.
    public var norm: String
    /// The fine part of speech, such as `VBD`.
    public var tag: String
    /// The coarse part of speech, such as `VERB`.
    public var pos: String
    /// Morphological features, such as `Number=Sing|Person=3`; empty where there are none.
    public var morph: String
    /// The base form.
    public var lemma: String
    /// The label of the arc from the head, such as `nsubj`; `ROOT` for a root.
    public var dep: String
    /// The index of the head in the document; a root's own index.
    public var head: Int
    /// Whether the token begins a sentence.
    public var isSentenceStart: Bool
    /// Whether the token begins, continues or is outside an entity.
    public var entityPosition: EntityPosition
    /// The entity's label, such as `PERSON`; empty outside of entities.
    public var entityLabel: String

    /// A token's position relative to entities.
    public enum EntityPosition: String, Hashable, Sendable {
        /// First token of an entity.
        case begin = "B"
        /// A later token of an entity.
        case inside = "I"
        /// No entity.
        case outside = "O"
    }

    /// Makes a token that carries only what the tokenizer knows; `lower` is `text` in lower case.
    public init(
        text: String, lower: String, utf8Range: Range<Int>, scalarRange: Range<Int>, hasTrailingSpace: Bool,
        norm: String
    ) {
        self.text = text
        self.lower = lower
        self.utf8Range = utf8Range
        self.scalarRange = scalarRange
        self.hasTrailingSpace = hasTrailingSpace
        self.norm = norm
        tag = ""
        pos = ""
        morph = ""
        lemma = ""
        dep = ""
        head = 0
        isSentenceStart = false
        entityPosition = .outside
        entityLabel = ""
    }
}

/// A named entity: a run of tokens with a label.
public struct EntitySpan: Hashable, Sendable {
    /// The tokens of the entity.
    public var tokens: Range<Int>
    /// The label, such as `GPE`.
    public var label: String

    /// Makes an entity.
    public init(tokens: Range<Int>, label: String) {
        self.tokens = tokens
        self.label = label
    }
}

/// A text with its tokens, sentences, dependency trees and entities.
public struct Doc: Hashable, Sendable {
    /// The text that all ranges count in.
    public var text: String
    /// The tokens in order; together with their trailing spaces they make up the whole text.
    public var tokens: [Token]
    /// The entities in order; they do not overlap.
    public var entities: [EntitySpan]
    /// The sentences in order, as token ranges that cover the document.
    public var sentences: [Range<Int>]

    /// Makes a document from parts that agree with each other.
    public init(text: String, tokens: [Token], entities: [EntitySpan], sentences: [Range<Int>]) {
        self.text = text
        self.tokens = tokens
        self.entities = entities
        self.sentences = sentences
    }
}

extension Token {
    /// Whether its morphology has a feature such as `Number=Sing`.
    package func has(feature: String) -> Bool {
        let (features, feature) = (morph.utf8.span, feature.utf8.span)
        var start = 0
        for end in 0...features.count where end == features.count || features[end] == UInt8(ascii: "|") {
            if features.extracting(start..<end).isSame(as: feature) { return true }
            start = end + 1
        }
        return false
    }
}
