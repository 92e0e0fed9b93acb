// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Turns the runs in and around the containers into blocks with roles.
struct BlockClassifier {
    let outline: PageOutline
    let containers: [Int]
    let title: String?
    /// The element that shows the title.
    let heading: Int?
    let rules: LineRules
    /// The text of the article as the page's own data gives it, where it does.
    let evidence: BodyEvidence?
    /// The rows of labels and values before the text.
    let rows: LabelledRows.Rows
    private let titleKey: String?

    init(
        outline: PageOutline, containers: [Int], title: String?, heading: Int?, rules: LineRules,
        evidence: BodyEvidence?
    ) {
        self.outline = outline
        self.containers = containers
        self.title = title
        self.heading = heading
        self.rules = rules
        self.evidence = evidence
        titleKey = title.map(PhraseLexicon.key)
        rows = Self.rows(of: outline, containers: containers, heading: heading, rules: rules)
    }

    private var tree: HTMLTree { outline.tree }

    /// The blocks in the order of the page, the headline first.
    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        if let title { drafts.append(Draft(role: .headline, text: title)) }
        drafts += leadIn()
        var state = Progress(hasBody: false)
        for container in containers {
            for index in outline.runs.range(in: container, of: tree) {
                let run = outline.runs.runs[index]
                if let heading, tree.contains(heading, run.start) { continue }
                var role = role(of: run, state: &state)
                if let row = rows.roles[index], role == .body || role == .quote { role = row }
                if role == .body, isBeforeHeadline(run, in: container) { role = .furniture }
                if role == .body || role == .quote { state.hasBody = true }
                let isItem = !outline.contexts[run.holder].isDisjoint(with: [.list, .table])
                drafts.append(Draft(role: role, text: run.text, isHeading: isHeading(run), isItem: isItem))
            }
        }
        return capped(DraftReview(rules: rules, evidence: evidence).reviewed(drafts))
    }

    /// The rows of labels and values between the headline and the text.
    private static func rows(
        of outline: PageOutline, containers: [Int], heading: Int?, rules: LineRules
    ) -> LabelledRows.Rows {
        guard let first = containers.first else { return LabelledRows.Rows() }
        let range = outline.runs.range(in: first, of: outline.tree)
        let behind = heading.map { outline.runs.range(in: $0, of: outline.tree).upperBound } ?? range.lowerBound
        let start = behind < range.upperBound && range.lowerBound - behind < 60 ? behind : range.lowerBound
        return LabelledRows(labels: outline.lexicons.metadata.rowLabels, rules: rules)
            .rows(of: outline.runs.runs[start..<range.upperBound])
    }

    /// Between the headline and the container: decks, bylines, datelines and captions; the rest is the site's.
    private func leadIn() -> [Draft] {
        guard let heading, let first = containers.first, tree.nodes[heading].end <= first else { return [] }
        let start = outline.runs.range(in: heading, of: tree).upperBound
        let end = outline.runs.range(in: first, of: tree).lowerBound
        guard start < end, end - start < 60 else { return [] }
        var drafts: [Draft] = []
        var state = Progress(hasBody: false)
        for run in outline.runs.runs[start..<end] {
            switch role(of: run, state: &state) {
            case .furniture, .headline, .copyright, .quote: continue
            case .body:
                let isSentence =
                    run.length >= 60 && run.linkDensity < 0.3 && run.length <= 800
                    && !(run.length < 120 && !rules.scanner.dates(in: run.text).isEmpty
                        && !rules.endsSentence(run.text))
                if isSentence, tree.nodes[run.block].tag != .li { drafts.append(Draft(role: .deck, text: run.text)) }
            case let role: drafts.append(Draft(role: role, text: run.text))
            }
        }
        return drafts
    }

    /// What has been met so far in a container.
    private struct Progress {
        var hasBody: Bool
        /// Whether a heading has opened a list of other articles, comments or the like.
        var inFurniture = false
        /// Whether that heading is a paragraph among those of the article.
        var isInlineFurniture = false
    }

    private func role(of run: Run, state: inout Progress) -> BlockRole {
        let exclusion = outline.exclusions[run.holder]
        let context = outline.contexts[run.holder]
        if exclusion == .hard { return .furniture }
        if context.contains(.date), rules.isDateLine(run.text) { return .dateline }
        if context.contains(.byline), run.length < 120, exclusion == .none || rules.isByline(run.text) {
            return .byline
        }
        if exclusion == .soft { return .furniture }
        let tag = tree.nodes[run.block].tag ?? .div
        let isHeading = tag.headingLevel != nil
        let isHeadingLike = isHeading || (run.length < 90 && run.boldLength * 10 >= run.length * 9) || tag == .dt
        if rules.phrases.isSectionHeading(run.text), isHeadingLike || run.linkDensity < 0.5, tag != .td {
            state.inFurniture = true
            state.isInlineFurniture = tag == .p && state.hasBody
            return .furniture
        }
        if state.inFurniture {
            if rules.phrases.isCopyright(LoweredLine(run.text)) { return .copyright }
            let least = state.isInlineFurniture && tag == .p ? 60 : 200
            let isParagraph =
                rules.width(of: run.text) >= least && run.linkDensity < 0.2 && tag != .li
                && (least == 200 || rules.endsSentence(run.text))
            if !isParagraph, !(isHeading && run.linkDensity < 0.5) { return .furniture }
            state.inFurniture = false
        }
        if isTitle(run.text) { return .furniture }
        if context.contains(.pull) { return .furniture }
        if context.contains(.caption), run.length <= 500 { return .caption }
        if !context.contains(.table), let role = rules.role(of: run.text) {
            if role == .byline, isHeading { return .body }
            return role
        }
        if tag == .dt || tag == .dd, !state.hasBody, run.length < 40 { return .furniture }
        if state.hasBody, isSignature(run) { return .byline }
        if isLinkList(run, tag: tag, isHeading: isHeading) { return .furniture }
        if context.contains(.quote) { return .quote }
        if context.contains(.deck), !state.hasBody { return .deck }
        return .body
    }

    /// Whether the run is a name set apart at the end of the text, bold or on the right.
    private func isSignature(_ run: Run) -> Bool {
        guard run.length <= 40, run.linkDensity < 0.5,
            let container = containers.last(where: { tree.contains($0, run.start) })
        else { return false }
        let range = outline.kept.range(in: container, of: tree)
        let isRight =
            tree.attribute(.align, of: run.block)?.lowercased() == "right"
            || tree.attribute(.style, of: run.block)?.lowercased().filter { $0 != " " }
                .contains("text-align:right") == true
        // Notes may follow a name on the right.
        let behind = range.suffix(isRight ? 24 : 3).contains { outline.runs.runs[$0].start == run.start }
        guard behind, isRight || run.boldLength * 10 >= run.length * 9 else { return false }
        let words = run.text.words
        return (2...5).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
            && run.text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || WhiteSpace.contains($0) || $0 == "." || $0 == "-"
            }
    }

    /// Whether a short line stands over the headline in the same container: the name of a section or the like.
    private func isBeforeHeadline(_ run: Run, in container: Int) -> Bool {
        guard let heading, tree.contains(container, heading), run.start < heading else { return false }
        return run.length < 80
    }

    private func isTitle(_ text: String) -> Bool {
        guard let title, let titleKey, text.utf8.count <= title.utf8.count + 40 else { return false }
        // No letter grows to twice its bytes where it is made small.
        return text.utf8.count * 2 >= titleKey.utf8.count && PhraseLexicon.key(text) == titleKey
    }

    /// Whether the run is a link or part of a list of links rather than text with a link in it.
    private func isLinkList(_ run: Run, tag: HTMLTag, isHeading: Bool) -> Bool {
        if run.linkDensity < 0.5 { return false }
        if tag == .li || tag == .dd || tag == .dt {
            guard let list = ancestor(of: run.block, among: [.ul, .ol, .dl]) else { return run.linkDensity > 0.8 }
            let range = outline.runs.range(in: list, of: tree)
            return outline.runs.linkDensity(range) > 0.6
        }
        if isHeading { return run.linkDensity > 0.8 }
        if tag == .td || tag == .th { return false }
        if tag == .p { return run.linkDensity > 0.8 && run.length < 200 }
        return run.linkDensity > 0.6 && run.length < 200
    }

    private func ancestor(of index: Int, among tags: [HTMLTag]) -> Int? {
        var current = tree.nodes[index].parent
        while current >= 0 {
            if let tag = tree.nodes[current].tag, tags.contains(tag) { return current }
            current = tree.nodes[current].parent
        }
        return nil
    }

    private func isHeading(_ run: Run) -> Bool {
        if tree.nodes[run.block].tag?.headingLevel != nil { return true }
        let isBold = run.boldLength * 10 >= run.length * 9 && run.length < 60 && !rules.endsSentence(run.text)
        return isBold || (run.length < 90 && run.text.hasSuffix(":"))
    }

    private func capped(_ drafts: [Draft]) -> [Draft] {
        var room = PageLimits.furnitureBlocks
        return drafts.filter { draft in
            guard draft.role == .furniture else { return true }
            room -= 1
            return room >= 0
        }
    }
}
