// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// CSL-JSON: the sources, for reference managers and for pandoc.
package struct CitationExport: ExportFormat {
    package let name = "csl"
    package let summary = "CSL-JSON: the sources, for reference managers"
    package let fileName: String? = "sources.csl.json"

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        try destination.file("sources.csl.json") { sink in
            try sink.write("[\n")
            var list = ListWriter(sink)
            try Walk(ledger).sources { try list.add(Self.item($0).line) }
            try sink.write("\n]\n")
        }
    }

    private static func item(_ source: SourceRow) -> JSONValue {
        .members([
            "id": .text(source.id), "type": .text("article-newspaper"), "title": .optional(source.title),
            "container-title": .optional(source.publisher), "URL": .optional(SafeLink.web(source.location)),
            "language": .optional(source.language), "issued": source.published.map(date),
            "accessed": source.retrieved.flatMap { PartialDate(String($0.prefix(10))) }.map(date),
        ])
    }

    private static func date(_ date: PartialDate) -> JSONValue {
        let moments = [date.start, date.end].compactMap(\.self).map { moment in
            JSONValue.list([moment.year, moment.month, moment.day].compactMap { $0.map(JSONValue.count) })
        }
        return .object(["date-parts": .list(moments)])
    }
}
