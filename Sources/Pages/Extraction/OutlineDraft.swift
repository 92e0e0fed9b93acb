// SPDX-License-Identifier: Apache-2.0

/// An outline while it is being made.
struct OutlineDraft {
    typealias Exclusion = PageOutline.Exclusion
    typealias Context = PageOutline.Context

    let tree: HTMLTree
    let lexicons: Lexicons
    let runs: PageRuns
    var marks: [Marks]
    var exclusions: [Exclusion]
    var contexts: [Context]

    init(tree: HTMLTree, lexicons: Lexicons) {
        self.tree = tree
        self.lexicons = lexicons
        runs = RunCollector.runs(of: tree)
        marks = Array(repeating: [], count: tree.nodes.count)
        exclusions = Array(repeating: .none, count: tree.nodes.count)
        contexts = Array(repeating: [], count: tree.nodes.count)
    }

    init(_ outline: PageOutline) {
        tree = outline.tree
        lexicons = outline.lexicons
        runs = outline.runs
        marks = outline.marks
        exclusions = outline.exclusions
        contexts = outline.contexts
    }

    mutating func readMarks() {
        let lexicon = lexicons.marks
        // Pages use few names again and again; one that comes to the place of another takes it.
        var known = [(value: Range<Int>, marks: Marks)](repeating: (0..<0, []), count: 2048)
        var words = NameWords()
        tree.bytes.withUnsafeBufferPointer { bytes in
            for index in tree.nodes.indices {
                for position in tree.nodes[index].attributes {
                    let attribute = tree.attributes[position]
                    guard attribute.known == .class || attribute.known == .id else { continue }
                    let range = tree.range(of: attribute)
                    let value = UnsafeBufferPointer(rebasing: bytes[range])
                    let place = ByteHash.value(of: value) & (known.count - 1)
                    if !value.elementsEqual(bytes[known[place].value]) {
                        known[place] = (range, lexicon.marks(of: value, cutting: &words))
                    }
                    marks[index].formUnion(known[place].marks)
                }
            }
        }
    }

    mutating func decide() {
        let total = max(1, runs.weight(runs.runs.indices))
        // The first run that begins at the node or behind it.
        var first = 0
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            if node.parent >= 0 {
                exclusions[index] = exclusions[node.parent]
                contexts[index] = contexts[node.parent]
            }
            guard let tag = node.tag else { continue }
            while first < runs.runs.count, runs.runs[first].start < index { first += 1 }
            guard first < runs.runs.count, runs.runs[first].start < node.end else { continue }
            let range = runs.range(from: first, to: node.end)
            if tag == .table { contexts[index].remove(.table) }
            if exclusions[index] < .hard {
                let own = ownExclusion(of: index, tag: tag, range: range, total: total)
                exclusions[index] = max(exclusions[index], own)
            }
            contexts[index].formUnion(ownContext(of: index, tag: tag, length: runs.length(range)))
        }
    }
}

extension OutlineDraft {
    private func ownExclusion(of index: Int, tag: HTMLTag, range: Range<Int>, total: Int) -> Exclusion {
        switch tag {
        case .html, .body, .main: return .none
        case .nav, .button, .menu, .search: return share(of: range, in: total) > 0.6 ? .none : .hard
        default: break
        }
        if isHidden(index) { return .hard }
        var marks = marks[index]
        // The "teaser" of an article is its opening, not a pointer to another one.
        if marks.contains(.deck) { marks.remove(.related) }
        // A pointer leads somewhere.
        if marks.contains(.teaser), !marks.contains(.deck), runs.linkDensity(range) > 0.1 { marks.insert(.related) }
        let role = tree.attribute(.role, of: index)?.lowercased()
        if tree.attribute(.itemprop, of: index)?.lowercased() == "articlebody" { return .none }
        var excluded = !marks.isDisjoint(with: .furniture)
        switch tag {
        case .footer, .aside, .form, .details: excluded = true
        case .figure, .picture: excluded = !marks.isDisjoint(with: [.advert, .comments])
        case .article: excluded = !marks.isDisjoint(with: [.related, .comments, .advert])
        case .p: excluded = !marks.isDisjoint(with: Marks.furniture.subtracting([.footer, .header, .aside]))
        case .h1: return .none
        default: break
        }
        if let role,
            [
                "navigation", "complementary", "contentinfo", "search", "dialog", "alert", "menu", "menubar", "banner",
                "toolbar", "alertdialog", "tablist", "button",
            ].contains(role)
        {
            excluded = true
        }
        if !excluded { return .none }
        // A name that also says "this is the text" is not furniture unless it says so twice.
        if marks.contains(.articleBody), marks.isDisjoint(with: [.related, .comments, .share, .newsletter, .advert]) {
            return .none
        }
        let share = share(of: range, in: total)
        if marks.contains(.comments), tag != .article { return share > 0.95 ? .none : .soft }
        if share > 0.5 { return .none }
        if share > 0.2, let heading = tree.first(.h1, in: index), exclusions[heading] == .none { return .none }
        return .soft
    }

    private func share(of range: Range<Int>, in total: Int) -> Double {
        Double(runs.weight(range)) / Double(total)
    }

    private func isHidden(_ index: Int) -> Bool {
        if tree.nodes[index].attributes.isEmpty { return false }
        if tree.attribute(.hidden, of: index) != nil { return true }
        if let style = tree.attribute(.style, of: index)?.lowercased(), style.holds("none") {
            let squeezed = style.filter { $0 != " " }
            return squeezed.holds("display:none")
        }
        return false
    }

    private func ownContext(of index: Int, tag: HTMLTag, length: Int) -> Context {
        var context: Context = []
        let marks = marks[index]
        switch tag {
        case .figcaption, .caption: context.insert(.caption)
        case .figure:
            let hasOwnCaption = tree.first(.figcaption, in: index) != nil
            let hasText = tree.first(.table, in: index) != nil || tree.first(.blockquote, in: index) != nil
            if !hasOwnCaption, !hasText { context.insert(.caption) }
        case .blockquote: context.insert(.quote)
        case .td, .th: if standsBesideCells(index) { context.insert(.table) }
        case .li, .dd, .dt: context.insert(.list)
        case .address: if length < 200 { context.insert(.byline) }
        case .time: if length < 60 { context.insert(.date) }
        case .h1: context.insert(.headline)
        default: break
        }
        if marks.contains(.caption), length < 500, tag != .article { context.insert(.caption) }
        if holdsPictureAndCaption(index, tag: tag, length: length) { context.insert(.caption) }
        if marks.contains(.byline), length < 150 { context.insert(.byline) }
        if marks.contains(.date), length < 80 { context.insert(.date) }
        if marks.contains(.headline), length < 300 { context.insert(.headline) }
        if marks.contains(.deck), length < 1000 { context.insert(.deck) }
        if marks.contains(.pull), length < 500 { context.insert(.pull) }
        if let property = tree.attribute(.itemprop, of: index)?.lowercased() {
            switch property {
            case "author", "creator": if length < 150 { context.insert(.byline) }
            case "datepublished", "datemodified", "datecreated": if length < 80 { context.insert(.date) }
            case "caption": context.insert(.caption)
            case "headline": if length < 300 { context.insert(.headline) }
            default: break
            }
        }
        if tree.attribute(.rel, of: index)?.lowercased() == "author", length < 100 { context.insert(.byline) }
        return context
    }

    /// Whether other cells of the row hold text; a row of one cell only lays the page out.
    private func standsBesideCells(_ index: Int) -> Bool {
        let cells = tree.children(of: tree.nodes[index].parent)
        guard runs.length(runs.range(in: index, of: tree)) < 600 else { return false }
        return cells.contains { $0 != index && !runs.range(in: $0, of: tree).isEmpty }
    }

    /// Whether the element is a box of one picture and a line or two, which nothing marks as a figure.
    private func holdsPictureAndCaption(_ index: Int, tag: HTMLTag, length: Int) -> Bool {
        guard (8...250).contains(length), tree.nodes[index].end - index < 40 else { return false }
        switch tag {
        case .div, .span, .center, .table, .dl: break
        case .p: if length > 120 { return false }
        default: return false
        }
        guard let picture = tree.first(.img, in: index) else { return false }
        let range = runs.range(in: index, of: tree)
        guard range.count <= 2, runs.linkDensity(range) < 0.5, runs.runs[range.lowerBound].start > picture else {
            return false
        }
        return !tree.descendants(of: index).contains { tree.nodes[$0].tag?.headingLevel != nil }
    }
}
