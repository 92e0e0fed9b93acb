// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    // MARK: - In table (13.2.6.4.9, 13.2.6.4.10)

    mutating func inTable() {
        switch token.kind {
        case .text, .null:
            switch stack.currentTag {
            case .table, .tbody, .template, .tfoot, .thead, .tr:
                tableTexts.removeAll(keepingCapacity: true)
                originalMode = mode
                return reprocess(in: .inTableText)
            default: return inTableAnythingElse()
            }
        case .comment: insertComment()
        case .doctype: break
        case .startTag: inTableStart()
        case .endTag:
            switch token.tag {
            case .table:
                guard stack.has(.table, in: .table) else { return }
                popUntil(.table)
                resetMode()
            case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
            case .template: endTemplate()
            default: inTableAnythingElse()
            }
        case .end: inBody()
        }
    }

    private mutating func inTableStart() {
        switch token.tag {
        case .caption:
            clearStack(to: .table)
            formatting.addMarker()
            insertElement()
            mode = .inCaption
        case .colgroup:
            clearStack(to: .table)
            insertElement()
            mode = .inColumnGroup
        case .col:
            clearStack(to: .table)
            insertImplied(.colgroup)
            reprocess(in: .inColumnGroup)
        case .tbody, .tfoot, .thead:
            clearStack(to: .table)
            insertElement()
            mode = .inTableBody
        case .td, .th, .tr:
            clearStack(to: .table)
            insertImplied(.tbody)
            reprocess(in: .inTableBody)
        case .table:
            guard stack.has(.table, in: .table) else { return }
            popUntil(.table)
            resetMode()
            processInHTML()
        case .style, .script, .template: inHead()
        case .input where hasType("hidden"): insertVoid()
        case .form:
            guard stack.highest(.template) < 0, form < 0 else { return }
            form = insertElement()
            pop()
        default: inTableAnythingElse()
        }
    }

    private mutating func inTableAnythingElse() {
        fosters = true
        inBody()
        fosters = false
    }

    mutating func inTableText() {
        switch token.kind {
        case .text:
            tableTexts.append((.text, token.content, token.start, token.end))
            return
        case .null: return
        default: break
        }
        let texts = tableTexts
        tableTexts.removeAll(keepingCapacity: true)
        if texts.allSatisfy({ isSpace($0.content) }) {
            for text in texts { insertText(text.content, start: text.start, end: text.end) }
        } else {
            let next = token
            for text in texts {
                tokenizer.token.kind = .text
                tokenizer.token.content = text.content
                tokenizer.token.start = text.start
                tokenizer.token.end = text.end
                inTableAnythingElse()
            }
            tokenizer.token = next
        }
        reprocess(in: originalMode)
    }

    /// Closes what stands above the part of a table.
    mutating func clearStack(to first: Tag, _ second: Tag = .html, _ third: Tag = .html, _ fourth: Tag = .html) {
        while true {
            let tag = stack.currentTag
            if tag == first || tag == second || tag == third || tag == fourth || tag == .template || tag == .html {
                return
            }
            if stack.count <= 1 { return }
            pop()
        }
    }

    // MARK: - Caption and columns (13.2.6.4.11, 13.2.6.4.12)

    mutating func inCaption() {
        switch (token.kind, token.tag) {
        case (.endTag, .caption): _ = closeCaption()
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .td),
            (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
            if closeCaption() { processInHTML() }
        case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .tbody),
            (.endTag, .td), (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead), (.endTag, .tr):
            break
        default: inBody()
        }
    }

    private mutating func closeCaption() -> Bool {
        guard stack.has(.caption, in: .table) else { return false }
        generateImpliedEndTags()
        popUntil(.caption)
        clearFormattingToMarker()
        mode = .inTable
        return true
    }

    mutating func inColumnGroup() {
        switch token.kind {
        case .text:
            // In a template no table is there to take the rest.
            if stack.currentTag != .colgroup { return insertOnlySpace() }
            if !splitSpace({ $0.insertText() }) { return }
        case .comment: return insertComment()
        case .doctype: return
        case .startTag:
            switch token.tag {
            case .html: return inBody()
            case .col: return insertVoid()
            case .template: return inHead()
            default: break
            }
        case .endTag:
            switch token.tag {
            case .colgroup:
                guard stack.currentTag == .colgroup else { return }
                popByEndTag()
                mode = .inTable
                return
            case .col: return
            case .template: return endTemplate()
            default: break
            }
        case .end: return inBody()
        case .null: break
        }
        guard stack.currentTag == .colgroup else { return }
        pop()
        reprocess(in: .inTable)
    }

    // MARK: - Bodies, rows and cells (13.2.6.4.13 to 13.2.6.4.15)

    mutating func inTableBody() {
        switch (token.kind, token.tag) {
        case (.startTag, .tr):
            clearStack(to: .tbody, .tfoot, .thead)
            insertElement()
            mode = .inRow
        case (.startTag, .th), (.startTag, .td):
            clearStack(to: .tbody, .tfoot, .thead)
            insertImplied(.tr)
            reprocess(in: .inRow)
        case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
            guard stack.has(token.tag, in: .table) else { return }
            clearStack(to: .tbody, .tfoot, .thead)
            popByEndTag()
            mode = .inTable
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .tfoot),
            (.startTag, .thead), (.endTag, .table):
            guard stack.has(.tbody, in: .table) || stack.has(.thead, in: .table) || stack.has(.tfoot, in: .table) else {
                return
            }
            clearStack(to: .tbody, .tfoot, .thead)
            pop()
            reprocess(in: .inTable)
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
            (.endTag, .td), (.endTag, .th), (.endTag, .tr):
            break
        default: inTable()
        }
    }

    mutating func inRow() {
        switch (token.kind, token.tag) {
        case (.startTag, .th), (.startTag, .td):
            clearStack(to: .tr)
            insertElement()
            mode = .inCell
            formatting.addMarker()
        case (.endTag, .tr): _ = closeRow()
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .tfoot),
            (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
            if closeRow() { processInHTML() }
        case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
            guard stack.has(token.tag, in: .table), closeRow() else { return }
            processInHTML()
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
            (.endTag, .td), (.endTag, .th):
            break
        default: inTable()
        }
    }

    private mutating func closeRow() -> Bool {
        guard stack.has(.tr, in: .table) else { return false }
        clearStack(to: .tr)
        if token.kind == .endTag, token.tag == .tr { popByEndTag() } else { pop() }
        mode = .inTableBody
        return true
    }

    mutating func inCell() {
        switch (token.kind, token.tag) {
        case (.endTag, .td), (.endTag, .th):
            guard stack.has(token.tag, in: .table) else { return }
            generateImpliedEndTags()
            popUntil(token.tag)
            clearFormattingToMarker()
            mode = .inRow
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .td),
            (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr):
            guard stack.has(.td, in: .table) || stack.has(.th, in: .table) else { return }
            closeCell()
            processInHTML()
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html): break
        case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead), (.endTag, .tr):
            guard stack.has(token.tag, in: .table) else { return }
            closeCell()
            processInHTML()
        default: inBody()
        }
    }

    private mutating func closeCell() {
        generateImpliedEndTags()
        popUntil(index: max(stack.highest(.td), stack.highest(.th)))
        clearFormattingToMarker()
        mode = .inRow
    }
}
