// SPDX-License-Identifier: Apache-2.0

/// Builds the tree of the tokens (13.2.6).
struct TreeBuilder {
    enum Mode: UInt8 {
        case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable, inTableText
        case inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody
        case inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
    }

    /// How much of a page's layout follows browsers from before the standards.
    enum Quirks { case none, limited, full }

    var tokenizer: Tokenizer
    var tree = TreeArena()
    var stack = OpenElements()
    var formatting = FormattingElements()
    var mode = Mode.initial
    /// Where `text` and `inTableText` go back to.
    var originalMode = Mode.initial
    var templateModes: [Mode] = []
    var quirks = Quirks.none
    /// What the document types say, by the number that their nodes have.
    var doctypes: [DoctypeToken] = []
    var head: Int32 = -1
    var form: Int32 = -1
    var framesetIsAllowed = true
    var fosters = false
    /// Whether a line feed at the beginning of the next text is left out.
    var skipsLineFeed = false
    /// The texts in a table whose place is not known yet.
    var tableTexts: [(kind: Token.Kind, content: ByteRange, start: Int, end: Int)] = []
    /// The element whose contents are parsed, where it is not a whole document.
    var context: Context?
    var lateAttributes = LateAttributes()
    /// Elements that will show an option.
    var selectedContents: [Int32] = []
    let scripting: Bool
    let limits: ParserLimits
    let adjustments = ForeignAdjustments.shared
    var excess: HTMLError?

    struct Context {
        var namespace: Namespace
        var tag: Tag
        var integration: TreeArena.Integration

        func isHTML(_ wanted: Tag) -> Bool { tag == wanted && namespace == .html }
    }

    init(_ base: UnsafePointer<UInt8>, count: Int, options: ParserOptions) {
        tokenizer = Tokenizer(
            base, count: count, reportsErrors: options.reportsErrors, attributeLimit: options.limits.attributes)
        scripting = options.scripting
        limits = options.limits
        tree.reserve(count / 24 + 16)
    }

    /// Reads all tokens.
    mutating func run() throws(HTMLError) {
        while true {
            tokenizer.allowsCDATA = !stack.isEmpty && adjustedNamespace != .html
            tokenizer.next()
            process()
            if let excess = tokenizer.excess ?? excess { throw excess }
            if tokenizer.token.kind == .end { break }
        }
        placeLateAttributes()
        fillSelectedContents()
        if let excess { throw excess }
    }

    // MARK: - Dispatch

    var token: Token {
        @inline(__always) get { tokenizer.token }
    }

    /// The namespace of the current node, which for the contents of an element is that element at first.
    var adjustedNamespace: Namespace {
        if stack.count == 1, let context { return context.namespace }
        return stack.isEmpty ? .html : stack[stack.count - 1].namespace
    }

    private mutating func process() {
        if skipsLineFeed {
            skipsLineFeed = false
            if token.kind == .text, byte(at: token.content.start) == 0x0A {
                tokenizer.token.content.start += 1
                if token.content.isEmpty { return }
            }
        }
        if stack.isEmpty || (stack.currentIsHTML && context == nil) || belongsToHTML() {
            processInHTML()
        } else {
            processInForeign()
        }
    }

    /// Whether the token follows the rules of HTML although a drawing or formula is open.
    private func belongsToHTML() -> Bool {
        guard adjustedNamespace != .html else { return true }
        let integration =
            stack.count == 1 && context != nil
            ? context?.integration ?? .none : tree[stack.current].integration
        switch token.kind {
        case .end: return true
        case .startTag:
            switch integration {
            case .none: return false
            case .html: return true
            case .text: return token.tag != .mglyph && token.tag != .malignmark
            case .annotation: return token.tag == .svg
            }
        case .text, .null: return integration == .html || integration == .text
        default: return false
        }
    }

    @inline(__always)
    mutating func processInHTML() { process(in: mode) }

    mutating func process(in mode: Mode) {
        switch mode {
        case .inBody: inBody()
        case .text: inText()
        case .initial: initial()
        case .beforeHTML: beforeHTML()
        case .beforeHead: beforeHead()
        case .inHead: inHead()
        case .inHeadNoscript: inHeadNoscript()
        case .afterHead: afterHead()
        case .inTable: inTable()
        case .inTableText: inTableText()
        case .inCaption: inCaption()
        case .inColumnGroup: inColumnGroup()
        case .inTableBody: inTableBody()
        case .inRow: inRow()
        case .inCell: inCell()
        case .inTemplate: inTemplate()
        case .afterBody: afterBody()
        case .inFrameset: inFrameset()
        case .afterFrameset: afterFrameset()
        case .afterAfterBody: afterAfterBody()
        case .afterAfterFrameset: afterAfterFrameset()
        }
    }

    /// Processes the token again in another mode.
    @inline(__always)
    mutating func reprocess(in mode: Mode) {
        self.mode = mode
        process(in: mode)
    }

    // MARK: - Bytes

    @inline(__always)
    func byte(at offset: UInt32) -> UInt8 {
        let index = Int(offset)
        return index < tokenizer.count ? tokenizer.base[index] : tokenizer.decoded[index - tokenizer.count]
    }

    /// How many bytes of white space the range begins with.
    func leadingSpace(_ range: ByteRange) -> Int {
        var offset = range.start
        while offset < range.end, ByteScan.isSpace(byte(at: offset)) { offset += 1 }
        return Int(offset - range.start)
    }

    func isSpace(_ range: ByteRange) -> Bool { leadingSpace(range) == range.count }

    /// Cuts white space off the front of a text token and hands it over; `false` if nothing is left of it.
    ///
    /// A token of another kind is left as it is.
    mutating func splitSpace(_ use: (inout TreeBuilder) -> Void = { _ in }) -> Bool {
        guard token.kind == .text else { return true }
        let length = leadingSpace(token.content)
        if length == 0 { return true }
        let whole = token
        let middle = whole.content.start + UInt32(length)
        var place = whole.start
        if middle < whole.content.end {
            while place < whole.end, ByteScan.isSpace(tokenizer.base[place]) { place += 1 }
        } else {
            place = whole.end
        }
        tokenizer.token.content.end = middle
        tokenizer.token.end = place
        use(&self)
        guard middle < whole.content.end else { return false }
        tokenizer.token = whole
        tokenizer.token.content.start = middle
        tokenizer.token.start = place
        return true
    }
}
