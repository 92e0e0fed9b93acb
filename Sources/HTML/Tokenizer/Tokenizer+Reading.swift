// SPDX-License-Identifier: Apache-2.0

/// The token in full, for those who read tokens without building a tree.
extension Tokenizer {
    /// The bytes of a text or comment.
    package var tokenText: [UInt8] { bytes(of: token.content) }

    /// The name of a tag.
    package var tokenName: [UInt8] { Array(tagNames.name(token.name)) }

    /// The names and values of a tag's attributes.
    package var tokenAttributeValues: [(name: [UInt8], value: [UInt8])] {
        attributes[tokenAttributes].map { (Array(attributeNames.name($0.name)), bytes(of: $0.value)) }
    }

    /// The name and the identifiers of a document type.
    package var doctypeValues: (name: [UInt8]?, publicID: [UInt8]?, systemID: [UInt8]?) {
        (doctype.name.map(bytes), doctype.publicID.map(bytes), doctype.systemID.map(bytes))
    }

    /// Says which start tag was read before the source.
    package mutating func setLastStartTag(_ name: String) {
        Array(name.utf8).withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress {
                lastStartTag = tagNames.number(of: base, buffer.count, available: buffer.count)
            }
        }
    }
}
