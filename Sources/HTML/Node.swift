// SPDX-License-Identifier: Apache-2.0

/// A node of a parsed document.
///
/// Nodes stand in document order: the descendants of the node at `index` are `index + 1 ..< end`, its first child is
/// `index + 1` if that is below `end`, and the next sibling of a child is at the child's `end`.
public struct Node: Sendable {
    /// What a node can be.
    public enum Kind: UInt8, Hashable, Sendable {
        /// The document itself, always the first node.
        case document
        /// `<!DOCTYPE …>`.
        case doctype
        /// An element.
        case element
        /// A text.
        case text
        /// A comment.
        case comment
        /// What a `template` holds: the template's only child.
        case templateContents
    }

    /// What the node is.
    public internal(set) var kind: Kind
    /// The vocabulary of an element.
    public internal(set) var namespace: Namespace
    var storedTag: Tag
    var name: Int32
    var parentIndex: Int32
    var endIndex: Int32
    /// The bytes of a text or comment, or the places of an element's attributes.
    var content: ByteRange
    var startBytes: ByteRange
    var endBytes: ByteRange

    /// Which element it is; `nil` if it is none.
    public var tag: Tag? { kind == .element ? storedTag : nil }
    /// Whether it is a text.
    public var isText: Bool { kind == .text }
    /// The index of the parent; -1 for the document.
    public var parent: Int { Int(parentIndex) }
    /// The index after the last descendant.
    public var end: Int { Int(endIndex) }
    /// The places of an element's attributes in `Document.attributes`.
    public var attributes: Range<Int> { kind == .element ? content.range : 0..<0 }
    /// The bytes of the source that the node's start tag, text, comment or document type takes.
    ///
    /// Empty for an element that is implied, and not empty for one that was opened again. Texts that were joined span
    /// from the first to the last.
    public var source: Range<Int> { startBytes.range }
    /// The bytes of the source that an element's end tag takes; empty if it has none of its own.
    public var endTag: Range<Int> { kind == .element ? endBytes.range : 0..<0 }
}
