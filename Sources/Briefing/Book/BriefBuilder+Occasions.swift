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
        let told = rows.filter { row in !rows.contains { $0.isMorePrecise(than: row) } }
        let lines = try lines(Array(told.prefix(Self.contactLimit))) { [words] fact in
            (
                fact.dateText(words), fact.row.heading,
                [
                    words.capital("form", fact.row.sort), words.names(["place"], "line.in", of: fact),
                    words.names(["host", "organiser"], "line.host", of: fact),
                    words.names(["visitor", "participant"], "line.with", of: fact),
                ]
            )
        }
        let long = Self.yearBefore(scope.day)
        if let last = rows.first.flatMap({ $0.lastDay ?? $0.firstDay ?? $0.lastSeen }) {
            if last < long { gap(words("gap.no-contact-since", ["day": last])) }
        } else {
            gap(words("gap.no-contact"))
        }
        return section("contacts", [.init(title: "", lines: lines)])
    }

    /// Agreements that no page says have ended.
    mutating func agreements() throws -> Brief.Section {
        let rows = try scope.rows(.agreement, until: scope.day, bindingBoth: true, limit: Self.agreementLimit)
            .filter { $0.status != Agreement.Status.ended.rawValue && $0.status != Agreement.Status.planned.rawValue }
        let lines = try lines(rows) { [words] fact in
            let form = fact.agreementForm(words)
            let title = fact.agreementTitle(words)
            return (
                fact.dateText(words), title,
                [
                    title == form ? nil : form, fact.row.status.map { words.term("status", $0) },
                    words.names(["party"], "line.between", of: fact),
                    words.names(["signatory"], "line.signed-by", of: fact),
                    words.names(["witness"], "line.witnessed-by", of: fact),
                ]
            )
        }
        for fact in told where fact.kind == .agreement {
            let title = fact.agreementTitle(words)
            if fact.date == nil { gap(words("gap.no-date"), about: title) }
            if fact.parties("party").count < 2 { gap(words("gap.no-parties"), about: title) }
        }
        return section("agreements", [.init(title: "", lines: lines)])
    }

    /// What is still to come: occasions, signatures and deadlines.
    mutating func upcoming() throws -> Brief.Section {
        var rows: [RecordRow] = []
        for kind in [Entry.Kind.engagement, .agreement, .commitment] {
            rows += try scope.rows(kind, since: scope.day, latestFirst: false, limit: 4 * Self.upcomingLimit)
                .filter { ($0.firstDay ?? "") > scope.day || ($0.lastDay ?? "") > scope.day && $0.firstDay != nil }
        }
        rows.sort { ($0.firstDay ?? "", $0.id) < ($1.firstDay ?? "", $1.id) }
        let lines = try lines(Array(rows.prefix(Self.upcomingLimit))) { [words] fact in
            let what =
                fact.kind == .commitment
                ? words("line.deadline", ["force": words.term("force", fact.row.sort)])
                : words.capital("form", fact.row.sort)
            return (fact.dateText(words), fact.row.heading, [what, words.names(["place"], "line.in", of: fact)])
        }
        return section("upcoming", [.init(title: "", lines: lines)])
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

extension RecordRow {
    /// Whether it tells, under the same heading, of a time within that of `other`: what some page dates by the year alone
    /// is no second occasion.
    fileprivate func isMorePrecise(than other: RecordRow) -> Bool {
        guard id != other.id, heading.lowercased() == other.heading.lowercased(), sort == other.sort,
            let first = firstDay, let last = lastDay, let start = other.firstDay, let end = other.lastDay
        else { return false }
        return start <= first && last <= end && (start, end) != (first, last)
    }
}
