// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Finds the title of an article without the site's name.
struct TitleFinder {
    let outline: PageOutline
    let metadata: PageMetadata
    let siteNames: [String]

    /// The title, and the element of the page that shows it, where one does.
    func find() -> (title: String?, heading: Int?) {
        let lexicon = outline.lexicons.metadata
        var declared: [String] = []
        let types = lexicon.articleTypes
        declared += metadata.linkedData.items(ofTypes: types).compactMap { $0.texts["headline"] ?? $0.texts["name"] }
        declared += [metadata.first(of: lexicon.titleNames), metadata.title].compactMap { $0 }
        declared = declared.map { HTMLEntities.decoded(WhiteSpace.folded($0)) }.filter { !$0.isEmpty }
        let headings = candidates()
        // A heading that the page's own metadata repeats is the title as readers see it.
        for heading in headings where declared.contains(where: { Self.agrees(heading.text, with: $0) }) {
            return (heading.text, heading.index)
        }
        let cleaned = declared.map(withoutSite).filter { !isSite($0) }
        if let best = cleaned.first { return (best, nil) }
        if let heading = headings.first { return (heading.text, heading.index) }
        return (declared.first, nil)
    }

    /// The headings that may be the title, the likeliest first.
    private func candidates() -> [(text: String, index: Int)] {
        let tree = outline.tree
        var found: [(text: String, index: Int, rank: Int)] = []
        for index in tree.nodes.indices {
            guard let tag = tree.nodes[index].tag else { continue }
            let isMarked = outline.marks[index].contains(.headline)
                || tree.attribute("itemprop", of: index)?.lowercased() == "headline"
            let rank: Int
            switch tag {
            case .h1: rank = isMarked ? 0 : 1
            case .h2, .h3: rank = isMarked ? 2 : 4
            case .div, .p, .span, .header: if isMarked { rank = 3 } else { continue }
            default: continue
            }
            guard outline.exclusions[index] < .hard, found.count < 100 else { continue }
            let text = tree.text(of: index)
            guard (4...300).contains(text.unicodeScalars.count), !isSite(text) else { continue }
            found.append((text, index, outline.exclusions[index] == .none ? rank : rank + 5))
        }
        return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map { ($0.element.text, $0.element.index) }
    }

    /// Whether a heading is the declared title or the greater part of it beside the site's name.
    private static func agrees(_ heading: String, with declared: String) -> Bool {
        let heading = PhraseLexicon.key(heading)
        let declared = PhraseLexicon.key(declared)
        if heading == declared { return !heading.isEmpty }
        guard heading.unicodeScalars.count >= 8 else { return false }
        return declared.hasPrefix(heading) || declared.hasSuffix(heading)
            || (heading.hasPrefix(declared) && declared.unicodeScalars.count * 3 >= heading.unicodeScalars.count * 2)
    }

    private func isSite(_ text: String) -> Bool {
        let key = PhraseLexicon.key(text)
        return siteNames.contains { PhraseLexicon.key($0) == key }
    }

    /// Cuts the site's name off either end.
    func withoutSite(_ title: String) -> String {
        var title = title
        for separator in outline.lexicons.metadata.titleSeparators {
            while let range = title.range(of: separator, options: .backwards) {
                let head = String(title[..<range.lowerBound])
                let tail = String(title[range.upperBound...])
                if isSiteLike(tail), !WhiteSpace.isBlank(head) {
                    title = head
                } else if let first = title.range(of: separator), isSite(String(title[..<first.lowerBound])) {
                    title = String(title[first.upperBound...])
                } else {
                    break
                }
            }
        }
        return WhiteSpace.folded(title)
    }

    private func isSiteLike(_ part: String) -> Bool {
        if isSite(part) { return true }
        let key = PhraseLexicon.key(part).replacing(" ", with: "")
        if key.isEmpty { return true }
        return siteNames.contains { name in
            let name = PhraseLexicon.key(name).replacing(" ", with: "")
            return name.count >= 3 && (key.contains(name) || (key.count >= 4 && name.contains(key)))
        }
    }
}
