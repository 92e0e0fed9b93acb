// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    // MARK: - Templates (13.2.6.4.4, 13.2.6.4.18)

    mutating func startTemplate() {
        let node = makeElement()
        let contents = tree.add(TreeArena.Node(kind: .templateContents))
        tree.append(contents, to: node)
        open(node, at: place())
        formatting.addMarker()
        framesetIsAllowed = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
    }

    mutating func endTemplate() {
        guard stack.highest(.template) >= 0 else { return }
        generateImpliedEndTagsThoroughly()
        popUntil(.template)
        clearFormattingToMarker()
        _ = templateModes.popLast()
        resetMode()
    }

    mutating func inTemplate() {
        switch token.kind {
        case .text, .null, .comment, .doctype: inBody()
        case .startTag:
            switch token.tag {
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title: inHead()
            case .caption, .colgroup, .tbody, .tfoot, .thead: becomeTemplate(.inTable)
            case .col: becomeTemplate(.inColumnGroup)
            case .tr: becomeTemplate(.inTableBody)
            case .td, .th: becomeTemplate(.inRow)
            default: becomeTemplate(.inBody)
            }
        case .endTag: if token.tag == .template { endTemplate() }
        case .end:
            guard stack.highest(.template) >= 0 else { return }
            popUntil(.template)
            clearFormattingToMarker()
            _ = templateModes.popLast()
            resetMode()
            processInHTML()
        }
    }

    private mutating func becomeTemplate(_ mode: Mode) {
        _ = templateModes.popLast()
        templateModes.append(mode)
        reprocess(in: mode)
    }

    // MARK: - Resetting the insertion mode (13.2.4.1)

    mutating func resetMode() {
        var index = stack.count - 1
        while index >= 0 {
            let isLast = index == 0
            var tag = stack[index].namespace == .html ? stack[index].tag : .other
            if isLast, let context { tag = context.namespace == .html ? context.tag : .other }
            if let found = mode(for: tag, isLast: isLast) {
                mode = found
                return
            }
            if isLast { break }
            index -= 1
        }
        mode = .inBody
    }

    private func mode(for tag: Tag, isLast: Bool) -> Mode? {
        switch tag {
        case .td, .th: return isLast ? nil : .inCell
        case .tr: return .inRow
        case .tbody, .thead, .tfoot: return .inTableBody
        case .caption: return .inCaption
        case .colgroup: return .inColumnGroup
        case .table: return .inTable
        case .template: return templateModes.last ?? .inBody
        case .head: return isLast ? nil : .inHead
        case .body: return .inBody
        case .frameset: return .inFrameset
        case .html: return head < 0 ? .beforeHead : .afterHead
        default: return nil
        }
    }
}
