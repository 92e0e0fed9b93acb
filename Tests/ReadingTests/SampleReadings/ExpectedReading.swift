// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Pages

/// What a careful reader finds on a sample, as the files of `Samples` have it.
struct ExpectedReading: Decodable {
    struct ExpectedArticle: Decodable {
        let title: String
        let deck: String?
        let authors: [String]
        let published: String?
        let modified: String?
        let publisher: String?
        let language: String?
        let bodyStartsWith: String
        let bodyEndsWith: String
        let captions: [String]
        let mustNotContain: [String]
    }

    struct ExpectedParty: Decodable {
        struct ExpectedOffice: Decodable {
            let title: String
            let of: String?
        }

        let id: String
        let kind: String
        let name: String
        let aliases: [String]
        let offices: [ExpectedOffice]
    }

    /// An entry of any kind; what a kind does not have is `nil`.
    struct ExpectedEntry: Decodable {
        struct Quote: Decodable { let quote: String }
        struct Participant: Decodable { let party: String }

        let id: String
        let kind: String
        let evidence: [Quote]
        let optional: Bool?
        let speaker: String?
        let type: String?
        let participants: [Participant]?
        let date: String?
        let value: Double?
        let relation: String?
        let parties: [String]?
        let by: [String]?
        let of: [String]?
        let force: String?
        let deadline: String?
    }

    struct ExpectedConflict: Decodable {
        let between: [String]
        let odd: String?
    }

    let parties: [ExpectedParty]?
    let entries: [ExpectedEntry]?
    let conflicts: [ExpectedConflict]?
}

/// The files of `Samples`: pages and small texts with their expected readings.
enum SampleFolder {
    /// A page or record, and what should be found there.
    struct Sample {
        let name: String
        let expected: ExpectedReading
        let article: Article
        let recordID: String?
    }

    private struct SmallFile: Decodable {
        let record: PageRecord
        let expected: ExpectedReading
    }

    private struct PageFile: Decodable {
        let page: String
        let article: ExpectedReading.ExpectedArticle
    }

    static let location = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Samples")

    /// The names of the pages without suffix, in order.
    static let pageNames = names(in: "expected")

    /// The article of a page, and what should be found in it.
    static func article(_ name: String) throws -> (expected: ExpectedReading.ExpectedArticle, article: Article) {
        let file = try JSONDecoder().decode(PageFile.self, from: Data(contentsOf: expectedFile(name)))
        return (file.article, try read(page: file.page))
    }

    /// The pages that have an expected reading, and every small text.
    static func all() throws -> [Sample] {
        var samples: [Sample] = []
        for name in pageNames {
            let content = try Data(contentsOf: expectedFile(name))
            let expected = try JSONDecoder().decode(ExpectedReading.self, from: content)
            guard expected.entries != nil else { continue }
            let page = try JSONDecoder().decode(PageFile.self, from: content).page
            samples.append(Sample(name: name, expected: expected, article: try read(page: page), recordID: nil))
        }
        for name in names(in: "small") {
            let file = location.appending(path: "small/\(name).json")
            let small = try JSONDecoder().decode(SmallFile.self, from: Data(contentsOf: file))
            samples.append(
                Sample(
                    name: name, expected: small.expected, article: try small.record.article(), recordID: small.record.id
                ))
        }
        return samples
    }

    private static func expectedFile(_ name: String) -> URL { location.appending(path: "expected/\(name).json") }

    private static func names(in folder: String) -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: location.appending(path: folder).path)
        return (files ?? []).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }

    private static func read(page: String) throws -> Article {
        let file = location.appending(path: "pages/\(page)")
        return try PageReader().article(from: Page(bytes: [UInt8](try Data(contentsOf: file)), location: file.path))
    }
}
