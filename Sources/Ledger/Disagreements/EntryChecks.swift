// SPDX-License-Identifier: Apache-2.0

import Cooperation
import GRDB

/// Finds on what the pages disagree that speak of one entry.
struct EntryChecks {
    let knowledge: IdentityKnowledge
    let record: Int64
    let members: [EntryProfile]
    /// The names of the records of parties that the members name.
    let names: [Int64: String]

    /// Every disagreement of members from several pages, in the order of the checks.
    func findings() -> [Finding] {
        [dates(), places(), parties(), holders(), values(), statuses()].compactMap(\.self)
    }

    private func dates() -> Finding? {
        let stated = members.compactMap { member -> (item: Int64, text: String, span: DaySpan)? in
            // One may be the first trading partner in one year and in another.
            if case .relation = member.content { return nil }
            guard let date = member.content.record.date else { return nil }
            return (member.item, date.value.description, DaySpan(date.value))
        }
        for (index, one) in stated.enumerated() {
            for other in stated.dropFirst(index + 1)
            where one.span.last < other.span.first || other.span.last < one.span.first {
                return finding(.date, "date", one.text, other.text, stated.map { ($0.item, $0.text) }) { value, side in
                    guard let mine = PartialDate(value).map({ DaySpan($0) }),
                        let theirs = PartialDate(side).map({ DaySpan($0) })
                    else { return false }
                    return mine.first <= theirs.last && theirs.first <= mine.last
                }
            }
        }
        return openings()
    }

    /// One page gives all days, another a single day on which it opened that is not the first of them.
    private func openings() -> Finding? {
        let whole = members.compactMap { member -> (item: Int64, text: String, span: DaySpan)? in
            member.span.flatMap { $0.first != $0.last ? (member.item, datum(member), $0) : nil }
        }.filter { $0.span.length < 15 }
        let single = members.compactMap { member -> (item: Int64, text: String, span: DaySpan)? in
            member.span.flatMap { $0.first == $0.last && opens(member) ? (member.item, datum(member), $0) : nil }
        }
        for one in whole {
            for other in single where other.span.first != one.span.first {
                return finding(.date, "date", one.text, other.text, (whole + single).map { ($0.item, $0.text) })
            }
        }
        return nil
    }

    private func datum(_ member: EntryProfile) -> String { member.content.record.date?.value.description ?? "" }

    private func opens(_ member: EntryProfile) -> Bool {
        knowledge.matching.opening.contains { member.sentence.contains($0) }
    }

    private func places() -> Finding? {
        let placed = members.compactMap { member in member.place.map { (member.item, $0) } }
        for (index, one) in placed.enumerated() {
            for other in placed.dropFirst(index + 1) where one.1 != other.1 && areApart(one.1, other.1) {
                return finding(
                    .place, "place", names[one.1] ?? "", names[other.1] ?? "",
                    placed.map { ($0.0, names[$0.1] ?? "") })
            }
        }
        return nil
    }

    /// Two venues, neither of which is named after the other or is the town that the other stands in.
    private func areApart(_ left: Int64, _ right: Int64) -> Bool {
        let kinds = members.reduce(into: [Int64: Party.Kind]()) { $0.merge($1.kinds) { first, _ in first } }
        // A hall may be taken for a body; a hall and the town that it may stand in are not told apart.
        let venues: Set<Party.Kind> = [.place, .organisation, .government]
        let areVenues = [left, right].allSatisfy { kinds[$0].map(venues.contains) ?? false }
        guard areVenues || kinds[left] == kinds[right] else { return false }
        let mine = knowledge.contentWords(of: names[left] ?? "")
        let theirs = knowledge.contentWords(of: names[right] ?? "")
        return mine.isDisjoint(with: theirs)
    }

    /// Who signed or is bound differs altogether.
    private func parties() -> Finding? {
        guard members.first?.kind == .agreement else { return nil }
        let signed = members.compactMap { member -> (item: Int64, persons: Set<Int64>, offices: Set<UniqueOffice>)? in
            let persons = Set(member.kinds.filter { $0.value == .person }.keys)
                .intersection((member.parties["signatory"] ?? []).union(member.parties["party"] ?? []))
            // "The president of Ghana" on one page may be called by name on the other.
            let offices = Set(persons.flatMap { member.offices[$0] ?? [] })
            return persons.isEmpty ? nil : (member.item, persons, offices)
        }
        for (index, one) in signed.enumerated() {
            for other in signed.dropFirst(index + 1)
            where one.persons.isDisjoint(with: other.persons) && one.offices.isDisjoint(with: other.offices) {
                return finding(
                    .parties, "signatory", list(one.persons), list(other.persons),
                    signed.map { ($0.item, list($0.persons)) })
            }
        }
        return nil
    }

    /// Two pages name two persons in one unique office for one occasion.
    private func holders() -> Finding? {
        guard members.first?.kind == .engagement || members.first?.kind == .agreement else { return nil }
        for (index, one) in members.enumerated() {
            for other in members.dropFirst(index + 1) {
                for (person, offices) in one.offices where other.sides[person] == nil {
                    for (rival, others) in other.offices where one.sides[rival] == nil && rival != person {
                        guard let office = offices.intersection(others).sorted(by: { $0.title < $1.title }).first
                        else { continue }
                        let sides = [person, rival].map { record in
                            Finding.Side(
                                value: names[record] ?? "",
                                items: members.filter { $0.sides[record] != nil }.map(\.item))
                        }
                        return Finding(
                            kind: .officeHolder, subject: self.record, rivals: [person, rival].sorted(),
                            field: "office",
                            reason: "\(one.heading): \(sides[0].value) and \(sides[1].value) are both called "
                                + "\(office.title).", sides: sides)
                    }
                }
            }
        }
        return nil
    }

    private func list(_ parties: Set<Int64>) -> String {
        parties.map { names[$0] ?? "" }.sorted().joined(separator: ", ")
    }

    private func values() -> Finding? {
        let figures = members.compactMap { member -> (Int64, Figure, String)? in
            guard case .figure(let figure) = member.content,
                let value = member.content.values.first(where: { $0.field == "value" })
            else { return nil }
            return (member.item, figure, value.value)
        }
        for (index, one) in figures.enumerated() {
            for other in figures.dropFirst(index + 1) where !one.1.isCompatible(with: other.1) {
                return finding(.value, "value", one.2, other.2, figures.map { ($0.0, $0.2) })
            }
        }
        return nil
    }

    /// A page that says that something is still to come, after another has said that it is done.
    private func statuses() -> Finding? {
        let stated = members.compactMap { member -> (item: Int64, status: String, isDone: Bool, seen: Day)? in
            guard let seen = member.seen,
                let status = member.content.values.first(where: { $0.field == "status" || $0.field == "state" })?.value
            else { return nil }
            return (member.item, status, status != Agreement.Status.planned.rawValue, seen)
        }
        for late in stated where !late.isDone {
            for early in stated where early.isDone && early.seen <= late.seen {
                return finding(
                    .status, "status", early.status, late.status, stated.map { ($0.item, $0.status) })
            }
        }
        return nil
    }

    private func finding(
        _ kind: DisagreementKind, _ field: String, _ one: String, _ other: String, _ all: [(Int64, String)],
        isOn: (_ value: String, _ side: String) -> Bool = { $0 == $1 }
    ) -> Finding {
        let first = all.filter { isOn($0.1, one) }.map(\.0)
        let second = all.filter { isOn($0.1, other) && !first.contains($0.0) }.map(\.0)
        let about =
            if case .figure(let figure) = members.first?.content { figure.indicator } else {
                members.first?.heading ?? ""
            }
        let told = [one, other].map { kind == .value ? DigitGroups.text($0, from: 1_000) : $0 }
        return Finding(
            kind: kind, subject: record, field: field,
            reason: "\(about): \(field) \(told[0]) on one page, \(told[1]) on another.",
            sides: [Finding.Side(value: one, items: first), Finding.Side(value: other, items: second)])
    }
}

extension DaySpan {
    /// The number of days from the first to the last.
    var length: Int {
        guard let first = Day(first), let last = Day(last) else { return .max }
        return last - first
    }
}

extension Figure {
    /// Whether both can be true of one thing at one time, since numbers are rounded and hedged.
    func isCompatible(with other: Figure) -> Bool {
        let mine = bounds
        let theirs = other.bounds
        return mine.lowerBound <= theirs.upperBound && theirs.lowerBound <= mine.upperBound
    }

    private var bounds: ClosedRange<Double> {
        let top = upper ?? value
        // A hedged number may be off by a twentieth, a plain one by its last digit that is not zero.
        let slack = abs(value) * (relation == .equal ? 0.005 : 0.05)
        switch relation {
        case .greater, .atLeast: return (value - slack)...(max(top, value) * 1.3 + slack)
        case .less, .atMost: return (min(value, top) * 0.7 - slack)...(max(top, value) + slack)
        case .equal, .approximate: return (min(value, top) - slack)...(max(top, value) + slack)
        }
    }
}
