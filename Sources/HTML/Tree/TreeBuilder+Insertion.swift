// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    // MARK: - Places (13.2.6.1)

    /// The appropriate place for inserting a node.
    @inline(__always)
    func place(in override: Int32? = nil) -> TreeArena.Place {
        let target = override ?? stack.current
        if fosters, tree[target].isHTML, tree[target].tag.classes.contains(.fosters) { return fosterPlace() }
        return TreeArena.Place(parent: inside(target))
    }

    /// The node that holds an element's children: for a template its contents.
    @inline(__always)
    func inside(_ node: Int32) -> Int32 {
        tree[node].isHTML(.template) ? tree[node].first : node
    }

    private func fosterPlace() -> TreeArena.Place {
        let template = stack.highest(.template)
        let table = stack.highest(.table)
        if template >= 0, template > table { return TreeArena.Place(parent: inside(stack[template].node)) }
        guard table >= 0 else { return TreeArena.Place(parent: stack[0].node) }
        let node = stack[table].node
        if tree[node].parent >= 0 { return TreeArena.Place(parent: tree[node].parent, before: node) }
        return TreeArena.Place(parent: inside(stack[table - 1].node))
    }

    // MARK: - Elements

    /// Makes an element of the start tag.
    mutating func makeElement(namespace: Namespace = .html) -> Int32 {
        let token = token
        var node = TreeArena.Node(kind: .element)
        node.namespace = namespace
        node.tag = token.tag
        node.name = token.name
        node.content = tokenizer.keepAttributes()
        node.start = ByteRange(token.start, token.end)
        return tree.add(node)
    }

    /// Inserts an element for the start tag and opens it.
    @discardableResult
    @inline(__always)
    mutating func insertElement() -> Int32 {
        let node = makeElement()
        open(node, at: place())
        return node
    }

    /// Inserts an element that can have no contents.
    mutating func insertVoid() {
        let node = makeElement()
        tree.insert(node, at: place())
        checkSize()
    }

    /// Inserts an element that nobody wrote, at the place of the token, and opens it.
    @discardableResult
    mutating func insertImplied(_ tag: Tag) -> Int32 {
        var node = TreeArena.Node(kind: .element)
        node.tag = tag
        node.name = Int32(tag.rawValue)
        node.start = ByteRange(token.start, token.start)
        let index = tree.add(node)
        open(index, at: place())
        return index
    }

    @inline(__always)
    mutating func open(_ node: Int32, at place: TreeArena.Place) {
        tree.insert(node, at: place)
        push(node)
        checkSize()
    }

    @inline(__always)
    mutating func push(_ node: Int32) {
        tree[node].isOpen = true
        stack.push(node, tag: tree[node].tag, namespace: tree[node].namespace, name: tree[node].name)
    }

    @inline(__always)
    func checkedExcess() -> Bool { stack.count > limits.depth || tree.count > limits.nodes }

    @inline(__always)
    mutating func checkSize() {
        if stack.count > limits.depth || tree.count > limits.nodes { noteExcess() }
    }

    @inline(never)
    private mutating func noteExcess() {
        guard excess == nil else { return }
        excess =
            stack.count > limits.depth
            ? .tooDeep(limit: limits.depth, byte: token.start) : .tooManyNodes(limit: limits.nodes, byte: token.start)
    }

    // MARK: - Closing

    @inline(__always)
    mutating func pop() {
        let node = stack.pop()
        tree[node].isOpen = false
    }

    /// Closes the current node by the end tag.
    @inline(__always)
    mutating func popByEndTag() {
        let node = stack.pop()
        tree[node].isOpen = false
        if token.kind == .endTag { tree[node].end = ByteRange(token.start, token.end) }
    }

    /// Closes elements down to the highest one of the name; the end tag is that one's.
    mutating func popUntil(_ tag: Tag) {
        popUntil(index: stack.highest(tag))
    }

    /// Closes elements down to the entry at `index`, it included.
    mutating func popUntil(index: Int) {
        guard index >= 0 else { return }
        while stack.count > index + 1 { pop() }
        let isOwn = token.kind == .endTag && token.name == stack[index].key / 2
        if isOwn { popByEndTag() } else { pop() }
    }

    @inline(__always)
    mutating func generateImpliedEndTags(except tag: Tag = .other) {
        while let last = stack.entries.last, last.namespace == .html, last.classes.contains(.impliedEnd),
            last.tag != tag
        {
            pop()
        }
    }

    mutating func generateImpliedEndTagsThoroughly() {
        while let last = stack.entries.last, last.namespace == .html, last.classes.contains(.impliedEndThoroughly) {
            pop()
        }
    }

    // MARK: - Comments

    mutating func insertComment(into parent: Int32? = nil) {
        var node = TreeArena.Node(kind: .comment)
        node.content = token.content
        node.start = ByteRange(token.start, token.end)
        let index = tree.add(node)
        tree.insert(index, at: parent.map { TreeArena.Place(parent: $0) } ?? place())
        checkSize()
    }

    // MARK: - Text

    /// Inserts the token's text.
    @inline(__always)
    mutating func insertText() {
        insertText(token.content, start: token.start, end: token.end)
    }

    mutating func insertText(_ content: ByteRange, start: Int, end: Int) {
        let place = place()
        if place.parent == TreeArena.document || content.isEmpty { return }
        let previous = place.before < 0 ? tree[place.parent].last : tree[place.before].previous
        if previous >= 0, tree[previous].kind == .text { return extend(previous, with: content, end: end) }
        var node = TreeArena.Node(kind: .text)
        node.content = content
        node.start = ByteRange(start, end)
        tree.insert(tree.add(node), at: place)
        checkSize()
    }

    /// Joins a text to a text node; grows the room of copied text by doubling.
    private mutating func extend(_ node: Int32, with content: ByteRange, end: Int) {
        let old = tree[node].content
        tree[node].start.end = max(tree[node].start.end, UInt32(end))
        let isAdjacent = old.end == content.start && old.end != UInt32(tokenizer.count)
        if isAdjacent {
            tree[node].content.end = content.end
            return
        }
        let length = old.count + content.count
        var start = Int(old.start)
        if Int(tree[node].end.end) - start < length {
            start = tokenizer.count + tokenizer.decoded.count
            let room = length * 2
            tokenizer.copy(old)
            tokenizer.decoded.append(contentsOf: repeatElement(0, count: room - old.count))
            tree[node].end = ByteRange(0, start + room)
        }
        tokenizer.copy(content, to: start + old.count)
        tree[node].content = ByteRange(start, start + length)
    }
}

extension Tokenizer {
    /// Appends bytes that may stand in the source or behind it.
    mutating func copy(_ range: ByteRange) {
        if Int(range.start) < count {
            decoded.append(contentsOf: UnsafeBufferPointer(start: base + Int(range.start), count: range.count))
        } else {
            for index in range.range { decoded.append(decoded[index - count]) }
        }
    }

    /// Writes bytes over decoded ones.
    mutating func copy(_ range: ByteRange, to target: Int) {
        var place = target - count
        for index in range.range {
            decoded[place] = index < count ? base[index] : decoded[index - count]
            place += 1
        }
    }
}
