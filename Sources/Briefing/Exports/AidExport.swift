// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// IATI 2.03 activities: programmes, as donors and their watchers read them.
///
/// IATI wants a date of every activity. A page that tells of a programme seldom gives one, so the day of the first
/// report stands for the actual start, and its narrative says so; a programme that no dated page tells of is left out.
/// A file without an activity is no IATI, so a ledger without programmes is refused with `BRIEF-007`.
package struct AidExport: ExportFormat {
    package let name = "iati"
    package let summary = "IATI 2.03 activities: programmes"
    package let fileName: String? = "activities.xml"

    /// Makes the format.
    package init() {}

    private static let organisation = "XX-ENTENTE"

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        try destination.file("activities.xml") { sink in
            var hasAny = false
            try Walk(ledger).facts(.programme) { fact in
                guard let day = fact.row.firstSeen else { return }
                if !hasAny { try sink.write(Self.head) }
                hasAny = true
                try sink.write(Self.activity(fact, day))
            }
            guard hasAny else { throw BriefingError(.nothingToExport, "IATI", detail: "it has no programme") }
            try sink.write("</iati-activities>\n")
        }
    }

    private static let head = """
        <?xml version="1.0" encoding="utf-8"?>
        <iati-activities version="2.03">

        """

    private static func narrative(_ text: String) -> String {
        "<narrative>\(MarkupText.escaped(MarkupText.oneLine(text)))</narrative>"
    }

    private static func activity(_ fact: Fact, _ day: String) -> String {
        let parties = fact.parties("party")
        let sides = parties.isEmpty ? ["not stated"] : parties.map(\.name)
        let participants = sides.map { "<participating-org role=\"4\">\(narrative($0))</participating-org>" }
        let quotes = fact.proofs.prefix(3).map(\.evidence.quote).joined(separator: " … ")
        let links = fact.proofs.compactMap { SafeLink.web($0.source.location) }
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let documents = links.map { link in
            """
            <document-link url="\(MarkupText.escaped(link))" format="text/html"><title>\(narrative("Source"))</title>\
            <category code="A12"/></document-link>
            """
        }
        return """
            <iati-activity xml:lang="en" last-updated-datetime="\(fact.row.lastSeen ?? day)T00:00:00Z">
            <iati-identifier>\(organisation)-\(fact.row.id)</iati-identifier>
            <reporting-org ref="\(organisation)" type="90" secondary-reporter="1">\(narrative("Entente"))</reporting-org>
            <title>\(narrative(fact.row.heading))</title>
            <description type="1">\(narrative(quotes))</description>
            \(participants.joined(separator: "\n"))
            <activity-status code="2"/>
            <activity-date type="2" iso-date="\(day)">\(narrative("first reported on this day"))</activity-date>
            \(documents.map { $0 + "\n" }.joined())</iati-activity>

            """
    }
}
