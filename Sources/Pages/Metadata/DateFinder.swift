// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// Finds when a page was first published and when it was last changed.
struct DateFinder {
    let outline: PageOutline
    let metadata: PageMetadata
    let location: String?
    /// The latest day that a page can be from, where known.
    let latest: PartialDate?
    let scanner: DateScanner

    /// A date and whether the page's text shows it (rather than its mark-up).
    struct Finding: Hashable, Sendable {
        var date: PartialDate
        var isShown: Bool
    }

    /// The day of publication.
    func published() -> Finding? {
        let lexicon = outline.lexicons
        if let date = linkedDate("datepublished") ?? linkedDate("datecreated") { return Finding(date: date, isShown: false) }
        for name in lexicon.dates.publishedNames {
            if let date = metadata.values[name]?.lazy.compactMap(date).first { return Finding(date: date, isShown: false) }
        }
        if let date = markedDate(properties: ["datepublished", "datecreated", "dateposted"], modified: false) {
            return date
        }
        if let date = dateInLocation() { return Finding(date: date, isShown: false) }
        if let date = timeElement() ?? namedDate() { return date }
        return nil
    }

    /// The day of the last change.
    func modified() -> PartialDate? {
        if let date = linkedDate("datemodified") { return date }
        for name in outline.lexicons.dates.modifiedNames {
            if let date = metadata.values[name]?.lazy.compactMap(date).first { return date }
        }
        return markedDate(properties: ["datemodified", "dateupdated"], modified: true)?.date
    }

    /// The first date of a text that may be the page's.
    func date(in text: String) -> PartialDate? {
        scanner.dates(in: text).lazy.map(\.date).first(where: isPossible)
    }

    private func isPossible(_ date: PartialDate) -> Bool {
        guard date.start.year >= 1990 else { return false }
        guard let latest else { return true }
        return date <= latest
    }

    private func linkedDate(_ name: String) -> PartialDate? {
        let lexicon = outline.lexicons.metadata
        for types in [lexicon.articleTypes, lexicon.pageTypes] {
            for item in metadata.linkedData.items(ofTypes: types) {
                if let text = item.texts[name], let date = date(in: text) { return date }
            }
        }
        return nil
    }

    /// `/2016/12/23/`, `/2016-12-23`, `20161223` in the address.
    private func dateInLocation() -> PartialDate? {
        guard let address = metadata.canonicalURL ?? metadata.values["og:url"]?.first ?? location else { return nil }
        for text in [address, location].compactMap({ $0 }) {
            let path = text.split(separator: "?").first.map(String.init) ?? text
            if let date = scanner.dates(in: path).lazy.map(\.date).first(where: { isPossible($0) && $0.start.day != nil }) {
                return date
            }
        }
        return nil
    }

    private func markedDate(properties: [String], modified: Bool) -> Finding? {
        let tree = outline.tree
        for index in tree.nodes.indices where tree.nodes[index].tag != nil && tree.nodes[index].tag != .meta {
            guard let property = tree.attribute("itemprop", of: index)?.lowercased() else { continue }
            guard property.split(separator: " ").contains(where: { properties.contains(String($0)) }) else { continue }
            for name in ["datetime", "content", "title"] {
                if let date = tree.attribute(name, of: index).flatMap(date) { return Finding(date: date, isShown: false) }
            }
            if let date = date(in: tree.text(of: index)) { return Finding(date: date, isShown: true) }
        }
        return nil
    }

    private func timeElement() -> Finding? {
        let tree = outline.tree
        var fallback: Finding?
        for index in tree.nodes.indices where tree.nodes[index].tag == .time {
            if outline.marks[index].contains(.comments) || isInComments(index) { continue }
            let machine = tree.attribute("datetime", of: index).flatMap(date)
            let text = tree.text(of: index)
            guard let date = machine ?? date(in: text) else { continue }
            let finding = Finding(date: date, isShown: machine == nil)
            let name = (tree.attribute("class", of: index) ?? "").lowercased()
            if tree.attribute("pubdate", of: index) != nil || name.contains("publish") { return finding }
            if name.contains("updated") || name.contains("modified") { continue }
            if outline.exclusions[index] == .none { return finding }
            if fallback == nil { fallback = finding }
        }
        return fallback
    }

    private func isInComments(_ index: Int) -> Bool {
        var current = outline.tree.nodes[index].parent
        while current >= 0 {
            if outline.marks[current].contains(.comments) || outline.marks[current].contains(.related) { return true }
            current = outline.tree.nodes[current].parent
        }
        return false
    }

    /// An element whose name says that it holds a date.
    private func namedDate() -> Finding? {
        let tree = outline.tree
        for index in tree.nodes.indices where outline.marks[index].contains(.date) {
            guard !isInComments(index) else { continue }
            let range = outline.runs.range(in: index, of: tree)
            guard !range.isEmpty, outline.runs.length(range) < 120 else { continue }
            if let date = tree.attribute("datetime", of: index).flatMap(date) ?? tree.attribute("title", of: index).flatMap(date) {
                return Finding(date: date, isShown: false)
            }
            if let date = date(in: tree.text(of: index)) { return Finding(date: date, isShown: true) }
        }
        return nil
    }
}
