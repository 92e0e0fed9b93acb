// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Hashing
import Pages
import Testing

@Suite("Records of NDJSON")
struct PageRecordTests {
    private func record(_ json: String) throws(PageError) -> PageRecord { try PageRecord(json: Array(json.utf8)) }

    @Test("the canonical text of a text record is title, blank line, text, to the letter")
    func text() throws {
        let record = try record(
            #"{"id":"n1","title":" Two  ports","text":"First\u00a0line. \r\n\n  Second line.\u2028Third.","published":"2025-11-03","extra":1}"#
        )
        let article = try record.article()
        #expect(article.text == " Two  ports\n\nFirst\u{A0}line. \r\n\n  Second line.\u{2028}Third.")
        #expect(
            article.lines == [
                Line(.headline, "Two  ports"), Line(.body, "First\u{A0}line."), Line(.body, "Second line."),
                Line(.body, "Third."),
            ])
        #expect(article.source.id == "sha256:\(SHA256Digest(of: article.text.utf8))")
        #expect(article.source.published?.value.description == "2025-11-03")
        #expect(record.id == "n1")
    }

    @Test("of an instant the day counts; publisher and language are taken over")
    func fields() throws {
        let article = try record(
            #"{"id":7,"title":"T","text":"Some words.","published":"2025-11-03T10:00:00Z","publisher":"The Seldon Courier","language":"en"}"#
        ).article()
        #expect(article.source.published?.value.description == "2025-11-03")
        #expect(article.source.publisher == "The Seldon Courier")
        #expect(article.source.language == "en")
        #expect(try record(#"{"id":7,"text":"Words."}"#).id == "7")
    }

    @Test(
        "the dateline that a text opens with is its day where nothing else gives one",
        arguments: [
            "SELDON, March 14, 2025 – The mayor met the captains on Thursday.",
            "SELDON, Calm. (March 14, 2025) -- The mayor met the captains.",
            "Seldon, 14 March 2025 (Tide Wire) – The mayor met the captains.",
            "Port Seldon — 14 March 2025 — The mayor met the captains.",
        ])
    func dateline(text: String) throws {
        let source = try PageRecord(title: "Two ports", text: text).article().source
        #expect(source.published?.value.description == "2025-03-14")
        #expect(source.published?.basis == .stated)
        #expect(source.published?.premises.count == 1)
    }

    @Test(
        "a day that is only told of is not the page's",
        arguments: [
            "The mayor met the captains on March 14, 2025 – a first for Seldon.",
            "SELDON, March 14 – The mayor met the captains.",
            "Meetings on March 14, 2025 and March 15, 2025 – Seldon.",
        ])
    func noDateline(text: String) throws {
        #expect(try PageRecord(title: "Two ports", text: text).article().source.published == nil)
    }

    @Test("a record without a title begins with its text")
    func untitled() throws {
        let article = try record(#"{"text":"Some words."}"#).article()
        #expect(article.text == "\n\nSome words.")
        #expect(article.lines == [Line(.body, "Some words.")])
        #expect(article.title == nil)
    }

    @Test("an HTML record is read as a page")
    func html() throws {
        let article = try PageRecord(
            json: Array(
                #"{"id":"h","url":"https://example.org/a","html":"<article><h1>Two ports</h1><p>\#(Prose.first)</p></article>"}"#
                    .utf8)
        ).article()
        #expect(article.source.location == "https://example.org/a")
        #expect(article.texts(.body) == [Prose.first])
    }

    @Test(
        "a record that is none says what is wrong",
        arguments: ["", "[1]", "{\"text\":5}", "{\"id\":\"x\"}", "{\"text\":"])
    func invalid(json: String) {
        #expect {
            _ = try record(json).article()
        } throws: { error in
            (error as? PageError)?.code == .invalidRecord
        }
    }
}
