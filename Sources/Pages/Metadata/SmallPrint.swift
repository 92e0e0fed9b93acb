// SPDX-License-Identifier: Apache-2.0

import HTML

/// Who made an article by what stands in small print behind it: the source that a line names, a list of credits, and
/// the notice of who owns the page.
struct SmallPrint {
    let outline: PageOutline
    let containers: [Int]
    let lexicon: MetadataLexicon

    /// Unicode scalars of a line that names a source, of a label, and of the name behind it.
    private static let longest = (source: 80, label: 20, name: 60)
    /// Runs behind the article, and at the page's end, that are looked at.
    private static let reach = (before: 4, behind: 30, foot: 30)

    /// The agency or body in the first line near the text's end that names one: `Source: Andes Wire`.
    func source() -> String? {
        guard let last = containers.last else { return nil }
        let runs = outline.runs.runs
        let end = outline.runs.range(in: last, of: outline.tree).upperBound
        let near = max(0, end - Self.reach.before)..<min(runs.count, end + Self.reach.behind)
        return near.lazy.compactMap { place -> String? in
            let run = runs[place]
            guard run.length <= Self.longest.source, outline.exclusions[run.holder] == .none, !isUnderPicture(run),
                !isBehindPicture(place)
            else { return nil }
            let lowered = run.text.lowercased()
            guard let label = lexicon.sourceLabels.first(where: lowered.hasPrefix) else { return nil }
            return WhiteSpace.folded(String(run.text.unicodeScalars.dropFirst(label.scalarCount)))
        }.first { !$0.isEmpty }
    }

    /// The names that stand alone with a label in a box of their own: a row of credits or of a list of terms.
    func credits() -> [String] {
        guard let first = containers.first, let last = containers.last else { return [] }
        let all = outline.runs.runs
        let start = outline.runs.range(in: first, of: outline.tree).lowerBound
        let end = outline.runs.range(in: last, of: outline.tree).upperBound
        let runs = all[max(0, start - Self.reach.behind)..<min(all.count, end + Self.reach.behind)]
        return zip(runs, runs.dropFirst()).compactMap { label, name in
            guard label.length <= Self.longest.label, name.length <= Self.longest.name,
                outline.exclusions[label.holder] < .hard, label.block != name.block,
                lexicon.creditLabels.contains(PhraseLexicon.key(label.text)), standAlone(label, name)
            else { return nil }
            return name.text
        }
    }

    /// The person who owns the page by the notice at its end: `© 2025 Ann Bell`.
    func owner() -> String? {
        outline.runs.runs.suffix(Self.reach.foot).reversed().lazy
            .filter { outline.lexicons.phrases.isCopyright(LoweredLine($0.text)) }
            .compactMap { TextSigns.owner(in: $0.text, phrases: outline.lexicons.phrases) }.first
    }

    /// The body that owns the page by its `meta`, and an agency or the like in a credit line under the headline.
    func body(in metadata: PageMetadata) -> String? {
        creditUnderHeading()
            ?? metadata.values["copyright"]?.first.flatMap {
                CopyrightNotice.owner(in: CharacterReferences.decoded(in: $0), phrases: outline.lexicons.phrases)
            }
    }

    /// A caption's line without a picture between the headline and the end of its `header`.
    private func creditUnderHeading() -> String? {
        let tree = outline.tree
        guard let heading = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .h1 }) else { return nil }
        var box = tree.nodes[heading].parent
        while box > 0, tree.nodes[box].tag != .header { box = tree.nodes[box].parent }
        guard box > 0 else { return nil }
        return outline.runs.runs[
            outline.runs.range(from: outline.runs.range(in: heading, of: tree).upperBound, to: tree.nodes[box].end)
        ]
        .first {
            outline.contexts[$0.holder].contains(.caption) && $0.length <= Self.longest.label && !isUnderPicture($0)
                && $0.text.contains(where: \.isLetter)
        }?
        .text
    }

    private func standAlone(_ label: Run, _ name: Run) -> Bool {
        let tree = outline.tree
        var box = tree.nodes[label.block].parent
        while box > 0, tree.nodes[box].end <= name.start { box = tree.nodes[box].parent }
        return box > 0 && outline.runs.range(in: box, of: tree).count == 2
    }

    /// Whether nothing but a picture or a table stands between a run and the one before it: a chart names its own source.
    private func isBehindPicture(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        let runs = outline.runs.runs
        let tree = outline.tree
        if tree.nodes[runs[place - 1].start..<runs[place].start].contains(where: { $0.tag.map(Self.isPicture) == true })
        {
            return true
        }
        // The run before may stand in the table.
        var current = runs[place - 1].holder
        while current >= 0, tree.nodes[current].end <= runs[place].start {
            if tree.nodes[current].tag.map(Self.isPicture) == true { return true }
            current = tree.nodes[current].parent
        }
        return false
    }

    private static func isPicture(_ tag: Tag) -> Bool {
        switch tag {
        case .img, .figure, .table, .iframe, .canvas, .object: true
        default: false
        }
    }

    private func isUnderPicture(_ run: Run) -> Bool {
        var current = run.holder
        while current >= 0, !containers.contains(current) {
            if outline.tree.nodes[current].tag == .figure || outline.tree.nodes[current].tag == .table { return true }
            current = outline.tree.nodes[current].parent
        }
        return false
    }
}
