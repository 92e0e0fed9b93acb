// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hashing
import Hummingbird

/// The style sheets, scripts and pictures of the program and of the libraries beside it, held in memory.
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

    /// Reads the files of the program, and those of libraries and the outlines of countries that are there.
    package init() throws(DeskError) {
        guard let folder = Bundle.module.url(forResource: "static", withExtension: nil, subdirectory: "Resources"),
            let own = Self.files(in: folder)
        else { throw DeskError(.resource, "static") }
        let libraries = Self.files(in: Bundle.module.bundleURL.appending(path: "libraries")) ?? []
        var files: [String: File] = [:]
        for file in libraries + own { files[file.lastPathComponent] = Self.read(file) }
        for file in own where files[file.lastPathComponent] == nil {
            throw DeskError(.resource, file.lastPathComponent)
        }
        files[PageLibrary.outlines] = Self.read(PageLibrary.outlinesFile(), as: "json")
        self.files = files
    }

    private static func files(in folder: URL) -> [URL]? {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return names?.sorted().map { folder.appending(path: $0) }.filter { types[$0.pathExtension] != nil }
    }

    private static func read(_ file: URL, as kind: String? = nil) -> File? {
        guard let type = types[kind ?? file.pathExtension], let bytes = try? Data(contentsOf: file) else { return nil }
        return File(
            bytes: ByteBuffer(bytes: bytes), type: type,
            tag: String(SHA256Digest(of: Array(bytes)).description.prefix(16)))
    }

    /// Whether the file is there.
    func has(_ name: String) -> Bool { files[name] != nil }

    /// Whether all of `library` is there.
    func has(_ library: PageLibrary) -> Bool { library.files.allSatisfy(has) }

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
