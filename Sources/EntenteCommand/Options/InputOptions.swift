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
            "Pages, URLs, files of records, archives, or folders of them; - for the standard input.",
            discussion: """
                Gzip data is unpacked. Archives are WARC files. PDF, DOCX and mail (.eml) are read by pdftotext, \
                pandoc and python3 where these are installed. Records are JSON objects, one a line: {"id", "title", "text", "published"}, \
                whose text is taken unchanged, or {"id", "html", "url"}.
                """,
            valueName: "path"),
        completion: .file())
    var paths: [String]

    @Option(help: "What the inputs hold: auto (told by name or first bytes), page, or ndjson.")
    var input: InputForm = .auto
}
