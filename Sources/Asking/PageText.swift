// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language
import Ledger

/// A page as questions are held against it: its sentences in order, each as folded words and base forms.
struct PageText {
    /// One word or mark of a sentence.
    struct Word {
        /// Where it stands in the article's text, in UTF-8 bytes.
        let bytes: Range<Int>
        /// Its folded words.
        let words: [String]
        /// Its folded base form.
        let lemma: String
        /// The coarse and the fine part of speech, as the language model gives them.
        let pos: String
        let tag: String
    }

    /// One sentence of the article.
    struct Sentence {
        /// Where it stands in the article's text, in UTF-8 bytes.
        let bytes: Range<Int>
        /// The sentence as written.
        let text: String
        /// What the block that it stands in is.
        let role: BlockRole
        /// Its folded words, in order.
        let words: [String]
        /// The folded words and base forms.
        let forms: Set<String>
        /// Its tokens, in order.
        let tokens: [Word]
        /// The names that the language model found, with their labels.
        let entities: [(text: String, label: String)]
    }

    let reading: Reading
    let sentences: [Sentence]
    /// The folded words of the whole article.
    let forms: Set<String>
    /// By person the names of those whose office the ledger knows them to hold.
    let bodies: [String: [String]]
    private let parties: [String: Party]

    init(_ reading: Reading, bodies: [String: [String]] = [:], pipeline: Pipeline) {
        self.reading = reading
        self.bodies = bodies
        let blocks = reading.article.blocks.filter { $0.role.isRead }
        let texts = blocks.map { reading.article.text.text(at: $0.range) ?? "" }
        var sentences: [Sentence] = []
        for (block, doc) in zip(blocks, pipeline.docs(texts)) {
            for range in Self.wholeSentences(of: doc) { sentences.append(Self.sentence(range, of: doc, in: block)) }
        }
        self.sentences = sentences
        forms = sentences.reduce(into: []) { $0.formUnion($1.forms) }
        parties = Dictionary(reading.parties.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The words at these UTF-8 bytes of the article; empty where there are none.
    func text(_ bytes: Range<Int>) -> String {
        let text = reading.article.text.utf8
        guard bytes.upperBound <= text.count else { return "" }
        let start = text.index(text.startIndex, offsetBy: bytes.lowerBound)
        return String(text[start..<text.index(start, offsetBy: bytes.count)]) ?? ""
    }

    /// The first day that the page can be of; empty where that is not known.
    var day: String { reading.article.source.published.map { DaySpan($0.value).first } ?? "" }

    /// The party of the page with this id.
    func party(_ id: String) -> Party? { parties[id] }

    /// The sentences that a piece of evidence reaches into; empty where it stands in no block that is read.
    func sentences(of evidence: Evidence) -> Range<Int> {
        let bytes = evidence.range.bytes
        let first = sentences.firstIndex { $0.bytes.overlaps(bytes) } ?? 0
        let last = sentences.lastIndex { $0.bytes.overlaps(bytes) } ?? -1
        return first..<max(first, last + 1)
    }

    /// The sentences as the parser tells them, but for those that it cuts where nothing ends, as behind a name in brackets.
    private static func wholeSentences(of doc: Doc) -> [Range<Int>] {
        doc.sentences.reduce(into: []) { whole, range in
            guard let before = whole.last, !ends(doc.tokens[before]) else { return whole.append(range) }
            whole[whole.count - 1] = before.lowerBound..<range.upperBound
        }
    }

    private static func ends(_ sentence: ArraySlice<Token>) -> Bool {
        guard let last = sentence.last(where: { !["”", "\"", "’", "'", ")", "]", "»"].contains($0.text) }) else {
            return true
        }
        return last.text.unicodeScalars.last.map { ".!?…。:;\n".unicodeScalars.contains($0) } ?? true
    }

    private static func sentence(_ range: Range<Int>, of doc: Doc, in block: Block) -> Sentence {
        let offset = block.range.start.byte
        var words: [String] = []
        var forms: Set<String> = []
        var tokens: [Word] = []
        for token in doc.tokens[range] {
            let own = Wording.tokens(token.text)
            words += own
            let lemma = Wording.tokens(token.lemma)
            forms.formUnion(own)
            forms.formUnion(lemma)
            tokens.append(
                Word(
                    bytes: token.utf8Range.lowerBound + offset..<token.utf8Range.upperBound + offset, words: own,
                    lemma: lemma.joined(separator: " "), pos: token.pos, tag: token.tag))
        }
        let start = doc.tokens[range.lowerBound].utf8Range.lowerBound
        let end = doc.tokens[range.upperBound - 1].utf8Range.upperBound
        let bytes = Array(doc.text.utf8)
        let entities = doc.entities.filter { range.contains($0.tokens.lowerBound) }.map { entity in
            let from = doc.tokens[entity.tokens.lowerBound].utf8Range.lowerBound
            let to = doc.tokens[entity.tokens.upperBound - 1].utf8Range.upperBound
            return (String(decoding: bytes[from..<to], as: UTF8.self), entity.label)
        }
        return Sentence(
            bytes: start + offset..<end + offset, text: String(decoding: bytes[start..<end], as: UTF8.self),
            role: block.role, words: words, forms: forms, tokens: tokens, entities: entities)
    }
}
