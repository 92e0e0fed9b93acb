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

    func validate() throws {
        guard (1...1024).contains(jobs) else { throw ValidationError("--jobs must be between 1 and 1024.") }
    }

    func run() throws {
        let output = StandardOutput()
        let desk = ReadingDesk(model: model.model, frames: frames.folder)
        // A machine without the model is to fail at once, not at its first record.
        try desk.load()
        let work = OrderedWork<NumberedRecord, Result<String, any Error>>(jobs: jobs) { record in
            Result { try record.answer(by: desk) }
        } receive: { answer in
            try output.writeLine(try answer.get())
            if jobs == 1 { try output.flush() }
        }
        let standardInput = InputFile(path: nil)
        let input = try InputBytes(.standardInput(name: standardInput.name), name: standardInput.name)
        var number = 0
        while let line = try input.recordLine(limit: NumberedRecord.longestLine) {
            number += 1
            guard line.map(\.isBlank) != true else { continue }
            try work.give(NumberedRecord(number: number, line: line))
        }
        try work.finish()
        try output.flush()
    }
}

/// A line of the input.
private struct NumberedRecord: Sendable {
    /// A page in base64 with room for the rest of its record.
    static let longestLine = 2 * PageLimits.bytes

    let number: Int
    /// `nil` where it was too long.
    let line: [UInt8]?

    /// The line that answers the record; throws what ends the run.
    func answer(by desk: ReadingDesk) throws -> String {
        do {
            guard let line else {
                throw PageError(.tooLarge(bytes: Self.longestLine, limit: PageLimits.bytes))
            }
            let document = InputDocument(name: "line \(number)", content: .record(line))
            return try JSONText.line(try desk.reading(of: document).reading)
        } catch let error as PageError {
            return try JSONText.line(Failure(id: id, line: number, error: error))
        }
    }

    /// The record's id, also of a record that cannot be read.
    private var id: String? {
        line.flatMap { try? JSONDecoder().decode(Named.self, from: Data($0)) }?.id
    }

    private struct Named: Decodable { let id: String? }
}

/// The answer to a record that cannot be read.
private struct Failure: Encodable {
    private struct Reason: Encodable {
        let code: String
        let message: String
    }

    private let schema = "entente.failure/1"
    private let id: String?
    private let line: Int
    private let error: Reason

    init(id: String?, line: Int, error: PageError) {
        self.id = id
        self.line = line
        // The place is said by `id` and `line`; without it the same record has the same message anywhere.
        self.error = Reason(code: error.code.rawValue, message: PageError(error.problem).description)
    }
}

extension [UInt8] {
    /// Whether there is nothing but white space.
    fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
}
