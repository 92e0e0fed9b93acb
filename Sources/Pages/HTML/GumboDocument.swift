// SPDX-License-Identifier: Apache-2.0

import CGumbo

/// Parses HTML with gumbo and owns its memory while the tree is copied out of it.
struct GumboDocument: ~Copyable {
    private let output: UnsafeMutablePointer<GumboOutput>
    private let text: UnsafeMutableBufferPointer<CChar>

    /// Parses `source`; `nil` if gumbo gives no document.
    init?(parsing source: String) {
        let bytes = source.utf8
        let buffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count + 1)
        var index = 0
        for byte in bytes {
            // Gumbo hands text out as C strings, which a NUL would cut off.
            buffer[index] = byte == 0 ? 0x20 : CChar(bitPattern: byte)
            index += 1
        }
        buffer[index] = 0
        var options = kGumboDefaultOptions
        options.max_errors = 0
        guard let output = gumbo_parse_with_options(&options, buffer.baseAddress, index) else {
            buffer.deallocate()
            return nil
        }
        self.output = output
        text = buffer
    }

    deinit {
        var options = kGumboDefaultOptions
        gumbo_destroy_output(&options, output)
        text.deallocate()
    }

    /// Copies the tree.
    ///
    /// Comments are left out.
    func tree() -> HTMLTree {
        var tree = HTMLTree()
        guard let root = output.pointee.root else { return tree }
        var stack: [(node: UnsafeMutablePointer<GumboNode>, next: UInt32, index: Int)] = []
        let rootIndex = Self.append(root, parent: -1, to: &tree)
        if rootIndex >= 0 { stack.append((root, 0, rootIndex)) }
        while let top = stack.last {
            let children = top.node.pointee.v.element.children
            if top.next < children.length, let raw = children.data?[Int(top.next)] {
                stack[stack.count - 1].next += 1
                let child = raw.assumingMemoryBound(to: GumboNode.self)
                let index = Self.append(child, parent: top.index, to: &tree)
                if index >= 0, tree.nodes[index].tag != nil { stack.append((child, 0, index)) }
            } else {
                tree.nodes[top.index].end = tree.nodes.count
                stack.removeLast()
            }
        }
        return tree
    }

    private static func append(
        _ node: UnsafeMutablePointer<GumboNode>, parent: Int, to tree: inout HTMLTree
    ) -> Int {
        let index = tree.nodes.count
        let noAttributes = tree.attributes.count..<tree.attributes.count
        switch node.pointee.type {
        case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
            let element = node.pointee.v.element
            let start = tree.attributes.count
            for position in 0..<Int(element.attributes.length) {
                guard let raw = element.attributes.data?[position] else { continue }
                let attribute = raw.assumingMemoryBound(to: GumboAttribute.self).pointee
                guard let name = wantedNames.name(attribute.name), let value = attribute.value else { continue }
                tree.attributes.append(HTMLTree.Attribute(name: name, value: String(cString: value)))
            }
            tree.nodes.append(
                HTMLTree.Node(
                    tag: tag(of: element), text: "", parent: parent, end: index + 1,
                    attributes: start..<tree.attributes.count))
        case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
            guard let text = node.pointee.v.text.text else { return -1 }
            tree.nodes.append(
                HTMLTree.Node(
                    tag: nil, text: String(cString: text), parent: parent, end: index + 1, attributes: noAttributes))
        default:
            return -1
        }
        return index
    }

    private static func tag(of element: GumboElement) -> HTMLTag {
        if element.tag_namespace != GUMBO_NAMESPACE_HTML {
            return element.tag == GUMBO_TAG_SVG ? .svg : element.tag == GUMBO_TAG_MATH ? .math : .other
        }
        let number = Int(element.tag.rawValue)
        return number < tags.count ? tags[number] : .other
    }

    private static let tags: [HTMLTag] = (0..<Int(GUMBO_TAG_UNKNOWN.rawValue)).map { number in
        HTMLTag(rawValue: String(cString: gumbo_normalized_tagname(GumboTag(UInt32(number))))) ?? .other
    }

    private static let wantedNames = AttributeNames([
        "id", "class", "itemprop", "itemtype", "role", "rel", "href", "datetime", "content", "name", "property", "lang",
        "type", "style", "hidden", "aria-hidden", "aria-label", "pubdate", "title", "http-equiv", "data-testid",
        "data-component", "data-type", "data-date", "data-datetime", "data-timestamp", "xml:lang", "charset",
    ])
}

/// The attribute names worth copying, found by comparing C strings without making Swift ones.
private struct AttributeNames: Sendable {
    private let names: [String]

    init(_ names: [String]) { self.names = names }

    func name(_ text: UnsafePointer<CChar>?) -> String? {
        guard let text else { return nil }
        return names.first { name in
            var position = 0
            for byte in name.utf8 {
                guard UInt8(bitPattern: text[position]) == byte else { return false }
                position += 1
            }
            return text[position] == 0
        }
    }
}

extension HTMLTree {
    /// Parses HTML; `nil` if there is no document in it.
    ///
    /// The nesting must have been checked before.
    package init?(parsing source: String) {
        guard let document = GumboDocument(parsing: source) else { return nil }
        self = document.tree()
    }
}
