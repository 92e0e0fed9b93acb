// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite("Expected readings of the samples")
struct ExpectedReadingsTests {
    @Test("every quote stands on its page and every reference resolves")
    func everyQuoteStandsOnItsPage() throws {
        let result = try runScript("Samples/check-expected")
        #expect(result.exitCode == 0, "\(result.output)")
    }

    @Test("the expected ledger and the questions of the test corpus rest on sentences of its pages")
    func everySentenceOfTheCorpusStandsOnItsPage() throws {
        let result = try runScript("Samples/corpus/check")
        #expect(result.exitCode == 0, "\(result.output)")
    }
}
