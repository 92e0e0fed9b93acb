// SPDX-License-Identifier: Apache-2.0

// modules: HTML

import HTML

/// Any bytes are a document or past a limit; its places lie inside the source and its subtrees inside each other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var options = ParserOptions()
    options.scripting = count % 2 == 0
    options.reportsErrors = count % 3 == 0
    options.limits.nodes = 100_000
    if let document = try? Document(parsing: bytes, options: options) { check(document) }
    let context = FragmentContext(name: ["td", "select", "template", "svg"][count % 4])
    if let document = try? Document(parsingFragment: bytes, in: context, options: options) { check(document) }
    _ = EncodingSniffer.declaredLabel(in: bytes)
    return 0
}

private func check(_ document: Document) {
    for index in document.nodes.indices {
        let node = document.nodes[index]
        precondition(node.parent < index && node.end > index && node.end <= document.nodes.count)
        precondition(index == 0 || node.end <= document.nodes[node.parent].end)
        precondition(node.source.upperBound <= document.sourceCount && node.endTag.upperBound <= document.sourceCount)
        _ = document.dataBytes(of: index).count
        for place in node.attributes { _ = document.bytes(of: document.attributes[place]).count }
    }
}
