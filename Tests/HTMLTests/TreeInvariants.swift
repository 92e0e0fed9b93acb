// SPDX-License-Identifier: Apache-2.0

import HTML

/// What holds for every tree, whatever the page.
enum TreeInvariants {
    /// Sentences on what does not hold; empty if all does.
    static func problems(of document: Document) -> [String] {
        var problems: [String] = []
        func demand(_ holds: Bool, _ sentence: String, _ index: Int) {
            if !holds { problems.append("node \(index): \(sentence)") }
        }
        let nodes = document.nodes
        demand(nodes.first?.kind == .document && nodes.first?.end == nodes.count, "the document holds all nodes", 0)
        for index in nodes.indices {
            let node = nodes[index]
            demand(node.end > index && node.end <= nodes.count, "the end lies behind the node", index)
            demand(node.source.upperBound <= document.sourceCount, "the place lies in the source", index)
            demand(node.endTag.upperBound <= document.sourceCount, "the end tag lies in the source", index)
            if index > 0 {
                demand(node.parent >= 0 && node.parent < index, "the parent comes before", index)
                demand(document.contains(node.parent, index), "the parent holds the node", index)
                demand(node.end <= nodes[node.parent].end, "the node ends inside its parent", index)
            }
            switch node.kind {
            case .text:
                demand(!document.dataBytes(of: index).isEmpty, "no text is empty", index)
                demand(node.end == index + 1, "a text has no children", index)
                let isAfterText = index > 0 && nodes[index - 1].isText && nodes[index - 1].parent == node.parent
                demand(!isAfterText || document.isSplit(index), "neighbouring texts are one", index)
            case .element:
                demand(!document.name(of: index).isEmpty, "an element has a name", index)
                for place in node.attributes {
                    _ = document.value(of: document.attributes[place])
                    demand(!document.name(of: document.attributes[place]).isEmpty, "an attribute has a name", index)
                }
            default: break
            }
        }
        return problems
    }
}

extension Document {
    /// Whether a comment that was left out or an element that was moved away can have stood before the text.
    fileprivate func isSplit(_ index: Int) -> Bool {
        nodes[index - 1].source.upperBound != nodes[index].source.lowerBound
    }
}
