// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import TestNumbers
import Testing

/// Texts whose scalars, bytes and letters differ in number; the names in them are invented.
@Suite("Evidence quotes its source letter by letter")
struct EvidenceTests {
    /// Every letter takes another number of bytes; one is written as two scalars.
    static let text = "Mayor Hải of Sejin (세진) 😀 e\u{0301}"

    @Test(
        "a run is found by its bytes, whatever the letters",
        arguments: [
            (0, 5, 0, 5, "Mayor"), (6, 9, 6, 11, "Hải"), (20, 22, 22, 28, "세진"), (24, 25, 30, 34, "😀"),
            (26, 28, 35, 38, "e\u{0301}"), (26, 27, 35, 36, "e"), (3, 3, 3, 3, ""),
        ])
    func quotes(start: Int, end: Int, byteStart: Int, byteEnd: Int, words: String) throws {
        let range = TextRange(
            start: TextPosition(scalar: start, byte: byteStart), end: TextPosition(scalar: end, byte: byteEnd))
        let evidence = try #require(Evidence(range: range, in: Self.text))
        #expect(evidence.quote.unicodeScalars.elementsEqual(words.unicodeScalars))
        #expect(Array(Self.text.unicodeScalars)[range.scalars].elementsEqual(words.unicodeScalars))
        #expect(Array(Self.text.utf8)[range.bytes].elementsEqual(words.utf8))
    }

    @Test("a run that does not fit the text proves nothing")
    func refusesRunsOutside() {
        let end = Self.text.utf8.count
        for (from, to) in [(0, end + 1), (end + 1, end + 2), (-1, 3)] {
            let range = TextRange(start: TextPosition(scalar: 0, byte: from), end: TextPosition(scalar: 1, byte: to))
            #expect(Self.text.text(at: range) == nil)
            #expect(Evidence(range: range, in: Self.text) == nil)
        }
    }

    @Test("ends are exclusive: neighbours do not overlap, and a run contains itself")
    func comparesRuns() {
        let first = run(0, 4), second = run(4, 9), inner = run(5, 7)
        #expect(!first.overlaps(second) && !second.overlaps(first))
        #expect(second.overlaps(inner) && inner.overlaps(second))
        #expect(second.contains(inner) && !inner.contains(second) && second.contains(second))
        #expect(!first.contains(inner))
        #expect(inner.shifted(by: TextPosition(scalar: 10, byte: 12)).scalars == 15..<17)
        #expect(inner.shifted(by: TextPosition(scalar: 10, byte: 12)).bytes == 17..<19)
    }

    @Test("in JSON both counts and the quote stand side by side")
    func hasFlatJSON() throws {
        let range = TextRange(start: TextPosition(scalar: 20, byte: 22), end: TextPosition(scalar: 22, byte: 28))
        let evidence = try #require(Evidence(range: range, in: Self.text))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(evidence), as: UTF8.self)
        #expect(json == #"{"byteEnd":28,"byteStart":22,"end":22,"quote":"세진","start":20}"#)
        #expect(try JSONDecoder().decode(Evidence.self, from: Data(json.utf8)) == evidence)
    }

    @Test(
        "evidence without one of its numbers is refused", arguments: ["start", "end", "byteStart", "byteEnd", "quote"])
    func refusesMissingMembers(member: String) throws {
        var members: [String: Any] = ["start": 0, "end": 1, "byteStart": 0, "byteEnd": 1, "quote": "M"]
        members[member] = nil
        let json = try JSONSerialization.data(withJSONObject: members)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Evidence.self, from: json) }
    }

    @Test("every run between two letters of any text is quoted as it stands", arguments: 0..<20)
    func quotesAnyText(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let text = RandomText.text(length: 60, using: &random)
        let scalars = Array(text.unicodeScalars)
        var bytes = [0]
        for scalar in scalars { bytes.append((bytes.last ?? 0) + UTF8.width(scalar)) }
        for _ in 0..<200 {
            let start = Int.random(in: 0...scalars.count, using: &random)
            let end = Int.random(in: start...scalars.count, using: &random)
            let range = TextRange(
                start: TextPosition(scalar: start, byte: bytes[start]), end: TextPosition(scalar: end, byte: bytes[end])
            )
            let evidence = try #require(Evidence(range: range, in: text))
            #expect(evidence.quote.unicodeScalars.elementsEqual(scalars[start..<end]))
        }
    }

    private func run(_ start: Int, _ end: Int) -> TextRange {
        TextRange(start: TextPosition(scalar: start, byte: start), end: TextPosition(scalar: end, byte: end))
    }
}
