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
    /// The value in `column`; GRDB's subscripts would end the program where a damaged file holds another type.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value {
        try decode(Value.self, forColumn: column)
    }

    /// The value in the column at `index`, where the name of the column would have to be looked up too often.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(at index: Int) throws -> Value {
        try decode(Value.self, atIndex: index)
    }

    /// The range that the four columns of a range name.
    func range() throws -> TextRange {
        TextRange(
            start: TextPosition(scalar: try value("scalar_start"), byte: try value("byte_start")),
            end: TextPosition(scalar: try value("scalar_end"), byte: try value("byte_end")))
    }

    /// The range together with the quote.
    func evidence() throws -> Evidence { Evidence(range: try range(), quote: try value("quote")) }

    /// The case that the word in `column` names.
    func word<Value: RawRepresentable>(_ column: String) throws -> Value where Value.RawValue == String {
        let word: String = try value(column)
        guard let value = Value(rawValue: word) else { throw UnknownWord(column: column, word: word) }
        return value
    }

    /// The date in `column` and how it is known, which stands in the column of the same name with `_basis`.
    func date(_ column: String, premises: [Evidence] = []) throws -> DatedValue? {
        guard let text: String = try decode(String?.self, forColumn: column) else { return nil }
        guard let value = PartialDate(text) else { throw UnknownWord(column: column, word: text) }
        return DatedValue(value: value, basis: try word("\(column)_basis"), premises: premises)
    }
}
