// SPDX-License-Identifier: Apache-2.0

extension Document {
    // MARK: - Names and attributes

    /// The name of an element as scripts see it, such as `div` or `linearGradient`; empty for other nodes.
    public func name(of index: Int) -> String {
        guard nodes[index].kind == .element else { return "" }
        return String(decoding: tagNames.name(nodes[index].name), as: UTF8.self)
    }

    /// The name of an attribute without its prefix.
    public func name(of attribute: Attribute) -> String {
        String(decoding: attributeNames.name(attribute.name), as: UTF8.self)
    }

    /// The value of an attribute.
    public func value(of attribute: Attribute) -> String { text(attribute.value) }

    /// The places in `bytes` of an attribute's value.
    public func range(of attribute: Attribute) -> Range<Int> { attribute.value.range }

    /// The bytes of an attribute's value.
    public func bytes(of attribute: Attribute) -> ArraySlice<UInt8> { bytes[attribute.value.range] }

    /// The value of an attribute of the element at `index`; `nil` if it has none of that name.
    public func attribute(_ name: AttributeName, of index: Int) -> String? {
        for place in nodes[index].attributes where attributes[place].known == name {
            return text(attributes[place].value)
        }
        return nil
    }

    /// The value of an attribute by its name in lower case.
    ///
    /// In drawings and formulas the name is the one that scripts see, such as `viewBox`, without a prefix.
    public func attribute(_ name: String, of index: Int) -> String? {
        let range = nodes[index].attributes
        if range.isEmpty { return nil }
        if nodes[index].namespace != .html {
            let found = range.first { attributeNames.name(attributes[$0].name).elementsEqual(name.utf8) }
            return found.map { text(attributes[$0].value) }
        }
        guard let number = number(of: name) else { return nil }
        for place in range where attributes[place].name == number { return text(attributes[place].value) }
        return nil
    }

    private func number(of name: String) -> Int32? {
        var name = name
        return name.withUTF8 { buffer in
            buffer.baseAddress.flatMap { attributeNames.find($0, buffer.count, available: buffer.count) }
        }
    }

    /// Whether the element at `index` has the attribute.
    public func hasAttribute(_ name: AttributeName, at index: Int) -> Bool {
        nodes[index].attributes.contains { attributes[$0].known == name }
    }

    // MARK: - Text

    /// The characters of a text node or comment; empty for other nodes.
    public func data(of index: Int) -> String {
        let kind = nodes[index].kind
        return kind == .text || kind == .comment ? text(nodes[index].content) : ""
    }

    /// The same as UTF-8 bytes.
    public func dataBytes(of index: Int) -> ArraySlice<UInt8> {
        let kind = nodes[index].kind
        return kind == .text || kind == .comment ? bytes[nodes[index].content.range] : []
    }

    /// All text nodes below a node, joined as they are, scripts and styles included.
    public func textContent(of index: Int) -> String {
        var joined: [UInt8] = []
        for descendant in descendants(of: index) where nodes[descendant].kind == .text {
            joined += bytes[nodes[descendant].content.range]
        }
        return String(decoding: joined, as: UTF8.self)
    }

    /// What a document type says; `nil` for other nodes.
    public func doctype(at index: Int) -> Doctype? {
        nodes[index].kind == .doctype ? doctypes[Int(nodes[index].content.start)] : nil
    }

    func text(_ range: ByteRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }

    // MARK: - Ways through the tree

    /// The indices of a node's descendants.
    public func descendants(of index: Int) -> Range<Int> { index + 1..<nodes[index].end }

    /// Whether `index` is `ancestor` or lies below it.
    public func contains(_ ancestor: Int, _ index: Int) -> Bool {
        index >= ancestor && index < nodes[ancestor].end
    }

    /// The indices of a node's children.
    public func children(of index: Int) -> some Sequence<Int> {
        let end = nodes[index].end
        return sequence(first: index + 1) { [nodes] in nodes[$0].end }.prefix { $0 < end }
    }

    /// The first element with this tag below a node.
    public func first(_ tag: Tag, in index: Int = 0) -> Int? {
        descendants(of: index).first { nodes[$0].tag == tag }
    }
}
