// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Pages

/// One page or record of an input.
struct InputDocument {
    /// What it is made of.
    enum Content {
        /// A whole page, or a document that other programs turn into one.
        case page(Page)
        /// The JSON text of a record.
        case record([UInt8])
    }

    /// How messages and output call it: the path or URL, and for records the line.
    let name: String
    /// What it is made of.
    let content: Content
    /// How it was got, where it was fetched or comes from an archive.
    var retrieval: Retrieval?
}
