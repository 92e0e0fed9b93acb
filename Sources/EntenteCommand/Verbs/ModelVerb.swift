// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Language

/// `entente model`: looks after the language model.
struct ModelVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Look after the language model.",
        subcommands: [Check.self])

    /// `entente model check`: tells whether the model is whole.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Compare the language model with the published one and load it.",
            discussion: """
                EXAMPLES
                  entente model check
                  entente model check --model small
                """)

        @OptionGroup var model: ModelOptions

        func run() throws {
            let output = StandardOutput()
            let location = try model.model.location()
            let folder = try ModelFolder(location)
            try folder.check()
            _ = try Pipeline(model: location)
            let name = folder.pinned.map { "\($0.name), \($0.files.count) files as published" } ?? "unpublished model"
            try output.writeLine("\(location.path): \(name)")
            try output.flush()
        }
    }
}
