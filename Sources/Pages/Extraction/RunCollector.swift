// SPDX-License-Identifier: Apache-2.0

/// Cuts a page's text into runs in one pass over the tree.
struct RunCollector {
    private let tree: HTMLTree
    private var runs: [Run] = []
    private var raw = ""
    private var segments: [(link: Bool, bold: Bool, end: Int)] = []
    private var rawLength = 0
    private var start = -1
    private var end = -1
    private var element = 0
    private var breaks = 0

    private init(_ tree: HTMLTree) { self.tree = tree }

    /// The runs of everything that can be seen.
    static func runs(of tree: HTMLTree) -> PageRuns {
        var collector = RunCollector(tree)
        collector.collect()
        return PageRuns(collector.runs)
    }

    private mutating func collect() {
        // What is open at the current node: end index, whether a link, bold, inline.
        var open: [(end: Int, link: Bool, bold: Bool, block: Int)] = []
        var index = 0
        while index < tree.nodes.count {
            while let last = open.last, last.end <= index {
                open.removeLast()
                if last.block != (open.last?.block ?? 0) { flush() }
            }
            let node = tree.nodes[index]
            let context = open.last ?? (tree.nodes.count, false, false, 0)
            guard let tag = node.tag else {
                append(tree.data(of: index), at: index, link: context.link, bold: context.bold, element: context.block)
                index += 1
                continue
            }
            if tag.isInvisible {
                index = node.end
                continue
            }
            if tag == .br {
                // Two line breaks make a new paragraph, one does not.
                breaks += 1
                if breaks >= 2 { flush() }
                if !raw.isEmpty { raw += "\n" }
                index += 1
                continue
            }
            if !tag.isInline { flush() }
            if node.end > index + 1 {
                open.append(
                    (
                        node.end, context.link || tag == .a || tag == .button,
                        context.bold || tag == .b || tag == .strong || tag == .em || tag == .i,
                        tag.isInline ? context.block : index
                    ))
            }
            index += 1
        }
        flush()
    }

    private mutating func append(_ text: String, at index: Int, link: Bool, bold: Bool, element: Int) {
        if text.unicodeScalars.allSatisfy(WhiteSpace.contains) {
            if !raw.isEmpty, !raw.hasSuffix(" ") { raw += " " }
            return
        }
        breaks = 0
        if start < 0 {
            start = index
            self.element = element
        }
        end = index + 1
        raw += text
        let length = text.unicodeScalars.lazy.filter { !WhiteSpace.contains($0) }.count
        rawLength += length
        segments.append((link, bold, length))
    }

    private mutating func flush() {
        breaks = 0
        defer {
            raw = ""
            segments.removeAll(keepingCapacity: true)
            rawLength = 0
            start = -1
        }
        guard start >= 0 else { return }
        let text = WhiteSpace.folded(raw)
        guard !WhiteSpace.isBlank(text) else { return }
        let length = text.unicodeScalars.count
        func share(_ part: Int) -> Int { rawLength == 0 ? 0 : part * length / rawLength }
        var holder = tree.nodes[start].parent
        while holder > element, tree.nodes[holder].end < end { holder = tree.nodes[holder].parent }
        runs.append(
            Run(
                start: start, end: end, block: element, holder: max(holder, 0), text: text, length: length,
                linkLength: share(segments.reduce(0) { $0 + ($1.link ? $1.end : 0) }),
                boldLength: share(segments.reduce(0) { $0 + ($1.bold ? $1.end : 0) })))
    }
}
