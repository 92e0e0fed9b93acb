// SPDX-License-Identifier: Apache-2.0

import Asking
import Testing

@Suite("Who did it to whom", .enabled(if: Reader.isPresent, Reader.absence))
struct PartTests {
    /// Invented pages about places that are real only as scenery; the persons are invented.
    private static let pages = [
        """
        Tampere receives council of Arequipa

        3 March 2024

        Head of the Culture Committee of the Tampere City Council, Aino Vuori, received a delegation from the Arequipa \
        Provincial Council on March 2. The Peruvian delegation was led by Mr. Julio Paredes, chairman of the harbour \
        committee. Around 300 Peruvian firms are at home in Tampere and around 4,000 Peruvians live in Tampere.
        """,
        """
        Tampere and Arequipa want more trams

        12 May 2022

        A delegation of Tampere, led by Deputy Mayor Olli Kangas, had a working session with Rosa Quispe, Deputy Mayor \
        of Arequipa, on May 11. Quispe said she hopes Tampere will lend its trams to Arequipa. Mayor Pekka Salo of \
        Tampere pledged to send 20 saunas to Arequipa by 2025.

        Tampere and Arequipa signed a sister city agreement on 4 June 2009.
        """,
        """
        Cusco feast in Tampere

        30 August 2023

        In August, Tampere hosted the 10th anniversary celebration of the Tampere-Cusco sister city relationship. Mayor \
        Pekka Salo suggested that Tampere and Puno become sister cities.

        Seppo Laine, the Finnish ambassador to Peru, met Mayor Inés Mamani of Cusco on Monday.
        """,
        """
        Tampere and Puno agree on trout

        2 October 2024

        The two cities agreed to breed trout together by 2027. Deputy Mayor Olli Kangas visited Puno on 1 October 2024. \
        About 90 Chileans are at home in the city.
        """,
        """
        New consulate in Cusco

        7 November 2024

        Finland opened a new consulate in Cusco on 6 November 2024. The Foreign Minister of Peru, Elena Huaman, attended the \
        opening ceremony in Cusco. Finnish exports to Peru rose to 40 million euros in \
        2023, while imports from Peru fell to 30 million euros. The guests were led by the Mayor of Oulu and included the \
        city manager, Kaisa Niemi. Huaman called the opening a milestone in the history of Peru-Finland relations.

        Mayor Pekka Salo of Tampere and Mayor Inés Mamani of Cusco signed a memorandum on schools on 5 November 2024. The \
        Alpaca Programme funded by Finland will be implemented by the Harbour Foundation.
        """,
        """
        Peru and Finland share a school

        5 March 2025

        The convention on schools was signed on Tuesday by Peruvian Education Minister Nilda Rojas and her Finnish \
        counterpart Kalle Aho, on the sidelines of a Lakes Alliance meeting in Oulu. Peru and Finland want trade to reach \
        400 million euros by 2030.
        """,
    ]

    private let pages: ReadPages

    init() throws { pages = try ReadPages(Self.pages) }

    @Test(
        "what was done is told of whoever did it, or of those who act for them",
        arguments: [
            ("When did Tampere and Arequipa last meet?", "2024-03-02"),
            ("Who led the Peruvian delegation in March 2024?", "Julio Paredes"),
            ("Who led the delegation of Tampere in May 2022?", "Olli Kangas"),
            ("How many Peruvians live in Tampere?", "≈ 4,000"),
            ("What did Tampere promise Arequipa?", "send 20 saunas"),
            ("Since when are Tampere and Arequipa sister cities?", "2009-06-04"),
            ("Who is Rosa Quispe?", "Deputy Mayor, Arequipa"),
            ("Who is the Finnish ambassador to Peru?", "Seppo Laine"),
            ("What did Tampere and Puno agree?", "breed trout"),
            ("When did Olli Kangas visit Puno?", "2024-10-01"),
            ("What did Rosa Quispe hope?", "lend its trams"),
            ("Where did Finland open a consulate?", "Cusco"),
            ("Who signed the memorandum for Cusco?", "Inés Mamani"),
            ("How much did Finland export to Peru in 2023?", "40,000,000 EUR"),
            ("What is the trade target of Peru and Finland?", "400 million euros"),
        ])
    func stated(question: String, value: String) throws {
        let proof = try #require(try pages.asker.answer(question).proof)
        #expect(proof.value.contains(value))
    }

    @Test("whoever acts for one side is told alone")
    func represented() throws {
        let proof = try #require(try pages.asker.answer("Who signed the convention on schools for Finland?").proof)
        #expect(proof.value == "Kalle Aho")
    }

    @Test(
        "what somebody else did, or only wished for, is no answer",
        arguments: [
            "Since when are Tampere and Cusco sister cities?", "When did Tampere and Puno become sister cities?",
            "Are Tampere and Puno sister cities?", "What did Arequipa promise Tampere?",
            "Who is the Peruvian ambassador to Finland?", "When did Tampere and Cusco last meet?",
            "How many Peruvians live in Arequipa?", "Who led the delegation of Tampere in May 2023?",
            "Who led the delegation of Arequipa in May 2022?", "When did Arequipa and Cusco sign an agreement?",
            "When did Olli Kangas visit Arequipa?", "When did Puno visit Tampere?",
            "What did Peru and Finland agree?", "What did Tampere hope for from Arequipa?",
            "How many Chileans live in Tampere?", "Where did Peru open a consulate?",
            "Who is the mayor of Oulu?", "Who hosted the harbour conference?",
            "Who signed the memorandum for Arequipa?", "When was the Tampere-Cusco conference held?",
            "How large is trade between Peru and Finland?", "What is the trade between Peru and Finland?",
        ])
    func notStated(question: String) throws {
        #expect(try pages.asker.answer(question).proof == nil)
    }
}
