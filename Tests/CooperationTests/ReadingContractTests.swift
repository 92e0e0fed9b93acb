// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import TestNumbers
import Testing

/// The page, its places and its people are invented.
@Suite("A reading is the same after a round through JSON")
struct ReadingContractTests {
    static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    @Test("a reading that uses every part of the contract comes back as it was")
    func comesBack() throws {
        let reading = SampleReading.full
        let json = try Self.encoder.encode(reading)
        #expect(try JSONDecoder().decode(Reading.self, from: json) == reading)
    }

    @Test("a reading of an empty page comes back as it was")
    func emptyComesBack() throws {
        let reading = Reading(
            article: Article(source: Source(id: "sha256:00"), title: nil, authors: [], text: "", blocks: []))
        let json = try Self.encoder.encode(reading)
        #expect(try JSONDecoder().decode(Reading.self, from: json) == reading)
    }

    @Test("the same reading gives the same bytes")
    func isStable() throws {
        #expect(try Self.encoder.encode(SampleReading.full) == Self.encoder.encode(SampleReading.full))
    }

    @Test("the JSON names its schema, and what is not known is left out")
    func namesSchema() throws {
        let bare = Reading(
            article: Article(source: Source(id: "sha256:00"), title: nil, authors: [], text: "", blocks: []))
        let members = try members(of: try Self.encoder.encode(bare))
        #expect(members["schema"] as? String == "entente.reading/1")
        #expect(Set(members.keys) == ["schema", "source", "article", "parties", "entries", "conflicts"])
        let full = try self.members(of: try Self.encoder.encode(SampleReading.full))
        #expect(full["id"] as? String == "record-1")
    }

    @Test("an entry keeps the fields of its kind beside the common ones")
    func entriesAreFlat() throws {
        let members = try members(of: try Self.encoder.encode(SampleReading.full))
        let entries = try #require(members["entries"] as? [[String: Any]])
        #expect(
            entries.map { $0["kind"] as? String } == [
                "engagement", "figure", "statement", "agreement", "commitment", "institution", "programme", "relation",
            ])
        #expect(entries[0]["type"] as? String == "meeting")
        #expect(entries[1]["relation"] as? String == "≥")
        #expect(entries[2]["direct"] as? Bool == true)
        #expect(entries[3]["type"] as? String == "diplomatic-relations")
        #expect(entries[3]["status"] as? String == "in force")
        #expect(entries[4]["force"] as? String == "pledge")
        #expect(entries[4]["baseline"] == nil)
        #expect(entries[5]["state"] as? String == "existing")
        #expect(entries.allSatisfy { $0["content"] == nil && $0["evidence"] != nil })
    }

    @Test(
        "a reading of another schema is refused, and the message says which was expected",
        arguments: ["entente.reading/2", "entente.reading", " ", "ENTENTE.READING/1"])
    func refusesOtherSchemas(schema: String) throws {
        var members = try members(of: try Self.encoder.encode(SampleReading.full))
        members["schema"] = schema
        let json = try JSONSerialization.data(withJSONObject: members)
        let error = #expect(throws: DecodingError.self) { try JSONDecoder().decode(Reading.self, from: json) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("refused for another reason: \(String(describing: error))")
            return
        }
        #expect(context.debugDescription.contains("entente.reading/1"))
        #expect(context.debugDescription.contains(schema))
    }

    @Test(
        "a reading without one of its parts is refused",
        arguments: ["schema", "source", "article", "parties", "entries", "conflicts"])
    func refusesMissingParts(part: String) throws {
        var members = try members(of: try Self.encoder.encode(SampleReading.full))
        members[part] = nil
        let json = try JSONSerialization.data(withJSONObject: members)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Reading.self, from: json) }
    }

    @Test("what is no kind, role or relation of the contract is refused")
    func refusesUnknownWords() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Party.Kind].self, from: Data(#"["alien"]"#.utf8))
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([BlockRole].self, from: Data(#"["advert"]"#.utf8))
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Figure.Comparison].self, from: Data(#"["!="]"#.utf8))
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Entry.Kind].self, from: Data(#"["rumour"]"#.utf8))
        }
    }

    @Test("a wish is weaker than a hope, a hope than a pledge, a pledge than what was agreed and what was signed")
    func ordersForces() {
        #expect(Commitment.Force.allCases.shuffled().sorted() == [.wish, .hope, .pledge, .agreed, .signed])
    }

    @Test("headline, deck, body, quotation and caption are read; the rest of a page is not")
    func saysWhatIsRead() {
        #expect(BlockRole.allCases.filter(\.isRead) == [.headline, .deck, .body, .quote, .caption])
    }

    @Test("readings of any texts come back as they were", arguments: 0..<30)
    func anyReadingComesBack(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let reading = RandomReading.reading(using: &random)
        let json = try Self.encoder.encode(reading)
        let back = try JSONDecoder().decode(Reading.self, from: json)
        #expect(back == reading)
        #expect(back.article.text.unicodeScalars.elementsEqual(reading.article.text.unicodeScalars))
    }

    private func members(of json: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    }
}
