// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

/// Gathers a brief section by section.
package struct BriefBuilder {
    let scope: BriefScope
    let words: Words
    let governments: Governments
    var citations: CitationList
    /// Every fact that a line has told, by the id of its record.
    var told: [Fact] = []
    /// The persons that were named as holders of an office, each once.
    var holders: [Record] = []
    /// What the program finds missing, gathered on the way.
    var gaps: [Brief.Line] = []

    /// The brief about one party, or about what two have with each other, as known on `day` (`YYYY-MM-DD`).
    ///
    /// Takes names or ids; throws `BRIEF-001` for a name that means nobody. The words are those of the program; what
    /// pages say stays as it is.
    package static func brief(_ ledger: Ledger, about names: [String], on day: String, in words: Words) throws -> Brief
    {
        let scope = try BriefScope(ledger, names, day: day)
        var builder = BriefBuilder(
            scope: scope, words: words, governments: try Governments(ledger), citations: CitationList(ledger))
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
        sections.append(section("gaps", [.init(title: "", lines: gaps)]))
        let names = scope.sides.map(\.row.heading)
        return Brief(
            title: names.count == 2 ? words("language.pair", ["one": names[0], "other": names[1]]) : names[0],
            day: scope.day, sections: sections, sources: citations.sources)
    }

    /// A section whose heading and words for nothing are those of its id.
    func section(_ id: String, _ groups: [Brief.Section.Group], series: [Brief.Series] = []) -> Brief.Section {
        let heading = id == "statements" && scope.isPair ? "section.statements-pair" : "section.\(id)"
        return Brief.Section(
            id: id, title: words(heading), groups: groups, series: series, absence: words("absence.\(id)"))
    }

    /// What is shown of a record as known on the day, and the marks of what proves it.
    mutating func fact(_ row: RecordRow) throws -> (fact: Fact, marks: [Brief.Mark]) {
        let record = try scope.ledger.record(row.id, asOf: scope.day)
        let fact = Fact(record)
        told.append(fact)
        // The day of a figure may stand where another value of it does.
        let proving = record.values.filter { $0.isShown && (fact.kind != .figure || $0.field == "value") }
        return (fact, try citations.cite(proving.flatMap(\.claims)))
    }

    /// The lines of rows that can be proved; a record that no page of the day proves is left out.
    mutating func lines(
        _ rows: [RecordRow], _ line: (Fact) -> (label: String, text: String, detail: [String?])
    ) throws -> [Brief.Line] {
        try rows.compactMap { row in
            let (fact, marks) = try fact(row)
            guard !marks.isEmpty else { return nil }
            let (label, text, detail) = line(fact)
            let details = detail.compactMap(\.self).filter { !$0.isEmpty } + [fact.counted(words)]
            return Brief.Line(
                label: label, text: MarkupText.oneLine(text).capitalisedFirst, detail: details.joined(separator: "; "),
                marks: marks)
        }
    }

    mutating func gap(_ text: String, about label: String = "") {
        let line = Brief.Line(
            label: DigitGroups.text(MarkupText.oneLine(label)).capitalisedFirst, text: text, isGap: true)
        if !gaps.contains(line) { gaps.append(line) }
    }
}

extension Fact {
    /// The date as stated, or the day of the first report, which is said.
    func dateText(_ words: Words) -> String {
        date?.description ?? row.firstSeen.map { words("line.reported", ["day": $0]) } ?? words("line.undated")
    }
}

extension Words {
    /// How many pages and origins, in words.
    func counted(_ sources: Int, _ origins: Int) -> String {
        let pages = count("count.sources", sources)
        return origins == sources || origins == 0 ? pages : "\(pages), \(count("count.origins", origins))"
    }

    /// The names of those in any of these roles in the text of a key; `nil` where there are none.
    func names(_ roles: [String], _ key: String, of fact: Fact) -> String? {
        names(roles.flatMap { role in fact.participants.filter { $0.role == role }.map(\.party) }, key)
    }

    /// The names of parties, each once, in the words of `key`; `nil` where there are none.
    func names(_ parties: [NamedItem], _ key: String) -> String? {
        var seen: Set<String> = []
        let names = parties.map(\.name).filter { seen.insert($0).inserted }
        return names.isEmpty ? nil : self(key, ["names": names.joined(separator: ", ")])
    }
}
