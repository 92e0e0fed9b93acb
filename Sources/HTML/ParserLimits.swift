// SPDX-License-Identifier: Apache-2.0

/// How much is parsed at most, so that a hostile page costs bounded time and memory.
public struct ParserLimits: Hashable, Sendable {
    /// UTF-8 bytes of the source; values over 268,435,456 count as that.
    public var bytes: Int
    /// Elements open at once.
    ///
    /// Browsers stop nesting at 512.
    public var depth: Int
    /// Nodes of the tree.
    ///
    /// Formatting left open is opened again in every later paragraph, so short mark-up can ask for many nodes.
    public var nodes: Int
    /// Attributes of one tag.
    public var attributes: Int

    /// The source's bytes are numbered with 32 bits, and decoded text beside it needs room too.
    static let mostBytes = 1 << 28

    /// Limits; those left out are generous for pages written by people.
    public init(bytes: Int = 100_000_000, depth: Int = 512, nodes: Int = 10_000_000, attributes: Int = 10_000) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
        self.attributes = attributes
    }
}

/// How a page is parsed.
public struct ParserOptions: Hashable, Sendable {
    /// Whether the page is read as by a browser that runs scripts.
    ///
    /// The contents of `noscript` are then one text, otherwise elements.
    public var scripting = false
    /// Whether comments become nodes.
    ///
    /// Left out, they still keep the texts before and behind them apart.
    public var keepsComments = true
    /// Whether the tokenizer's parse errors are listed in `Document.errors`.
    public var reportsErrors = false
    /// What is too much.
    public var limits = ParserLimits()

    /// The options that are set if nothing is said.
    public init() {}
}
