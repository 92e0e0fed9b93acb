// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// What the bytes of an input are.
enum InputForm: String, CaseIterable, ExpressibleByArgument {
    /// Told by the name or the first bytes.
    case auto
    /// One page, HTML or text.
    case page
    /// Records, one JSON object a line.
    case ndjson
}

/// The inputs of a verb.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Pages, files of records, or folders of both; - for the standard input.",
            discussion: """
                Gzip data is unpacked. Records are JSON objects, one a line: {"id", "title", "text", "published"}, \
                whose text is taken unchanged, or {"id", "html", "url"}.
                """,
            valueName: "path"),
        completion: .file())
    var paths: [String]

    @Option(help: "What the inputs hold: auto (told by name or first bytes), page, or ndjson.")
    var input: InputForm = .auto
}
