// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Row {
    /// The value in `column`; GRDB's subscripts would end the program where a damaged file holds another type.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws -> Value {
        try decode(Value.self, forColumn: column)
    }

    /// The role in `column`; what is no role may do the least.
    func role(_ column: String) throws -> Role { Role(rawValue: try value(column)) ?? .viewer }
}
