// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Evaluation
import Foundation
import Gazetteer
import Language
import Reading

/// `entente eval`: how well the reader reads, measured on gold.
struct EvalVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measure the reader on folders of gold and print one table.",
        discussion: """
            The folder is one set of gold, or holds several: cooperation, quotes_…, timex_…, recognizers_…, toponyms_…, \
            ner_…; the name tells what a set is. Documentation/accuracy.md describes their forms and measures.

            Precision, recall and F1 are of what is right; the last column is the F1 of what stands in the right place \
            at least. The interval is where F1 lies with 95 % confidence, by drawing texts anew with a fixed seed.

            EXAMPLES
              entente eval gold/
              entente eval gold/cooperation --errors | less
              entente eval gold/ --predictions predictions/ --format json > accuracy.json
            """)

    /// How the table is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, markdown, json
    }

    @Argument(help: "A set of gold, or a folder of sets.", completion: .directory)
    var gold: String

    @Flag(help: "List what was missed, unwanted or different, with the words around it.")
    var errors = false

    @Option(
        help: ArgumentHelp(
            "Write what was read into this folder, a file a set, as other scorers take it.", valueName: "folder"),
        completion: .directory)
    var predictions: String?

    @Option(help: "How to print the table: text, markdown or json.")
    var format: Format = .text

    @OptionGroup var jobs: JobOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var frames: FrameOptions

    func run() throws {
        let output = StandardOutput()
        let evaluation = try Evaluation(gold: URL(filePath: gold, directoryHint: .isDirectory))
        for name in evaluation.passedOver { Diagnostics.report("\(name): passed over, nothing measures it yet") }
        let gazetteer = try Gazetteer.standard()
        let reader = try ArticleReader(
            pipeline: try Pipeline(model: try model.model.location()), gazetteer: gazetteer, frames: frames.folder)
        let folder = try predictions.map { try PredictionFolder(path: $0) }
        var progress = ProgressBar(total: evaluation.sets.count)
        defer { progress.clear() }
        var measures: [Measure] = []
        let work = OrderedWork(jobs: jobs.count) { set in
            Result { try evaluation.result(ofSet: set, reader, gazetteer: gazetteer) }
        } receive: { result in
            let (read, outcome) = try result.get()
            measures += outcome.measures
            try folder?.write(read)
            progress.makeRoom()
            if errors { try list(outcome.findings, on: output) }
            progress.advance()
        }
        for set in evaluation.sets.indices { try work.give(set) }
        try work.finish()
        progress.clear()
        let sheet = AccuracySheet(measures)
        switch format {
        case .text:
            try output.write(sheet.table(limit: Terminal.width(of: STDOUT_FILENO)).joined(separator: "\n") + "\n")
        case .markdown: try output.write(sheet.markdown.joined(separator: "\n") + "\n")
        case .json: try output.writeLine(try JSONText.indented(sheet.rows))
        }
        try output.flush()
    }

    private func list(_ findings: [Finding], on output: StandardOutput) throws {
        for finding in findings {
            let heading = "\(finding.gold) \(finding.text) \(finding.capability) \(finding.fault.rawValue)"
            let detail = finding.detail.isEmpty ? "" : ": " + DisplayText.oneLine(finding.detail)
            try output.writeLine(heading + detail)
            try output.writeLine("    " + DisplayText.oneLine(finding.context))
        }
        if !findings.isEmpty { try output.writeLine("") }
    }
}

/// The folder that predictions are written into.
private struct PredictionFolder {
    let url: URL

    init(path: String) throws(CommandFailure) {
        url = URL(filePath: path, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(path, "the folder cannot be made", advice: "name another by --predictions")
        }
    }

    func write(_ files: [PredictionFile]) throws(CommandFailure) {
        for prediction in files {
            let file = url.appending(path: prediction.name)
            do {
                try Data(prediction.lines.map { $0 + "\n" }.joined().utf8).write(to: file)
            } catch {
                throw CommandFailure(file.path, "the predictions cannot be written", advice: "check the folder")
            }
        }
    }
}
