// SPDX-License-Identifier: Apache-2.0

import HTML

/// Labels of rows with short values, by what the values tell.
package struct RowLabels: Sendable, Decodable {
    /// The day of the page or of its last change.
    let date: Set<String>
    /// A person or a department.
    let author: Set<String>
    /// Counts, files, telephone numbers and the like.
    let other: Set<String>
    /// Those of them that tables of other things have as well, so that they alone make no rows about the page.
    let loose: Set<String>
    /// The first words of all of them.
    let openings: Set<String>

    private enum CodingKeys: String, CodingKey { case date, author, other, loose }

    /// Reads the lists of labels in lower case.
    package init(from decoder: any Decoder) throws {
        let lists = try decoder.container(keyedBy: CodingKeys.self)
        date = try lists.decode(Set<String>.self, forKey: .date)
        author = try lists.decode(Set<String>.self, forKey: .author)
        other = try lists.decode(Set<String>.self, forKey: .other)
        loose = try lists.decode(Set<String>.self, forKey: .loose)
        openings = Set([date, author, other].joined().compactMap { $0.words.first.map(String.init) })
    }
}
