// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Database {
    /// The lasting ids of everything that is one with the item `id`: the items of its record, or itself alone.
    func itemIds(togetherWith id: String) throws -> [String] {
        let sql = """
            SELECT other.id FROM item JOIN membership ON membership.item = item.number
                JOIN membership AS its ON its.canonical = membership.canonical
                JOIN item AS other ON other.number = its.item
            WHERE item.id = ? ORDER BY other.number
            """
        let ids = try String.fetchAll(cachedStatement(sql: sql), arguments: [id])
        return ids.isEmpty ? [id] : ids
    }
}
