// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The published pipelines that tests run, and where this machine keeps them.
enum PublishedModel: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case small = "en_core_web_sm-3.8.0"
    case medium = "en_core_web_md-3.7.1"

    /// Why a test cannot have the model it needs.
    struct Absent: Error, CustomStringConvertible {
        let model: PublishedModel
        let folder: URL

        var description: String {
            "no language model at \(folder.path): run `make model`, or set \(model.variable) to the model's folder"
        }
    }

    var testDescription: String { rawValue }

    /// The environment variable that names the folder.
    var variable: String {
        switch self {
        case .small: "ENTENTE_MODEL_SMALL"
        case .medium: "ENTENTE_MODEL"
        }
    }

    /// The model's folder; tests that need it fail without it, so that no machine passes them unnoticed.
    func folder(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> URL {
        let folder = location(environment)
        guard FileManager.default.fileExists(atPath: folder.appending(path: "tokenizer").path) else {
            throw Absent(model: self, folder: folder)
        }
        return folder
    }

    private func location(_ environment: [String: String]) -> URL {
        if let path = environment[variable], !path.isEmpty { return URL(filePath: path) }
        let home = environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
        return (cache ?? home.appending(path: ".cache")).appending(path: "entente/models/\(rawValue)")
    }
}
