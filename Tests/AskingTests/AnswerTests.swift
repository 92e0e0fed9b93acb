// SPDX-License-Identifier: Apache-2.0

import Asking
import Testing

@Suite("Answering from a ledger", .enabled(if: Reader.isPresent, Reader.absence))
struct AnswerTests {
    /// Two invented pages about places that are real only as scenery; the persons are invented.
    private static let pages = [
        """
        Galway and Nagasaki sign memorandum

        On 3 May 2023 Galway and Nagasaki signed a memorandum of understanding on lighthouses in Galway. Mayor Nora \
        Quill of Galway said, “A lighthouse has no neighbours and many friends.” About 140 Japanese residents live in \
        Galway. Galway will train 12 lighthouse keepers from Nagasaki by the end of 2025.
        """,
        """
        Mayor of Nagasaki to visit Galway

        Mayor Kenta Morinaga of Nagasaki will visit Galway in June 2026. About 900 Irish residents live in Japan. The \
        city council of Cork elected Deirdre Hand mayor of Cork on 2 May 2026. Cork has not opened its office in Nagasaki. \
        Chile is Norway's third-largest trading partner, and Norway is Chile's top investor, Mayor Hand said.
        """,
    ]

    private let asker: Asker
    private let pages: ReadPages

    init() throws {
        pages = try ReadPages(Self.pages)
        asker = pages.asker
    }

    @Test(
        "the value and its sentence",
        arguments: [
            ("When did Galway and Nagasaki sign a memorandum?", "2023-05-03", "On 3 May 2023"),
            ("Who is the mayor of Galway?", "Nora Quill", "Mayor Nora"),
            ("How many Japanese residents live in Galway?", "≈ 140 residents", "About 140"),
            ("How many lighthouse keepers will Galway train?", "12", "Galway will train"),
            ("Who became mayor of Cork?", "Deirdre Hand", "elected Deirdre Hand"),
            ("Who was elected mayor of Cork?", "Deirdre Hand", "elected Deirdre Hand"),
            ("Who is Chile's top investor?", "Norway", "top investor"),
            ("What did Nora Quill say about lighthouses?", "A lighthouse", "has no neighbours"),
        ])
    func stated(question: String, value: String, words: String) throws {
        let proof = try #require(try asker.answer(question).proof)
        #expect(proof.value.hasPrefix(value))
        #expect(proof.sentence.contains(words))
    }

    @Test(
        "what nothing states is not answered, however near it comes",
        arguments: [
            "When did Galway and Osaka sign a memorandum?", "How many Irish residents live in Nagasaki?",
            "How many Japanese residents lived in Galway in 1998?", "Who is the deputy mayor of Galway?",
            "How many lighthouse keepers has Galway trained?", "Did Galway train lighthouse keepers from Nagasaki?",
            "Did Cork open an office in Nagasaki?",
            "Who is Norway's top investor?", "Who became mayor of Galway?", "Who was elected mayor of Galway in 2023?",
            "When did Kenta Morinaga visit Galway?", "How many Japanese students live in Galway?",
            "Where did Nora Quill sign a treaty with Osaka?",
        ])
    func notStated(question: String) throws {
        #expect(try asker.answer(question).proof == nil)
    }
}
