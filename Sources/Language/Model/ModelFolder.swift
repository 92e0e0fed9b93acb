// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hashing

/// A folder that holds a published pipeline.
///
/// Every file is checked as it is read, so what is checked is what is used.
public struct ModelFolder: Sendable {
    /// Whether the content of the files is compared with the published one.
    public enum Verification: Sendable {
        /// Refuses any file that is not byte for byte the published one.
        case pinned
        /// Takes whatever is there, as long as it can be understood.
        case none
    }

    /// The folder.
    public let url: URL
    /// The published model that the folder is checked against; `nil` if it is not checked.
    public let pinned: PinnedModel?

    /// Opens the folder at `url`; which published model it holds is told from the lengths of its files.
    public init(_ url: URL, verification: Verification = .pinned) throws(ModelError) {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory), isDirectory.boolValue else {
            throw .missingFolder(path: url.path)
        }
        self.url = url
        switch verification {
        case .none: pinned = nil
        case .pinned:
            let scored = try PinnedModel.all().map { ($0, $0.filesOfRightLength(in: url)) }
            let best = scored.map(\.1).max()
            pinned = scored.first { $0.1 == best }?.0
        }
    }

    /// Where the model is looked for: `ENTENTE_MODEL` if set, else the medium model in the user's cache.
    public static func defaultLocation(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(ModelError) -> URL {
        if let configured = environment["ENTENTE_MODEL"], !configured.isEmpty {
            return URL(filePath: configured, directoryHint: .isDirectory)
        }
        return try PinnedModel.published(.medium).cacheLocation(environment: environment)
    }

    /// Reads every file of the published model and compares it; throws at the first that differs.
    public func check() throws(ModelError) {
        for file in pinned?.files ?? [] { _ = try bytes(of: file.path) }
    }

    /// Whether the folder has the file.
    func contains(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: path).path)
    }

    /// The content of the file at `path`, checked.
    func bytes(of path: String) throws(ModelError) -> [UInt8] {
        guard contains(path) else { throw .missingFile(path: path) }
        let content: [UInt8]
        do {
            content = [UInt8](try Data(contentsOf: url.appending(path: path)))
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        if let expected = pinned?.files.first(where: { $0.path == path }) {
            if content.count < expected.bytes {
                throw .truncated(path: path, expectedBytes: expected.bytes, foundBytes: content.count)
            }
            guard content.count == expected.bytes, SHA256Digest(of: content).description == expected.sha256 else {
                throw .wrongHash(path: path)
            }
        }
        return content
    }

    /// The one MessagePack value of the file at `path`.
    func messagePack(of path: String) throws(ModelError) -> MessagePackValue {
        let content = try bytes(of: path)
        do {
            return try MessagePackReader.value(of: content[...])
        } catch {
            throw .malformed(path: path, reason: "not MessagePack (\(error))")
        }
    }

    /// The JSON file at `path`.
    func json<Value: Decodable>(_ type: Value.Type, of path: String) throws(ModelError) -> Value {
        let content = try bytes(of: path)
        do {
            return try JSONDecoder().decode(type, from: Data(content))
        } catch {
            throw .malformed(path: path, reason: "not the JSON that is expected there")
        }
    }
}
