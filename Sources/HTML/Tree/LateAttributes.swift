// SPDX-License-Identifier: Apache-2.0

/// Attributes that later `html` and `body` tags add to the first one, kept apart until the end of the page.
struct LateAttributes {
    private struct Element {
        var names: Set<Int32>
        var attributes: [Attribute] = []
    }

    private var elements: [Int32: Element] = [:]

    /// The elements that have some.
    var nodes: [Int32] { elements.keys.sorted() }

    func attributes(of node: Int32) -> [Attribute] { elements[node]?.attributes ?? [] }

    /// Adds those whose names the element does not have.
    mutating func add(_ new: ArraySlice<Attribute>, to node: Int32, having old: ArraySlice<Attribute>) {
        var element = elements.removeValue(forKey: node) ?? Element(names: Set(old.map(\.name)))
        for attribute in new where element.names.insert(attribute.name).inserted {
            element.attributes.append(attribute)
        }
        elements[node] = element
    }
}

extension TreeBuilder {
    /// Adds those attributes of the tag that the element does not have.
    mutating func mergeAttributes(into node: Int32) {
        let new = tokenizer.tokenAttributes
        if new.isEmpty { return }
        lateAttributes.add(
            tokenizer.attributes[new], to: node, having: tokenizer.attributes[tree[node].content.range])
    }

    /// Gives the elements their late attributes.
    mutating func placeLateAttributes() {
        for node in lateAttributes.nodes {
            let late = lateAttributes.attributes(of: node)
            if late.isEmpty { continue }
            let all = tokenizer.attributes[tree[node].content.range] + late
            tokenizer.beginTag()
            tokenizer.attributes += all
            tree[node].content = tokenizer.keepAttributes()
        }
    }
}
