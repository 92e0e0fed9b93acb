// SPDX-License-Identifier: Apache-2.0

import Cooperation
import HTML

/// What elements say of days by properties, by `time` and by their names.
extension DateFinder {
    /// The elements outside `meta` with properties, and those that are a `time`.
    static func places(in tree: HTMLTree) -> (properties: [Int], times: [Int]) {
        var places: (properties: [Int], times: [Int]) = ([], [])
        for (index, node) in tree.nodes.enumerated() {
            guard let tag = node.tag, tag != .meta else { continue }
            if tag == .time { places.times.append(index) }
            if tree.hasAttribute(.itemprop, at: index) { places.properties.append(index) }
        }
        return places
    }

    /// What an element says by one of these properties.
    func markedDate(properties: [String]) -> Finding? {
        let tree = outline.tree
        for index in places.properties {
            guard let property = tree.attribute(.itemprop, of: index)?.lowercased() else { continue }
            guard property.words.contains(where: { properties.contains(String($0)) }) else { continue }
            if isElsewhere(index) { continue }
            if let found = machineDate(of: index, names: [.datetime, .content, .title]) { return found }
            if let date = shortText(of: index).flatMap(date) { return Finding(date: date, isShown: true) }
        }
        return nil
    }

    private func machineDate(of index: Int, names: [AttributeName]) -> Finding? {
        names.lazy.compactMap { outline.tree.attribute($0, of: index).flatMap(machineDate) }.first
    }

    /// What a `time` element says; those in a quotation are of what is quoted.
    func timeElement(quoted: Bool) -> Finding? {
        let tree = outline.tree
        var fallback: Finding?
        for index in places.times {
            if isElsewhere(index) || outline.contexts[index].contains(.quote) != quoted { continue }
            let text = shortText(of: index) ?? ""
            guard
                let found = machineDate(of: index, names: [.datetime])
                    ?? date(in: text).map({ Finding(date: $0, isShown: true) })
            else { continue }
            let name = (tree.attribute(.class, of: index) ?? "").lowercased()
            if tree.attribute(.pubdate, of: index) != nil || name.contains("publish") { return found }
            if name.contains("updated") || name.contains("modified") {
                if fallback == nil { fallback = found }
                continue
            }
            if outline.exclusions[index] == .none { return found }
            if fallback == nil { fallback = found }
        }
        return fallback
    }

    /// An element whose name says that it holds a date.
    func namedDate() -> Finding? {
        let tree = outline.tree
        for index in tree.nodes.indices where outline.marks[index].contains(.date) {
            guard !isElsewhere(index), !outline.contexts[index].contains(.quote), !isChange(index),
                declared.isEmpty || !isMasthead(index), let text = shortText(of: index)
            else { continue }
            // `Joined March 2007` dates a person and not the page.
            let shown = rules.scanner.dates(in: text).first
            if let shown, rules.phrases.meansOther(Self.beginning(of: text, to: shown)) { continue }
            if let found = machineDate(of: index, names: [.datetime, .title]) { return found }
            if let date = date(in: text) { return Finding(date: date, isShown: true) }
        }
        return nil
    }

    /// Whether the element belongs to comments or to pointers to other articles.
    func isElsewhere(_ index: Int) -> Bool {
        var current = index
        while current >= 0 {
            // `news-list-date` says what it holds, not where it stands.
            let isOwn = outline.marks[current].contains(.date)
            let marks = isOwn ? [] : outline.marks[current]
            if outline.exclusions[current] == .none { return false }
            if !marks.isDisjoint(with: [.comments, .related]) { return true }
            if outline.exclusions[current] == .hard { return true }
            current = outline.tree.nodes[current].parent
        }
        return false
    }

    /// Whether the element stands in the head of the site, which shows the day on which it is looked at.
    func isMasthead(_ index: Int) -> Bool {
        let tree = outline.tree
        var isHead = false
        var current = index
        while current >= 0, let tag = tree.nodes[current].tag {
            if tag == .article || tag == .main { return false }
            isHead = isHead || tag == .header && tree.first(.h1, in: current) == nil
            current = tree.nodes[current].parent
        }
        return isHead
    }

    private func shortText(of index: Int) -> String? {
        let tree = outline.tree
        guard tree.nodes[index].end - index <= 40 else { return nil }
        let text = tree.text(of: index)
        return text.scalarCount <= 160 ? text : nil
    }
}
