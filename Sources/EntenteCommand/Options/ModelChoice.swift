// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Language

/// The language model that a verb uses.
enum ModelChoice: Hashable, Sendable, ExpressibleByArgument {
    /// The published medium pipeline, or what stands in `ENTENTE_MODEL`: the default.
    case medium
    /// The published small pipeline.
    case small
    /// A pipeline of the user's own.
    case folder(String)

    init?(argument: String) {
        switch argument {
        case "": return nil
        case "medium": self = .medium
        case "small": self = .small
        default: self = .folder(argument)
        }
    }

    var defaultValueDescription: String {
        switch self {
        case .medium: "medium"
        case .small: "small"
        case .folder(let path): path
        }
    }

    /// The folder that the model is in, whether it is there or not.
    func location() throws(ModelError) -> URL {
        switch self {
        case .medium: try ModelFolder.defaultLocation()
        case .small: try PinnedModel.published(.small).cacheLocation()
        case .folder(let path): URL(filePath: path, directoryHint: .isDirectory)
        }
    }
}

/// The option that names the language model.
struct ModelOptions: ParsableArguments {
    @Option(
        help: "The language model: small, medium, or the folder of a pipeline.", completion: .directory)
    var model: ModelChoice = .medium
}
