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
            // Loading compares every file with the published one.
            let pipeline = try Pipeline(model: location)
            let name =
                pipeline.model.map { "\($0.name), \($0.files.count) files as published" } ?? "not a published model"
            try output.writeLine("\(location.path): \(name)")
            try output.flush()
        }
    }
}
