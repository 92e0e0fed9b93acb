// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A reading set for a person: its sections one after the other, the proof quoted under each entry with the number
/// of its line in the article's text, and of its page where the text comes from a document that has pages.
struct ReadingSheet {
    private let reading: Reading
    private let style: TextStyle
    private let width: Int
    private let names: [String: String]
    private let lineStarts: [Int]
    private let pageStarts: [Int]

    /// Sets `reading` in lines of at most `width` columns.
    init(_ reading: Reading, width: Int, style: TextStyle) {
        self.reading = reading
        self.style = style
        self.width = max(width, 40)
        names = Dictionary(reading.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        lineStarts = Self.starts(in: reading.article.text, behind: UInt8(ascii: "\n"))
        // A form feed ends each page of a document.
        pageStarts = Self.starts(in: reading.article.text, behind: 0x0C)
    }

    private static func starts(in text: String, behind end: UInt8) -> [Int] {
        [0] + text.utf8.enumerated().filter { $0.element == end }.map { $0.offset + 1 }
    }

    /// The sheet's lines.
    var lines: [String] {
        var lines = head
        lines += section("People", people)
        lines += section("Bodies and places", bodies)
        lines += section("Engagements", entries(.engagement))
        lines += section("Agreements", entries(.agreement))
        lines += section("Commitments", entries(.commitment))
        lines += section("Institutions", entries(.institution))
        lines += section("Programmes", entries(.programme))
        lines += section("Relations", entries(.relation))
        lines += section("Statements", entries(.statement))
        lines += section("Figures", entries(.figure))
        lines += section("Conflicts", conflicts)
        return lines
    }

    private var head: [String] {
        let source = reading.article.source
        let title = reading.article.title ?? reading.id ?? source.location ?? "Untitled"
        let facts = [
            source.publisher, source.published.map { "published " + dated($0) }, source.language, source.location,
            String(source.id.prefix("sha256:".count + 12)),
        ]
        return DisplayText.wrapped(title, to: width).map(style.strong)
            + DisplayText.wrapped(facts.compactMap { $0 }.joined(separator: " · "), to: width).map(style.faint)
    }

    private func section(_ title: String, _ body: [String]) -> [String] {
        ["", style.heading(title)] + (body.isEmpty ? [style.faint("  none stated")] : body)
    }

    private var people: [String] {
        reading.parties.filter { $0.kind == .person }.flatMap { person in
            let offices = person.offices.map { office in
                office.of.map { "\(office.title) of \(name($0))" } ?? office.title
            }
            let heading = ([person.name] + person.aliases.map { "also \($0)" }).joined(separator: ", ")
            return entry(heading, offices.joined(separator: "; "))
                + person.offices.flatMap { quoted($0.evidence) }
        }
    }

    private var bodies: [String] {
        let others = reading.parties.filter { $0.kind != .person && $0.kind != .group }
        guard !others.isEmpty else { return [] }
        return indented(others.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", "), by: 2)
    }

    private func entries(_ kind: Entry.Kind) -> [String] {
        reading.entries.filter { $0.kind == kind }.flatMap { item in
            let (subject, detail) = EntryHeading(names: names).text(item.content)
            return entry(subject, detail) + quoted(item.evidence)
        }
    }

    private var conflicts: [String] {
        reading.conflicts.flatMap { conflict in
            let odd = conflict.odd.map { "likely wrong: " + name($0) } ?? ""
            return indented(conflict.reason, by: 2).map(style.warning) + (odd.isEmpty ? [] : indented(odd, by: 4))
                + quoted(conflict.evidence)
        }
    }

    private func entry(_ subject: String, _ detail: String) -> [String] {
        indented(subject, by: 2).map(style.strong) + (detail.isEmpty ? [] : indented(detail, by: 4))
    }

    private func quoted(_ evidence: [Evidence]) -> [String] {
        evidence.flatMap { piece -> [String] in
            let label = place(of: piece.range.start.byte) + "  "
            let margin = 4 + label.utf8.count
            let quote = DisplayText.wrapped("“\(piece.quote)”", to: width - margin)
            return quote.enumerated().map { index, line in
                style.faint("    " + (index == 0 ? label : String(repeating: " ", count: label.utf8.count)) + line)
            }
        }
    }

    private func indented(_ text: String, by columns: Int) -> [String] {
        DisplayText.wrapped(text, to: width - columns).map { String(repeating: " ", count: columns) + $0 }
    }

    private func name(_ id: String) -> String { names[id] ?? id }

    private func dated(_ date: DatedValue) -> String { EntryHeading(names: names).dated(date) }

    /// The line that holds a byte, counted from the beginning of its page where there are pages.
    private func place(of byte: Int) -> String {
        let line = number(of: byte, in: lineStarts)
        guard pageStarts.count > 1 else { return "line \(line)" }
        let page = number(of: byte, in: pageStarts)
        return "page \(page), line \(line - number(of: pageStarts[page - 1], in: lineStarts) + 1)"
    }

    /// The number of the line or page that holds a byte of the article's text, counted from 1.
    private func number(of byte: Int, in starts: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= byte { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
