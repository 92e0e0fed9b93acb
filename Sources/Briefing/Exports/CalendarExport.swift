// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// iCalendar (RFC 5545): occasions and agreements as whole days, deadlines of commitments as things to do.
///
/// What is not dated to the day is left out: a month or a year is no day.
package struct CalendarExport: ExportFormat {
    package let name = "icalendar"
    package let summary = "iCalendar: occasions and agreements by the day, commitments as things to do"
    package let fileName: String? = "ledger.ics"

    /// Makes the format.
    package init() {}

    package func write(
        _ ledger: Ledger, to destination: any ExportDestination, _ options: ExportOptions
    ) throws {
        let walk = Walk(ledger)
        try destination.file("ledger.ics") { sink in
            try sink.write(Self.lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Entente//Ledger//EN"]))
            for kind in [Entry.Kind.engagement, .agreement, .commitment] {
                try walk.facts(kind) { fact in
                    if let lines = Self.component(fact) { try sink.write(Self.lines(lines)) }
                }
            }
            try sink.write(Self.lines(["END:VCALENDAR"]))
        }
    }

    private static func component(_ fact: Fact) -> [String]? {
        guard let date = fact.date, let first = date.firstDay, let last = date.lastDay else { return nil }
        // What is promised is a VTODO (RFC 5545, 3.6.2), anything else a VEVENT (3.6.1).
        let isTask = fact.kind == .commitment
        let quotes = fact.proofs.prefix(3).map { "“\($0.evidence.quote)” (\($0.source.label))" }
        var lines = [
            isTask ? "BEGIN:VTODO" : "BEGIN:VEVENT", "UID:\(fact.row.id)@entente",
            "DTSTAMP:\(basic(fact.row.lastSeen ?? first))T000000Z", "SUMMARY:\(escaped(fact.row.heading))",
            "DESCRIPTION:\(escaped(quotes.joined(separator: "\n")))", "CATEGORIES:\(escaped(fact.row.kind))",
        ]
        if isTask {
            lines.append("DUE;VALUE=DATE:\(basic(last))")
            lines.append("STATUS:\(fact.row.status == CommitmentStatus.kept.rawValue ? "COMPLETED" : "NEEDS-ACTION")")
        } else {
            lines.append("DTSTART;VALUE=DATE:\(basic(first))")
            // The end is exclusive (RFC 5545, 3.6.1), and one day is what a missing end means.
            if last != first, let next = dayAfter(last) { lines.append("DTEND;VALUE=DATE:\(basic(next))") }
            lines.append("STATUS:\(fact.row.status == "planned" ? "TENTATIVE" : "CONFIRMED")")
            lines += fact.parties("place").prefix(1).map { "LOCATION:\(escaped($0.name))" }
        }
        lines += fact.proofs.lazy.compactMap { SafeLink.web($0.source.location) }.prefix(1).map { "URL:\($0)" }
        lines.append(isTask ? "END:VTODO" : "END:VEVENT")
        return lines
    }

    private static func basic(_ day: String) -> String { day.replacing("-", with: "") }

    private static func dayAfter(_ day: String) -> String? {
        guard let date = PartialDate(day), let number = date.start.day, let month = date.start.month else { return nil }
        let year = date.start.year
        if number < GregorianCalendar.days(inMonth: month, of: year) { return text(year, month, number + 1) }
        return month < 12 ? text(year, month + 1, 1) : text(year + 1, 1, 1)
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        [(year, 4), (month, 2), (day, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }.joined(separator: "-")
    }

    /// Text as RFC 5545 has it (3.3.11).
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", ";", ",": result += "\\\(character)"
            case "\n", "\r\n", "\r": result += "\\n"
            default: if !character.unicodeScalars.contains(where: { $0.value < 32 }) { result.append(character) }
            }
        }
        return result
    }

    /// Content lines, each folded before its 76th byte (3.1) and never inside a character.
    private static func lines(_ lines: [String]) -> String {
        lines.map { line in
            var folded = ""
            var width = 0
            for scalar in line.unicodeScalars {
                let size = UTF8.width(scalar)
                if width + size > 75 {
                    folded += "\r\n "
                    width = 1
                }
                folded.unicodeScalars.append(scalar)
                width += size
            }
            return folded + "\r\n"
        }.joined()
    }
}
