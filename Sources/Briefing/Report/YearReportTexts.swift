// SPDX-License-Identifier: Apache-2.0

extension YearReport {
    private static let columns = [
        "country", "city", "field", "date", "tie", "direction", "what", "quote", "source",
    ]

    /// The rows as CSV by RFC 4180, with a line of headings.
    package func csv(byteOrderMark: Bool = false) -> String {
        (byteOrderMark ? "\u{FEFF}" : "") + CommaSeparatedRecord.text(Self.columns)
            + rows.map { row in
                CommaSeparatedRecord.text([
                    row.country, row.city, row.field, row.date, row.tie, row.direction, row.heading, row.quote,
                    row.source,
                ])
            }.joined()
    }

    /// The report as a page for a council, for screen and paper.
    package var html: String {
        get throws {
            let visits = rows.filter { $0.field.hasPrefix("engagement") }
            func count(_ direction: String) -> Int {
                Set(visits.filter { $0.direction == direction }.map { "\($0.date)\n\($0.heading)" }).count
            }
            let summary =
                [("visits and occasions here", count("in")), ("visits and occasions there", count("out"))]
                + counts.map { ($0.field, $0.count) }
            let title = "\(subject) in \(year)"
            return try HTMLPage.text(
                title: title,
                body: """
                    <header><h1>\(HTMLPage.words(title))</h1><p>Cooperation as pages report it.</p></header>
                    <main id="main">
                    <section><h2>The year in numbers</h2>
                    <table><caption>Each occasion counts once, however many partners took part.</caption>
                    <thead><tr><th scope="col">What</th><th scope="col" class="number">Number</th></tr></thead>
                    <tbody>\(summary.map { """
                        <tr><td>\(MarkupText.escaped($0.0))</td><td class="number">\($0.1)</td></tr>
                        """ }.joined(separator: "\n"))</tbody></table></section>
                    <section><h2>Each with its proof</h2>
                    <ul class="lines">\(rows.map(Self.line).joined(separator: "\n"))</ul></section>
                    <section><h2>Dormant ties</h2>
                    \(dormant.isEmpty ? "<p class=\"absence\">None.</p>" : """
                        <ul class="lines">\(dormant.map { """
                            <li><span class="label">\(MarkupText.escaped($0.day)) </span>\
                            <div>\(HTMLPage.words($0.partner))<span class="detail">no contact since</span></div></li>
                            """ }.joined())</ul>
                        """)</section>
                    </main>
                    """)
        }
    }

    private static func line(_ row: Row) -> String {
        let partner = [row.city, row.country].filter { !$0.isEmpty }.joined(separator: ", ")
        let details = [row.field, partner, row.direction, row.tie].filter { !$0.isEmpty }.joined(separator: "; ")
        let source = SafeLink.web(row.source).map { link in
            "<a href=\"\(MarkupText.escaped(link))\" rel=\"noreferrer\">\(MarkupText.escaped(link))</a>"
        }
        return """
            <li><span class="label">\(MarkupText.escaped(row.date)) </span><div>\(HTMLPage.words(row.heading))\
            <span class="detail">\(HTMLPage.words(details))</span><span class="detail">“\(HTMLPage.words(row.quote))” \
            (\(source ?? MarkupText.escaped(row.source)))</span></div></li>
            """
    }
}
