// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// The JSON that TimelineJS shows: occasions, agreements and deadlines that have a date.
package struct TimelineExport: ExportFormat {
    package let name = "timeline"
    package let summary = "TimelineJS: occasions, agreements and deadlines"
    package let fileName: String? = "timeline.json"

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        try destination.file("timeline.json") { sink in
            try sink.write("{\"events\":[\n")
            var list = ListWriter(sink)
            for kind in [Entry.Kind.engagement, .agreement, .commitment] {
                try Walk(ledger).facts(kind) { fact in
                    if let slide = Self.slide(fact) { try list.add(slide.line) }
                }
            }
            try sink.write("\n]}\n")
        }
    }

    private static func slide(_ fact: Fact) -> JSONValue? {
        guard let date = fact.date else { return nil }
        let quotes = fact.proofs.prefix(3).map { proof in
            let label = MarkupText.escaped(proof.source.label)
            let link = SafeLink.web(proof.source.location).map { "<a href=\"\(MarkupText.escaped($0))\">\(label)</a>" }
            return "<p>“\(MarkupText.escaped(proof.evidence.quote))” (\(link ?? label))</p>"
        }
        return .members([
            "unique_id": .text("entry-\(fact.row.id)"), "group": .text(fact.row.kind),
            "start_date": moment(date.start), "end_date": date.end.map(moment),
            "text": .object([
                "headline": .text(MarkupText.escaped(fact.row.heading)), "text": .text(quotes.joined()),
            ]),
        ])
    }

    private static func moment(_ moment: PartialDate.Moment) -> JSONValue {
        .members([
            "year": .count(moment.year), "month": moment.month.map(JSONValue.count),
            "day": moment.day.map(JSONValue.count),
        ])
    }
}
