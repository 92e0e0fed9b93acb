// SPDX-License-Identifier: Apache-2.0

/// Labels with which a page lists when and where something takes place, whose day is not the page's.
package struct EventLabels: Sendable, Decodable {
    /// What stands before the day.
    let day: Set<String>
    /// What stands before the place, the hour and who is behind it.
    let other: Set<String>

    /// Unicode scalars of a row.
    private static let longest = 120

    /// Whether a day behind `label` is that of an event by one of the rows that follow: `Date: 14 May`, `Venue: Town Hall`.
    func areOfEvent(label: String, following rows: some Sequence<String>) -> Bool {
        day.contains(PhraseLexicon.key(label)) && rows.contains(where: isRow)
    }

    /// Whether a line begins with the label of a place, an hour or an organiser.
    func isRow(_ line: String) -> Bool {
        guard line.utf8.count <= 4 * Self.longest, line.scalarCount <= Self.longest else { return false }
        // "Time Zone Pact Signed" is no row: a label ends in a colon.
        guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }) else {
            return other.contains(PhraseLexicon.key(line))
        }
        let words = PhraseLexicon.key(String(line[..<colon])).words
        return (1...3).contains { $0 <= words.count && other.contains(words.prefix($0).joined(separator: " ")) }
    }
}
