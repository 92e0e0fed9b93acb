// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Gathering
import Pages

/// Goes through all inputs of a verb; a bad one is reported and the rest goes on.
final class InputBatch {
    private let items: [Result<InputItem, any Error>]
    private let form: InputForm
    private let web: WebVisitor?
    /// The URLs among the items, being fetched from the first one on.
    private var visit: Result<WebVisitor.Visit, any Error>?
    private var progress: ProgressBar
    private var hasFailures = false

    /// Finds the inputs that `options` name; `web` fetches those that are URLs; without it none may be.
    init(_ options: InputOptions, web: WebVisitor?) {
        items = InputItem.items(at: options.paths)
        form = options.input
        self.web = web
        progress = ProgressBar(total: items.count)
    }

    /// Gives each document to `use`, flushes what it wrote to `output`, then throws exit status 1 if some were lost.
    ///
    /// What `use` throws is reported as the document's fault if it concerns only that; any other error ends the run.
    /// `unmodified` is told of URLs whose page is still the one that the visitor remembers.
    func forEach(
        writingTo output: StandardOutput, unmodified: @escaping (String) throws -> Void = { _ in },
        _ use: (InputDocument) throws -> Void
    ) throws {
        try forEach(jobs: 1, writingTo: output, unmodified: unmodified, work: { $0 }, use)
    }

    /// Does `work` for the documents, `jobs` of them at once, and gives the results to `use` in the order of the
    /// documents; else like `forEach(writingTo:unmodified:_:)`, also for what `work` throws.
    func forEach<Result: Sendable>(
        jobs: Int, writingTo output: StandardOutput, unmodified: @escaping (String) throws -> Void = { _ in },
        work: @escaping @Sendable (InputDocument) throws -> Result, _ use: (Result) throws -> Void
    ) throws {
        do {
            defer { progress.clear() }
            try withoutActuallyEscaping(use) { use in
                let ordered = OrderedWork<Step<InputDocument>, Step<Result>>(jobs: jobs) { step in
                    step.map(work)
                } receive: { [self] step in
                    do {
                        try finish(step, unmodified, use)
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

    /// Gives all documents, what failed, and the ends of inputs in order; throws only what `give` throws.
    private func walk(_ give: (Step<InputDocument>) throws -> Void) throws {
        for item in items {
            do {
                switch try item.get() {
                case .file(let file): try read(file, give)
                case .web(let address): try give(fetch(address))
                }
            } catch let end as EndOfRun {
                throw end
            } catch {
                try give(.failure(error))
            }
            try give(.endOfInput)
        }
    }

    private func finish<Result>(
        _ step: Step<Result>, _ unmodified: (String) throws -> Void, _ use: (Result) throws -> Void
    ) throws {
        switch step {
        case .document(let result):
            progress.makeRoom()
            try attempt { try use(result) }
        case .unmodified(let address): try attempt { try unmodified(address) }
        case .failure(let error): try attempt { throw error }
        case .endOfInput: progress.advance()
        }
    }

    private func fetch(_ address: WebAddress) throws -> Step<InputDocument> {
        guard let web else {
            throw CommandFailure(
                address.text, "URLs are not taken here", advice: "save the text and name the file", endsRun: false)
        }
        // What fails once stays failed, so that no URL is given the page of another.
        let visit =
            self.visit
            ?? Result {
                try web.visit(
                    items.compactMap { if case .success(.web(let address)) = $0 { address } else { nil } })
            }
        self.visit = visit
        guard let fetched = try visit.get().next(address) else { return .unmodified(address.text) }
        return .document(
            InputDocument(name: address.text, content: .page(fetched.page), retrieval: fetched.retrieval))
    }

    private func read(_ file: InputFile, _ give: (Step<InputDocument>) throws -> Void) throws {
        let window =
            try file.path.map { path throws(GatheringError) in try ByteWindow(path: path) }
            ?? .standardInput(name: file.name)
        if form == .auto, try WARCReader.recognises(window) { return try readArchive(file, window, give) }
        let bytes = try InputBytes(window, name: file.name)
        if try holdsRecords(file, bytes) {
            try readRecords(file, bytes, give)
            return
        }
        let content = try bytes.rest(limit: PageLimits.bytes)
        guard content.count <= PageLimits.bytes else {
            let size = max(bytes.knownSize ?? 0, content.count)
            throw PageError(.tooLarge(bytes: size, limit: PageLimits.bytes), location: file.name)
        }
        try give(.document(InputDocument(name: file.name, content: .page(Page(bytes: content, location: file.path)))))
    }

    private func readArchive(
        _ file: InputFile, _ window: ByteWindow, _ give: (Step<InputDocument>) throws -> Void
    ) throws {
        let reader = try WARCReader(window, name: file.name)
        while let item = try reader.next() {
            switch item {
            case .fault(let fault): try give(.failure(fault))
            case .page(let fetched, let offset):
                let name = fetched.page.location ?? "\(file.name):\(offset)"
                try give(
                    .document(InputDocument(name: name, content: .page(fetched.page), retrieval: fetched.retrieval)))
            }
        }
    }

    private func readRecords(
        _ file: InputFile, _ bytes: InputBytes, _ give: (Step<InputDocument>) throws -> Void
    ) throws {
        var number = 0
        while let line = try bytes.line(limit: PageLimits.bytes) {
            number += 1
            guard line.contains(where: { !Self.isBlank($0) }) else { continue }
            try give(.document(InputDocument(name: "\(file.name):\(number)", content: .record(line))))
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
        } catch  where DocumentFault.concerns(error) {
            Diagnostics.report("\(error)")
            hasFailures = true
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Tells the errors that cost one document from those that end the run.
enum DocumentFault {
    /// Whether `error` concerns one document alone.
    static func concerns(_ error: any Error) -> Bool {
        switch error {
        case is PageError, is GatheringError: true
        case let failure as CommandFailure: !failure.endsRun
        default: false
        }
    }
}

/// What comes next in a batch.
private enum Step<Content: Sendable>: Sendable {
    case document(Content)
    /// A URL whose page is still the one that is remembered.
    case unmodified(String)
    case failure(any Error)
    case endOfInput

    /// The same with what `work` makes of a document, or with the error that it throws.
    func map<Result: Sendable>(_ work: (Content) throws -> Result) -> Step<Result> {
        switch self {
        case .document(let content):
            do {
                return .document(try work(content))
            } catch {
                return .failure(error)
            }
        case .unmodified(let address): return .unmodified(address)
        case .failure(let error): return .failure(error)
        case .endOfInput: return .endOfInput
        }
    }
}

/// An error that ends the run, on its way through the reading of inputs.
private struct EndOfRun: Error {
    let cause: any Error
}
