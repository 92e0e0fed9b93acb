// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Markdown notes with wikilinks, a note a party, an entry and a source: a vault for Obsidian, Logseq and the like.
package struct NotesExport: ExportFormat {
    package let name = "notes"
    package let summary = "a folder of Markdown notes with wikilinks"
    package let fileName: String? = nil

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let walk = Walk(ledger)
        try walk.sources { source in
            let text = options.withText ? try ledger.reading(ofSource: source.id)?.article.text : nil
            try destination.file("sources/\(Self.sourceName(source.id)).md") { sink in
                try sink.write(Self.note(source, text: text))
            }
        }
        try walk.parties { record in
            let entries = try ledger.entryRecords(
                RecordQuery(party: record.row.id, latestFirst: true, limit: Self.entryLimit))
            try destination.file("parties/\(record.row.id).md") { sink in
                try sink.write(Self.note(record, entries))
            }
        }
        try walk.facts { fact in
            try destination.file("entries/\(fact.row.id).md") { sink in try sink.write(Self.note(fact)) }
        }
    }

    /// A note that links to more than that helps nobody.
    private static let entryLimit = 500

    /// The name of a source's note: the beginning of its fingerprint, which file systems can take.
    private static func sourceName(_ id: String) -> String { id.replacing("sha256:", with: "source-") }

    private static func front(_ members: [(String, String?)]) -> String {
        let lines = members.compactMap { name, value in
            value.map {
                "\(name): \"\(MarkupText.oneLine($0).replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
            }
        }
        return "---\n\(lines.joined(separator: "\n"))\n---\n\n"
    }

    private static func link(_ name: String, _ words: String) -> String {
        // A bar or bracket would end the link early.
        let words = MarkupText.oneLine(words).filter { !"[]|#^".contains($0) }
        return "[[\(name)|\(words.isEmpty ? name : words)]]"
    }

    private static func note(_ source: SourceRow, text: String?) -> String {
        let title = source.title ?? source.publisher ?? sourceName(source.id)
        let front = front([
            ("type", "source"), ("published", source.published?.description), ("publisher", source.publisher),
            ("retrieved", source.retrieved), ("url", SafeLink.web(source.location)), ("id", source.id),
        ])
        let body = text.map {
            "\n" + $0.split(separator: "\n").map { "> \(MarkupText.markdown(String($0)))\n" }.joined()
        }
        return "\(front)# \(MarkupText.markdown(title))\n\(body ?? "")"
    }

    private static func note(_ record: WalkedParty, _ entries: [RecordRow]) -> String {
        let row = record.row
        let front = front([
            ("type", row.kind), ("id", row.id), ("iso3166", record.identifiers["iso3166"]),
            ("geonames", record.identifiers["geonames"]), ("wikidata", record.identifiers["wikidata"]),
        ])
        let names = record.names.map(\.name).filter { $0 != row.heading }.map(MarkupText.markdown)
        let offices = record.tenures.map { tenure in
            let body = tenure.body.map { ", \(link($0.id, $0.name))" } ?? ""
            let seen = [tenure.firstSeen, tenure.lastSeen].compactMap(\.self)
            let span = Set(seen).count == 1 ? seen[0] : seen.joined(separator: " to ")
            return "- \(MarkupText.markdown(tenure.title))\(body) (seen \(span))\n"
        }
        let links = entries.map { entry in
            "- \(entry.firstDay ?? entry.firstSeen ?? "") \(entry.kind): \(link(entry.id, entry.heading))\n"
        }
        return front + "# \(MarkupText.markdown(row.heading))\n"
            + (names.isEmpty ? "" : "\nAlso: \(names.joined(separator: "; "))\n")
            + (offices.isEmpty ? "" : "\n## Offices\n\n\(offices.joined())")
            + (links.isEmpty ? "" : "\n## Entries\n\n\(links.joined())")
    }

    private static func note(_ fact: Fact) -> String {
        let row = fact.row
        let front = front([
            ("type", row.kind), ("sort", row.sort.isEmpty ? nil : row.sort), ("date", fact.date?.description),
            ("status", row.status), ("id", row.id), ("origins", String(row.origins)),
        ])
        let parties = fact.participants.map { "- \($0.role): \(link($0.party.id, $0.party.name))\n" }
        let quotes = fact.proofs.map { proof in
            "> \(MarkupText.markdown(proof.evidence.quote))\n\n\(link(sourceName(proof.source.id), proof.source.label))\n\n"
        }
        return front + "# \(MarkupText.markdown(row.heading))\n"
            + (parties.isEmpty ? "" : "\n## Parties\n\n\(parties.joined())") + "\n## Evidence\n\n\(quotes.joined())"
    }
}
