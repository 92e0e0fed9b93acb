// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Reads gold files: one JSON object a line, or one a file.
enum GoldFile {
    /// The records of a file of NDJSON, in its order.
    static func records<Record: Decodable>(_ type: Record.Type, at file: URL) throws(EvaluationError) -> [Record] {
        var records: [Record] = []
        let lines = try content(of: file).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            records.append(try decode(type, from: line, at: "\(file.path):\(number + 1)"))
        }
        return records
    }

    /// The first record of a file of NDJSON; `nil` where there is none.
    static func first<Record: Decodable>(_ type: Record.Type, at file: URL) -> Record? {
        guard let data = try? content(of: file) else { return nil }
        return try? JSONDecoder().decode(type, from: Data(data.prefix { $0 != UInt8(ascii: "\n") }))
    }

    /// The records of the folder's files that end in `.json`, in the order of their names.
    static func documents<Record: Decodable>(_ type: Record.Type, in folder: URL) throws(EvaluationError) -> [Record] {
        var records: [Record] = []
        for name in try names(in: folder) where name.hasSuffix(".json") {
            let file = folder.appending(path: name)
            records.append(try decode(type, from: try content(of: file), at: file.path))
        }
        return records
    }

    /// The names in a folder, sorted.
    static func names(in folder: URL) throws(EvaluationError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw EvaluationError(place: folder.path, problem: "the folder cannot be read", advice: "check the path")
        }
    }

    /// The bytes of a file, or what the file of that name with `.gz` holds.
    static func content(of file: URL) throws(EvaluationError) -> Data {
        if !FileManager.default.fileExists(atPath: file.path), let content = GzipFile.content(of: file.path + ".gz") {
            return content
        }
        do {
            return try Data(contentsOf: file)
        } catch {
            throw EvaluationError(place: file.path, problem: "the file cannot be read", advice: "check the path")
        }
    }

    private static func decode<Record: Decodable>(
        _ type: Record.Type, from data: Data, at place: String
    ) throws(EvaluationError) -> Record {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw EvaluationError(
                place: place, problem: "this is no gold record of its kind (\(reason(error)))",
                advice: "compare it with Documentation/accuracy.md")
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "\(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            context.codingPath.map(\.stringValue).joined(separator: ".") + " has the wrong type"
        default: "it is not valid JSON"
        }
    }
}
