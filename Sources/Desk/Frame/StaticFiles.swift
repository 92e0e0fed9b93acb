// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hashing
import Hummingbird

/// The style sheet, scripts and pictures that come with the program, held in memory.
package struct StaticFiles: Sendable {
    private struct File: Sendable {
        let bytes: ByteBuffer
        let type: String
        let tag: String
    }

    private let files: [String: File]

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "ico": "image/x-icon", "json": "application/json",
    ]

    /// Reads the files of the program.
    package init() throws(DeskError) {
        guard let folder = Bundle.module.url(forResource: "static", withExtension: nil, subdirectory: "Resources"),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { throw DeskError(.resource, "static") }
        var files: [String: File] = [:]
        for name in names {
            guard let type = Self.types[URL(filePath: name).pathExtension] else { continue }
            guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else {
                throw DeskError(.resource, name)
            }
            files[name] = File(
                bytes: ByteBuffer(bytes: bytes), type: type,
                tag: String(SHA256Digest(of: Array(bytes)).description.prefix(16)))
        }
        self.files = files
    }

    /// The address of a file, which changes with its content.
    package func address(of name: String) -> String {
        "/static/\(name)" + (files[name].map { "?v=\($0.tag.prefix(8))" } ?? "")
    }

    /// Adds the route `/static/NAME`.
    package func addRoutes(to router: some RouterMethods<DeskContext>) {
        router.get("static/:name") { request, context in
            guard let file = files[try context.part("name")] else { throw DeskError(.notFound, "") }
            let tag = "\"\(file.tag)\""
            // What is asked for by its content's tag never changes.
            let isPinned = request.uri.query?.hasPrefix("v=") == true
            let headers: HTTPFields = [
                .contentType: file.type, .eTag: tag,
                .cacheControl: isPinned ? "public, max-age=31536000, immutable" : "no-cache",
            ]
            if request.knows(tag) { return Response(status: .notModified, headers: headers) }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
        }
    }
}
