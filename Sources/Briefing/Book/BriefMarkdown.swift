// SPDX-License-Identifier: Apache-2.0

import Ledger

/// Sets a brief as Markdown.
package struct BriefMarkdown {
    private let brief: Brief

    /// Sets `brief`.
    package init(_ brief: Brief) { self.brief = brief }

    /// The whole text.
    package var text: String {
        var text = "# \(MarkupText.markdown(brief.title))\n\nAs known on \(brief.day). "
        text += "\(brief.sources.count) sources, \(brief.origins) origins. "
        text += "A mark such as [3a] names a sentence of source 3.\n"
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
        return "- \(label)\(MarkupText.markdown(line.text))\(detail)\(marks)\n"
    }

    private var sources: String {
        var text = "\n## Sources and sentences\n"
        for cited in brief.sources {
            let words = SourceWords(cited)
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

    init(_ cited: Brief.CitedSource) {
        let source = cited.source
        title = MarkupText.oneLine(source.title ?? source.location ?? source.id)
        let published = source.published.map { "published \($0)" } ?? "day of publication not stated"
        let read = source.retrieved.map { "read \(String($0.prefix(10)))" } ?? "day of reading not recorded"
        let copy = cited.copyOf.map { "same text as source \($0)" }
        detail = [source.publisher, published, read, copy].compactMap(\.self).joined(separator: "; ")
        link = SafeLink.web(source.location)
    }
}
