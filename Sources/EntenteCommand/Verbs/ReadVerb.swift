// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cooperation
import Foundation

/// `entente read`: what pages say, with proof.
struct ReadVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print what pages say about cooperation, each entry with the words that prove it.",
        discussion: """
            The terminal record names people, engagements, agreements, commitments, institutions, programmes, \
            relations, statements, figures and conflicts, and quotes under each the words it rests on with their line in the \
            article's text (entente article --format json has it).

            FORMATS
              text    the record, set for reading
              json    one object a page, as Documentation/schema describes it
              ndjson  the same, one line a page

            EXAMPLES
              entente read page.html
              entente read --format json page.html | jq .conflicts
              entente read https://example.org/news/1
              entente read --format ndjson pages/ records.ndjson.gz > readings.ndjson
              entente read --min-confidence 0.8 --color always page.html | less -R
            """)

    /// How a reading is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, ndjson
    }

    @OptionGroup var inputs: InputOptions

    @Option(help: "How to print it: text, json or ndjson.")
    var format: Format = .text

    @Option(help: "Leave out entries that are less sure than this, 0 to 1.")
    var minConfidence: Double = 0

    @Option(help: "When to use colour: auto, always or never.")
    var color: ColourChoice = .auto

    @OptionGroup var jobs: JobOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var frames: FrameOptions
    @OptionGroup var gate: GateOptions
    @OptionGroup var web: WebOptions

    func validate() throws {
        guard (0...1).contains(minConfidence) else {
            throw ValidationError("--min-confidence must be between 0 and 1.")
        }
    }

    func run() throws {
        let output = StandardOutput()
        let desk = ReadingDesk(
            model: model.model, frames: frames.folder, skipsUnlikely: gate.skipUnlikely)
        let style = TextStyle(isOn: color.isOn)
        let width = Terminal.width(of: STDOUT_FILENO) ?? 100
        let (format, minConfidence) = (format, minConfidence)
        var isFirst = true
        try InputBatch(inputs, web: WebVisitor(web.manner, hosts: web.hosts)).forEach(
            jobs: jobs.count, writingTo: output
        ) { document in
            let result = try desk.reading(of: document)
            let reading = result.reading.keeping(entriesSureBy: minConfidence)
            let text =
                switch format {
                case .text: ReadingSheet(reading, width: width, style: style).lines.joined(separator: "\n")
                case .json: try JSONText.indented(reading)
                case .ndjson: try JSONText.line(reading)
                }
            return (text: text, remark: result.remark)
        } _: { text, remark in
            if let remark { Diagnostics.report(remark) }
            if format == .text, !isFirst { try output.write("\n\n") }
            try output.writeLine(text)
            isFirst = false
        }
    }
}

extension Reading {
    /// The reading without entries less sure than `confidence` and without what rests on them.
    func keeping(entriesSureBy confidence: Double) -> Reading {
        var kept = self
        let dropped = Set(entries.filter { $0.confidence < confidence }.map(\.id))
        guard !dropped.isEmpty else { return self }
        kept.entries = entries.filter { !dropped.contains($0.id) }.map { entry in
            guard case .engagement(var engagement) = entry.content, let whole = engagement.partOf,
                dropped.contains(whole)
            else { return entry }
            engagement.partOf = nil
            var entry = entry
            entry.content = .engagement(engagement)
            return entry
        }
        kept.conflicts = conflicts.filter { dropped.isDisjoint(with: $0.between) }
        return kept
    }
}
