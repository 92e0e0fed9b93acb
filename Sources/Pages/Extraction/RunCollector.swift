// SPDX-License-Identifier: Apache-2.0

/// Cuts a page's text into runs in one pass over the tree.
struct RunCollector {
    private let tree: HTMLTree
    private var runs: [Run] = []
    private var raw: [UInt8] = []
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
                append(
                    tree.dataBytes(of: index), at: index, link: context.link, bold: context.bold, element: context.block
                )
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
                if !raw.isEmpty { raw.append(0x0A) }
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

    private mutating func append(_ text: ArraySlice<UInt8>, at index: Int, link: Bool, bold: Bool, element: Int) {
        let length = text.withUnsafeBufferPointer(WhiteSpace.visibleLength)
        if length == 0 {
            if let last = raw.last, last != 0x20 { raw.append(0x20) }
            return
        }
        breaks = 0
        if start < 0 {
            start = index
            self.element = element
        }
        end = index + 1
        raw += text
        rawLength += length
        segments.append((link, bold, length))
    }

    private mutating func flush() {
        breaks = 0
        defer {
            raw.removeAll(keepingCapacity: true)
            segments.removeAll(keepingCapacity: true)
            rawLength = 0
            start = -1
        }
        guard start >= 0 else { return }
        let text = raw.withUnsafeBufferPointer(WhiteSpace.folded)
        guard !WhiteSpace.isBlank(text) else { return }
        let length = text.scalarCount
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
