// SPDX-License-Identifier: Apache-2.0

import HTML

/// A tree in the form of the html5lib tests.
enum TreeDump {
    static func lines(of document: Document) -> String {
        var lines: [String] = []
        var open: [Int] = []
        for index in document.nodes.indices.dropFirst() {
            let node = document.nodes[index]
            while let last = open.last, document.nodes[last].end <= index { open.removeLast() }
            let indent = "| " + String(repeating: "  ", count: open.count)
            switch node.kind {
            case .document: break
            case .doctype: lines.append(indent + doctype(at: index, of: document))
            case .text: lines.append("\(indent)\"\(document.data(of: index))\"")
            case .comment: lines.append("\(indent)<!-- \(document.data(of: index)) -->")
            case .templateContents: lines.append("\(indent)content")
            case .element:
                lines.append("\(indent)<\(prefix(node.namespace))\(document.name(of: index))>")
                lines += attributes(of: node, in: document).map { "\(indent)  \($0)" }
            }
            if node.end > index + 1 { open.append(index) }
        }
        return lines.joined(separator: "\n")
    }

    private static func doctype(at index: Int, of document: Document) -> String {
        guard let doctype = document.doctype(at: index) else { return "" }
        let hasIdentifier = doctype.publicID?.isEmpty == false || doctype.systemID?.isEmpty == false
        let identifiers = hasIdentifier ? " \"\(doctype.publicID ?? "")\" \"\(doctype.systemID ?? "")\"" : ""
        return "<!DOCTYPE \(doctype.name)\(identifiers)>"
    }

    private static func attributes(of node: Node, in document: Document) -> [String] {
        node.attributes.map { place in
            let attribute = document.attributes[place]
            let prefix = attribute.prefix == .none ? "" : "\(attribute.prefix) "
            return (prefix + document.name(of: attribute), document.value(of: attribute))
        }.sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) }.map { "\($0.0)=\"\($0.1)\"" }
    }

    private static func prefix(_ namespace: Namespace) -> String { namespace == .html ? "" : "\(namespace) " }
}
