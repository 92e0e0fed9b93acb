// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Language

/// A parsed document as one line of NDJSON, with the fields that the parity check compares with spaCy's.
///
/// `b` and `e` count UTF-8 bytes, `u` counts Unicode scalars; `ents` and `sents` hold token numbers.
struct ParseRecord {
    /// The document's name, if its source gave one.
    let id: String?
    let doc: Doc

    /// The line in UTF-8, with a line feed at its end.
    var line: [UInt8] {
        var line = JSONLine()
        line.reserveCapacity(200 * (doc.tokens.count + 1))
        line.append(json: "{\"id\": ")
        if let id { line.append(quoting: id) } else { line.append(json: "null") }
        line.append(", \"text_bytes\": ", doc.text.utf8.count)
        line.append(json: ", \"tokens\": [")
        for (index, token) in doc.tokens.enumerated() {
            line.append(json: index == 0 ? "{\"t\": " : ", {\"t\": ")
            append(token, to: &line)
        }
        line.append(json: "], \"ents\": [")
        for (index, entity) in doc.entities.enumerated() {
            line.append(index == 0 ? "[" : ", [", entity.tokens.lowerBound)
            line.append(", ", entity.tokens.upperBound)
            line.append(", ", entity.label)
            line.append(json: "]")
        }
        line.append(json: "], \"sents\": [")
        for (index, sentence) in doc.sentences.enumerated() {
            line.append(index == 0 ? "[" : ", [", sentence.lowerBound)
            line.append(", ", sentence.upperBound)
            line.append(json: "]")
        }
        line.append(json: "]}\n")
        return line.bytes
    }

    private func append(_ token: Token, to line: inout JSONLine) {
        line.append(quoting: token.text)
        line.append(", \"b\": ", token.utf8Range.lowerBound)
        line.append(", \"e\": ", token.utf8Range.upperBound)
        line.append(", \"u\": ", token.scalarRange.lowerBound)
        line.append(", \"ws\": ", token.hasTrailingSpace ? 1 : 0)
        line.append(", \"norm\": ", token.norm)
        line.append(", \"tag\": ", token.tag)
        line.append(", \"pos\": ", token.pos)
        line.append(", \"morph\": ", token.morph)
        line.append(", \"lemma\": ", token.lemma)
        line.append(", \"dep\": ", token.dep)
        line.append(", \"head\": ", token.head)
        line.append(", \"sent\": ", token.isSentenceStart ? 1 : 0)
        line.append(", \"iob\": ", token.entityPosition.rawValue)
        line.append(", \"ent\": ", token.entityLabel)
        line.append(json: "}")
    }
}

/// JSON that is put together byte by byte, which is ten times as fast as an encoder.
private struct JSONLine {
    private(set) var bytes: [UInt8] = []

    mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    /// Appends JSON as it is.
    mutating func append(json: StaticString) {
        json.withUTF8Buffer { bytes += $0 }
    }

    /// Appends JSON and a number.
    mutating func append(_ json: StaticString, _ number: Int) {
        append(json: json)
        bytes += String(number).utf8
    }

    /// Appends JSON and a text in quotes.
    mutating func append(_ json: StaticString, _ text: String) {
        append(json: json)
        append(quoting: text)
    }

    /// Appends a text in quotes.
    mutating func append(quoting text: String) {
        JSONString.append(text, to: &bytes)
    }
}
