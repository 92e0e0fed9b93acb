// SPDX-License-Identifier: Apache-2.0

import Foundation
import Language

/// Tokenizers for tests.
enum TestTokenizer {
    /// The tokenizer of the small model, loaded once.
    static let small = Result { try published(.small) }

    /// Loads the tokenizer of a published pipeline.
    static func published(_ model: PublishedModel) throws -> Tokenizer {
        let folder = try model.folder()
        func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: path))) }
        return try Tokenizer(
            tokenizerFile: bytes("tokenizer"), lookupsFile: bytes("vocab/lookups.bin"),
            symbols: sharedTable("symbols"), baseNorms: sharedTable("base_norms"))
    }

    /// Makes a tokenizer of rules of one's own; expressions that are left out do nothing.
    static func withRules(
        prefix: String? = nil, suffix: String? = nil, infix: String? = nil, url: String? = nil,
        exceptions: [(text: String, pieces: [(text: String, norm: String?)])] = []
    ) throws(TokenizerError) -> Tokenizer {
        let exceptions = exceptions.map { exception in
            (
                MiniPack.text(exception.text),
                MiniPack.array(
                    exception.pieces.map { piece in
                        var pairs = [(MiniPack.number(65), MiniPack.text(piece.text))]
                        if let norm = piece.norm { pairs.append((.number(67), .text(norm))) }
                        return .map(pairs)
                    })
            )
        }
        let file = MiniPack.map([
            (.text("prefix_search"), prefix.map { .text($0) } ?? .null),
            (.text("suffix_search"), suffix.map { .text($0) } ?? .null),
            (.text("infix_finditer"), infix.map { .text($0) } ?? .null),
            (.text("token_match"), .null),
            (.text("url_match"), url.map { .text($0) } ?? .null),
            (.text("exceptions"), .map(exceptions)),
        ])
        return try Tokenizer(
            tokenizerFile: file.bytes, lookupsFile: MiniPack.map([]).bytes, symbols: [:], baseNorms: [:])
    }

    private static func sharedTable<Value: Decodable>(_ name: String) throws -> [String: Value] {
        let house = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = house.appending(path: "Sources/Language/Resources/\(name).json")
        return try JSONDecoder().decode([String: Value].self, from: Data(contentsOf: file))
    }
}

/// The little of MessagePack that a file of rules needs, for writing.
indirect enum MiniPack {
    case null
    case number(UInt8)
    case text(String)
    case array([MiniPack])
    case map([(MiniPack, MiniPack)])

    /// The value as a file; numbers below 128, at most 65,535 of anything.
    var bytes: [UInt8] {
        func counted(_ type: UInt8, _ count: Int) -> [UInt8] { [type, UInt8(count >> 8), UInt8(count & 255)] }
        switch self {
        case .null: return [0xc0]
        case .number(let number): return [number]
        case .text(let text): return counted(0xda, text.utf8.count) + Array(text.utf8)
        case .array(let elements): return counted(0xdc, elements.count) + elements.flatMap(\.bytes)
        case .map(let pairs): return counted(0xde, pairs.count) + pairs.flatMap { $0.0.bytes + $0.1.bytes }
        }
    }
}
