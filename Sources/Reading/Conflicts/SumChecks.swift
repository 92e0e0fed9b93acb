// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds numbers of a page that do not add up: years gone by that do not lead from a year to the page's own, and parts
/// that do not make their total, or lists of another length than is told.
///
/// A page whose date follows from its own sums is not held against them.
struct SumChecks {
    let reading: Reading

    /// Years that a sum may be off, since anniversaries are counted from within a year.
    private static let leeway = 1

    /// The conflicts in the order of the text.
    func conflicts(years: [YearSums.Sum], totals: [PartSums.Sum], lists: [ListCounts.Count]) -> [Conflict] {
        // "In 2014 … the 20th anniversary of the ties of 1994": years gone by that lead somewhere from one of the years that
        // a sentence names are not counted from another.
        let settled = years.filter { leadsSomewhere($0) }.map(\.span)
        let open = years.filter { !settled.contains($0.span) }
        return (open.compactMap(conflict) + totals.compactMap(conflict) + lists.compactMap(conflict)).sorted {
            $0.evidence[0].range.start < $1.evidence[0].range.start
        }
    }

    /// The year of the page, unless it only follows from such sums.
    private var page: Int? {
        reading.article.source.published.flatMap { $0.basis == .inferred ? nil : $0.value.start.year }
    }

    /// Whether a sum leads to the page's year or to another that its sentence names.
    private func leadsSomewhere(_ sum: YearSums.Sum) -> Bool {
        ([page].compactMap(\.self) + sum.others).contains { abs($0 - sum.end) <= Self.leeway }
    }

    private func conflict(_ sum: YearSums.Sum) -> Conflict? {
        guard let page, sum.isExact, sum.year <= page else { return nil }
        return conflict(
            sum.since, sum.span,
            "\(sum.years) years from \(sum.year) lead to \(sum.end), but the page is of \(page).")
    }

    private func conflict(_ sum: PartSums.Sum) -> Conflict? {
        let made = sum.parts.reduce(0, +)
        guard abs(made - sum.total) > 1e-9 * sum.total else { return nil }
        let parts = sum.parts.map(Self.text).joined(separator: " + ")
        return conflict(
            sum.whole, sum.rest, "\(parts) make \(Self.text(made)), but the total is \(Self.text(sum.total)).")
    }

    private func conflict(_ count: ListCounts.Count) -> Conflict? {
        guard !count.listed.contains(count.told) else { return nil }
        let listed =
            count.told > count.listed.upperBound ? count.listed.upperBound : count.listed.lowerBound
        return conflict(count.whole, count.rest, "The list has \(listed) items, but the count is \(count.told).")
    }

    /// The conflict of the entries that give two numbers; none where no entry rests on either.
    private func conflict(_ left: TextRange, _ right: TextRange, _ reason: String) -> Conflict? {
        let sides = [left, right].map { range in
            reading.entries.filter { entry in entry.evidence.contains { $0.range.overlaps(range) } }
        }
        guard let first = sides[0].first ?? sides[1].first,
            let second = sides[1].first(where: { $0.id != first.id }) ?? sides[1].first ?? sides[0].first,
            let one = Evidence(range: left, in: reading.article.text),
            let other = Evidence(range: right, in: reading.article.text)
        else { return nil }
        return Conflict(
            kind: .sum, between: [first.id, second.id], odd: nil, reason: reason, evidence: [one, other])
    }

    private static func text(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}
