// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Gathers a brief section by section.
package struct BriefBuilder {
    let scope: BriefScope
    var citations: CitationList
    /// Every fact that a line has told, by the id of its record.
    var told: [Fact] = []
    /// What the program finds missing, gathered on the way.
    var gaps: [Brief.Line] = []

    /// The brief about one party, or about what two have with each other, as known on `day` (`YYYY-MM-DD`).
    ///
    /// Takes names or ids; throws `BRIEF-001` for a name that means nobody.
    package static func brief(_ ledger: Ledger, about names: [String], on day: String) throws -> Brief {
        let scope = try BriefScope(ledger, names, day: day)
        var builder = BriefBuilder(scope: scope, citations: CitationList(ledger))
        return try builder.build()
    }

    private mutating func build() throws -> Brief {
        var sections = [try who()]
        sections.append(try contacts())
        sections.append(try agreements())
        sections.append(try commitments())
        sections.append(try figures())
        sections.append(try statements())
        sections.append(try upcoming())
        sections.append(try confusions())
        sections.append(try spellings())
        sections.append(
            Brief.Section(
                id: "gaps", title: "What is not known", groups: [.init(title: "", lines: gaps)],
                absence: "Nothing was found missing."))
        return Brief(
            title: scope.sides.map(\.row.heading).joined(separator: " and "), day: scope.day, sections: sections,
            sources: citations.sources)
    }

    /// What is shown of a record as known on the day, and the marks of what proves it.
    mutating func fact(_ row: RecordRow) throws -> (fact: Fact, marks: [Brief.Mark]) {
        let record = try scope.ledger.record(row.id, asOf: scope.day)
        let fact = Fact(record)
        told.append(fact)
        return (fact, try citations.cite(record.values.filter(\.isShown).flatMap(\.claims)))
    }

    /// The lines of rows that can be proved; a record that no page of the day proves is left out.
    mutating func lines(
        _ rows: [RecordRow], _ line: (Fact) -> (label: String, text: String, detail: [String])
    ) throws -> [Brief.Line] {
        try rows.compactMap { row in
            let (fact, marks) = try fact(row)
            guard !marks.isEmpty else { return nil }
            let (label, text, detail) = line(fact)
            let details = detail.filter { !$0.isEmpty } + [fact.row.countText]
            return Brief.Line(
                label: label, text: MarkupText.oneLine(text), detail: details.joined(separator: "; "), marks: marks)
        }
    }

    mutating func gap(_ text: String, about label: String = "") {
        let line = Brief.Line(label: label, text: text, isGap: true)
        if !gaps.contains(line) { gaps.append(line) }
    }
}

extension Fact {
    /// The date as stated, or the day of the first report, which is said.
    var dateText: String {
        date?.description ?? row.firstSeen.map { "reported \($0)" } ?? "undated"
    }

    /// The names of those in any of these roles, with a word before them; empty where there are none.
    func names(_ roles: [String], _ word: String) -> String {
        var seen: Set<String> = []
        let names = roles.flatMap { role in participants.filter { $0.role == role }.map(\.party.name) }
            .filter { seen.insert($0).inserted }
        return names.isEmpty ? "" : "\(word) \(names.joined(separator: ", "))"
    }

    /// The finer kind with a capital letter.
    var sortText: String { row.sort.prefix(1).uppercased() + row.sort.dropFirst().replacing("-", with: " ") }
}
