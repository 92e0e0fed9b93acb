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
        writingTo output: StandardOutput, unmodified: (String) throws -> Void = { _ in },
        _ use: (InputDocument) throws -> Void
    ) throws {
        do {
            defer { progress.clear() }
            for item in items {
                try attempt {
                    switch try item.get() {
                    case .file(let file): try read(file, use)
                    case .web(let address): try read(address, unmodified, use)
                    }
                }
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

    private func read(
        _ address: WebAddress, _ unmodified: (String) throws -> Void, _ use: (InputDocument) throws -> Void
    ) throws {
        guard let web else {
            throw CommandFailure(
                address.text, "URLs are not taken here", advice: "save the text and name the file", endsRun: false)
        }
        guard let fetched = try web.fetch(address) else { return try unmodified(address.text) }
        progress.makeRoom()
        try use(InputDocument(name: address.text, content: .page(fetched.page), retrieval: fetched.retrieval))
    }

    private func read(_ file: InputFile, _ use: (InputDocument) throws -> Void) throws {
        let window =
            try file.path.map { path throws(GatheringError) in try ByteWindow(path: path) }
            ?? .standardInput(name: file.name)
        if form == .auto, try WARCReader.recognises(window) { return try readArchive(file, window, use) }
        let bytes = try InputBytes(window, name: file.name)
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

    private func readArchive(_ file: InputFile, _ window: ByteWindow, _ use: (InputDocument) throws -> Void) throws {
        let reader = try WARCReader(window, name: file.name)
        while let item = try reader.next() {
            try attempt {
                switch item {
                case .fault(let fault): throw fault
                case .page(let fetched, let offset):
                    progress.makeRoom()
                    let name = fetched.page.location ?? "\(file.name):\(offset)"
                    try use(InputDocument(name: name, content: .page(fetched.page), retrieval: fetched.retrieval))
                }
            }
        }
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
