// SPDX-License-Identifier: Apache-2.0

/// Fills the `selectedcontent` elements of the page: each shows what the chosen option of its `select` holds.
///
/// The standard does so whenever an option is closed; what the last time gives is made here once, at the end.
extension TreeBuilder {
    mutating func fillSelectedContents() {
        var seen: Set<Int32> = []
        for holder in selectedContents {
            guard let select = ancestor(.select, of: holder), seen.insert(select).inserted,
                attribute(.multiple, of: select) == nil, let option = chosenOption(of: select),
                !isInside(option, holder)
            else { continue }
            while tree[holder].first >= 0 { tree.detach(tree[holder].first) }
            copyChildren(of: option, to: holder)
        }
    }

    private func ancestor(_ tag: Tag, of node: Int32) -> Int32? {
        var current = tree[node].parent
        while current >= 0, !tree[current].isHTML(tag) { current = tree[current].parent }
        return current >= 0 ? current : nil
    }

    private func isInside(_ root: Int32, _ node: Int32) -> Bool {
        var current = node
        while current >= 0, current != root { current = tree[current].parent }
        return current == root
    }

    private func attribute(_ name: AttributeName, of node: Int32) -> Attribute? {
        tokenizer.attributes[tree[node].content.range].first { $0.known == name }
    }

    /// The last option that says it is selected, otherwise the first that can be.
    private func chosenOption(of select: Int32) -> Int32? {
        var selected: Int32?
        var first: Int32?
        var current = select
        while let next = following(current, in: select) {
            current = next
            guard tree[current].kind == .element, tree[current].isHTML(.option),
                ancestor(.select, of: current) == select
            else { continue }
            if attribute(.selected, of: current) != nil { selected = current }
            if first == nil, attribute(.disabled, of: current) == nil { first = current }
        }
        return selected ?? first
    }

    /// The next node in document order inside `root`.
    private func following(_ node: Int32, in root: Int32) -> Int32? {
        if tree[node].first >= 0 { return tree[node].first }
        var current = node
        while current != root {
            if tree[current].next >= 0 { return tree[current].next }
            current = tree[current].parent
        }
        return nil
    }

    private mutating func copyChildren(of source: Int32, to target: Int32) {
        var copies: [Int32: Int32] = [source: target]
        var current = source
        while let next = following(current, in: source) {
            current = next
            var copy = tree[current]
            let parent = copies[copy.parent] ?? target
            (copy.parent, copy.first, copy.last, copy.previous, copy.next) = (-1, -1, -1, -1, -1)
            let index = tree.add(copy)
            tree.append(index, to: parent)
            copies[current] = index
            // Where one select stands in an option of another, copies hold copies.
            checkSize()
            if excess != nil { return }
        }
    }
}
