// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Ledger

/// Builds pages about one story whose readings are written by hand, a few words at a time.
///
/// Everybody and everything in these stories is invented.
struct Story {
    var page: SamplePage

    /// A page of this day; the words of parties and entries must stand in `body`.
    init(_ day: String, _ publisher: String, _ body: String) {
        page = SamplePage(
            title: "\(publisher) on \(day)", body: body, location: "https://\(publisher.lowercased()).example/\(day)",
            publisher: publisher, language: "en", published: .stated(day))
    }

    /// Names a party; `titles` are offices, each with the id of the body it belongs to, or none.
    func party(
        _ id: String, _ kind: Party.Kind, _ name: String, aliases: [String] = [], geonames: String? = nil,
        iso: String? = nil, country: String? = nil, titles: [(String, String?)] = []
    ) -> Story {
        var story = self
        var identifiers: [String: String] = [:]
        identifiers["geonames"] = geonames
        identifiers["iso3166"] = iso
        let proof = page.proof(page.text.contains(name) ? name : page.reading.article.title ?? "")
        story.page.reading.parties.append(
            Party(
                id: id, kind: kind, name: name, aliases: aliases, identifiers: identifiers, country: country,
                mentions: page.text.contains(name) ? [page.range(of: name)] : [],
                offices: titles.map { Office(title: $0.0, of: $0.1, evidence: proof) }))
        return story
    }

    /// States a fact that `words` prove.
    func entry(_ id: String, _ content: Entry.Content, _ words: String...) -> Story {
        var story = self
        story.page.reading.entries.append(
            Entry(id: id, content: content, confidence: 0.9, evidence: words.flatMap { page.proof($0) }))
        return story
    }

    /// States that these parties met.
    func meeting(
        _ id: String, _ parties: [String], _ words: String, on day: String? = nil, at place: String? = nil,
        type: Engagement.Form = .meeting, title: String = "", status: Engagement.Status = .past
    ) -> Story {
        entry(
            id,
            .engagement(
                Engagement(
                    type: type, title: title.isEmpty ? words : title,
                    participants: parties.map { .init(party: $0, role: .participant) }, place: place,
                    date: day.flatMap { PartialDate($0) }.map { DatedValue(value: $0, basis: .stated) },
                    status: status)),
            words)
    }
}

extension Ledger {
    /// Adds the pages of stories in this order.
    func tell(_ stories: Story...) throws {
        for story in stories { _ = try add(story.page.snapshot, reading: story.page.reading) }
    }

    /// The names under which parties of a kind are shown, with the number of pages of each.
    func shownNames(_ kind: Party.Kind = .person) throws -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: try partyRecords(RecordQuery(kind: kind.rawValue)).map { ($0.heading, $0.sources) })
    }

    /// The headings of entries of a kind, with the number of pages of each.
    func facts(_ kind: Entry.Kind = .engagement) throws -> [RecordRow] {
        try entryRecords(RecordQuery(kind: kind.rawValue))
    }
}

extension Author {
    /// An invented person who decides in the tests.
    static let tester = Author(name: "Test Reader", time: "2025-07-01T09:00:00Z")
}
