// SPDX-License-Identifier: Apache-2.0

import Language

/// A parsed document as one line of NDJSON, with the fields that the parity check compares with spaCy's.
///
/// `b` and `e` count UTF-8 bytes, `u` counts Unicode scalars; `ents` and `sents` hold token numbers.
struct ParseRecord {
    /// The document's name, if its source gave one.
    let id: String?
    let doc: Doc

    /// The line, without a line feed at its end.
    var line: String {
        var line = "{\"id\": " + (id.map(Self.quoted) ?? "null")
        line += ", \"text_bytes\": \(doc.text.utf8.count), \"tokens\": ["
        line += doc.tokens.map(Self.object).joined(separator: ", ")
        line += "], \"ents\": ["
        line += doc.entities
            .map { "[\($0.tokens.lowerBound), \($0.tokens.upperBound), \(Self.quoted($0.label))]" }
            .joined(separator: ", ")
        line += "], \"sents\": ["
        line += doc.sentences.map { "[\($0.lowerBound), \($0.upperBound)]" }.joined(separator: ", ")
        return line + "]}"
    }

    private static func object(_ token: Token) -> String {
        var fields: [String] = []
        func text(_ name: String, _ value: String) { fields.append("\"\(name)\": \(quoted(value))") }
        func number(_ name: String, _ value: Int) { fields.append("\"\(name)\": \(value)") }
        text("t", token.text)
        number("b", token.utf8Range.lowerBound)
        number("e", token.utf8Range.upperBound)
        number("u", token.scalarRange.lowerBound)
        number("ws", token.hasTrailingSpace ? 1 : 0)
        text("norm", token.norm)
        text("tag", token.tag)
        text("pos", token.pos)
        text("morph", token.morph)
        text("lemma", token.lemma)
        text("dep", token.dep)
        number("head", token.head)
        number("sent", token.isSentenceStart ? 1 : 0)
        text("iob", token.entityPosition.rawValue)
        text("ent", token.entityLabel)
        return "{" + fields.joined(separator: ", ") + "}"
    }

    /// The JSON string of a text.
    private static func quoted(_ text: String) -> String {
        var result = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                let zeros = String(repeating: "0", count: 4 - digits.count)
                result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
            default: result.append(scalar)
            }
        }
        result.append("\"")
        return String(result)
    }
}
