// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The order of a long list, which an index has: by a key, then by id; what has no key comes last.
///
/// A page is found by where the one before ended, not by counting rows, so that it costs the same wherever it is.
struct ListOrder {
    /// The key, as an expression of SQL.
    let key: String
    /// The column that tells rows with the same key apart.
    let id: String
    /// Whether the greatest comes first.
    var isDescending = false

    /// Where a row stands.
    struct Place {
        let key: DatabaseValue
        let id: String
    }

    /// Where the row of `table` stands whose column `number` is `value`.
    func place(of value: some DatabaseValueConvertible, in table: String, number: String, _ database: Database) throws
        -> Place?
    {
        let sql = "SELECT \(key) AS key, \(id) AS id FROM \(table) WHERE \(number) = ?"
        return try database.one(sql, [value]).map { Place(key: $0["key"], id: try $0.value("id")) }
    }

    /// The rows behind `place`, or from the beginning, from which alone `offset` counts; `query` takes a condition and how
    /// the rows are to be cut.
    func rows(
        behind place: Place?, limit: Int, offset: Int, _ database: Database,
        _ query: (_ part: SQL?, _ page: SQL) -> SQLRequest<Row>
    ) throws -> [Row] {
        let direction = SQL(sql: isDescending ? "DESC" : "ASC")
        guard let place else {
            let page: SQL = """
                ORDER BY \(sql: key) \(direction) NULLS LAST, \(sql: id) \(direction)
                LIMIT \(max(0, limit)) OFFSET \(max(0, offset))
                """
            return try query(nil, page).fetchAll(database)
        }
        var rows: [Row] = []
        for part in parts(behind: place) where rows.count < limit {
            let page: SQL = """
                ORDER BY \(sql: key) \(direction), \(sql: id) \(direction) LIMIT \(max(0, limit - rows.count))
                """
            rows += try query(part, page).fetchAll(database)
        }
        return rows
    }

    /// What lies behind `place`, each one stretch of the index: the rest of those with a key, then those without.
    private func parts(behind place: Place) -> [SQL] {
        let sign = SQL(sql: isDescending ? "<" : ">")
        let key = SQL(sql: key)
        let id = SQL(sql: id)
        guard !place.key.isNull else { return ["\(key) IS NULL AND \(id) \(sign) \(place.id)"] }
        return [
            "\(key) \(sign)= \(place.key) AND (\(key) \(sign) \(place.key) OR \(id) \(sign) \(place.id))",
            "\(key) IS NULL",
        ]
    }
}
