// SPDX-License-Identifier: Apache-2.0

/// A parsed page: all nodes in one array in the order of the document.
///
/// A node's descendants are the nodes directly behind it up to `end`, so every walk is a loop over indices and none is
/// a recursion.
package struct HTMLTree: Sendable {
    /// An attribute that the extraction looks at; names are in lower case.
    package struct Attribute: Hashable, Sendable {
        package var name: String
        package var value: String
    }

    /// An element or a run of text.
    package struct Node: Sendable {
        /// The element's kind; `nil` for text.
        package var tag: HTMLTag?
        /// The text; empty for elements.
        package var text: String
        /// The index of the parent; -1 for the root.
        package var parent: Int
        /// The first index after the node's descendants.
        package var end: Int
        /// The element's attributes as a range of `HTMLTree.attributes`.
        package var attributes: Range<Int>
    }

    /// The nodes; the root `html` element is the first.
    package var nodes: [Node] = []
    /// The attributes of all nodes.
    package var attributes: [Attribute] = []

    package init() {}

    /// The value of an attribute of the node at `index`.
    package func attribute(_ name: String, of index: Int) -> String? {
        for position in nodes[index].attributes where attributes[position].name == name {
            return attributes[position].value
        }
        return nil
    }

    /// The indices of a node's descendants.
    package func descendants(of index: Int) -> Range<Int> { index + 1..<nodes[index].end }

    /// Whether `index` is `ancestor` or lies below it.
    package func contains(_ ancestor: Int, _ index: Int) -> Bool {
        index >= ancestor && index < nodes[ancestor].end
    }

    /// The indices of a node's children.
    package func children(of index: Int) -> [Int] {
        var result: [Int] = []
        var child = index + 1
        while child < nodes[index].end {
            result.append(child)
            child = nodes[child].end
        }
        return result
    }

    /// The first descendant with this tag.
    package func first(_ tag: HTMLTag, in index: Int = 0) -> Int? {
        guard !nodes.isEmpty else { return nil }
        return descendants(of: index).first { nodes[$0].tag == tag }
    }

    /// All text below a node, white space folded; scripts and styles are left out.
    package func text(of index: Int) -> String {
        var raw = ""
        var position = index
        while position < nodes[index].end {
            if let tag = nodes[position].tag {
                if tag.isInvisible, position != index {
                    position = nodes[position].end
                    continue
                }
                if !tag.isInline { raw += " " }
            } else {
                raw += nodes[position].text
            }
            position += 1
        }
        return WhiteSpace.folded(raw)
    }

    /// The text directly inside an element as it is, such as a script's.
    package func rawText(of index: Int) -> String {
        descendants(of: index).lazy.filter { nodes[$0].tag == nil }.map { nodes[$0].text }.joined()
    }
}
