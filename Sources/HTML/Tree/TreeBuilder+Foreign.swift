// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    /// A start tag `svg` or `math` in HTML.
    mutating func startForeign(_ namespace: Namespace) {
        reconstructFormatting()
        insertForeign(namespace)
    }

    /// Inserts an element of a drawing or formula, and closes it if its tag does.
    private mutating func insertForeign(_ namespace: Namespace) {
        for place in tokenizer.tokenAttributes { adjustments.adjust(&tokenizer.attributes[place], in: namespace) }
        let node = makeElement(namespace: namespace)
        tree[node].integration = integration(of: node)
        open(node, at: place())
        if token.isSelfClosing { pop() }
    }

    func integration(of node: Int32) -> TreeArena.Integration {
        let element = tree[node]
        let encoding = tokenizer.attributes[element.content.range].first { $0.known == .encoding }?.value
        return integration(of: element.tag, in: element.namespace, encoding: encoding)
    }

    func integration(of tag: Tag, in namespace: Namespace, encoding: ByteRange?) -> TreeArena.Integration {
        switch (namespace, tag) {
        case (.math, .mi), (.math, .mo), (.math, .mn), (.math, .ms), (.math, .mtext): return .text
        case (.math, .annotationXML):
            if let encoding, equals(encoding, "text/html") || equals(encoding, "application/xhtml+xml") {
                return .html
            }
            return .annotation
        case (.svg, .foreignObject), (.svg, .desc), (.svg, .title): return .html
        default: return .none
        }
    }

    /// In a drawing or formula (13.2.6.5).
    mutating func processInForeign() {
        switch token.kind {
        case .null:
            let start = tokenizer.count + tokenizer.decoded.count
            tokenizer.decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
            insertText(ByteRange(start, start + 3), start: token.start, end: token.end)
        case .text:
            insertText()
            if framesetIsAllowed, !isSpace(token.content) { framesetIsAllowed = false }
        case .comment: insertComment()
        case .doctype, .end: break
        case .startTag:
            if breaksOut {
                leaveForeign()
                processInHTML()
            } else {
                insertForeign(adjustedNamespace)
            }
        case .endTag:
            if token.tag == .br || token.tag == .p {
                leaveForeign()
                processInHTML()
            } else {
                endForeign()
            }
        }
    }

    /// Whether the start tag can only be HTML.
    private var breaksOut: Bool {
        switch token.tag {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4,
            .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span,
            .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
            true
        case .font: tokenValue(.color) != nil || tokenValue(.face) != nil || tokenValue(.size) != nil
        default: false
        }
    }

    private mutating func leaveForeign() {
        while stack.count > 1, !stack.currentIsHTML {
            let integration = tree[stack.current].integration
            if integration == .html || integration == .text { return }
            pop()
        }
    }

    private mutating func endForeign() {
        // The elements down to the nearest of HTML are searched; the lowest of all is never closed here.
        let index = stack.highest(name: token.name, isHTML: false)
        if index > Int(stack[stack.count - 1].html), index > 0 { return popUntil(index: index) }
        processInHTML()
    }
}
