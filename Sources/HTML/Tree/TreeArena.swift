// SPDX-License-Identifier: Apache-2.0

/// The nodes of a tree that is being built, linked by their places in one array.
struct TreeArena {
    struct Node {
        var kind: HTML.Node.Kind
        var namespace = Namespace.html
        var tag = Tag.other
        /// Whether it stands on the stack of open elements.
        var isOpen = false
        /// Whether it stands in the list of active formatting elements.
        var isListed = false
        /// Whether HTML may stand in this element of a drawing or formula.
        var integration = Integration.none
        /// The number of the name as the tokenizer read it.
        var name: Int32 = 0
        var parent: Int32 = -1
        var first: Int32 = -1
        var last: Int32 = -1
        var previous: Int32 = -1
        var next: Int32 = -1
        /// The bytes of a text or comment, or the places of an element's attributes.
        var content = ByteRange.empty
        var start = ByteRange.empty
        /// The bytes of an element's end tag; for a text that was copied, `end` is the end of its room.
        var end = ByteRange.empty

        var isHTML: Bool { namespace == .html }

        func isHTML(_ wanted: Tag) -> Bool { tag == wanted && namespace == .html }
    }

    /// What an element of a drawing or formula lets stand inside (13.2.6.5).
    enum Integration: UInt8 {
        case none
        /// A MathML text integration point.
        case text
        /// An HTML integration point.
        case html
        /// `annotation-xml`, where only a drawing may begin.
        case annotation
    }

    /// A place for a node: before a child, or behind all if that is -1.
    struct Place {
        var parent: Int32
        var before: Int32 = -1
    }

    private(set) var nodes: [Node] = []

    static let document: Int32 = 0

    init() { nodes.append(Node(kind: .document)) }

    @inline(__always)
    subscript(_ index: Int32) -> Node {
        get { nodes[Int(index)] }
        _modify { yield &nodes[Int(index)] }
    }

    var count: Int { nodes.count }

    mutating func reserve(_ count: Int) { nodes.reserveCapacity(count) }

    @inline(__always)
    mutating func add(_ node: Node) -> Int32 {
        nodes.append(node)
        return Int32(truncatingIfNeeded: nodes.count - 1)
    }

    /// Puts a node that has no parent at a place.
    @inline(__always)
    mutating func insert(_ index: Int32, at place: Place) {
        let previous = place.before < 0 ? self[place.parent].last : self[place.before].previous
        self[index].parent = place.parent
        self[index].previous = previous
        self[index].next = place.before
        if previous < 0 { self[place.parent].first = index } else { self[previous].next = index }
        if place.before < 0 { self[place.parent].last = index } else { self[place.before].previous = index }
    }

    mutating func append(_ index: Int32, to parent: Int32) { insert(index, at: Place(parent: parent)) }

    /// Takes a node out of its parent.
    mutating func detach(_ index: Int32) {
        let node = self[index]
        guard node.parent >= 0 else { return }
        if node.previous < 0 { self[node.parent].first = node.next } else { self[node.previous].next = node.next }
        if node.next < 0 { self[node.parent].last = node.previous } else { self[node.next].previous = node.previous }
        self[index].parent = -1
        self[index].previous = -1
        self[index].next = -1
    }

    /// Moves all children of a node behind those of another.
    mutating func moveChildren(of source: Int32, to target: Int32) {
        var child = self[source].first
        while child >= 0 {
            let next = self[child].next
            detach(child)
            append(child, to: target)
            child = next
        }
    }
}
