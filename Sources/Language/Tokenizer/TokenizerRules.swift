// SPDX-License-Identifier: Apache-2.0

/// The rules of a pipeline's `tokenizer` file.
struct TokenizerRules: Sendable {
    let prefix: Pattern?
    let suffix: Pattern?
    let infix: Pattern?
    /// What stays one token whatever the affixes say.
    let token: Pattern?
    /// What stays one token once affixes are off.
    let url: Pattern?
    /// The pieces of texts that the rules above would cut wrongly.
    private(set) var exceptions: [Spelling: [Piece]]
    /// No exception has more bytes.
    private(set) var longestException: Int
    /// Whether only exceptions that affixes would split are looked for again in finished documents.
    let usesFasterHeuristics: Bool

    /// A piece of an exception.
    struct Piece: Sendable, Equatable {
        var text: String
        /// The normal form, where the exception gives one.
        var norm: String?
    }

    /// The ids of the attributes that a piece can have.
    private enum Attribute { static let text = 65, norm = 67 }

    /// Reads a decoded `tokenizer` file.
    init(_ file: MessagePackValue) throws(TokenizerError) {
        prefix = try Self.pattern("prefix_search", of: file)
        suffix = try Self.pattern("suffix_search", of: file)
        infix = try Self.pattern("infix_finditer", of: file)
        token = try Self.pattern("token_match", of: file)
        url = try Self.pattern("url_match", of: file)
        guard let pairs = file["exceptions"]?.pairs else { throw .missingField("exceptions") }
        var exceptions = [Spelling: [Piece]](minimumCapacity: pairs.count)
        for (key, value) in pairs {
            guard let text = key.text else { throw .malformedException("") }
            guard let pieces = Self.pieces(value), pieces.map(\.text).joined().utf8.elementsEqual(text.utf8) else {
                throw .malformedException(text)
            }
            exceptions[Spelling(text)] = pieces
        }
        self.exceptions = exceptions
        longestException = exceptions.keys.map(\.string.utf8.count).max() ?? 0
        if case .boolean(let isFaster) = file["faster_heuristics"] {
            usesFasterHeuristics = isFaster
        } else {
            usesFasterHeuristics = true
        }
    }

    /// Has a word stay one token, whatever it would be cut into, unless the rules know it already.
    mutating func keepWhole(_ word: String) {
        guard exceptions[Spelling(word)] == nil else { return }
        exceptions[Spelling(word)] = [Piece(text: word, norm: nil)]
        longestException = max(longestException, word.utf8.count)
    }

    private static func pattern(_ field: String, of file: MessagePackValue) throws(TokenizerError) -> Pattern? {
        switch file[field] {
        case .null: return nil
        case .string(let expression):
            do { return try Pattern(expression) } catch { throw .pattern(field: field, error) }
        default: throw .missingField(field)
        }
    }

    private static func pieces(_ value: MessagePackValue) -> [Piece]? {
        guard let elements = value.elements, !elements.isEmpty else { return nil }
        var pieces: [Piece] = []
        for element in elements {
            var text: String?
            var norm: String?
            for (key, value) in element.pairs ?? [] {
                switch key.int {
                case Attribute.text: text = value.text
                case Attribute.norm: norm = value.text
                default: return nil
                }
            }
            guard let text, !text.isEmpty else { return nil }
            pieces.append(Piece(text: text, norm: norm))
        }
        return pieces
    }
}

/// Why a pipeline's `tokenizer` file cannot be used.
package enum TokenizerError: Error, Equatable, CustomStringConvertible {
    /// The file has no usable field of this name.
    case missingField(String)
    /// The exception for this text does not consist of pieces that make up the text.
    case malformedException(String)
    case pattern(field: String, PatternError)
    /// A file of the pipeline cannot be decoded at all.
    case unreadable(file: String, reason: String)

    package var description: String {
        switch self {
        case .missingField(let name):
            "tokenizer: no usable field \(name); this is not the tokenizer file of a published pipeline"
        case .malformedException(let text):
            "tokenizer: the exception for “\(text)” is not a list of its pieces; fetch the model again"
        case .pattern(let field, let error):
            "tokenizer, \(field): \(error); use one of the pipelines that are known to work"
        case .unreadable(let file, let reason):
            "\(file): \(reason); fetch the model again"
        }
    }
}
