// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    /// In frameset (13.2.6.4.20).
    mutating func inFrameset() {
        switch token.kind {
        case .text: insertOnlySpace()
        case .comment: insertComment()
        case .startTag:
            switch token.tag {
            case .html: inBody()
            case .frameset: insertElement()
            case .frame: insertVoid()
            case .noframes: inHead()
            default: break
            }
        case .endTag:
            guard token.tag == .frameset, stack.count > 1 else { return }
            popByEndTag()
            if context == nil, stack.currentTag != .frameset { mode = .afterFrameset }
        case .null, .doctype, .end: break
        }
    }

    /// After frameset (13.2.6.4.21).
    mutating func afterFrameset() {
        switch token.kind {
        case .text: insertOnlySpace()
        case .comment: insertComment()
        case .startTag:
            if token.tag == .html { inBody() }
            if token.tag == .noframes { inHead() }
        case .endTag: if token.tag == .html { mode = .afterAfterFrameset }
        case .null, .doctype, .end: break
        }
    }

    /// After after frameset (13.2.6.4.23).
    mutating func afterAfterFrameset() {
        switch token.kind {
        case .comment: insertComment(into: TreeArena.document)
        case .text:
            let whole = token
            eachSpace { builder in builder.inBody() }
            tokenizer.token = whole
        case .startTag:
            if token.tag == .html { inBody() }
            if token.tag == .noframes { inHead() }
        case .doctype: inBody()
        case .endTag, .null, .end: break
        }
    }

    /// Inserts the white space in a text and nothing else of it.
    mutating func insertOnlySpace() {
        let whole = token
        eachSpace { builder in builder.insertText() }
        tokenizer.token = whole
    }

    /// Gives every run of white space in the token's text as a text of its own.
    private mutating func eachSpace(_ use: (inout TreeBuilder) -> Void) {
        let whole = token.content
        var index = whole.start
        while index < whole.end {
            let length = leadingSpace(ByteRange(Int(index), Int(whole.end)))
            if length > 0 {
                tokenizer.token.content = ByteRange(Int(index), Int(index) + length)
                use(&self)
                index += UInt32(length)
            } else {
                index += 1
            }
        }
    }
}
