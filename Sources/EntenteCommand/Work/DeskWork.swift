// SPDX-License-Identifier: Apache-2.0

import Asking
import Desk
import Foundation
import Gathering
import Gazetteer
import Language
import Ledger
import Pages

/// What the Desk has done by the reader and the network: questions are answered, pages are fetched, read and kept.
struct DeskWork: Sendable {
    private struct Asking: Sendable {
        let pipeline: Pipeline
        let gazetteer: Gazetteer
    }

    private let ledger: Ledger
    private let desk: ReadingDesk
    private let manner: WebClient.Manner
    private let asking: Loaded<Asking>

    /// Prepares to work on `ledger`; what is needed is loaded at the first need.
    init(_ ledger: Ledger, model: ModelChoice, manner: WebClient.Manner) {
        self.ledger = ledger
        self.manner = manner
        desk = ReadingDesk(model: model)
        asking = Loaded {
            Asking(pipeline: try Pipeline(model: try model.location()), gazetteer: try Gazetteer.standard())
        }
    }

    /// The work as the Desk calls for it.
    var tools: DeskTools {
        DeskTools(
            ask: { question in
                let parts = try asking.get()
                return try Asker(ledger: ledger, pipeline: parts.pipeline, gazetteer: parts.gazetteer).answer(question)
            },
            add: { input, tell in try add(input, tell) })
    }

    private func add(_ input: DeskTools.Input, _ tell: (DeskTools.Outcome) -> Void) throws {
        switch input {
        case .address(let text):
            do {
                let address = try WebAddress(text)
                let visitor = WebVisitor(manner, memory: WebVisitor.Memory(ledger))
                guard let fetched = try visitor.visit([address]).next(address) else {
                    return tell(DeskTools.Outcome(name: text, state: Ledger.Addition.unchanged.rawValue))
                }
                keep(InputDocument(name: text, content: .page(fetched.page), retrieval: fetched.retrieval), tell)
            } catch {
                tell(DeskTools.Outcome(name: text, state: nil, reason: Self.reason(error)))
            }
        case .file(let name, let bytes): try addFile(name, bytes, tell)
        }
    }

    /// A web archive is gone through page by page, a file of records line by line.
    private func addFile(_ name: String, _ bytes: [UInt8], _ tell: (DeskTools.Outcome) -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let window = try ByteWindow(path: file.path)
        if try WARCReader.recognises(window) {
            let reader = try WARCReader(window, name: name)
            while let item = try reader.next() {
                switch item {
                case .fault(let fault):
                    tell(DeskTools.Outcome(name: name, state: nil, reason: Self.reason(fault)))
                case .page(let fetched, let offset):
                    let page = fetched.page.location ?? "\(name):\(offset)"
                    keep(InputDocument(name: page, content: .page(fetched.page), retrieval: fetched.retrieval), tell)
                }
            }
        } else if InputFile(path: name).isNamedAsRecords {
            let lines = try InputBytes(window, name: name)
            var number = 0
            while let line = try lines.line(limit: PageLimits.bytes) {
                number += 1
                guard line.contains(where: { $0 > 0x20 }) else { continue }
                keep(InputDocument(name: "\(name):\(number)", content: .record(line)), tell)
            }
        } else {
            keep(InputDocument(name: name, content: .page(Page(bytes: bytes, location: name))), tell)
        }
    }

    private func keep(_ document: InputDocument, _ tell: (DeskTools.Outcome) -> Void) {
        do {
            let result = try desk.reading(of: document)
            let addition = try ledger.add(result.snapshot, reading: result.reading, at: Date.now.ISO8601Format())
            let source = result.reading.article.source
            let language = result.remark == nil ? nil : source.language
            tell(
                DeskTools.Outcome(
                    name: document.name, title: result.reading.article.title, state: addition.rawValue,
                    source: source.id,
                    reason: language.map { .otherLanguage($0) }))
        } catch {
            tell(DeskTools.Outcome(name: document.name, state: nil, reason: Self.reason(error)))
        }
    }

    private static func reason(_ error: any Error) -> DeskTools.Reason {
        switch error {
        case let error as PageError: DeskTools.Reason(error, code: error.code.rawValue)
        case let error as GatheringError: DeskTools.Reason(error, code: error.code.rawValue)
        default: DeskTools.Reason(error)
        }
    }
}
