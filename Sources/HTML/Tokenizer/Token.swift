// SPDX-License-Identifier: Apache-2.0

/// What the tokenizer has read last; one value is used for all tokens.
package struct Token {
    package enum Kind: UInt8 {
        case text
        /// A NUL in text, which the tree decides on.
        case null
        case startTag, endTag, comment, doctype
        case end
    }

    package var kind = Kind.end
    /// A tag's name.
    package var tag = Tag.other
    var name: Int32 = 0
    package var isSelfClosing = false
    /// The bytes of the source that it takes.
    var start = 0
    var end = 0
    /// The bytes of a text or comment.
    var content = ByteRange.empty
}

/// What a document type says.
package struct DoctypeToken {
    var name: ByteRange?
    var publicID: ByteRange?
    var systemID: ByteRange?
    package var forcesQuirks = false
    /// Whether its end is not looked at; then the source may end in it.
    var isBogus = false
}
