// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger

/// `entente verify`: checks every proof from the bytes up.
struct VerifyVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the bytes of every page against its fingerprint and every quote against the text.",
        discussion: """
            Each page's kept bytes are held against their SHA-256, each quote against the stored text, and against \
            the text that is made of the bytes anew. Each failure is a line on standard error.

            EXAMPLES
              entente verify
              entente verify --ledger busan.sqlite && entente backup busan-copy.sqlite

            EXIT STATUS
              0 where everything holds, 1 where something does not
            """)

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        let store = try Ledger(at: ledger.location, ifAbsent: .refuse, access: .readOnly)
        let result = try store.verify { snapshot, source in
            // A record's text came without a page around it.
            source.record == nil ? try KeptPage.article(of: snapshot, source).text : nil
        }
        for failure in result.failures { Diagnostics.report(failure) }
        let changed = result.changedTexts == 0 ? "" : ", \(result.changedTexts) texts changed"
        print("\(result.sources) pages, \(result.quotes) quotes\(changed), \(result.failures.count) failures")
        try store.close()
        if !result.holds { throw ExitStatus.someInputsFailed }
    }
}
