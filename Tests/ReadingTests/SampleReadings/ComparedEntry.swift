// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Foundation

/// What counts of an entry when an expected one is compared with one that was read: names in place of ids.
struct ComparedEntry {
    let kind: Entry.Kind
    /// The scalars of the text that the evidence covers.
    let cells: Set<Int>
    let isOptional: Bool
    let speaker: Set<String>?
    /// Who takes part, is bound or binds themselves.
    let participants: [Set<String>]
    /// How firm a commitment is.
    let force: String?
    let family: String
    let date: String?
    let value: Double?
    let relation: String
    /// For the table of differences.
    let description: String

    /// An entry that was read; `nil` for none.
    init(_ entry: Entry, of reading: Reading) {
        kind = entry.kind
        isOptional = false
        var cells: Set<Int> = []
        let scalars = Array(reading.article.text.unicodeScalars)
        for evidence in entry.evidence {
            // Texts are compared after normalisation, which can shorten what stands before a place.
            let start = Self.composedCount(scalars[..<evidence.range.start.scalar])
            let end = Self.composedCount(scalars[..<evidence.range.end.scalar])
            cells.formUnion(start..<max(start, end))
        }
        self.cells = cells
        func names(_ id: String) -> Set<String> {
            reading.parties.first { $0.id == id }.map { FoldedName.fold(names: [$0.name] + $0.aliases) } ?? []
        }
        var speaker: Set<String>?
        var participants: [Set<String>] = []
        var family = "other"
        var date: String?
        var value: Double?
        var relation = "="
        var force: String?
        switch entry.content {
        case .agreement(let agreement): participants = agreement.parties.map(names)
        case .commitment(let commitment):
            participants = commitment.by.map(names)
            force = commitment.force.rawValue
            date = commitment.deadline?.value.description
        case .institution(let institution): participants = institution.of.map(names)
        case .programme(let programme): participants = programme.parties.map(names)
        case .relation(let relation): participants = [names(relation.subject), names(relation.object)]
        case .statement(let statement): speaker = statement.speaker.map(names)
        case .engagement(let engagement):
            participants = engagement.participants.map { names($0.party) }
            family = Self.family(of: engagement.type.rawValue)
            date = engagement.date?.value.description
        case .figure(let figure):
            value = figure.value
            relation = Self.loose(figure.relation.rawValue)
        }
        (self.speaker, self.participants, self.family) = (speaker, participants, family)
        (self.date, self.value, self.relation, self.force) = (date, value, relation, force)
        description = "\(entry.kind.rawValue) “\(entry.evidence.first?.quote.prefix(90) ?? "")”"
    }

    /// An expected entry; `nil` where this version reads no entries of its kind.
    init?(_ entry: ExpectedReading.ExpectedEntry, of expected: ExpectedReading, in text: String) {
        guard let kind = Entry.Kind(rawValue: entry.kind) else { return nil }
        self.kind = kind
        isOptional = entry.optional ?? false
        var cells: Set<Int> = []
        for evidence in entry.evidence {
            let quote = evidence.quote.precomposedStringWithCanonicalMapping
            guard let found = text.range(of: quote, options: .literal) else { continue }
            let start = text.unicodeScalars[..<found.lowerBound].count
            cells.formUnion(start..<start + quote.unicodeScalars.count)
        }
        self.cells = cells
        func names(_ id: String) -> Set<String> {
            guard let party = expected.parties?.first(where: { $0.id == id }) else { return [] }
            return FoldedName.fold(names: [party.name] + party.aliases)
        }
        speaker = entry.speaker.map(names)
        participants = (entry.participants?.map(\.party) ?? entry.parties ?? entry.by ?? entry.of ?? []).map(names)
        force = entry.force
        family = Self.family(of: entry.type ?? "")
        date = entry.date ?? entry.deadline
        value = entry.value
        relation = Self.loose(entry.relation ?? "=")
        description = "\(entry.kind) “\(entry.evidence.first?.quote.prefix(90) ?? "")”"
    }

    /// How many scalars the two share, where that is enough to be the same entry: half of the shorter evidence, for
    /// statements half of both together.
    func overlap(with other: ComparedEntry) -> Int? {
        let shared = cells.intersection(other.cells).count
        guard shared > 0 else { return nil }
        let isEnough =
            kind == .statement
            ? 2 * shared >= cells.union(other.cells).count : 2 * shared >= min(cells.count, other.cells.count)
        return isEnough ? shared : nil
    }

    /// What is wrong in `read`, which stands at the same place; `nil` if it says what is expected here.
    func fault(in read: ComparedEntry) -> String? {
        switch kind {
        case .agreement:
            let agree =
                participants.count == read.participants.count
                && participants.allSatisfy { one in read.participants.contains { FoldedName.agree(one, $0) } }
            return agree ? nil : "parties \(read.participants.map { Self.list($0) })"
        case .commitment:
            if force != read.force { return "force \(read.force ?? "none")" }
            let agree =
                participants.isEmpty && read.participants.isEmpty
                || participants.contains { one in read.participants.contains { FoldedName.agree(one, $0) } }
            if !agree { return "by \(read.participants.map { Self.list($0) })" }
            return date == nil || date == read.date ? nil : "deadline \(read.date ?? "none") for \(date ?? "none")"
        case .institution, .programme, .relation:
            // What they are called differs from reader to reader; that they are told at the place is what counts.
            return nil
        case .statement:
            guard let speaker, let other = read.speaker else {
                return speaker == nil && read.speaker == nil ? nil : "speaker \(Self.list(read.speaker))"
            }
            return FoldedName.agree(speaker, other) ? nil : "speaker \(Self.list(other))"
        case .figure:
            return value == read.value && relation == read.relation
                ? nil : "\(read.relation) \(read.value.map { "\($0)" } ?? "?")"
        case .engagement:
            if family != read.family { return "type" }
            if let missing = participants.first(where: { one in
                !read.participants.contains { FoldedName.agree(one, $0) }
            }) {
                return "without \(Self.list(missing))"
            }
            let surplus = read.participants.filter { one in !participants.contains { FoldedName.agree($0, one) } }
            if surplus.count > 1 { return "with \(surplus.map { Self.list($0) })" }
            return date == nil || date == read.date ? nil : "date \(read.date ?? "none") for \(date ?? "none")"
        }
    }

    private static func list(_ names: Set<String>?) -> String { names?.sorted().joined(separator: " = ") ?? "unknown" }

    private static func family(of type: String) -> String {
        switch type {
        case "visit": "visit"
        case "meeting", "call", "summit", "forum": "meeting"
        case "ceremony", "celebration", "opening": "ceremony"
        default: "other"
        }
    }

    /// "At least" and "more than" are one, as in the press gold.
    static func loose(_ relation: String) -> String {
        switch relation {
        case "≥": ">"
        case "≤": "<"
        default: relation
        }
    }

    private static func composedCount(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view).precomposedStringWithCanonicalMapping.unicodeScalars.count
    }
}
