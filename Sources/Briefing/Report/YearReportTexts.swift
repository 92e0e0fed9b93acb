// SPDX-License-Identifier: Apache-2.0

extension YearReport {
    /// The columns, by the keys of their words.
    private static let columns = [
        "country", "city", "field", "date", "tie", "direction", "kind", "what", "quote", "source",
    ]

    /// The headings of the columns.
    var columnNames: [String] { Self.columns.map { words("column.\($0)") } }

    /// The cells of a row in the words of the language.
    func shown(_ row: Row) -> [String] {
        [
            words.country(row.country), row.city, words.term("field", row.field), row.date, words.term("tie", row.tie),
            words.term("direction", row.direction), form(row), row.heading, row.quote, row.source,
        ]
    }

    private func form(_ row: Row) -> String {
        row.form.isEmpty ? words.term("kind", row.kind) : words.term("form", row.form)
    }

    /// The rows as CSV by RFC 4180, with a line of headings.
    package func csv(byteOrderMark: Bool = false) -> String {
        (byteOrderMark ? "\u{FEFF}" : "") + CommaSeparatedRecord.text(columnNames)
            + rows.map { CommaSeparatedRecord.text(shown($0)) }.joined()
    }

    /// A table of numbers.
    struct Table {
        let title: String
        let rows: [(name: String, count: Int)]
    }

    /// The year in numbers.
    var tables: [Table] {
        func total(_ isCounted: (Row) -> Bool) -> Int { counts({ _ in "" }, where: isCounted).first?.1 ?? 0 }
        let totals = [
            ("report.visits-in", total { $0.direction == "in" }),
            ("report.visits-out", total { $0.direction == "out" }),
            ("report.agreements", total { $0.kind == "agreement" }),
            ("report.programmes", total { $0.kind == "programme" }),
            ("report.partners", Set(rows.map { "\($0.country)\n\($0.city)" }).count),
        ]
        return [
            Table(title: words("report.numbers"), rows: totals.map { (words($0), $1) }),
            Table(title: words("report.by-field"), rows: counts(\.field).map { (words.term("field", $0), $1) }),
            Table(
                title: words("report.by-type"),
                rows: counts(\.form) { $0.kind == "agreement" }.map { (words.term("form", $0), $1) }),
            Table(
                title: words("report.by-country"),
                rows: counts(\.country).filter { !$0.0.isEmpty }.map { (words.country($0), $1) }),
        ].filter { !$0.rows.isEmpty }
    }

    /// The report as a page for a council, for screen and paper.
    package var html: String {
        get throws {
            let title = words("report.title", ["subject": subject, "year": "\(year)"])
            return try HTMLPage.text(
                title: title, words: words,
                body: """
                    <header><h1>\(HTMLPage.words(title))</h1><p>\(words("report.subtitle")) \(words("report.once"))</p></header>
                    <main id="main">
                    <div class="tables">\(tables.map(html).joined(separator: "\n"))</div>
                    \(section("ties", ties.map(html)))
                    \(section("proof", rows.map(html)))
                    \(section("dormant", dormant.map(html)))
                    </main>
                    """)
        }
    }

    private func section(_ name: String, _ lines: [String]) -> String {
        let list =
            lines.isEmpty
            ? "<p class=\"absence\">\(words("report.none"))</p>"
            : "<ul class=\"lines\">\n\(lines.joined(separator: "\n"))\n</ul>"
        return
            "<section aria-labelledby=\"\(name)\"><h2 id=\"\(name)\">\(words("report.\(name)"))</h2>\n\(list)</section>"
    }

    private func html(_ table: Table) -> String {
        let rows = table.rows.map { row in
            "<tr><td>\(MarkupText.escaped(row.name))</td><td class=\"number\">\(row.count)</td></tr>"
        }
        return """
            <section><h2>\(table.title)</h2>
            <table><thead><tr><th scope="col">\(words("report.what"))</th>\
            <th scope="col" class="number">\(words("report.number"))</th></tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody></table></section>
            """
    }

    private func html(_ tie: Tie) -> String {
        let name = [tie.city, words.country(tie.country)].filter { !$0.isEmpty }.joined(separator: ", ")
        return line(tie.date, name, [words.term("tie", tie.tie)], tie.quote, tie.source)
    }

    private func html(_ row: Row) -> String {
        let partner = [row.city, words.country(row.country)].filter { !$0.isEmpty }.joined(separator: ", ")
        return line(
            row.date, row.heading,
            [
                partner, form(row), words.term("field", row.field), words.term("direction", row.direction),
                words.term("tie", row.tie),
            ], row.quote, row.source)
    }

    private func html(_ dormant: (partner: String, day: String)) -> String {
        """
        <li><span class="label">\(MarkupText.escaped(dormant.day)) </span>\
        <div>\(HTMLPage.words(dormant.partner))<span class="detail">\(words("report.no-contact"))</span></div></li>
        """
    }

    private func line(
        _ label: String, _ text: String, _ details: [String], _ quote: String, _ source: String
    ) -> String {
        let detail = details.filter { !$0.isEmpty }.joined(separator: "; ")
        let link = SafeLink.web(source).map { link in
            "<a href=\"\(MarkupText.escaped(link))\" rel=\"noreferrer\">\(MarkupText.escaped(link))</a>"
        }
        // The heading is often the very sentence.
        let proof = quote == text ? "" : "“\(HTMLPage.words(quote))” "
        return """
            <li><span class="label">\(HTMLPage.label(label)) </span><div>\(HTMLPage.words(text))\
            <span class="detail">\(HTMLPage.words(detail))</span><span class="detail">\(proof)\
            (\(link ?? MarkupText.escaped(source)))</span></div></li>
            """
    }
}
