// SPDX-License-Identifier: Apache-2.0

import Cooperation

/// A block before its place in the canonical text is known.
struct Draft: Hashable, Sendable {
    /// What it is.
    var role: BlockRole
    /// Its text, white space folded.
    var text: String
    /// Whether it stands over what follows.
    var isHeading = false
    /// Whether it is an item of a list or a cell of a table.
    var isItem = false
}

/// Joins drafts to a canonical text: one blank line between two blocks.
enum ArticleBuilder {
    /// The text and the blocks with their ranges.
    static func build(_ drafts: [Draft]) -> (text: String, blocks: [Block]) {
        var text = ""
        var blocks: [Block] = []
        var position = TextPosition.zero
        for draft in drafts where !draft.text.isEmpty {
            if !blocks.isEmpty {
                text += "\n\n"
                position = position + TextPosition(scalar: 2, byte: 2)
            }
            text += draft.text
            let end =
                position
                + TextPosition(scalar: draft.text.scalarCount, byte: draft.text.utf8.count)
            blocks.append(Block(role: draft.role, range: TextRange(start: position, end: end)))
            position = end
        }
        return (text, blocks)
    }
}
