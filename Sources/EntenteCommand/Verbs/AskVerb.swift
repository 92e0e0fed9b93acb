// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Asking
import Foundation
import Gazetteer
import Language
import Ledger

/// `entente ask`: answers a question from the ledger.
struct AskVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Answer a question in English from the ledger, with the sentence that proves it.",
        discussion: """
            The answer is a value of an entry, never made up. Where no entry states it, the answer is \
            "not stated in the ledger", with the entries that come nearest. Where pages disagree, the answer \
            of most origins comes first and the others stand below it.

            FORMATS
              text    the answer, its sentence and where it stands
              json    one object a question
              ndjson  the same in one line

            EXAMPLES
              entente ask "When did Incheon and Hai Phong become sister cities?"
              entente ask "Who is the mayor of Valparaíso?"
              entente ask --format json "How many Vietnamese residents live in Incheon?" | jq .proof.value

            EXIT STATUS
              0 where there is an answer, 1 where it is not stated
            """)

    /// How an answer is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, ndjson
    }

    @Argument(help: "The question; several are answered one after the other.")
    var questions: [String]

    @Option(help: "How to print it: text, json or ndjson.")
    var format: Format = .text

    @Option(help: "When to use colour: auto, always or never.")
    var color: ColourChoice = .auto

    @Flag(help: "Say first how the question was understood.")
    var explain = false

    @OptionGroup var known: AsOfOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var model: ModelOptions

    func run() throws {
        var isStated = true
        try ledger.ask(asOf: known.day) { store in
            let asker = try Asker(
                ledger: store, pipeline: try Pipeline(model: try model.model.location()),
                gazetteer: try Gazetteer.standard())
            let output = StandardOutput()
            let sheet = AnswerSheet(style: TextStyle(isOn: color.isOn), width: Terminal.width(of: STDOUT_FILENO) ?? 100)
            for (number, question) in questions.enumerated() {
                let answer = try asker.answer(question)
                isStated = isStated && answer.isStated
                switch format {
                case .text:
                    if number > 0 { try output.writeLine("") }
                    if explain { for line in try asker.question(question).explanation { try output.writeLine(line) } }
                    for line in sheet.lines(of: answer) { try output.writeLine(line) }
                case .json: try output.writeLine(try JSONText.indented(answer))
                case .ndjson: try output.writeLine(try JSONText.line(answer))
                }
            }
            try output.flush()
        }
        if !isStated { throw ExitStatus.someInputsFailed }
    }
}
