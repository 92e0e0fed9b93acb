// SPDX-License-Identifier: Apache-2.0

/// The named tables of a `lookups.bin` file; their keys are string ids (see `StringIdentifier`).
struct Lookups: Sendable {
    private let tables: [String: [UInt64: MessagePackValue]]

    /// Reads the tables of a decoded `lookups.bin`.
    init(_ file: MessagePackValue) throws(LookupsError) {
        guard let pairs = file.pairs else { throw .notAMapOfTables }
        var tables: [String: [UInt64: MessagePackValue]] = [:]
        for (key, table) in pairs {
            guard let name = key.text else { throw .notAMapOfTables }
            guard let entries = table.pairs else { throw .malformedTable(name) }
            var values = [UInt64: MessagePackValue](minimumCapacity: entries.count)
            for (entryKey, value) in entries {
                guard let id = entryKey.id else { throw .malformedTable(name) }
                values[id] = value
            }
            tables[name] = values
        }
        self.tables = tables
    }

    /// The table called `name` as it is in the file, or nothing.
    func table(_ name: String) -> [UInt64: MessagePackValue]? { tables[name] }

    /// The table called `name`, all of whose values are strings; empty if the file has no such table.
    func strings(_ name: String) throws(LookupsError) -> [UInt64: String] {
        var strings: [UInt64: String] = [:]
        for (id, value) in tables[name] ?? [:] {
            guard let text = value.text else { throw .malformedTable(name) }
            strings[id] = text
        }
        return strings
    }
}

/// What is wrong with a `lookups.bin` file.
enum LookupsError: Error, Equatable, CustomStringConvertible {
    case notAMapOfTables
    /// The table of this name has a key or a value of the wrong type.
    case malformedTable(String)

    var description: String {
        switch self {
        case .notAMapOfTables:
            "lookups.bin: not a map of tables; fetch the model again"
        case .malformedTable(let name):
            "lookups.bin: the table \(name) has an entry of the wrong type; fetch the model again"
        }
    }
}
