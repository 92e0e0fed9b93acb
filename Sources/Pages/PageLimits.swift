// SPDX-License-Identifier: Apache-2.0

/// How much of a page is read at most, so that a hostile page costs bounded time and memory.
package enum PageLimits {
    /// Bytes of one page.
    ///
    /// Ten times the largest article page seen; beyond it a page is an archive or an attack.
    package static let bytes = 20_000_000
    /// Levels of mark-up.
    ///
    /// Gumbo's time grows with the square of the depth; pages written by people stay under 100.
    package static let depth = 512
    /// Attributes of one tag.
    ///
    /// Gumbo compares each with all before it.
    package static let attributes = 1000
    /// Bytes at the beginning in which a declaration of the encoding counts (WHATWG: 1,024).
    package static let declarationBytes = 1024
    /// Blocks of furniture that are kept in one article; the rest of a long menu or comment thread says nothing more.
    package static let furnitureBlocks = 200
}
