// SPDX-License-Identifier: Apache-2.0

/// The list of active formatting elements (13.2.4.3).
struct FormattingElements {
    struct Entry {
        /// The element; -1 for a marker.
        var node: Int32
        var tag: Tag
    }

    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }

    subscript(_ index: Int) -> Entry {
        get { entries[index] }
        set { entries[index] = newValue }
    }

    mutating func addMarker() { entries.append(Entry(node: -1, tag: .other)) }
    mutating func append(_ node: Int32, tag: Tag) { entries.append(Entry(node: node, tag: tag)) }
    mutating func insert(_ node: Int32, tag: Tag, at index: Int) {
        entries.insert(Entry(node: node, tag: tag), at: index)
    }
    mutating func remove(at index: Int) { entries.remove(at: index) }
    mutating func removeLast() -> Entry? { entries.popLast() }

    /// The last element of a name behind the last marker.
    func last(_ tag: Tag) -> Int? {
        var index = entries.count - 1
        while index >= 0, entries[index].node >= 0 {
            if entries[index].tag == tag { return index }
            index -= 1
        }
        return nil
    }

    func index(of node: Int32) -> Int? { entries.lastIndex { $0.node == node } }
}
