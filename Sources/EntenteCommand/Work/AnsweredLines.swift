// SPDX-License-Identifier: Apache-2.0

/// Answers each line of the standard input with one line, in the order of the input, for pipelines.
struct AnsweredLines {
    /// A line of the input.
    struct Line: Sendable {
        /// Its place, from 1 on.
        let number: Int
        /// Its bytes; `nil` where it was longer than allowed.
        let bytes: [UInt8]?
    }

    /// How many lines are worked on at once; with 1 an answer is written before the next line is read.
    let jobs: Int
    /// The most bytes that a line may have.
    let longestLine: Int

    /// Reads to the end of the input, passing over blank lines; what `answer` throws ends the run.
    func run(_ answer: @escaping @Sendable (Line) throws -> String) throws {
        let output = StandardOutput()
        let work = OrderedWork<Line, Result<String, any Error>>(jobs: jobs) { line in
            Result { try answer(line) }
        } receive: { answer in
            try output.writeLine(try answer.get())
            if jobs == 1 { try output.flush() }
        }
        let standardInput = InputFile(path: nil)
        let input = try InputBytes(.standardInput(name: standardInput.name), name: standardInput.name)
        var number = 0
        while let line = try input.recordLine(limit: longestLine) {
            number += 1
            guard line.map(\.isBlank) != true else { continue }
            try work.give(Line(number: number, bytes: line))
        }
        try work.finish()
        try output.flush()
    }
}

/// The answer to a line that cannot be worked on.
struct LineFailure: Encodable {
    private struct Reason: Encodable {
        let code: String
        let message: String
    }

    private let schema = "entente.failure/1"
    private let id: String?
    private let line: Int
    private let error: Reason

    /// Says what is wrong with the record `id` on a line; the message does not repeat the place.
    init(id: String?, line: Int, code: String, message: String) {
        self.id = id
        self.line = line
        error = Reason(code: code, message: message)
    }
}

extension [UInt8] {
    /// Whether there is nothing but white space.
    fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
}
