// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of gold that one capability is measured on.
protocol GoldSet {
    /// The folder's name.
    var name: String { get }

    /// Reads every text of the set and compares what was read with the gold.
    func outcome(reader: TextReader) throws -> Outcome
}

/// Writes predictions: sorted keys, slashes as they are, the same bytes for the same value.
enum JSONLine {
    /// `value` in one line.
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
