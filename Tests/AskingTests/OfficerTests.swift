// SPDX-License-Identifier: Apache-2.0

import Asking
import Testing

@Suite("What an officer asks", .enabled(if: Reader.isPresent, Reader.absence))
struct OfficerTests {
    /// Invented pages about places that are real only as scenery; the persons are invented.
    private static let pages = [
        """
        Tampere hosts Arequipa

        5 March 2024

        On 2 March 2024, Tampere hosted a trade delegation led by the Mayor of Arequipa, Rosa Quispe. Deputy Mayor Olli \
        Kangas of Tampere and Secretary Eeva Lind visited Arequipa on 4 May 2023, where they met Mayor Rosa Quispe.

        Tampere pledged to send 20 saunas to Arequipa by 2025. Tampere gave Arequipa 3 ferries in 2023. Arequipa and \
        Tampere have signed an agreement on a loan of 5 million euros. The loan has an interest rate of 2 per cent.
        """,
        """
        Tampere in figures

        6 April 2024

        The population of Tampere is about 250,000 people. About 900 Peruvian residents live in Tampere. Victoria \
        University signed a memorandum with Tampere on 3 April 2024.
        """,
        """
        Old mayors

        1 June 2023

        Harbour University (HUT) sent its choir to Cusco. Laura Salo, dean, HUT, sang with it.

        The former mayor of Puno, Pedro Salas, opened a garden in Tampere. In 2009, Mayor Ana Rojas of Cusco planted a \
        tree in Tampere.
        """,
    ]

    private let pages: ReadPages

    init() throws { pages = try ReadPages(Self.pages) }

    @Test(
        "what is stated",
        arguments: [
            ("What did the city of Tampere promise Arequipa?", "send 20 saunas"),
            ("How many people live in Tampere?", "≈ 250,000"), ("What is the population of Tampere?", "≈ 250,000"),
            ("Who was the mayor of Puno?", "Pedro Salas"), ("Who is the dean of HUT?", "Laura Salo"),
            ("How many ferries did Tampere give Arequipa?", "3 ferries"),
            ("When did Tampere host a delegation from Arequipa?", "2024-03-02"),
        ])
    func stated(question: String, value: String) throws {
        let proof = try #require(try pages.asker.answer(question).proof)
        #expect(proof.value.contains(value))
    }

    @Test(
        "what is not stated, though something near it is",
        arguments: [
            "What did the city of Arequipa promise Tampere?", "How many ferries did Arequipa give Tampere?",
            "How much was the interest of Cusco?", "How long is the loan?",
            "Who is the mayor of Cusco?", "When did Victoria sign a memorandum with Tampere?",
            "How many people live in Arequipa?",
        ])
    func notStated(question: String) throws {
        #expect(try pages.asker.answer(question).proof == nil)
    }
}
