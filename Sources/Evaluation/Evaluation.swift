// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer
import Reading

/// Measures the reader on folders of gold.
///
/// What a folder holds is told by its name up to the first underscore: `cooperation`, `quotes`, `timex`,
/// `recognizers`, `toponyms`, `ner`, `press`, `coref`, `events`. Other folders, and those of a language that is not read,
/// are passed over.
package struct Evaluation: Sendable {
    /// The gold sets' names, in the order of the table.
    package var sets: [String] { goldSets.map(\.name) }
    /// The names of folders that nothing here measures.
    package let passedOver: [String]

    private let goldSets: [any GoldSet]

    /// Finds the gold at `folder`: one set, or a folder of sets.
    package init(gold folder: URL) throws(EvaluationError) {
        if let set = Self.set(at: folder) {
            goldSets = [set]
            passedOver = []
            return
        }
        let inside = try GoldFile.names(in: folder).map { folder.appending(path: $0, directoryHint: .isDirectory) }
            .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true }
        let found = inside.map { ($0.lastPathComponent, Self.set(at: $0)) }
        goldSets = found.compactMap(\.1)
        passedOver = found.filter { $0.1 == nil }.map(\.0)
        guard !goldSets.isEmpty else {
            throw EvaluationError(
                place: folder.path, problem: "there is no gold here that can be measured",
                advice: "name a folder with sets such as cooperation or quotes_gum; see Documentation/accuracy.md")
        }
    }

    /// Reads and scores all sets in turn; `each` gets what was read and its outcome as soon as a set is done.
    package func run(
        _ reader: ArticleReader, gazetteer: Gazetteer, _ each: ([PredictionFile], Outcome) throws -> Void
    ) throws {
        for set in sets.indices {
            let (predictions, outcome) = try result(ofSet: set, reader, gazetteer: gazetteer)
            try each(predictions, outcome)
        }
    }

    /// Reads and scores one of `sets`: what was read, and its outcome.
    package func result(
        ofSet number: Int, _ reader: ArticleReader, gazetteer: Gazetteer
    ) throws -> ([PredictionFile], Outcome) {
        let predictions = try goldSets[number].predictions(by: TextReader(reader: reader, gazetteer: gazetteer))
        return (predictions, try goldSets[number].outcome(of: predictions))
    }

    /// Scores predictions that `entente eval --predictions` has written into `folder`.
    package func outcomes(ofPredictionsIn folder: URL) throws -> [Outcome] {
        let names = try GoldFile.names(in: folder).filter { $0.hasSuffix(".ndjson") }
        let files = try names.map { name throws(EvaluationError) in try PredictionFile(name, in: folder) }
        return try goldSets.map { try $0.outcome(of: files) }
    }

    private static func set(at folder: URL) -> (any GoldSet)? {
        let name = folder.lastPathComponent
        let task = name.prefix { $0 != "_" }
        guard task == "cooperation" || isRead(folder) else { return nil }
        switch task {
        case "cooperation": return CooperationSet(name: name, folder: folder)
        case "quotes": return QuoteSet(name: name, folder: folder)
        case "timex": return TimeSet(name: name, folder: folder)
        case "recognizers": return RecognizersSet(name: name, folder: folder)
        case "toponyms": return ToponymSet(name: name, folder: folder)
        case "coref":
            return CoreferenceSet(name: name, folder: folder)
        case "ner" where saysWhatIsOne(folder): return CoreferenceSet(name: name, folder: folder)
        case "ner", "press": return NameSet(name: name, folder: folder)
        case "events": return EventSet(name: name, folder: folder)
        default: return nil
        }
    }

    /// Whether the gold of names marks everything else too and says what is one.
    private static func saysWhatIsOne(_ folder: URL) -> Bool {
        struct Record: Decodable {
            struct Entity: Decodable { let cluster: String? }
            let entities: [Entity]
        }
        let first = GoldFile.first(Record.self, at: folder.appending(path: "gold.ndjson"))
        return first?.entities.first?.cluster != nil
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
