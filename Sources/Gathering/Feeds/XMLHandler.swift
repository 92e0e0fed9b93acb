// SPDX-License-Identifier: Apache-2.0

/// The name of an element or attribute of XML, its prefix told apart.
struct XMLName: Hashable {
    /// The prefix in lower case; empty where there is none.
    let prefix: Substring
    /// The name without its prefix, in lower case.
    let local: Substring

    init(_ text: String) {
        let lowered = text.lowercased()
        guard let colon = lowered.firstIndex(of: ":") else {
            prefix = ""
            local = lowered[...]
            return
        }
        prefix = lowered[..<colon]
        local = lowered[lowered.index(after: colon)...]
    }
}

/// What is told of an XML document, in its order.
protocol XMLHandler: AnyObject {
    /// An element begins; attributes are in their order.
    func begin(_ name: XMLName, _ attributes: [(name: XMLName, value: String)])
    /// A run of text, which may be cut anywhere between two characters.
    func text(_ text: String)
    /// An element ends.
    func end(_ name: XMLName)
}
