// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Something that went wrong, told as its user needs it: what it concerns, what is wrong, what to do.
struct CommandFailure: Error, CustomStringConvertible {
    /// The file, record or thing concerned.
    var subject: String
    /// What is wrong with it.
    var problem: String
    /// What to do about it.
    var advice: String?
    /// Whether nothing more can be done; `false` where only one input is lost and the rest goes on.
    var endsRun: Bool

    init(_ subject: String, _ problem: String, advice: String? = nil, endsRun: Bool = true) {
        self.subject = subject
        self.problem = problem
        self.advice = advice
        self.endsRun = endsRun
    }

    /// Wraps an error of the system, whose number `code` says what happened.
    init(_ subject: String, systemError code: Int32, advice: String? = nil, endsRun: Bool = true) {
        self.init(subject, String(cString: strerror(code)).lowercased(), advice: advice, endsRun: endsRun)
    }

    /// One sentence in one line.
    var description: String {
        [subject, [problem, advice].compactMap { $0 }.joined(separator: "; ")].joined(separator: ": ")
    }
}

/// What the program says on standard error.
enum Diagnostics {
    /// Prints one line about `problem`, over a progress bar if there is one.
    static func report(_ problem: some CustomStringConvertible) {
        let start = Terminal.isTerminal(STDERR_FILENO) ? Terminal.emptyLine : ""
        print(start + "entente: " + DisplayText.oneLine(problem.description) + "\n")
    }

    /// Prints `text` as it is.
    static func print(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
