// SPDX-License-Identifier: Apache-2.0

import HTML

/// The tree of a page, as the parser of the target `HTML` makes it.
package typealias HTMLTree = HTML.Document

/// An element of a page.
package typealias HTMLTag = HTML.Tag

extension HTMLTree {
    /// Parses a page in UTF-8 within the limits for pages.
    ///
    /// As in a browser, `noscript` holds no elements: one that is not closed well would hide the rest of the page.
    /// Comments are left out.
    package init(page source: [UInt8], location: String?) throws(PageError) {
        var options = ParserOptions()
        options.keepsComments = false
        options.scripting = true
        options.limits.depth = PageLimits.depth
        options.limits.attributes = PageLimits.attributes
        options.limits.nodes = PageLimits.nodes
        do throws(HTMLError) {
            try self.init(parsing: source, options: options)
        } catch {
            throw PageError(PageError.Problem(error), location: location)
        }
    }

    /// The text that can be seen below a node, white space folded.
    package func text(of index: Int) -> String {
        var raw: [UInt8] = []
        var position = index
        while position < nodes[index].end {
            if let tag = nodes[position].tag {
                if tag.isInvisible, position != index {
                    position = nodes[position].end
                    continue
                }
                if !tag.isInline { raw.append(0x20) }
            } else {
                raw += dataBytes(of: position)
            }
            position += 1
        }
        return raw.withUnsafeBufferPointer { WhiteSpace.folded(bytes: $0) }
    }
}

extension PageError.Problem {
    /// What the parser found too much.
    fileprivate init(_ error: HTMLError) {
        switch error {
        case .tooLarge(let bytes, let limit): self = .tooLarge(bytes: bytes, limit: limit)
        case .tooDeep(let limit, let byte): self = .tooDeep(limit: limit, byte: byte)
        case .tooManyNodes(let limit, let byte): self = .tooManyNodes(limit: limit, byte: byte)
        case .tooManyAttributes(let limit, let byte): self = .tooManyAttributes(limit: limit, byte: byte)
        }
    }
}
