// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Hummingbird
import Ledger

/// An export on its way: a file without a name, so that none of it stays in memory or on the disk.
final class TemporaryFile: ExportDestination, TextSink, Sendable {
    private let handle: FileHandle

    /// Makes the file, which goes with the last use of it.
    init() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DeskError(.resource, path, detail: String(cString: strerror(errno))) }
        unlink(path)
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func file(_ name: String, _ fill: (any TextSink) throws -> Void) throws {
        try fill(self)
        try rewind()
    }

    func write(_ text: String) throws { try write(Data(text.utf8)) }

    /// Adds bytes at the end.
    func write(_ data: Data) throws { try handle.write(contentsOf: data) }

    /// Goes back to the beginning, to be read.
    func rewind() throws { try handle.seek(toOffset: 0) }

    /// The next piece; `nil` at the end.
    func read() throws -> Data? {
        guard let piece = try handle.read(upToCount: 1 << 16), !piece.isEmpty else { return nil }
        return piece
    }

    /// What the ledger is in `format`: its one file, or an archive of its files.
    static func export(_ ledger: Ledger, _ format: any ExportFormat, _ options: ExportOptions) throws -> TemporaryFile {
        let file = try TemporaryFile()
        if format.fileName == nil {
            let archive = ExportArchive(file)
            try format.write(ledger, to: archive, options)
            try archive.finish()
        } else {
            try format.write(ledger, to: file, options)
        }
        return file
    }

    /// The answer that sends the file piece by piece, to be kept under `name`.
    func response(named name: String) -> Response {
        let type = MediaType.getMediaType(forExtension: URL(filePath: name).pathExtension)?.description
        return Response(
            status: .ok,
            headers: [
                .contentType: type ?? "application/octet-stream", .xContentTypeOptions: "nosniff",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody { writer in
                while let piece = try self.read() {
                    try await writer.write(ByteBuffer(bytes: piece))
                }
                try await writer.finish(nil)
            })
    }
}

extension ExportFormat {
    /// What it is called as one file: several files come as an archive.
    var downloadName: String { fileName ?? "\(name).zip" }
}
