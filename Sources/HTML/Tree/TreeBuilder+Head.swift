// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    // MARK: - Before the head (13.2.6.4.1 to 13.2.6.4.3)

    mutating func initial() {
        switch token.kind {
        case .comment: return insertComment(into: TreeArena.document)
        case .text: if !splitSpace() { return }
        case .doctype:
            var node = TreeArena.Node(kind: .doctype)
            node.content = ByteRange(doctypes.count, doctypes.count)
            doctypes.append(tokenizer.doctype)
            node.start = ByteRange(token.start, token.end)
            tree.append(tree.add(node), to: TreeArena.document)
            quirks = quirks(of: tokenizer.doctype)
            mode = .beforeHTML
            return
        default: break
        }
        quirks = .full
        reprocess(in: .beforeHTML)
    }

    mutating func beforeHTML() {
        switch token.kind {
        case .doctype: return
        case .comment: return insertComment(into: TreeArena.document)
        case .text: if !splitSpace() { return }
        case .startTag where token.tag == .html:
            let node = makeElement()
            open(node, at: TreeArena.Place(parent: TreeArena.document))
            mode = .beforeHead
            return
        case .endTag:
            switch token.tag {
            case .head, .body, .html, .br: break
            default: return
            }
        default: break
        }
        openRoot()
        reprocess(in: .beforeHead)
    }

    /// Opens an `html` element that nobody wrote.
    mutating func openRoot() {
        var node = TreeArena.Node(kind: .element)
        node.tag = .html
        node.name = Int32(Tag.html.rawValue)
        node.start = ByteRange(token.start, token.start)
        open(tree.add(node), at: TreeArena.Place(parent: TreeArena.document))
    }

    mutating func beforeHead() {
        switch token.kind {
        case .text: if !splitSpace() { return }
        case .comment: return insertComment()
        case .doctype: return
        case .startTag:
            if token.tag == .html { return inBody() }
            if token.tag == .head {
                head = insertElement()
                mode = .inHead
                return
            }
        case .endTag:
            switch token.tag {
            case .head, .body, .html, .br: break
            default: return
            }
        default: break
        }
        head = insertImplied(.head)
        reprocess(in: .inHead)
    }

    // MARK: - In head (13.2.6.4.4, 13.2.6.4.5)

    mutating func inHead() {
        switch token.kind {
        case .text: if !splitSpace({ $0.insertText() }) { return }
        case .comment: return insertComment()
        case .doctype: return
        case .startTag: if inHeadStart() { return }
        case .endTag:
            switch token.tag {
            case .head:
                popByEndTag()
                mode = .afterHead
                return
            case .body, .html, .br: break
            case .template: return endTemplate()
            default: return
            }
        default: break
        }
        pop()
        reprocess(in: .afterHead)
    }

    /// A start tag in the head; `false` if it does not belong there.
    private mutating func inHeadStart() -> Bool {
        switch token.tag {
        case .html: inBody()
        case .base, .basefont, .bgsound, .link, .meta: insertVoid()
        case .title: openText(.rcdata)
        case .noscript where !scripting:
            insertElement()
            mode = .inHeadNoscript
        case .noscript, .noframes, .style: openText(.rawtext)
        case .script:
            let node = makeElement()
            open(node, at: place())
            enterText(.script)
        case .template: startTemplate()
        case .head: break
        default: return false
        }
        return true
    }

    /// Opens an element that holds only text.
    mutating func openText(_ content: Tokenizer.Content) {
        insertElement()
        enterText(content)
    }

    mutating func enterText(_ content: Tokenizer.Content) {
        tokenizer.content = content
        originalMode = mode
        mode = .text
    }

    mutating func inHeadNoscript() {
        switch token.kind {
        case .doctype: return
        case .text:
            if !splitSpace({ $0.inHead() }) { return }
        case .comment: return inHead()
        case .startTag:
            switch token.tag {
            case .html: return inBody()
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead()
            case .head, .noscript: return
            default: break
            }
        case .endTag:
            if token.tag == .noscript {
                popByEndTag()
                mode = .inHead
                return
            }
            if token.tag != .br { return }
        default: break
        }
        pop()
        reprocess(in: .inHead)
    }

    // MARK: - After head (13.2.6.4.6)

    mutating func afterHead() {
        switch token.kind {
        case .text: if !splitSpace({ $0.insertText() }) { return }
        case .comment: return insertComment()
        case .doctype: return
        case .startTag:
            switch token.tag {
            case .html: return inBody()
            case .body:
                insertElement()
                framesetIsAllowed = false
                mode = .inBody
                return
            case .frameset:
                insertElement()
                mode = .inFrameset
                return
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                // The head is taken up again for this one.
                push(head)
                inHead()
                if let index = stack.index(of: head, name: Int32(Tag.head.rawValue)) {
                    stack.remove(at: index)
                    tree[head].isOpen = false
                }
                return
            case .head: return
            default: break
            }
        case .endTag:
            switch token.tag {
            case .template: return endTemplate()
            case .body, .html, .br: break
            default: return
            }
        default: break
        }
        insertImplied(.body)
        reprocess(in: .inBody)
    }

    // MARK: - Text (13.2.6.4.8)

    mutating func inText() {
        switch token.kind {
        case .text, .null: insertText()
        case .end:
            pop()
            reprocess(in: originalMode)
        default:
            popByEndTag()
            mode = originalMode
        }
    }
}
