// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Gazetteer
import Pages
import Reading

/// Reads gold texts the way that `entente read` reads records.
struct TextReader {
    /// A reading, and how far its canonical text begins before the gold's.
    struct Result {
        let reading: Reading
        /// Scalars that stand before the gold's own text.
        let offset: Int
        /// What stood behind the reading.
        let trace: ReadingTrace

        /// A run of the canonical text, counted in the gold's text.
        func span(of range: TextRange) -> Span {
            Span(start: range.start.scalar - offset, end: range.end.scalar - offset)
        }
    }

    /// Events, and how far the canonical text begins before the gold's.
    struct Events {
        let events: [ReadEvent]
        let offset: Int

        /// A run of the canonical text, counted in the gold's text.
        func span(of range: TextRange) -> Span {
            Span(start: range.start.scalar - offset, end: range.end.scalar - offset)
        }
    }

    let reader: ArticleReader
    let gazetteer: Gazetteer

    /// What a text with a title says; runs count in the canonical text, title and all.
    func read(id: String, title: String, text: String, published: String?) throws -> Reading {
        let article = try PageRecord(id: id, title: title, text: text, published: published).article()
        return reader.reading(of: article, id: id)
    }

    /// What a text without a title says.
    func read(id: String, text: String, published: String?) throws -> Result {
        let article = try PageRecord(id: id, text: text, published: published).article()
        let added = article.text.unicodeScalars.count - text.unicodeScalars.count
        let (reading, trace) = reader.tracedReading(of: article, id: id)
        return Result(reading: reading, offset: added, trace: trace)
    }

    /// What happens in a text without a title; `coded` asks for the types that event coders count.
    func events(id: String, text: String, coded: Bool) throws -> Events {
        let article = try PageRecord(id: id, text: text).article()
        let added = article.text.unicodeScalars.count - text.unicodeScalars.count
        return Events(
            events: coded ? reader.codedEvents(of: article) : reader.events(of: article), offset: added)
    }
}
