// SPDX-License-Identifier: Apache-2.0

import Ledger

/// Sets a brief as an HTML page for screen and paper that needs nothing from elsewhere.
package struct BriefPage {
    private let brief: Brief
    private let words: Words

    /// Sets `brief`, which was made with the same words.
    package init(_ brief: Brief, in words: Words) {
        self.brief = brief
        self.words = words
    }

    /// The whole document.
    package var text: String {
        get throws {
            let links = (brief.sections.map { ($0.id, $0.title) } + [("sources", words("section.sources"))])
                .map { "<li><a href=\"#\($0.0)\">\(MarkupText.escaped($0.1))</a></li>" }
            return try HTMLPage.text(
                title: words("brief.title", ["subject": brief.title, "day": brief.day]), words: words,
                body: """
                    <header>
                    <h1>\(HTMLPage.words(brief.title))</h1>
                    <p>\(words("brief.known", ["day": brief.day])) \(brief.counted(words)) \
                    \(words("brief.marks"))</p>
                    </header>
                    <nav aria-label="\(words("language.contents"))"><ul>\(links.joined())</ul></nav>
                    <main id="main">
                    <div class="sheet">
                    \(brief.sections.map(section).joined(separator: "\n"))
                    </div>
                    \(sources)
                    </main>
                    <footer>\(words("brief.foot"))</footer>
                    """, isDense: true)
        }
    }

    private func section(_ section: Brief.Section) -> String {
        var parts = ["<section aria-labelledby=\"\(section.id)\">", "<h2 id=\"\(section.id)\">\(section.title)</h2>"]
        if section.lines.isEmpty { parts.append("<p class=\"absence\">\(MarkupText.escaped(section.absence))</p>") }
        for group in section.groups where !group.lines.isEmpty {
            if !group.title.isEmpty { parts.append("<h3>\(HTMLPage.words(group.title))</h3>") }
            parts.append("<ul class=\"lines\">\n\(group.lines.map(line).joined(separator: "\n"))\n</ul>")
        }
        for (index, series) in section.series.enumerated() {
            let unit = series.unit.isEmpty ? "" : " (\(MarkupText.escaped(series.unit)))"
            parts.append(
                """
                <figure>\(ChartDrawing(series).svg(id: "chart-\(index + 1)"))\
                <figcaption>\(HTMLPage.words(series.title))\(unit)</figcaption></figure>
                """)
        }
        return (parts + ["</section>"]).joined(separator: "\n")
    }

    private func line(_ line: Brief.Line) -> String {
        let marks = line.marks.map { mark in
            " <a class=\"mark\" role=\"doc-noteref\" href=\"#s\(mark.text)\">[\(mark.text)]</a>"
        }
        let classes = [
            line.label.isEmpty ? "plain" : "", line.isGap ? "gap" : "", line.isPart ? "part" : "",
        ].filter { !$0.isEmpty }
        let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
        let colon = line.isGap ? ":" : ""
        let label = line.label.isEmpty ? "" : "<span class=\"label\">\(HTMLPage.label(line.label))\(colon) </span>"
        let detail = line.detail.isEmpty ? "" : "<span class=\"detail\">\(HTMLPage.words(line.detail))</span>"
        return "<li\(attribute)>\(label)<div>\(HTMLPage.words(line.text))\(marks.joined())\(detail)</div></li>"
    }

    private var sources: String {
        let items = brief.sources.map { cited in
            let words = SourceWords(cited, words)
            let title = HTMLPage.words(words.title)
            let head =
                words.link.map { "<a href=\"\(MarkupText.escaped($0))\" rel=\"noreferrer\">\(title)</a>" } ?? title
            let sentences = cited.sentences.enumerated().map { index, sentence in
                let mark = Brief.Mark(source: cited.number, sentence: index).text
                return """
                    <li id="s\(mark)"><span class="mark">\(mark)</span>\(HTMLPage.words(sentence.evidence.quote))</li>
                    """
            }
            return """
                <li id="source-\(cited.number)"><span class="title">\(head)</span>. \(HTMLPage.words(words.detail)).
                <ol>\(sentences.joined())</ol></li>
                """
        }
        return """
            <section aria-labelledby="sources">
            <h2 id="sources">\(words("section.sources"))</h2>
            <ol class="sources">
            \(items.joined(separator: "\n"))
            </ol>
            </section>
            """
    }
}
