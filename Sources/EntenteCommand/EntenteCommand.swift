// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// The program `entente`: its verbs and how it ends.
@main
struct EntenteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entente",
        abstract: "Read pages about cooperation between cities and countries into a record that can be checked.",
        discussion: """
            Every entry of the record carries its proof: the exact words and their place in the page. What a page does \
            not say stays empty.

            EXAMPLES
              entente read page.html                      the record of a page
              entente read --format ndjson pages/         the same as data, one page a line
              entente article --format markdown page.html the article alone
              entente add pages/                          keep the records in the ledger
              entente pull https://city.example/rss.xml   the same with what is new in a feed
              entente show people                         look them up
              entente ask "When did … visit …?"           ask a question
              entente serve                               all of it as a web application of your own
              entente brief Busan Vietnam                 write the book for a visit
              entente export csv --output tables/         hand it on in an open format
              entente verify                              check every proof from the bytes up

            INPUTS
              A path names a page (HTML or text), a document (PDF, DOCX, mail), a file of records (.ndjson, .jsonl), \
            a web archive (.warc), any of them packed by gzip, or a folder that is walked in sorted order. http:// and \
            https:// begin a URL. - is the standard input.

            EXIT STATUS
              0   all went well
              1   some inputs failed, each named on standard error; the others were done
              2   nothing could be done, for example because the language model is missing
              64  the command was not understood

            ENVIRONMENT
              ENTENTE_MODEL    the folder of the default language model
              ENTENTE_LEDGER   the ledger to use
              ENTENTE_AUTHOR   who types in entries, notes and corrections
              ENTENTE_CONTACT  a URL or mail address that sites are shown when they are visited
              NO_COLOR         no colour on the terminal
            """,
        version: "0.1.0",
        subcommands: [
            ArticleVerb.self, ReadVerb.self, AddVerb.self, PullVerb.self, WatchVerb.self, ShowVerb.self,
            SearchVerb.self, AskVerb.self, PairVerb.self, TimelineVerb.self, DueVerb.self,
            FollowUpsVerb.self, ConflictsVerb.self, ResolveVerb.self, MergesVerb.self, EnterVerb.self, CorrectVerb.self,
            NoteVerb.self,
            AttachVerb.self, RereadVerb.self, VerifyVerb.self, BriefVerb.self, DigestVerb.self, ReportVerb.self,
            ExportVerb.self, ImportVerb.self, BackupVerb.self, RestoreVerb.self, DoctorVerb.self, ParseVerb.self,
            ServeVerb.self, AccountsVerb.self, WorkerVerb.self, MatchVerb.self, EvalVerb.self, ModelVerb.self,
        ])

    /// Runs the verb that the arguments name and ends the process with its exit status.
    static func main() {
        do {
            var verb = try parseAsRoot()
            try verb.run()
        } catch {
            end(with: error)
        }
        end(.success)
    }

    /// Ends the process as an error asks for; requests for help and the like are answered by the argument parser.
    private static func end(with error: any Error) -> Never {
        switch error {
        case let status as ExitCode: end(status)
        case is OutputClosed: end(ExitStatus.closedPipe)
        // The argument parser has other codes for the errors that it knows.
        case _ where exitCode(for: error) == .failure:
            Diagnostics.report("\(error)")
            end(ExitStatus.nothingDone)
        default: exit(withError: error)
        }
    }

    /// Ends the process without the exit handlers of libraries.
    ///
    /// Threads that have done their work may still be on their way out, and OpenSSL's handler frees what such a thread
    /// frees too.
    private static func end(_ status: ExitCode) -> Never {
        fflush(nil)
        _exit(status.rawValue)
    }
}

/// The exit statuses of our own; usage errors are the argument parser's 64.
enum ExitStatus {
    /// Some inputs failed, the others were done.
    static let someInputsFailed = ExitCode(1)
    /// Nothing could be done.
    static let nothingDone = ExitCode(2)
    /// Nobody reads the output any more; what a shell reports for a program that ended so.
    static let closedPipe = ExitCode(141)
}
