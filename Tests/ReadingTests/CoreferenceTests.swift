// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Reading
import Testing

/// All persons and companies are invented.
@Suite("Coreference: which words mean the same, in a text and over texts")
struct CoreferenceTests {
    /// A text with words to look at: those of somebody or something, then those for what happens.
    private struct Told {
        let body: String
        let entities: [String]
        var events: [String] = []
        var published: String?

        /// What coreference takes, with the words in the order that they are given; a word that is given twice stands
        /// for its later places.
        func document() throws -> StoryCoreference.Document {
            let article = Reader.article(body, published: published)
            let (_, trace) = try Reader.traced(article)
            var used: [String: String.Index] = [:]
            let runs = try (entities.map { ($0, false) } + events.map { ($0, true) }).map { words, isEvent in
                let from = used[words] ?? article.text.startIndex
                let found = try #require(article.text[from...].range(of: words), "\(words) is not in the text")
                used[words] = found.upperBound
                return (range: range(found, in: article.text), isEvent: isEvent)
            }
            let mentions = try trace.mentions(at: runs).map { try #require($0) }
            return .init(
                mentions: mentions, areEvents: runs.map(\.isEvent), published: published.flatMap { PartialDate($0) })
        }

        private func range(_ words: Range<String.Index>, in text: String) -> TextRange {
            let place = { (index: String.Index) in
                TextPosition(
                    scalar: text.unicodeScalars.distance(from: text.startIndex, to: index),
                    byte: text.utf8.distance(from: text.startIndex, to: index))
            }
            return TextRange(start: place(words.lowerBound), end: place(words.upperBound))
        }
    }

    /// For each of the words the first of those that mean the same.
    private func chains(_ told: Told) throws -> [Int] {
        StoryCoreference([try told.document()]).inDocuments[0]
    }

    @Test("a name, its acronym and its form with “Company” are one")
    func names() throws {
        let told = Told(
            body: """
                Kozjak Motors sold 90,000 cars. Kozjak Motors Company will build a plant in Turku.

                The Northern Port Authority (NPA) agreed. NPA owns the land.
                """,
            entities: ["Kozjak Motors", "Kozjak Motors Company", "Northern Port Authority", "NPA", "NPA"])
        #expect(try chains(told) == [0, 0, 2, 2, 2])
    }

    @Test("the same noun again is the same thing, unless a word tells another one")
    func descriptions() throws {
        let told = Told(
            body: """
                Bergen opened a new ferry terminal and an old cinema. The terminal cost 9 million euros. A small \
                terminal closed.
                """,
            entities: ["a new ferry terminal", "The terminal", "A small terminal"])
        #expect(try chains(told) == [0, 0, 2])
    }

    @Test("a list is one with another list of the same, in any order")
    func lists() throws {
        let told = Told(
            body: "Turku and Bergen signed a pact. Later Bergen and Turku renewed it.",
            entities: ["Turku and Bergen", "Bergen and Turku", "Turku"])
        let chains = try chains(told)
        #expect(chains[0] == chains[1])
        #expect(chains[0] != chains[2])
    }

    @Test("a verb and the noun made of it tell one happening, unless somebody else takes part; each report is its own")
    func happenings() throws {
        let told = Told(
            body: """
                Bergen delivered the ferry on Monday. The delivery was late. Turku delivered a bus. The mayor said so. \
                The minister said more.
                """, entities: [], events: ["delivered", "delivery", "delivered a bus", "said", "said more"])
        let chains = try chains(told)
        #expect(chains[0] == chains[1])
        #expect(chains[0] != chains[2])
        #expect(chains[3] != chains[4])
    }

    @Test("over texts, a noun is enough in one story, and not for texts of other years")
    func stories() throws {
        let body = """
            Bergen and Turku signed a harbour treaty. Mayor Elina Saarela praised the harbour treaty. The visit of Elina \
            Saarela to Bergen took place.
            """
        let told = { (published: String) in
            Told(
                body: body, entities: ["Bergen", "Turku", "the harbour", "Elina Saarela"], events: ["visit"],
                published: published)
        }
        let same = StoryCoreference([try told("2024-05-06").document(), try told("2024-05-07").document()])
        #expect(same.overDocuments[0] == same.overDocuments[1])
        let other = StoryCoreference([try told("2019-05-06").document(), try told("2024-05-07").document()])
        #expect(other.overDocuments[0][0] == other.overDocuments[1][0], "names need no story")
        #expect(other.inDocuments == same.inDocuments)
    }

    @Test("a surname alone is the one person of the story who bears it")
    func surnames() throws {
        let first = Told(
            body: "Bergen Mayor Elina Saarela praised the harbour treaty with Turku.",
            entities: ["Bergen", "Elina Saarela", "the harbour treaty", "Turku"], published: "2024-05-06")
        let second = Told(
            body: "In Bergen, Saarela praised the harbour treaty with Turku.",
            entities: ["Bergen", "Saarela", "the harbour treaty", "Turku"], published: "2024-05-06")
        let story = StoryCoreference([try first.document(), try second.document()])
        #expect(story.overDocuments[0] == story.overDocuments[1])
    }

    @Test("a concept gathers what is spoken of by words of like meaning, and never a happening with a thing")
    func concepts() throws {
        let told = Told(
            body: """
                The refugees protested in Bergen. The migrants and some immigrants waited. The buses and trains stopped.
                """,
            entities: ["The refugees", "The migrants", "immigrants", "The buses", "trains"], events: ["protested"])
        let documents = [try told.document()]
        let identities = StoryCoreference(documents)
        let concepts = try Reader.concepts(of: documents, identities: identities)
        #expect(Set(identities.overDocuments[0]).count == 6, "none of them is the same thing as another")
        #expect(concepts.overDocuments[0] == [0, 0, 0, 3, 3, 5])
        #expect(concepts.inDocuments == concepts.overDocuments)
    }

    @Test("what a topic hardly speaks of is told with the concept nearest to it; without vectors, with the largest")
    func smallConcepts() throws {
        let many = Told(
            body: String(repeating: "The tram stopped. The ferry sank. The ferry burned. ", count: 10)
                + "The boat left. The zyx left.",
            entities: Array(repeating: "The tram", count: 10) + Array(repeating: "The ferry", count: 20)
                + ["The boat", "The zyx"])
        let documents = [try many.document()]
        let vectors: [String: [Float]] = ["tram": [1, 0], "ferry": [0, 1], "boat": [0.8, 0.6]]
        let identities = StoryCoreference(documents)
        let near = StoryConcepts(documents, identities: identities, wordVector: { vectors[$0] })
        #expect(near.overDocuments[0].suffix(2) == [0, 1], "the boat lies nearer to the tram")
        let none = StoryConcepts(documents, identities: identities, wordVector: { _ in nil })
        #expect(none.overDocuments[0].suffix(2) == [1, 1])
    }
}
