// SPDX-License-Identifier: Apache-2.0

/// Finds the elements that hold the article.
///
/// An ordered search: names for an article's body, `article`, names for an article, `main` and its names, the page. The
/// first step that gives enough text is taken. Where it gives much less than the densest part of the page, that part is
/// taken instead.
package struct ContainerSearch {
    /// What counts as text of an article.
    package enum Measure: Sendable {
        /// Paragraphs.
        case paragraphs
        /// Every line outside links, for verse, recipes and notes.
        case lines
    }

    private let outline: PageOutline
    private let measure: Measure

    package init(outline: PageOutline, measure: Measure = .paragraphs) {
        self.outline = outline
        self.measure = measure
    }

    /// The least weight (scalars in paragraphs) that a container has to have.
    private static let enough = 200

    /// The containers in document order; siblings where an article is split.
    ///
    /// Empty if the page has no text.
    package func containers() -> [Int] {
        guard let body = outline.tree.first(.body) else { return [] }
        let densest = descend(from: body)
        for step in Step.allCases {
            let found = candidates(for: step)
            let best = found.map(weight).max() ?? 0
            guard best >= Self.enough else { continue }
            guard let first = found.first(where: { weight($0) >= max(Self.enough, best / 3) }) else { continue }
            let united = unite(first, with: found, step: step)
            let sum = united.reduce(0) { $0 + weight($1) }
            if sum * 20 < weight(densest) * 11 {
                return [densest]
            }
            return step == .main ? united.map(descend) : united
        }
        return [densest]
    }

    private enum Step: CaseIterable { case body, articleElement, article, main }

    private func weight(_ index: Int) -> Int {
        let range = outline.kept.range(in: index, of: outline.tree)
        switch measure {
        case .paragraphs: return outline.kept.weight(range)
        case .lines: return outline.kept.unlinkedLength(range)
        }
    }

    private func candidates(for step: Step) -> [Int] {
        let tree = outline.tree
        var found: [Int] = []
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard let tag = node.tag, !tag.isInvisible else {
                index = node.tag == nil ? index + 1 : node.end
                continue
            }
            if outline.exclusions[index] > .none {
                index = node.end
                continue
            }
            // Outermost only: what lies inside a candidate is part of it.
            if isCandidate(index, tag: tag, step: step) {
                found.append(index)
                index = node.end
            } else {
                index += 1
            }
        }
        return found
    }

    private func isCandidate(_ index: Int, tag: HTMLTag, step: Step) -> Bool {
        let tree = outline.tree
        let marks = outline.marks[index]
        let isBlock = [.div, .section, .article, .main, .td].contains(tag)
        switch step {
        case .body:
            if tree.attribute(.itemprop, of: index)?.lowercased() == "articlebody" { return true }
            return isBlock && marks.contains(.articleBody) && marks.isDisjoint(with: Marks.furniture)
        case .articleElement:
            return tag == .article || tree.attribute(.role, of: index)?.lowercased() == "article"
        case .article:
            return isBlock && marks.contains(.article) && marks.isDisjoint(with: Marks.furniture)
        case .main:
            if tag == .main || tree.attribute(.role, of: index)?.lowercased() == "main" { return true }
            return isBlock && marks.contains(.main) && marks.isDisjoint(with: Marks.furniture)
        }
    }

    /// Joins candidates that stand beside the first under one parent and are alike.
    private func unite(_ first: Int, with found: [Int], step: Step) -> [Int] {
        guard step == .body else { return [first] }
        let tree = outline.tree
        return found.filter { index in
            index == first
                || (tree.nodes[index].parent == tree.nodes[first].parent
                    && tree.nodes[index].tag == tree.nodes[first].tag
                    && weight(index) > 0)
        }
    }

    /// Follows the child that holds nearly all of the weight as long as there is one.
    private func descend(from start: Int) -> Int {
        let tree = outline.tree
        var current = start
        while true {
            let whole = weight(current)
            guard whole > 0 else { return current }
            let next = tree.children(of: current).first { child in
                guard let tag = tree.nodes[child].tag, !tag.isInline, tag != .p else { return false }
                return weight(child) * 20 >= whole * 17
            }
            guard let next else { return current }
            current = next
        }
    }
}
