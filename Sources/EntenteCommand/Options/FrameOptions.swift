// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// The option that names an analyst's frame files.
struct FrameOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Change the frames (what words signal an entry) by the files in this folder.", valueName: "folder"),
        completion: .directory)
    var frames: String?

    /// The folder of frame files.
    var folder: URL? { frames.map { URL(filePath: $0, directoryHint: .isDirectory) } }
}
