// SPDX-License-Identifier: Apache-2.0

/// How much of a page is read at most, so that a hostile page costs bounded time and memory.
package enum PageLimits {
    /// Bytes of one page.
    ///
    /// Ten times the largest article page seen; beyond it a page is an archive or an attack.
    package static let bytes = 20_000_000
    /// Levels of mark-up.
    ///
    /// Pages written by people stay under 100, and browsers nest no deeper than this.
    package static let depth = 512
    /// Attributes of one tag.
    package static let attributes = 1000
    /// Nodes of a page's tree; the largest article page seen has a tenth of that.
    package static let nodes = 1_000_000
    /// Blocks of furniture that are kept in one article; the rest of a long menu or comment thread says nothing more.
    package static let furnitureBlocks = 200
}
