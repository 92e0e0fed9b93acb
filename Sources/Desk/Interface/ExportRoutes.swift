// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Hummingbird
import Ledger

extension InterfaceRoutes {
    /// The whole ledger in open formats.
    static let exportRoutes: [InterfaceRoute] = [
        .get("exports") { call in
            let formats = ExportFormats.all.compactMap { format in
                format.fileName.map { ExportListing(name: format.name, summary: format.summary, file: $0) }
            }
            return try call.answer(page: formats, limit: formats.count, offset: 0)
        },
        .get("exports/{format}", ["text"]) { call in
            let name = try call.context.part("format")
            guard let format = ExportFormats.named(name), let fileName = format.fileName else {
                throw DeskError(.notFound, name)
            }
            let options = ExportOptions(withText: try call.flag("text"))
            let file = try await call.workplace.ask { ledger in
                let file = try SpooledExport()
                try format.write(ledger, to: file, options)
                return file
            }
            return try file.response(named: fileName)
        },
    ]

    private struct ExportListing: Encodable {
        let name: String
        let summary: String
        let file: String
    }
}

/// An export on its way: written to a file without a name, so that none of it stays in memory or on the disk.
final class SpooledExport: ExportDestination, TextSink, Sendable {
    private let handle: FileHandle

    /// Makes the file, which goes when the last use of it ends.
    init() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "entente-export-\(UUID().uuidString)").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DeskError(.resource, path, detail: String(cString: strerror(errno))) }
        unlink(path)
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func file(_ name: String, _ fill: (any TextSink) throws -> Void) throws { try fill(self) }

    func write(_ text: String) throws { try handle.write(contentsOf: Data(text.utf8)) }

    /// The answer that sends the file piece by piece.
    func response(named name: String) throws -> Response {
        let length = try handle.offset()
        try handle.seek(toOffset: 0)
        let type = MediaType.getMediaType(forExtension: URL(filePath: name).pathExtension)?.description
        return Response(
            status: .ok,
            headers: [
                .contentType: type ?? "application/octet-stream",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody(contentLength: Int(length)) { writer in
                while let piece = try self.handle.read(upToCount: 64 * 1024), !piece.isEmpty {
                    try await writer.write(ByteBuffer(bytes: piece))
                }
                try await writer.finish(nil)
            })
    }
}
