// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Ledger

/// The options that say how surely things of several pages must be one before they are made one.
struct IdentityOptions: ParsableArguments {
    @Option(
        help: "A file of names that mean the same, in the form of aliases.yaml (may be given several times).",
        completion: .file(extensions: ["yaml"]))
    var aliases: [String] = []

    @Option(help: "Make two things one from this score on, 0 to 1; 1.01 leaves every merge to a person.")
    var mergeFrom = IdentityThresholds().merge

    @Option(help: "Propose to make two things one from this score on, 0 to 1.")
    var proposeFrom = IdentityThresholds().propose

    /// The files of names.
    var files: [URL] { aliases.map { URL(filePath: $0) } }

    /// How sure the program must be.
    var thresholds: IdentityThresholds { IdentityThresholds(merge: mergeFrom, propose: proposeFrom) }

    func validate() throws {
        guard (0...1.01).contains(mergeFrom), (0...1.01).contains(proposeFrom), proposeFrom <= mergeFrom else {
            throw ValidationError(
                "--propose-from and --merge-from take scores from 0 to 1, the first not above the second")
        }
    }
}
