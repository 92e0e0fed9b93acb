// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    /// In body (13.2.6.4.7).
    mutating func inBody() {
        switch token.kind {
        case .text:
            reconstructFormatting()
            insertText()
            if framesetIsAllowed, !isSpace(token.content) { framesetIsAllowed = false }
        case .startTag: inBodyStart()
        case .endTag: inBodyEnd()
        case .null, .doctype: break
        case .comment: insertComment()
        case .end: if !templateModes.isEmpty { inTemplate() }
        }
    }

    private mutating func inBodyStart() {
        switch token.tag {
        case .div, .article, .section, .ul, .ol, .address, .aside, .blockquote, .center, .details, .dialog, .dir, .dl,
            .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .p, .search, .summary:
            closeParagraph()
            insertElement()
        case .a: startAnchor()
        case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
            reconstructFormatting()
            addFormatting(insertElement())
        case .li: startItem(.li, .li)
        case .dd, .dt: startItem(.dd, .dt)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraph()
            if stack.currentTag.headingLevel != nil { pop() }
            insertElement()
        case .img, .br, .area, .embed, .keygen, .wbr:
            reconstructFormatting()
            insertVoid()
            framesetIsAllowed = false
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title: inHead()
        case .input:
            if context?.isHTML(.select) == true { return }
            if stack.has(.select) { popUntil(.select) }
            let isHidden = hasType("hidden")
            reconstructFormatting()
            insertVoid()
            if !isHidden { framesetIsAllowed = false }
        case .param, .source, .track: insertVoid()
        case .hr:
            closeParagraph()
            if stack.has(.select) { generateImpliedEndTags() }
            insertVoid()
            framesetIsAllowed = false
        case .image:
            tokenizer.rename(to: .img)
            inBodyStart()
        case .html: mergeIntoRoot()
        case .body: mergeIntoBody()
        case .frameset: startFrameset()
        case .pre, .listing:
            closeParagraph()
            insertElement()
            skipsLineFeed = true
            framesetIsAllowed = false
        case .form: startForm()
        case .plaintext:
            closeParagraph()
            insertElement()
            tokenizer.content = .plaintext
        case .button:
            if stack.has(.button) {
                generateImpliedEndTags()
                popUntil(.button)
            }
            reconstructFormatting()
            insertElement()
            framesetIsAllowed = false
        case .nobr:
            reconstructFormatting()
            if stack.has(.nobr) {
                adopt(.nobr)
                reconstructFormatting()
            }
            addFormatting(insertElement())
        case .applet, .marquee, .object:
            reconstructFormatting()
            insertElement()
            formatting.addMarker()
            framesetIsAllowed = false
        case .table:
            if quirks != .full { closeParagraph() }
            insertElement()
            framesetIsAllowed = false
            mode = .inTable
        case .textarea:
            insertElement()
            skipsLineFeed = true
            framesetIsAllowed = false
            enterText(.rcdata)
        case .xmp:
            closeParagraph()
            reconstructFormatting()
            framesetIsAllowed = false
            openText(.rawtext)
        case .iframe:
            framesetIsAllowed = false
            openText(.rawtext)
        case .noembed: openText(.rawtext)
        case .noscript where scripting: openText(.rawtext)
        case .select: startSelect()
        case .optgroup, .option:
            if stack.has(.select) {
                generateImpliedEndTags(except: token.tag == .option ? .optgroup : .other)
            } else if stack.currentTag == .option {
                pop()
            }
            reconstructFormatting()
            insertElement()
        case .rb, .rtc:
            if stack.has(.ruby) { generateImpliedEndTags() }
            insertElement()
        case .rp, .rt:
            if stack.has(.ruby) { generateImpliedEndTags(except: .rtc) }
            insertElement()
        case .selectedcontent:
            reconstructFormatting()
            selectedContents.append(insertElement())
        case .math: startForeign(.math)
        case .svg: startForeign(.svg)
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
        default:
            reconstructFormatting()
            insertElement()
        }
    }

    /// Closes an open paragraph.
    @inline(__always)
    mutating func closeParagraph() {
        if stack.has(.p, in: .button) { closeOpenParagraph() }
    }

    mutating func closeOpenParagraph() {
        generateImpliedEndTags(except: .p)
        popUntil(.p)
    }

    /// Whether the tag's `type` is this word.
    func hasType(_ word: StaticString) -> Bool {
        guard let value = tokenValue(.type) else { return false }
        return equals(value, word)
    }

    /// The value of one of the token's attributes.
    func tokenValue(_ name: AttributeName) -> ByteRange? {
        tokenizer.attributes[tokenizer.tokenAttributes].first { $0.known == name }?.value
    }

    /// Whether the bytes are the word, which is in lower case, whatever their case.
    func equals(_ range: ByteRange, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count {
            if ByteScan.lowercased(byte(at: range.start + UInt32(offset))) != word.utf8Start[offset] { return false }
        }
        return true
    }

    private mutating func startAnchor() {
        if let index = formatting.last(.a) {
            let node = formatting[index].node
            adopt(.a)
            if let index = formatting.index(of: node) { removeFormatting(at: index) }
            if tree[node].isOpen, let index = stack.index(of: node, name: tree[node].name) {
                stack.remove(at: index)
                tree[node].isOpen = false
            }
        }
        reconstructFormatting()
        addFormatting(insertElement())
    }

    private mutating func startItem(_ first: Tag, _ second: Tag) {
        framesetIsAllowed = false
        let index = max(stack.highest(first), stack.highest(second))
        if index >= 0, index >= Int(stack[stack.count - 1].itemBarrier) {
            let tag = stack[index].tag
            generateImpliedEndTags(except: tag)
            popUntil(index: index)
        }
        closeParagraph()
        insertElement()
    }

    private mutating func startForm() {
        let isInTemplate = stack.highest(.template) >= 0
        if form >= 0, !isInTemplate { return }
        closeParagraph()
        let node = insertElement()
        if !isInTemplate { form = node }
    }

    private mutating func startSelect() {
        if context?.isHTML(.select) == true { return }
        if stack.has(.select) { return popUntil(.select) }
        reconstructFormatting()
        insertElement()
        framesetIsAllowed = false
    }

    // MARK: - The root, the body and the frameset again

    private mutating func mergeIntoRoot() {
        if stack.highest(.template) >= 0 || stack.isEmpty { return }
        mergeAttributes(into: stack[0].node)
    }

    private mutating func mergeIntoBody() {
        guard stack.count > 1, stack[1].isHTML(.body), stack.highest(.template) < 0 else { return }
        framesetIsAllowed = false
        mergeAttributes(into: stack[1].node)
    }

    private mutating func startFrameset() {
        guard stack.count > 1, stack[1].isHTML(.body), framesetIsAllowed else { return }
        tree.detach(stack[1].node)
        while stack.count > 1 { pop() }
        insertElement()
        mode = .inFrameset
    }
}

extension Tokenizer {
    /// Makes the tag one of another name.
    mutating func rename(to tag: Tag) {
        token.tag = tag
        token.name = Int32(tag.rawValue)
    }
}
