// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Language

/// `entente parse`: what the language model says about a text.
struct ParseVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Print tokens, tags, dependencies and entities of texts, as the language model sees them.",
        discussion: """
            A file is taken as plain text in UTF-8, unchanged; of a record only "id" and "text" are used. To parse the \
            article of a page, pipe it: entente article page.html | entente parse -

            FORMATS
              text    a line a token: index, token, lemma, tags, dependency, head, entity
              ndjson  one object a text, with the same members as spaCy's reference output in make parity

            EXAMPLES
              echo 'The mayor met her in Hanoi.' | entente parse -
              entente parse --format ndjson --model small texts.ndjson
            """)

    /// How a parsed text is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, ndjson
    }

    @OptionGroup var inputs: InputOptions

    @Option(help: "How to print it: text or ndjson.")
    var format: Format = .text

    @OptionGroup var jobs: JobOptions
    @OptionGroup var model: ModelOptions

    func run() throws {
        let output = StandardOutput()
        let choice = model.model
        let pipeline = Loaded { try Pipeline(model: try choice.location()) }
        let format = format
        try InputBatch(inputs, web: nil).forEach(jobs: jobs.count, writingTo: output) { document in
            let input = try ParsedText(document)
            let doc = try pipeline.get()(input.text)
            return switch format {
            case .text: Array(DocSheet(doc).text.utf8)
            case .ndjson: ParseRecord(id: input.id, doc: doc).line
            }
        } _: {
            try output.write($0)
        }
    }
}

/// A text to parse, as a file or record gives it.
private struct ParsedText: Decodable {
    let id: String?
    let text: String

    init(_ document: InputDocument) throws {
        switch document.content {
        case .page(let page):
            guard let text = String(validating: page.bytes, as: UTF8.self) else {
                throw CommandFailure(
                    document.name, "this is not text in UTF-8", advice: "convert it first, for example with iconv",
                    endsRun: false)
            }
            guard !text.isEmpty else {
                throw CommandFailure(document.name, "there is no text", advice: "check the path", endsRun: false)
            }
            self.init(id: nil, text: text)
        case .record(let line):
            do {
                self = try JSONDecoder().decode(ParsedText.self, from: Data(line))
            } catch {
                throw CommandFailure(
                    document.name, "this is no JSON object with a \"text\"", advice: "give one such object a line",
                    endsRun: false)
            }
        }
    }

    private init(id: String?, text: String) {
        self.id = id
        self.text = text
    }
}
