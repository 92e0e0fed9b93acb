// SPDX-License-Identifier: Apache-2.0

import Briefing
import Foundation
import Hummingbird

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
        try handle.seek(toOffset: 0)
    }

    func write(_ text: String) throws { try handle.write(contentsOf: Data(text.utf8)) }

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
                while let piece = try self.handle.read(upToCount: 1 << 16), !piece.isEmpty {
                    try await writer.write(ByteBuffer(bytes: piece))
                }
                try await writer.finish(nil)
            })
    }
}
