// SPDX-License-Identifier: Apache-2.0

extension Schema {
    /// A further step: open commitments by the days on which they are looked after.
    ///
    /// SQLite can take a partial index where the words of its condition stand in the question as well, see
    /// `openCommitment`; it has to be named there, since the planner prefers the index by kind.
    static let watching = """
        CREATE INDEX canonical_open_by_last_day ON canonical (last_day, id) WHERE \(openCommitment);
        CREATE INDEX canonical_open_by_last_seen ON canonical (last_seen, id)
            WHERE \(openCommitment) AND last_day IS NULL;
        """

    /// The condition on a row of `canonical` that it is a commitment which somebody should look after.
    static let openCommitment =
        "kind = 'commitment' AND class = 'entry' AND COALESCE(status, 'open') IN ('open', 'in works', 'stalled')"
}
