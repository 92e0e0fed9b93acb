// SPDX-License-Identifier: Apache-2.0

extension TreeBuilder {
    // MARK: - The list (13.2.4.3)

    /// Adds an element, and takes the earliest out if there are three like it already.
    mutating func addFormatting(_ node: Int32) {
        let tag = tree[node].tag
        var like = 0
        var earliest = -1
        var index = formatting.count - 1
        while index >= 0, formatting[index].node >= 0 {
            if formatting[index].tag == tag, hasSameAttributes(formatting[index].node, node) {
                like += 1
                earliest = index
            }
            index -= 1
        }
        if like >= 3 { removeFormatting(at: earliest) }
        formatting.append(node, tag: tag)
        tree[node].isListed = true
    }

    private func hasSameAttributes(_ first: Int32, _ second: Int32) -> Bool {
        let left = tree[first].content
        let right = tree[second].content
        if left.count != right.count { return false }
        return left == right
            || left.range.allSatisfy { place in
                let attribute = tokenizer.attributes[place]
                return right.range.contains {
                    let other = tokenizer.attributes[$0]
                    return other.name == attribute.name && isSame(other.value, attribute.value)
                }
            }
    }

    private func isSame(_ left: ByteRange, _ right: ByteRange) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<UInt32(left.count) where byte(at: left.start + offset) != byte(at: right.start + offset) {
            return false
        }
        return true
    }

    mutating func removeFormatting(at index: Int) {
        tree[formatting[index].node].isListed = false
        formatting.remove(at: index)
    }

    mutating func clearFormattingToMarker() {
        while let entry = formatting.removeLast(), entry.node >= 0 { tree[entry.node].isListed = false }
    }

    /// Opens formatting again that a block has closed.
    @inline(__always)
    mutating func reconstructFormatting() {
        guard let last = formatting.entries.last, last.node >= 0, !tree[last.node].isOpen else { return }
        reopenFormatting()
    }

    private mutating func reopenFormatting() {
        var index = formatting.count - 1
        while index > 0, formatting[index - 1].node >= 0, !tree[formatting[index - 1].node].isOpen { index -= 1 }
        while index < formatting.count, excess == nil {
            let copy = copyElement(formatting[index].node)
            open(copy, at: place())
            replaceFormatting(at: index, with: copy)
            index += 1
        }
    }

    private mutating func replaceFormatting(at index: Int, with node: Int32) {
        tree[formatting[index].node].isListed = false
        tree[node].isListed = true
        formatting[index].node = node
    }

    /// Makes an element of the same tag again.
    private mutating func copyElement(_ node: Int32) -> Int32 {
        var copy = TreeArena.Node(kind: .element)
        copy.tag = tree[node].tag
        copy.name = tree[node].name
        copy.content = tree[node].content
        copy.start = tree[node].start
        return tree.add(copy)
    }

    // MARK: - The adoption agency algorithm (13.2.6.4.7)

    /// Closes formatting that may be misnested.
    mutating func adopt(_ subject: Tag) {
        if let current = stack.entries.last, current.isHTML(subject), !tree[current.node].isListed {
            return popByEndTag()
        }
        for _ in 0..<8 {
            guard excess == nil else { return }
            guard let listIndex = formatting.last(subject) else { return endAny() }
            let element = formatting[listIndex].node
            guard tree[element].isOpen, let index = stack.index(of: element, name: tree[element].name) else {
                return removeFormatting(at: listIndex)
            }
            guard stack.isInScope(index) else { return }
            guard let furthest = furthestBlock(above: index) else {
                popUntil(index: index)
                return removeFormatting(at: listIndex)
            }
            adopt(element, at: index, listedAt: listIndex, furthest: furthest)
        }
    }

    /// The lowest special entry above.
    private func furthestBlock(above index: Int) -> Int? {
        guard stack.count > index + 1, Int(stack[stack.count - 1].special) > index else { return nil }
        return (index + 1..<stack.count).first { stack[$0].classes.contains(.special) }
    }

    private mutating func adopt(_ element: Int32, at index: Int, listedAt listIndex: Int, furthest: Int) {
        let block = stack[furthest].node
        let ancestor = stack[index - 1].node
        var bookmark = listIndex
        var lastNode = block
        var position = furthest
        var counter = 0
        while true {
            counter += 1
            position -= 1
            let node = stack[position].node
            if node == element { break }
            var listed = tree[node].isListed ? formatting.index(of: node) : nil
            if counter > 3, let place = listed {
                removeFormatting(at: place)
                if place < bookmark { bookmark -= 1 }
                listed = nil
            }
            guard let place = listed else {
                stack.remove(at: position)
                tree[node].isOpen = false
                continue
            }
            let copy = copyElement(node)
            replaceFormatting(at: place, with: copy)
            stack.replace(at: position, with: copy)
            tree[node].isOpen = false
            tree[copy].isOpen = true
            if lastNode == block { bookmark = place + 1 }
            tree.detach(lastNode)
            tree.append(lastNode, to: copy)
            lastNode = copy
        }
        tree.detach(lastNode)
        tree.insert(lastNode, at: place(in: ancestor))
        let copy = copyElement(element)
        let holder = inside(block)
        tree.moveChildren(of: holder, to: copy)
        tree.append(copy, to: holder)
        finish(element, copy: copy, bookmark: bookmark, under: block)
        checkSize()
    }

    /// Puts the copy in the element's place in the list and above the block on the stack.
    private mutating func finish(_ element: Int32, copy: Int32, bookmark: Int, under block: Int32) {
        var bookmark = bookmark
        let tag = tree[element].tag
        if let old = formatting.index(of: element) {
            removeFormatting(at: old)
            if old < bookmark { bookmark -= 1 }
        }
        formatting.insert(copy, tag: tag, at: min(bookmark, formatting.count))
        tree[copy].isListed = true
        if let index = stack.index(of: element, name: tree[element].name) {
            stack.remove(at: index)
            tree[element].isOpen = false
            if token.kind == .endTag { tree[element].end = ByteRange(token.start, token.end) }
        }
        if let index = stack.index(of: block, name: tree[block].name, isHTML: tree[block].isHTML) {
            stack.insert((copy, tag, tree[copy].name), above: index)
            tree[copy].isOpen = true
        }
    }
}
