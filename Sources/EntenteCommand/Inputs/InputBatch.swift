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
        do {
            defer { progress.clear() }
            for file in files {
                try attempt { try read(try file.get(), use) }
                progress.advance()
            }
        } catch {
            // What was done before the run ended is whole and is kept.
            try output.flush()
            throw error
        }
        try output.flush()
        if hasFailures { throw ExitStatus.someInputsFailed }
    }

    private func read(_ file: InputFile, _ use: (InputDocument) throws -> Void) throws {
        let bytes = try InputBytes(file)
        if try holdsRecords(file, bytes) {
            try readRecords(file, bytes, use)
            return
        }
        let content = try bytes.rest(limit: PageLimits.bytes)
        guard content.count <= PageLimits.bytes else {
            let size = max(bytes.knownSize ?? 0, content.count)
            throw PageError(.tooLarge(bytes: size, limit: PageLimits.bytes), location: file.name)
        }
        progress.makeRoom()
        try use(InputDocument(name: file.name, content: .page(Page(bytes: content, location: file.path))))
    }

    private func readRecords(
        _ file: InputFile, _ bytes: InputBytes, _ use: (InputDocument) throws -> Void
    ) throws {
        var number = 0
        while let line = try bytes.line(limit: PageLimits.bytes) {
            number += 1
            guard line.contains(where: { !Self.isBlank($0) }) else { continue }
            progress.makeRoom()
            try attempt { try use(InputDocument(name: "\(file.name):\(number)", content: .record(line))) }
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
