// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation
import Pages
import TestNumbers
import Testing

@Suite("What holds for every article, whatever the bytes")
struct ArticlePropertyTests {
    private static let seeds: [String] = [
        page(
            head:
                "<title>Two ports</title><script type=\"application/ld+json\">{\"@type\":\"Article\",\"datePublished\":\"2025-11-03\"}</script>",
            body:
                "<nav><a href=\"/\">Home</a></nav><article><h1>Two ports</h1><time>3 November 2025</time>\(Prose.paragraphs)"
                + "<figure><figcaption>부두 Photo: Ben Otter</figcaption></figure><ul><li>one<li>two</ul><b><i>x</b>y</i></article>"
        ),
        "Two ports train captains\n\nBy Rosa Lind\n2025.11.03 14:20\n\n\(Prose.first)\n\nTwo ports train captains On the quay.\n\n\(Prose.second)\n© 2025 부두일보\nTop\n",
        "<table><tr><td>" + Prose.first + "<br><br>" + Prose.second
            + "<td><a href=x>link</a></table>\u{0}&#0;&#x10FFFF;&amp;nbsp;",
    ]

    /// The seeds with random bytes changed, dropped, repeated and spliced.
    private static func mutations(_ count: Int) -> [[UInt8]] {
        var numbers = SeededNumbers(seed: 20251103)
        let pieces = [
            "<div>", "</p>", "<!--", "\"", "<script>", "&#", "\u{FEFF}", "<svg><p>", "</html>", "<table>", "\u{2028}",
            "\r",
        ]
        .map { Array($0.utf8) }
        return (0..<count).map { round in
            var bytes = Array(seeds[round % seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...12, using: &numbers) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<5, using: &numbers) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &numbers)))
                case 2: bytes.insert(contentsOf: pieces.randomElement(using: &numbers) ?? [], at: place)
                case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
                default: bytes.append(contentsOf: bytes[place...].prefix(100))
                }
            }
            return bytes
        }
    }

    private static func check(_ article: Article) {
        var end = TextPosition.zero
        let bytes = Array(article.text.utf8)
        for block in article.blocks {
            #expect(block.range.start >= end, "blocks are in order and do not overlap")
            #expect(block.range.start < block.range.end, "no block is empty")
            #expect(block.range.end.byte <= bytes.count)
            guard block.range.start >= end, block.range.end.byte <= bytes.count else { return }
            let gap = String(decoding: bytes[end.byte..<block.range.start.byte], as: UTF8.self)
            #expect(gap.unicodeScalars.allSatisfy { WhiteSpace.contains($0) || WhiteSpace.isBlank(String($0)) })
            #expect(gap.unicodeScalars.count == block.range.start.scalar - end.scalar, "both counts agree")
            let text = String(decoding: bytes[block.range.bytes], as: UTF8.self)
            #expect(text == article.text.text(at: block.range))
            #expect(text.unicodeScalars.count == block.range.scalars.count)
            #expect(!WhiteSpace.isBlank(text))
            end = block.range.end
        }
        for dated in [article.source.published, article.source.modified].compactMap({ $0 }) {
            for premise in dated.premises { #expect(article.text.text(at: premise.range) == premise.quote) }
        }
    }

    @Test("blocks fit the text, keep their order and leave only white space between them, on damaged pages too")
    func invariants() {
        for bytes in Self.seeds.map({ Array($0.utf8) }) + Self.mutations(1500) {
            if let article = try? PageReader().article(from: Page(bytes: bytes)) { Self.check(article) }
        }
    }

    @Test("random bytes give an article or an error, never a crash")
    func noise() {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 1...400, using: &numbers)).map { _ in
                UInt8.random(in: 0...255, using: &numbers)
            }
            if let article = try? PageReader().article(from: Page(bytes: bytes)) { Self.check(article) }
        }
    }

    @Test("the same bytes give the same article")
    func deterministic() throws {
        for bytes in Self.seeds.map({ Array($0.utf8) }) + Self.mutations(40) {
            let first = try? PageReader().article(from: Page(bytes: bytes))
            let second = try? PageReader().article(from: Page(bytes: bytes))
            #expect(first == second)
        }
    }

    @Test("the source's id is the fingerprint of the bytes")
    func identity() throws {
        let article = try PageReader().article(from: Page(bytes: Array("<p>\(Prose.first)</p>".utf8)))
        #expect(article.source.id.hasPrefix("sha256:"))
        #expect(article.source.id.count == 71)
    }
}

@Suite("The shared seed capture", .enabled(if: SharedData.seed != nil, "../shared/data/seed is not there"))
struct SeedCaptureTests {
    @Test("headline, caption, copyright and furniture are told apart and nothing is lost")
    func roles() throws {
        let bytes = try #require(SharedData.seed)
        let article = try PageReader().article(from: Page(bytes: bytes, location: "article.txt"))
        let headline = try #require(article.texts(.headline).first)
        #expect(article.texts(.headline).count == 1)
        #expect(article.title == headline)
        let captions = article.texts(.caption)
        #expect(captions.count == 1)
        #expect(captions.first?.hasPrefix(headline) == false)
        #expect(article.texts(.furniture).contains(headline), "the headline glued to the caption is furniture")
        #expect(article.texts(.copyright).count == 1)
        #expect(article.texts(.furniture).count == 7)
        #expect(article.texts(.body).count == 12)
        #expect(article.texts(.body).allSatisfy { $0.hasSuffix(".") || $0.hasSuffix("\"") })
        let kept = article.lines.map(\.text).joined().filter { !$0.isWhitespace }
        let whole = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
        #expect(kept == whole)
    }
}

/// Test data that lies beside the checkout and is not part of it.
private enum SharedData {
    static let seed: [UInt8]? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("../shared/data/seed/article.txt").standardizedFileURL
        return (try? Data(contentsOf: file)).map(Array.init)
    }()
}
