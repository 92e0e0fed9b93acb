// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// A stored text that is none of the words that this program knows.
struct UnknownWord: Error, CustomStringConvertible {
    let column: String
    let word: String

    var description: String { "the column \(column) holds the unknown word \"\(word)\"" }
}

extension Row {
    /// The range that the four columns of a range name.
    var range: TextRange {
        TextRange(
            start: TextPosition(scalar: self["scalar_start"], byte: self["byte_start"]),
            end: TextPosition(scalar: self["scalar_end"], byte: self["byte_end"]))
    }

    /// The range together with the quote.
    var evidence: Evidence { Evidence(range: range, quote: self["quote"]) }

    /// The case that the word in `column` names.
    func value<Value: RawRepresentable>(_ column: String) throws -> Value where Value.RawValue == String {
        let word = self[column] as String
        guard let value = Value(rawValue: word) else { throw UnknownWord(column: column, word: word) }
        return value
    }

    /// The date in `column` and how it is known, which stands in the column of the same name with `_basis`.
    func date(_ column: String, premises: [Evidence] = []) throws -> DatedValue? {
        guard let text = self[column] as String? else { return nil }
        guard let value = PartialDate(text) else { throw UnknownWord(column: column, word: text) }
        return DatedValue(value: value, basis: try self.value("\(column)_basis"), premises: premises)
    }
}
