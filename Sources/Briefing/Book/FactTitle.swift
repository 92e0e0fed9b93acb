// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Ledger

extension Fact {
    /// What a brief calls the entry.
    func title(_ words: Words) -> String {
        switch kind {
        case .agreement: agreementTitle(words)
        case .figure: figureTitle
        case .relation: relationTitle(words)
        default: MarkupText.oneLine(row.heading).capitalisedFirst
        }
    }

    /// What the entry says, as one line: a figure with its value, a statement with its speaker.
    func headline(_ words: Words) -> String {
        switch kind {
        case .figure: return "\(figureTitle): \(figureValue)"
        case .statement:
            let speakers = parties("speaker").map(\.name).joined(separator: ", ").capitalisedFirst
            return "\(speakers)\(speakers.isEmpty ? "" : ": ")“\(saidWords)”"
        default: return title(words)
        }
    }

    /// The finer kind, where it has a name of its own.
    func kindTitle(_ words: Words) -> String {
        switch kind {
        case .agreement: agreementForm(words)
        case .commitment: words.capital("force", row.sort)
        case .relation: words.capital("form", row.sort)
        case .engagement where row.sort != Engagement.Form.other.rawValue: words.capital("form", row.sort)
        default: words.capital("kind", row.kind)
        }
    }

    /// What was said; what stands in several places of a page has an ellipsis between.
    private var saidWords: String {
        let first = proofs.first?.source.id
        let parts = proofs.filter { $0.source.id == first }.map(\.evidence.quote)
        guard parts.count > 1 else { return MarkupText.oneLine(value("text") ?? row.heading) }
        return parts.map { $0.trimmingPrefix { "“\"".contains($0) } }
            .map { part in String(part.reversed().trimmingPrefix { "”\",".contains($0) }.reversed()) }
            .joined(separator: " … ")
    }

    /// What an agreement is called: its name and what it is about, else its form.
    func agreementTitle(_ words: Words) -> String {
        let name = [value("name"), value("scope")].compactMap(\.self).joined(separator: ": ")
        return name.isEmpty ? agreementForm(words) : MarkupText.oneLine(name).capitalisedFirst
    }

    /// What form of agreement it is; one of no known form is just an agreement.
    func agreementForm(_ words: Words) -> String {
        row.sort == Agreement.Form.other.rawValue
            ? words.capital("kind", Entry.Kind.agreement.rawValue) : words.capital("form", row.sort)
    }

    /// What a relation ties, in its direction: "Trading partner (3): Vietnam → Korea".
    func relationTitle(_ words: Words) -> String {
        let rank = value("rank").map { " (\($0))" } ?? ""
        let ends = ["subject", "object"].map { parties($0).map(\.name).joined(separator: ", ") }
        return words.capital("form", row.sort) + rank + ": " + ends.joined(separator: " → ")
    }

    /// What a figure counts.
    var figureTitle: String { (value("indicator") ?? row.heading).capitalisedFirst }

    /// How many pages and origins speak of the entry; of a figure those that give its value.
    func counted(_ words: Words) -> String {
        guard kind == .figure, let support = support(of: "value") else { return words.counted(sources, origins) }
        return words.counted(support.sources, support.origins)
    }

    /// The value of a figure with its thousands set apart, and its unit where the title does not name it.
    var figureValue: String {
        let unit = value("unit") ?? ""
        let isNamed = figureTitle.lowercased().contains(unit.lowercased())
        return [DigitGroups.text(value("value") ?? ""), isNamed ? "" : unit].filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

extension Words {
    /// The name of a record that is known by that alone; an agreement without a name goes by its form.
    func title(_ item: NamedItem) -> String {
        DigitGroups.text(MarkupText.oneLine(term("form", item.name))).capitalisedFirst
    }
}

extension String {
    /// The text with a capital letter at its beginning, as a line begins; a word that has one inside stays as it is.
    var capitalisedFirst: String {
        guard let first, first.isLowercase, !prefix(while: { !$0.isWhitespace }).contains(where: \.isUppercase) else {
            return self
        }
        return first.uppercased() + dropFirst()
    }
}
