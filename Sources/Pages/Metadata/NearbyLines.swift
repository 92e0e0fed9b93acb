// SPDX-License-Identifier: Apache-2.0

/// The short lines around an article, where dates and authors stand when no mark-up names them.
struct NearbyLines {
    let outline: PageOutline
    let containers: [Int]
    /// The element that shows the title.
    let heading: Int?

    private static let longest = 160
    private static let longestLabel = 40
    /// Paragraphs at whose beginning a date may stand.
    private static let openings = 3

    /// One of the lines.
    struct Line: Hashable, Sendable {
        /// What it says.
        var text: String
        /// The few words that stand right before it and may say what it is.
        var label: String
        /// The short line that stands right behind it, of which it may be the label.
        var following = ""
        /// The innermost element that holds it.
        var holder: Int
        /// Whether it stands right beside the headline, where a page shows its own date.
        var isBesideHeading: Bool
        /// Whether it is the beginning of a paragraph that goes on.
        var isOpening = false
    }

    /// Just behind the headline first, then just before it, then the end and the beginning of the text.
    func lines() -> [Line] {
        let runs = outline.runs.runs
        let inside = containers.map { outline.runs.range(in: $0, of: outline.tree) }
        guard let first = inside.first, let last = inside.last else { return [] }
        let heading = heading.map { outline.runs.range(in: $0, of: outline.tree) }
        let top = heading.map { min($0.lowerBound, first.lowerBound) } ?? first.lowerBound
        let behind = heading?.upperBound ?? top
        var order: [Int] = []
        order += Array(behind..<min(behind + 12, runs.count))
        order += (max(0, top - 6)..<max(top, heading?.lowerBound ?? top)).reversed()
        let beside = heading == nil ? 0 : order.count
        let storyBegins = order.prefix(beside).filter { runs[$0].weight > 0 }.dropFirst(2).first ?? runs.count
        order += (max(first.lowerBound, last.upperBound - 4)..<last.upperBound).reversed()
        order += Array(last.upperBound..<min(last.upperBound + 6, runs.count))
        var seen: Set<Int> = []
        var lines: [Line] = []
        for (place, index) in order.enumerated() where seen.insert(index).inserted && isUsable(runs[index]) {
            let run = runs[index]
            lines.append(
                Line(
                    text: run.text, label: label(before: index), following: line(behind: index), holder: run.holder,
                    isBesideHeading: place < beside && index < storyBegins))
        }
        return lines + openings(of: first)
    }

    private func label(before index: Int) -> String {
        guard index > 0 else { return "" }
        let run = outline.runs.runs[index - 1]
        return run.isLabel(atMost: Self.longestLabel) ? run.text : ""
    }

    private func line(behind index: Int) -> String {
        guard index + 1 < outline.runs.runs.count, isUsable(outline.runs.runs[index + 1]) else { return "" }
        return outline.runs.runs[index + 1].text
    }

    /// The first words of the first paragraphs, where agencies write place and day.
    private func openings(of container: Range<Int>) -> [Line] {
        outline.runs.runs[container].lazy.filter { $0.weight > 0 }.prefix(Self.openings).compactMap { run in
            let opening = run.text.unicodeScalars.prefix(48)
            guard opening.contains(where: Self.setsApart) || opening.first?.properties.numericType != nil else {
                return nil
            }
            return Line(
                text: String(String.UnicodeScalarView(opening)), label: "", holder: run.holder, isBesideHeading: false,
                isOpening: true)
        }
    }

    /// Whether a sign sets place and day apart from the text.
    private static func setsApart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "–", "—", "(", "[", ":", "/", "|": true
        default: false
        }
    }

    private func isUsable(_ run: Run) -> Bool {
        guard run.length <= Self.longest, outline.exclusions[run.holder] < .hard else { return false }
        var current = run.holder
        while current >= 0 {
            if !outline.marks[current].isDisjoint(with: [.comments, .related]), outline.exclusions[current] > .none {
                return false
            }
            current = outline.tree.nodes[current].parent
        }
        return true
    }
}
