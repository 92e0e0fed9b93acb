// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Foundation
import Pages

/// `entente worker`: records in, readings out, for pipelines.
struct WorkerVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Read records from standard input and answer each with one line, for pipelines.",
        discussion: """
            Each line of the input is a record as for entente read; a page as it was fetched comes as {"id", "bytes", \
            "contentType", "url"}, where "bytes" is in base64. Each answer is one line, in the order of the records: the \
            reading, or {"schema": "entente.failure/1", "id", "line", "error": {"code", "message"}} for a record that \
            cannot be read. Bad records do not change the exit status; it is 0 when the input has ended.

            EXAMPLES
              entente worker < records.ndjson > readings.ndjson
              zcat pages.ndjson.gz | entente worker --jobs 4 | jq -c 'select(.error)'
            """)

    @Option(
        help: """
            How many records are read at once; with 1 (the default) an answer is written before the next record is read.
            """)
    var jobs: Int = 1

    @OptionGroup var model: ModelOptions
    @OptionGroup var frames: FrameOptions
    @OptionGroup var gate: GateOptions

    func validate() throws {
        guard (1...1024).contains(jobs) else { throw ValidationError("--jobs must be between 1 and 1024.") }
    }

    func run() throws {
        let desk = ReadingDesk(
            model: model.model, frames: frames.folder, skipsUnlikely: gate.skipUnlikely)
        // A machine without the model is to fail at once, not at its first record.
        try desk.load()
        let longest = Self.longestLine
        try AnsweredLines(jobs: jobs, longestLine: longest).run { line in
            do {
                guard let bytes = line.bytes else {
                    throw PageError(.tooLarge(bytes: longest, limit: PageLimits.bytes))
                }
                let document = InputDocument(name: "line \(line.number)", content: .record(bytes))
                return try JSONText.line(try desk.reading(of: document).reading)
            } catch let error as PageError {
                // The place is said by `id` and `line`; without it the same record has the same message anywhere.
                return try JSONText.line(
                    LineFailure(
                        id: line.recordId, line: line.number, code: error.code.rawValue,
                        message: PageError(error.problem).description))
            }
        }
    }

    /// A page in base64 with room for the rest of its record.
    private static let longestLine = 2 * PageLimits.bytes
}

extension AnsweredLines.Line {
    /// The record's id, also of a record that cannot be read.
    fileprivate var recordId: String? {
        bytes.flatMap { try? JSONDecoder().decode(Named.self, from: Data($0)) }?.id
    }

    private struct Named: Decodable { let id: String? }
}
