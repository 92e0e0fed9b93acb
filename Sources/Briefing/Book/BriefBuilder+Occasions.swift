// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

extension BriefBuilder {
    private static let contactLimit = 8
    private static let agreementLimit = 30
    private static let upcomingLimit = 12

    /// The last occasions, the latest first.
    mutating func contacts() throws -> Brief.Section {
        let planned = Engagement.Status.planned.rawValue
        let rows = try scope.rows(.engagement, until: scope.day, limit: 4 * Self.contactLimit)
            .filter { $0.status != planned && ($0.firstDay ?? $0.firstSeen ?? "") <= scope.day }
        let lines = try lines(Array(rows.prefix(Self.contactLimit))) { fact in
            (
                fact.dateText, fact.row.heading,
                [
                    fact.sortText, fact.names(["place"], "in"), fact.names(["host", "organiser"], "host:"),
                    fact.names(["visitor", "participant"], "with"),
                ]
            )
        }
        let long = Self.yearBefore(scope.day)
        if let last = rows.first.flatMap({ $0.lastDay ?? $0.firstDay ?? $0.lastSeen }) {
            if last < long { gap("no contact since \(last)") }
        } else {
            gap("no contact is reported")
        }
        return Brief.Section(
            id: "contacts", title: "Last contacts", groups: [.init(title: "", lines: lines)],
            absence: "No contact is reported.")
    }

    /// Agreements that no page says have ended.
    mutating func agreements() throws -> Brief.Section {
        let rows = try scope.rows(.agreement, until: scope.day, bindingBoth: true, limit: Self.agreementLimit)
            .filter { $0.status != Agreement.Status.ended.rawValue && $0.status != Agreement.Status.planned.rawValue }
        let lines = try lines(rows) { fact in
            let name = [fact.value("name"), fact.value("scope")].compactMap(\.self).joined(separator: ": ")
            return (
                fact.dateText, name.isEmpty ? fact.sortText : name,
                [
                    name.isEmpty ? "" : fact.sortText, fact.row.status ?? "", fact.names(["party"], "between"),
                    fact.names(["signatory"], "signed by"), fact.names(["witness"], "witnessed by"),
                ]
            )
        }
        for fact in told where fact.kind == .agreement {
            if fact.date == nil { gap("no date of signature stated", about: fact.row.heading) }
            if fact.parties("party").count < 2 { gap("not all parties stated", about: fact.row.heading) }
        }
        return Brief.Section(
            id: "agreements", title: "Agreements", groups: [.init(title: "", lines: lines)],
            absence: "No agreement is reported.")
    }

    /// What is still to come: occasions, signatures and deadlines.
    mutating func upcoming() throws -> Brief.Section {
        var rows: [RecordRow] = []
        for kind in [Entry.Kind.engagement, .agreement, .commitment] {
            rows += try scope.rows(kind, since: scope.day, latestFirst: false, limit: 4 * Self.upcomingLimit)
                .filter { ($0.firstDay ?? "") > scope.day || ($0.lastDay ?? "") > scope.day && $0.firstDay != nil }
        }
        rows.sort { ($0.firstDay ?? "", $0.id) < ($1.firstDay ?? "", $1.id) }
        let lines = try lines(Array(rows.prefix(Self.upcomingLimit))) { fact in
            let isTask = fact.kind == .commitment
            return (
                fact.dateText, fact.row.heading,
                [isTask ? "deadline of a \(fact.row.sort)" : fact.sortText, fact.names(["place"], "in")]
            )
        }
        return Brief.Section(
            id: "upcoming", title: "Dates to come", groups: [.init(title: "", lines: lines)],
            absence: "No date to come is reported.")
    }

    /// The same day a year before; 29 February becomes 28.
    private static func yearBefore(_ day: String) -> String {
        guard let date = PartialDate(day) else { return day }
        let year = String(date.start.year - 1)
        let padded = String(repeating: "0", count: max(0, 4 - year.count)) + year
        let rest = day.dropFirst(4)
        return padded + (rest == "-02-29" ? "-02-28" : rest)
    }
}
