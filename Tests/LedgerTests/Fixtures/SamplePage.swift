// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Hashing
import Ledger

/// A page whose reading is written by hand.
///
/// All people, cities and papers in these tests are invented.
struct SamplePage {
    var text: String
    var snapshot: Snapshot
    var reading: Reading

    /// A page that reads `text`; the bytes are those of the text with `mark-up` around them.
    init(
        title: String, body: String, location: String? = nil, publisher: String? = nil, language: String? = nil,
        published: DatedValue? = nil
    ) {
        text = "\(title)\n\n\(body)"
        snapshot = Snapshot(bytes: Array("<main>\(text)</main>".utf8), contentType: "text/html")
        let source = Source(
            id: Self.id(of: snapshot), location: location, publisher: publisher,
            language: language, published: published)
        reading = Reading(
            article: Article(source: source, title: title, authors: ["Staff"], text: text, blocks: []))
        reading.article.blocks = [
            Block(role: .headline, range: range(of: title)), Block(role: .body, range: range(of: body)),
        ]
    }

    /// Where `words` stand for the `occurrence`-th time (from 1); the start of the text where they do not.
    func range(of words: String, occurrence: Int = 1) -> TextRange {
        let all = Array(text.utf8)
        let wanted = Array(words.utf8)
        var found = 0
        for start in 0...max(0, all.count - wanted.count) where all[start...].starts(with: wanted) {
            found += 1
            guard found == occurrence else { continue }
            let before = String(decoding: all[..<start], as: UTF8.self).unicodeScalars.count
            return TextRange(
                start: TextPosition(scalar: before, byte: start),
                end: TextPosition(
                    scalar: before + words.unicodeScalars.count, byte: start + wanted.count))
        }
        return TextRange(start: .zero, end: .zero)
    }

    /// The proof that `words` stand in the text.
    func proof(_ words: String, occurrence: Int = 1) -> [Evidence] {
        [Evidence(range: range(of: words, occurrence: occurrence), quote: words)]
    }

    /// The id of the source whose bytes these are.
    static func id(of snapshot: Snapshot) -> String { "sha256:\(SHA256Digest(of: snapshot.bytes))" }

    var sourceId: String { reading.article.source.id }
}

extension DatedValue {
    /// A date that is stated in so many words; tests only name dates that exist.
    static func stated(_ text: String, premises: [Evidence] = []) -> DatedValue? {
        PartialDate(text).map {
            DatedValue(value: $0, basis: premises.isEmpty ? .metadata : .inferred, premises: premises)
        }
    }
}
