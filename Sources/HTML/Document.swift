// SPDX-License-Identifier: Apache-2.0

/// A parsed page: all nodes in one array in document order.
///
/// Every walk is a loop over indices. Texts and values are ranges of `bytes`, and become strings only when asked for.
/// Any bytes are a page: what is wrong in them is repaired as the standard of HTML says (WHATWG, 13.2).
public struct Document: Sendable {
    /// The nodes; the document itself is the first.
    public internal(set) var nodes: [Node] = []
    /// The attributes of all nodes.
    public internal(set) var attributes: [Attribute] = []
    /// The source, and behind it what stands otherwise in it, such as decoded character references.
    public internal(set) var bytes: [UInt8]
    /// The bytes of the source.
    public let sourceCount: Int
    /// The tokenizer's parse errors in the order of their places, if they were asked for.
    public internal(set) var errors: [ParseError] = []
    /// How much the document type asks for the layout of old browsers.
    public internal(set) var quirks = QuirksMode.none
    var doctypes: [Doctype] = []
    var tagNames = Names.tags
    var attributeNames = Names.attributes

    /// How much of a page's layout follows browsers from before the standards.
    public enum QuirksMode: UInt8, Hashable, Sendable {
        /// Nothing.
        case none
        /// A little.
        case limited
        /// All.
        case full
    }

    /// What a document type says.
    public struct Doctype: Hashable, Sendable {
        /// The name in lower case; empty if it is missing.
        public var name: String
        /// The public identifier.
        public var publicID: String?
        /// The system identifier.
        public var systemID: String?
    }

    /// Parses UTF-8 bytes; sequences that are wrong stay as they are and become U+FFFD in strings.
    ///
    /// A byte order mark is taken for text, so leave it out.
    public init(parsing source: [UInt8], options: ParserOptions = ParserOptions()) throws(HTMLError) {
        try self.init(source, context: nil, options: options)
    }

    /// Parses a text.
    public init(parsing source: String, options: ParserOptions = ParserOptions()) throws(HTMLError) {
        try self.init(Array(source.utf8), context: nil, options: options)
    }

    /// Parses UTF-8 bytes as the contents of an element.
    ///
    /// They become the children of the document.
    public init(
        parsingFragment source: [UInt8], in context: FragmentContext, options: ParserOptions = ParserOptions()
    ) throws(HTMLError) {
        try self.init(source, context: context, options: options)
    }

    private init(_ source: [UInt8], context: FragmentContext?, options: ParserOptions) throws(HTMLError) {
        let limit = min(options.limits.bytes, ParserLimits.mostBytes)
        if source.count > limit { throw HTMLError.tooLarge(bytes: source.count, limit: limit) }
        bytes = source
        sourceCount = source.count
        // An empty array has no address.
        let readable = source.isEmpty ? [0] : source
        let failure = readable.withUnsafeBufferPointer { buffer -> HTMLError? in
            guard let base = buffer.baseAddress else { return .tooLarge(bytes: 0, limit: 0) }
            var builder = TreeBuilder(base, count: source.count, options: options)
            if let context { builder.begin(in: context) }
            do throws(HTMLError) { try builder.run() } catch { return error }
            take(&builder, isFragment: context != nil, keepsComments: options.keepsComments)
            return nil
        }
        if let failure { throw failure }
        if options.reportsErrors { errors = InputErrors.merged(into: errors, source: source) }
    }
}
