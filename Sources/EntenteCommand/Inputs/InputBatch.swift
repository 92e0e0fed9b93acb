// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Pages

/// One page or record of an input.
struct InputDocument {
    /// What it is made of.
    enum Content {
        /// A whole page.
        case page(Page)
        /// The JSON text of a record.
        case record([UInt8])
    }

    /// How messages and output call it: the path, and for records the line.
    let name: String
    /// What it is made of.
    let content: Content
}

/// Goes through all inputs of a verb; a bad one is reported and the rest goes on.
final class InputBatch {
    private let files: [Result<InputFile, CommandFailure>]
    private let form: InputForm
    private var progress: ProgressBar
    private var hasFailures = false

    /// Finds the inputs that `options` name.
    init(_ options: InputOptions) {
        files = InputWalk.files(at: options.paths)
        form = options.input
        progress = ProgressBar(total: files.count)
    }

    /// Gives each document to `use`, flushes what it wrote to `output`, then throws exit status 1 if some were lost.
    ///
    /// What `use` throws is reported as the document's fault if it is a page error or a failure that does not end
    /// the run; any other error ends the run.
    func forEach(writingTo output: StandardOutput, _ use: (InputDocument) throws -> Void) throws {
        try forEach(jobs: 1, writingTo: output, work: { $0 }, use)
    }

    /// Does `work` for the documents, `jobs` of them at once, and gives the results to `use` in the order of the
    /// documents; else like `forEach(writingTo:_:)`, also for what `work` throws.
    func forEach<Result: Sendable>(
        jobs: Int, writingTo output: StandardOutput, work: @escaping @Sendable (InputDocument) throws -> Result,
        _ use: (Result) throws -> Void
    ) throws {
        do {
            defer { progress.clear() }
            try withoutActuallyEscaping(use) { use in
                let ordered = OrderedWork<Step<InputDocument>, Step<Result>>(jobs: jobs) { step in
                    step.map(work)
                } receive: { [self] step in
                    do {
                        try finish(step, use)
                    } catch {
                        throw EndOfRun(cause: error)
                    }
                }
                try walk { try ordered.give($0) }
                try ordered.finish()
            }
        } catch let end as EndOfRun {
            // What was done before the run ended is whole and is kept.
            try output.flush()
            throw end.cause
        }
        try output.flush()
        if hasFailures { throw ExitStatus.someInputsFailed }
    }

    /// Gives all documents, what failed, and the ends of files in order; throws only what `give` throws.
    private func walk(_ give: (Step<InputDocument>) throws -> Void) throws {
        for file in files {
            do {
                try read(try file.get()) { try give(.document($0)) }
            } catch let end as EndOfRun {
                throw end
            } catch {
                try give(.failure(error))
            }
            try give(.endOfFile)
        }
    }

    private func finish<Result>(_ step: Step<Result>, _ use: (Result) throws -> Void) throws {
        switch step {
        case .document(let result):
            progress.makeRoom()
            try attempt { try use(result) }
        case .failure(let error): try attempt { throw error }
        case .endOfFile: progress.advance()
        }
    }

    private func read(_ file: InputFile, _ give: (InputDocument) throws -> Void) throws {
        let bytes = try InputBytes(file)
        if try holdsRecords(file, bytes) {
            try readRecords(file, bytes, give)
            return
        }
        let content = try bytes.rest(limit: PageLimits.bytes)
        guard content.count <= PageLimits.bytes else {
            let size = max(bytes.knownSize ?? 0, content.count)
            throw PageError(.tooLarge(bytes: size, limit: PageLimits.bytes), location: file.name)
        }
        try give(InputDocument(name: file.name, content: .page(Page(bytes: content, location: file.path))))
    }

    private func readRecords(
        _ file: InputFile, _ bytes: InputBytes, _ give: (InputDocument) throws -> Void
    ) throws {
        var number = 0
        while let line = try bytes.line(limit: PageLimits.bytes) {
            number += 1
            guard line.contains(where: { !Self.isBlank($0) }) else { continue }
            try give(InputDocument(name: "\(file.name):\(number)", content: .record(line)))
        }
        guard number > 0 else { throw PageError(.empty, location: file.name) }
    }

    /// Whether `file` holds records, by its name or by a first line that is a JSON object.
    private func holdsRecords(_ file: InputFile, _ bytes: InputBytes) throws -> Bool {
        switch form {
        case .page: return false
        case .ndjson: return true
        case .auto: break
        }
        if file.isNamedAsRecords { return true }
        if file.isNamedAsPage { return false }
        guard var line = try? bytes.upcomingLine(limit: PageLimits.bytes) else { return false }
        if line.starts(with: Self.byteOrderMark) { line = line.dropFirst(Self.byteOrderMark.count) }
        guard line.first(where: { !Self.isBlank($0) }) == UInt8(ascii: "{") else { return false }
        return (try? JSONSerialization.jsonObject(with: Data(line))) is [String: Any]
    }

    /// Does `work`; an error that only concerns one document is reported and not thrown on.
    private func attempt(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as PageError {
            report(error)
        } catch let failure as CommandFailure where !failure.endsRun {
            report(failure)
        }
    }

    private func report(_ problem: some CustomStringConvertible) {
        Diagnostics.report(problem)
        hasFailures = true
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// What comes next in a batch.
private enum Step<Content: Sendable>: Sendable {
    case document(Content)
    case failure(any Error)
    case endOfFile

    /// The same with what `work` makes of a document, or with the error that it throws.
    func map<Result: Sendable>(_ work: (Content) throws -> Result) -> Step<Result> {
        switch self {
        case .document(let content):
            do {
                return .document(try work(content))
            } catch {
                return .failure(error)
            }
        case .failure(let error): return .failure(error)
        case .endOfFile: return .endOfFile
        }
    }
}

/// An error that ends the run, on its way through the reading of inputs.
private struct EndOfRun: Error {
    let cause: any Error
}
