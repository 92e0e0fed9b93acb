// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder of gold that one capability is measured on.
///
/// Reading and scoring meet only in the prediction files, so that anyone can score them with other tools.
protocol GoldSet: Sendable {
    /// The folder's name.
    var name: String { get }

    /// Reads every text of the set.
    func predictions(by reader: TextReader) throws -> [PredictionFile]

    /// Compares what was read with the gold; a text without a prediction counts as one where nothing was read.
    func outcome(of predictions: [PredictionFile]) throws -> Outcome
}

/// What was read in the texts of a set, in the input format of the set's scorer.
package struct PredictionFile: Hashable, Sendable {
    /// The file's name.
    package let name: String
    /// One JSON object a line, one line a text.
    package let lines: [String]

    /// A file with one line for each of `records`.
    init(_ name: String, _ records: [some Encodable]) throws {
        let encoder = JSONEncoder()
        // Sorted keys, slashes as they are: the same bytes for the same value.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.name = name
        lines = try records.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    }

    /// Reads the file of that name in `folder`.
    init(_ name: String, in folder: URL) throws(EvaluationError) {
        let content = try GoldFile.content(of: folder.appending(path: name))
        self.name = name
        lines = String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// A record that says which text it is of.
protocol TextRecord: Decodable {
    /// The text's id.
    var id: String { get }
}

extension [PredictionFile] {
    /// The records of one file by the ids of their texts; empty where there is no such file.
    func records<Record: TextRecord>(_ type: Record.Type, in name: String) throws -> [String: Record] {
        let decoder = JSONDecoder()
        let lines = first { $0.name == name }?.lines ?? []
        let records = try lines.map { try decoder.decode(type, from: Data($0.utf8)) }
        return Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    }
}
