// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Article {
    /// Whether the words at `range` belong to the text itself, not to a headline, subtitle or caption.
    func isText(at range: TextRange) -> Bool {
        let role = blocks.first { $0.range.scalars.contains(range.start.scalar) }?.role
        return role == .body || role == .quote
    }
}
