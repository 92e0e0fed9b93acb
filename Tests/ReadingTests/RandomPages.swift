// SPDX-License-Identifier: Apache-2.0

import Cooperation
import TestNumbers

/// Pages that nobody wrote, the same for the same seed; names in them are invented.
struct RandomPages: RandomNumberGenerator {
    static let seeds: Range<UInt64> = 0..<24

    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed &* 0x2545_F491_4F6C_DD1D &+ 1) }

    /// The next number that the pages are made of.
    mutating func next() -> UInt64 { numbers.next() }

    private static let clauses = [
        "Turku Mayor Elina Saarela met Oslo Mayor Knut Berge in Bergen on 3 May 2023.",
        "She said, “The river joins us.", "“It always has,” he added.", "Former President Urs Gabathuler (UG) waved.",
        "About 14,000 Kenyan residents live in Turku, according to the Aura Water Institute (AWI).",
        "The two mayors agreed to meet again that day.", "On the same day, the city hosted the 30th Baltic Fish Forum.",
        "They did not visit Accra, but may do so by 2030.", "Trade rose 18 percent to $1.3 billion.", "세진 시장이 왔다.",
        "Bộ trưởng Đặng Thu Hà đã đến.", "The AWI, whose director is Sari Kallas, opened an exhibition.",
        "“I thank the Mayor,” said the Minister, “and her city.”", "He called it 'a gift'.",
    ]

    private static let pieces = [
        "met", "Mayor", "President", "of", "the", "said", "“", "”", "\"", "'", "’s", "(", ")", ",", ".", ":", ";", "-",
        "—", "…", "Turku", "Elina", "Saarela", "Vietnamese", "2023", "May", "3", "14,000", "$", "%", "million", "visit",
        "will", "not", "she", "they", "that", "day", "Ministry", "Forum", "former", "\u{0}", "\u{FEFF}", "\u{200B}",
        "e\u{0301}", "한", "ð", "😀", "👩‍👩‍👧", "\t", "\r\n", "\u{2028}", "&amp;", "<p>", "http://a.b", "a@b.c", "…!?", "A.",
    ]

    private static let roles: [BlockRole] = [
        .headline, .deck, .body, .body, .body, .quote, .caption, .furniture, .byline,
    ]

    /// Sentences of press text in any order and any blocks.
    mutating func sensible() -> Article {
        page { random in
            (0..<Int.random(in: 1...4, using: &random)).map { _ in random.pick(Self.clauses) }.joined(separator: " ")
        }
    }

    /// Words, marks and odd letters in any order.
    mutating func nonsense() -> Article {
        page { random in
            (0..<Int.random(in: 0...25, using: &random)).map { _ in
                random.pick(Self.pieces) + (Bool.random(using: &random) ? " " : "")
            }.joined()
        }
    }

    private mutating func page(_ words: (inout RandomPages) -> String) -> Article {
        var text = ArticleText()
        for _ in 0..<Int.random(in: 0...6, using: &self) { text.append(words(&self), as: pick(Self.roles)) }
        let published = Bool.random(using: &self) ? PartialDate("2025-11-03") : nil
        return Article(
            source: Source(
                id: "sha256:0", published: published.map { DatedValue(value: $0, basis: .metadata) }),
            title: nil, authors: [], text: text.text, blocks: text.blocks)
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: list.indices, using: &self)]
    }
}
