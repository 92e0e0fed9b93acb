// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    /// An end tag in body (13.2.6.4.7).
    mutating func inBodyEnd() {
        switch token.tag {
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: adopt(token.tag)
        case .p:
            if !stack.has(.p, in: .button) { insertImplied(.p) }
            closeOpenParagraph()
        case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search, .section,
            .select, .summary, .ul:
            if stack.has(token.tag) {
                generateImpliedEndTags()
                popUntil(token.tag)
            }
        case .li:
            if stack.has(.li, in: .list) {
                generateImpliedEndTags(except: .li)
                popUntil(.li)
            }
        case .dd, .dt:
            if stack.has(token.tag) {
                generateImpliedEndTags(except: token.tag)
                popUntil(token.tag)
            }
        case .h1, .h2, .h3, .h4, .h5, .h6: endHeading()
        case .body, .html: endBody()
        case .form: endForm()
        case .applet, .marquee, .object:
            if stack.has(token.tag) {
                generateImpliedEndTags()
                popUntil(token.tag)
                clearFormattingToMarker()
            }
        case .br:
            // The standard reads `</br>` as a `br` without attributes.
            reconstructFormatting()
            insertImplied(.br)
            pop()
            framesetIsAllowed = false
        case .template: endTemplate()
        default: endAny()
        }
    }

    /// Any other end tag.
    mutating func endAny() {
        let index = stack.highest(name: token.name, isHTML: true)
        // Nothing special may stand between.
        guard index >= 0, index >= Int(stack[stack.count - 1].special) else { return }
        if Int(token.name) < Names.tagCount {
            generateImpliedEndTags(except: token.tag)
        } else {
            generateImpliedEndTags()
        }
        popUntil(index: index)
    }

    private mutating func endHeading() {
        var index = -1
        for tag in [Tag.h1, .h2, .h3, .h4, .h5, .h6] { index = max(index, stack.highest(tag)) }
        guard index >= 0, stack.isInScope(index) else { return }
        generateImpliedEndTags()
        popUntil(index: index)
    }

    private mutating func endBody() {
        guard stack.has(.body) else { return }
        let isBody = token.tag == .body
        let node = isBody ? stack[stack.highest(.body)].node : stack[0].node
        mode = .afterBody
        if isBody {
            tree[node].end = ByteRange(token.start, token.end)
        } else {
            process(in: .afterBody)
        }
    }

    private mutating func endForm() {
        if stack.highest(.template) >= 0 {
            guard stack.has(.form) else { return }
            generateImpliedEndTags()
            return popUntil(.form)
        }
        let node = form
        form = -1
        guard node >= 0, tree[node].isOpen, let index = stack.index(of: node, name: Int32(Tag.form.rawValue)),
            stack.isInScope(index)
        else { return }
        generateImpliedEndTags()
        tree[node].end = ByteRange(token.start, token.end)
        tree[node].isOpen = false
        if index == stack.count - 1 { _ = stack.pop() } else { stack.remove(at: index) }
    }

    // MARK: - After the body (13.2.6.4.19, 13.2.6.4.22)

    mutating func afterBody() {
        switch token.kind {
        case .text: if !splitSpace({ $0.inBody() }) { return }
        case .comment: return insertComment(into: stack[0].node)
        case .doctype, .end: return
        case .startTag: if token.tag == .html { return inBody() }
        case .endTag:
            if token.tag == .html {
                if context == nil {
                    tree[stack[0].node].end = ByteRange(token.start, token.end)
                    mode = .afterAfterBody
                }
                return
            }
        case .null: break
        }
        reprocess(in: .inBody)
    }

    mutating func afterAfterBody() {
        switch token.kind {
        case .comment: return insertComment(into: TreeArena.document)
        case .doctype: return inBody()
        case .text: if !splitSpace({ $0.inBody() }) { return }
        case .startTag: if token.tag == .html { return inBody() }
        case .end: return
        default: break
        }
        reprocess(in: .inBody)
    }
}
