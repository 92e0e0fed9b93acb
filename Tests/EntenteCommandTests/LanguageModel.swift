// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Whether what reading needs is on this machine; `make test` sees to it.
enum LanguageModel {
    /// Whether the small model answers.
    static let isPresent = answers("small")

    /// Whether the default model answers.
    static let isDefaultPresent = answers("medium")

    /// Why tests that read are skipped.
    static let absence: String = "the small language model is missing; make model fetches it"

    private static func answers(_ model: String) -> Bool {
        guard let scratch = try? Scratch() else { return false }
        return (try? Program.run(["model", "check", "--model", model], in: scratch))?.status == 0
    }
}
