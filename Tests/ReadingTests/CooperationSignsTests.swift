// SPDX-License-Identifier: Apache-2.0

import Reading
import Testing

@Suite("Signs of cooperation")
struct CooperationSignsTests {
    @Test(
        "a word of cooperation is a sign, in whatever case and form",
        arguments: [
            "Turku signed a memorandum with Lima.", "AMBASSADORS called.", "“Co-operation” will go on.", "twinned",
            "The two mayors met.", "Ties",
        ])
    func likely(_ text: String) throws { #expect(try CooperationSigns().areIn(text)) }

    @Test(
        "without such a word there is none, whatever stands inside of other words",
        arguments: [
            "", "The council met to plan the budget of France.", "According to the dealer, neckties are ideals.",
            "ést\u{E9}twin",
        ])
    func unlikely(_ text: String) throws { #expect(try !CooperationSigns().areIn(text)) }
}
