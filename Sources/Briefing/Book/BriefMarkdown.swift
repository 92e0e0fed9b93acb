// SPDX-License-Identifier: Apache-2.0

import Ledger

/// Sets a brief as Markdown.
package struct BriefMarkdown {
    private let brief: Brief
    private let words: Words

    /// Sets `brief`, which was made with the same words.
    package init(_ brief: Brief, in words: Words) {
        self.brief = brief
        self.words = words
    }

    /// The whole text.
    package var text: String {
        var text = "# \(MarkupText.markdown(brief.title))\n\n\(words("brief.known", ["day": brief.day])) "
        text += "\(brief.counted(words)) \(MarkupText.markdown(words("brief.marks")))\n"
        for section in brief.sections { text += self.section(section) }
        return text + sources
    }

    private func section(_ section: Brief.Section) -> String {
        var text = "\n## \(section.title)\n"
        if section.lines.isEmpty { return text + "\n\(section.absence)\n" }
        for group in section.groups where !group.lines.isEmpty {
            text += group.title.isEmpty ? "\n" : "\n### \(MarkupText.markdown(group.title))\n\n"
            for line in group.lines { text += self.line(line) }
        }
        for series in section.series {
            text += "\n\(MarkupText.markdown(series.title)) (\(MarkupText.markdown(series.unit))): "
            text +=
                series.points.map { "\($0.date): \(DigitGroups.text(Cell.number($0.value).text))" }
                .joined(separator: "; ") + "\n"
        }
        return text
    }

    private func line(_ line: Brief.Line) -> String {
        let label = line.label.isEmpty ? "" : "**\(MarkupText.markdown(line.label))** "
        let detail = line.detail.isEmpty ? "" : " - \(MarkupText.markdown(line.detail))"
        let marks = line.marks.map { " \\[\($0.text)\\]" }.joined()
        return "\(line.isPart ? "    " : "")- \(label)\(MarkupText.markdown(line.text))\(detail)\(marks)\n"
    }

    private var sources: String {
        var text = "\n## \(words("section.sources"))\n"
        for cited in brief.sources {
            let words = SourceWords(cited, words)
            text += "\n\(cited.number). \(MarkupText.markdown(words.title)). \(MarkupText.markdown(words.detail))."
            text += words.link.map { " <\($0)>" } ?? ""
            text += "\n"
            for (index, sentence) in cited.sentences.enumerated() {
                let mark = Brief.Mark(source: cited.number, sentence: index).text
                text += "    - \\[\(mark)\\] \(MarkupText.markdown(sentence.evidence.quote))\n"
            }
        }
        return text
    }
}

/// The words by which every format lists a source.
struct SourceWords {
    let title: String
    let detail: String
    let link: String?

    init(_ cited: Brief.CitedSource, _ words: Words) {
        let source = cited.source
        title = MarkupText.oneLine(source.title ?? source.location ?? source.id)
        let published = source.published.map { words("source.published", ["day": "\($0)"]) }
        let read = source.dayRead.map { words("source.read", ["day": $0]) }
        let copy = cited.copyOf.map { words("source.copy", ["number": String($0)]) }
        detail = [
            source.publisher, published ?? words("source.published-unknown"), read ?? words("source.read-unknown"),
            copy,
        ].compactMap(\.self).joined(separator: "; ")
        link = SafeLink.web(source.location)
    }
}

extension Brief {
    /// How many sources there are, and how many of them are not copies.
    func counted(_ words: Words) -> String {
        words(
            "brief.counted",
            [
                "sources": words.count("count.sources", sources.count),
                "origins": words.count("count.independent", origins),
            ])
    }
}
