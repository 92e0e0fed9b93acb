// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// Takes what a builder has made, its nodes in document order.
    ///
    /// Nothing of the source is looked at any more; the builder loses its attributes.
    mutating func take(_ builder: inout TreeBuilder, isFragment: Bool, keepsComments: Bool) {
        if !builder.tokenizer.decoded.isEmpty {
            var joined: [UInt8] = []
            joined.reserveCapacity(bytes.count + builder.tokenizer.decoded.count)
            joined += bytes
            joined += builder.tokenizer.decoded
            bytes = joined
        }
        // Moved and not copied.
        swap(&attributes, &builder.tokenizer.attributes)
        attributes.removeSubrange(builder.tokenizer.attributeStart...)
        errors = builder.tokenizer.errors
        tagNames = builder.tokenizer.tagNames
        attributeNames = builder.tokenizer.attributeNames
        switch builder.quirks {
        case .none: quirks = .none
        case .limited: quirks = .limited
        case .full: quirks = .full
        }
        doctypes = builder.doctypes.map { doctype in
            func string(_ range: ByteRange?) -> String? { range.map { text($0) } }
            return Doctype(
                name: string(doctype.name) ?? "", publicID: string(doctype.publicID),
                systemID: string(doctype.systemID))
        }
        order(builder, isFragment: isFragment, keepsComments: keepsComments)
    }

    private mutating func order(_ builder: TreeBuilder, isFragment: Bool, keepsComments: Bool) {
        let tree = builder.tree
        nodes.reserveCapacity(tree.count)
        nodes.append(Self.node(tree[TreeArena.document], parent: -1, names: builder.adjustments))
        // The places of the open nodes here, and the node to go on with there.
        var open: [Int32] = [0]
        var following: [Int32] = []
        var current = tree[TreeArena.document].first
        if isFragment, current >= 0 { current = tree[current].first }
        while true {
            while current >= 0 {
                let node = tree[current]
                if node.kind == .comment, !keepsComments {
                    current = node.next
                    continue
                }
                let place = Int32(truncatingIfNeeded: nodes.count)
                nodes.append(Self.node(node, parent: open[open.count - 1], names: builder.adjustments))
                if node.first >= 0 {
                    open.append(place)
                    following.append(node.next)
                    current = node.first
                } else {
                    nodes[Int(place)].endIndex = place + 1
                    current = node.next
                }
            }
            nodes[Int(open.removeLast())].endIndex = Int32(truncatingIfNeeded: nodes.count)
            guard let next = following.popLast() else { return }
            current = next
        }
    }

    private static func node(_ node: TreeArena.Node, parent: Int32, names: ForeignAdjustments) -> Node {
        var tag = node.tag
        var name = node.name
        if node.namespace != .html {
            if tag != .svg, tag != .math { tag = .other }
            if node.namespace == .svg { name = names.element(name) }
        }
        return Node(
            kind: node.kind, namespace: node.namespace, storedTag: tag, name: name, parentIndex: parent, endIndex: 0,
            content: node.content, startBytes: node.start, endBytes: node.end)
    }
}
