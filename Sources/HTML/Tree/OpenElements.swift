// SPDX-License-Identifier: Apache-2.0

/// The stack of open elements (13.2.4.2).
///
/// Every entry knows the nearest entry at or below it that bounds each scope, and the next one below of the same name,
/// so that no question about a scope walks through the stack.
struct OpenElements {
    struct Entry {
        var node: Int32
        var tag: Tag
        var namespace: Namespace
        var classes: TagClasses
        /// The number of its name, doubled; odd outside of HTML.
        var key: Int32
        /// The next lower entry with the same key.
        var lowerSame: Int32
        // The nearest entries at or below this one.
        var special: Int32
        var scope: Int32
        var listScope: Int32
        var buttonScope: Int32
        var tableScope: Int32
        var itemBarrier: Int32
        var html: Int32

        func isHTML(_ wanted: Tag) -> Bool { tag == wanted && namespace == .html }
    }

    private(set) var entries: [Entry] = []
    /// The highest entry of every key; -1 if none is open.
    private var highest: [Int32] = Array(repeating: -1, count: 1024)

    var count: Int { entries.count }
    var isEmpty: Bool { entries.isEmpty }

    @inline(__always)
    subscript(_ index: Int) -> Entry { entries[index] }

    /// The current node; the document if none is open.
    @inline(__always)
    var current: Int32 { entries.isEmpty ? TreeArena.document : entries[entries.count - 1].node }

    /// The current node's tag if it is HTML, otherwise `other`.
    @inline(__always)
    var currentTag: Tag {
        guard !entries.isEmpty else { return .other }
        let index = entries.count - 1
        return entries[index].namespace == .html ? entries[index].tag : .other
    }

    @inline(__always)
    var currentIsHTML: Bool { entries.isEmpty || entries[entries.count - 1].namespace == .html }

    // MARK: - Changes

    @inline(__always)
    mutating func push(_ node: Int32, tag: Tag, namespace: Namespace, name: Int32) {
        let index = Int32(truncatingIfNeeded: entries.count)
        let classes = tag.classes(in: namespace)
        let key = name &* 2 &+ (namespace == .html ? 0 : 1)
        if Int(key) >= highest.count { growKeys(to: Int(key)) }
        var entry = Entry(
            node: node, tag: tag, namespace: namespace, classes: classes, key: key, lowerSame: highest[Int(key)],
            special: -1, scope: -1, listScope: -1, buttonScope: -1, tableScope: -1, itemBarrier: -1, html: -1)
        if index > 0 {
            let lower = entries[Int(index) - 1]
            entry.special = lower.special
            entry.scope = lower.scope
            entry.listScope = lower.listScope
            entry.buttonScope = lower.buttonScope
            entry.tableScope = lower.tableScope
            entry.itemBarrier = lower.itemBarrier
            entry.html = lower.html
        }
        if namespace == .html { entry.html = index }
        if !classes.isEmpty {
            if classes.contains(.special) { entry.special = index }
            if classes.contains(.scope) { entry.scope = index }
            if classes.contains(.listScope) || classes.contains(.scope) { entry.listScope = index }
            if classes.contains(.buttonScope) || classes.contains(.scope) { entry.buttonScope = index }
            if classes.contains(.tableScope) { entry.tableScope = index }
            if classes.contains(.itemBarrier) { entry.itemBarrier = index }
        }
        highest[Int(key)] = index
        entries.append(entry)
    }

    @inline(never)
    private mutating func growKeys(to key: Int) {
        highest += Array(repeating: -1, count: max(highest.count, key + 1 - highest.count))
    }

    @inline(__always)
    mutating func pop() -> Int32 {
        let entry = entries.removeLast()
        highest[Int(entry.key)] = entry.lowerSame
        return entry.node
    }

    /// Takes an entry out of the middle.
    mutating func remove(at index: Int) {
        rebuild(from: index) { $0.removeFirst() }
    }

    /// Puts an element above the entry at `index`.
    mutating func insert(_ element: (node: Int32, tag: Tag, name: Int32), above index: Int) {
        rebuild(from: index + 1) { above in
            above.insert((element.node, element.tag, .html, element.name), at: 0)
        }
    }

    /// Puts an element in the place of an entry of the same name.
    mutating func replace(at index: Int, with node: Int32) { entries[index].node = node }

    private mutating func rebuild(
        from index: Int, _ change: (inout [(node: Int32, tag: Tag, namespace: Namespace, name: Int32)]) -> Void
    ) {
        var above = entries[index...].map { (node: $0.node, tag: $0.tag, namespace: $0.namespace, name: $0.key / 2) }
        while entries.count > index { _ = pop() }
        change(&above)
        for element in above { push(element.0, tag: element.1, namespace: element.2, name: element.3) }
    }

    // MARK: - Questions

    enum Scope { case standard, list, button, table }

    @inline(__always)
    private func bound(_ scope: Scope) -> Int32 {
        guard let top = entries.last else { return -1 }
        switch scope {
        case .standard: return top.scope
        case .list: return top.listScope
        case .button: return top.buttonScope
        case .table: return top.tableScope
        }
    }

    /// The highest open HTML element of a name; -1 if there is none.
    @inline(__always)
    func highest(_ tag: Tag) -> Int { Int(highest[Int(tag.rawValue) * 2]) }

    /// The highest open element with a name's number; -1 if there is none.
    func highest(name: Int32, isHTML: Bool) -> Int {
        let key = Int(name) * 2 + (isHTML ? 0 : 1)
        return key < highest.count ? Int(highest[key]) : -1
    }

    @inline(__always)
    func has(_ tag: Tag, in scope: Scope = .standard) -> Bool {
        let index = highest(tag)
        return index >= 0 && index >= Int(bound(scope))
    }

    /// Whether the entry at `index` is in scope.
    func isInScope(_ index: Int) -> Bool { index >= Int(bound(.standard)) }

    /// The place of a node that is open; it has the name's number.
    func index(of node: Int32, name: Int32, isHTML: Bool = true) -> Int? {
        var index = highest(name: name, isHTML: isHTML)
        while index >= 0 {
            if entries[index].node == node { return index }
            index = Int(entries[index].lowerSame)
        }
        return nil
    }
}
