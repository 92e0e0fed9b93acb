// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer
import Reading

/// Measures the reader on folders of gold.
///
/// What a folder is told by its name up to the first underscore: `cooperation`, `quotes`, `timex`, `recognizers`,
/// `toponyms`, `ner`. Other folders, and those of a language that is not read, are passed over.
package struct Evaluation {
    /// The gold sets' names, in the order of the table.
    package var sets: [String] { goldSets.map(\.name) }
    /// The names of folders that nothing here measures.
    package let passedOver: [String]

    private let goldSets: [any GoldSet]
    private let reader: TextReader

    /// Prepares to measure `reader` on the gold at `folder`: one set, or a folder of sets.
    package init(gold folder: URL, reader: ArticleReader, gazetteer: Gazetteer) throws(EvaluationError) {
        self.reader = TextReader(reader: reader)
        if let set = Self.set(at: folder, gazetteer: gazetteer) {
            goldSets = [set]
            passedOver = []
            return
        }
        var sets: [any GoldSet] = []
        var passedOver: [String] = []
        for name in try GoldFile.names(in: folder) {
            let inside = folder.appending(path: name, directoryHint: .isDirectory)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: inside.path, isDirectory: &isFolder), isFolder.boolValue else {
                continue
            }
            if let set = Self.set(at: inside, gazetteer: gazetteer) {
                sets.append(set)
            } else {
                passedOver.append(name)
            }
        }
        guard !sets.isEmpty else {
            throw EvaluationError(
                place: folder.path, problem: "there is no gold here that can be measured",
                advice: "name a folder with sets such as cooperation or quotes_gum; see Documentation/accuracy.md")
        }
        goldSets = sets
        self.passedOver = passedOver
    }

    /// Measures all sets in turn; `each` gets the outcome of each as soon as it is there.
    package func run(_ each: (Outcome) throws -> Void) throws {
        for set in goldSets { try each(try set.outcome(reader: reader)) }
    }

    private static func set(at folder: URL, gazetteer: Gazetteer) -> (any GoldSet)? {
        let name = folder.lastPathComponent
        let task = name.prefix { $0 != "_" }
        guard task == "cooperation" || isRead(folder) else { return nil }
        switch task {
        case "cooperation": return CooperationSet(name: name, folder: folder)
        case "quotes": return QuoteSet(name: name, folder: folder)
        case "timex": return TimeSet(name: name, folder: folder)
        case "recognizers": return RecognizersSet(name: name, folder: folder)
        case "toponyms": return ToponymSet(name: name, folder: folder, gazetteer: gazetteer)
        case "ner": return NameSet(name: name, folder: folder, gazetteer: gazetteer)
        default: return nil
        }
    }

    /// Whether the set is there as plain NDJSON, in English by what its first record says.
    private static func isRead(_ folder: URL) -> Bool {
        struct Record: Decodable { let lang: String? }
        for file in ["gold.ndjson", "datetime.ndjson"] {
            guard let record = GoldFile.first(Record.self, at: folder.appending(path: file)) else { continue }
            return record.lang == nil || record.lang == "en"
        }
        return false
    }
}
