// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer

/// Writes small tables of places in the format that `scripts/gazetteer/table.py` describes.
struct TableWriter {
    struct Row {
        var identifier: UInt32
        var name: String
        var kind: UInt8
        var country: String
        var code = ""
        var population: UInt32 = 0
        var position: (Double, Double)?
        var parent = UInt32.max
        /// Names with 0 for an own name, 1 for an everyday word, 2 for an alternate.
        var names: [(String, UInt8)] = []
    }

    /// Invented places, ordered by identifier as the format asks.
    static let example: [Row] = [
        Row(identifier: 0, name: "Olden Reach", kind: 1, country: "QX", code: "QX-OR", parent: 1),
        Row(identifier: 10, name: "Quexland", kind: 0, country: "QX", code: "QXL", population: 900),
        Row(identifier: 20, name: "Brackwater", kind: 1, country: "QX", code: "QX-BW", population: 500, parent: 1),
        Row(identifier: 30, name: "Lower Brackwater", kind: 2, country: "QX", parent: 2),
        Row(
            identifier: 40, name: "Velmar", kind: 3, country: "QX", population: 300, position: (-12.5, 170.25),
            parent: 3,
            names: [("Vel", 2)]),
        Row(identifier: 50, name: "Vel", kind: 3, country: "QX", population: 4, position: (1, 2), parent: 2),
    ]

    var version = PlaceTable.formatVersion
    var rows = Self.example

    func data() -> Data {
        var text = Data()
        func add(_ string: String) -> (UInt32, Int) {
            defer { text.append(contentsOf: string.utf8) }
            return (UInt32(text.count), string.utf8.count)
        }
        let edition = add("an example")
        var places = Data()
        var names: [(key: String, standing: UInt8, place: UInt32)] = []
        for (number, row) in rows.enumerated() {
            let (name, code) = (add(row.name), add(row.code))
            places.append(row.identifier)
            places.append(row.position.map { Int32($0.0 * 100_000) } ?? Int32.max)
            places.append(row.position.map { Int32($0.1 * 100_000) } ?? Int32.max)
            places.append(row.population)
            places.append(name.0)
            places.append(row.parent)
            places.append(code.0)
            places.append(UInt16(name.1))
            places.append(UInt8(code.1))
            places.append(row.kind)
            places.append(contentsOf: row.country.utf8)
            places.append(UInt16(0))
            for (name, standing) in [(row.name, 0)] + row.names {
                names.append((NameFolding.key(of: name), standing, UInt32(number)))
            }
            if row.kind == 0 { names.append((row.country, 0, UInt32(number))) }
        }
        names.sort { left, right in
            left.key == right.key
                ? left.standing < right.standing : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
        var index = Data()
        for name in names {
            let key = add(name.key)
            index.append(key.0)
            index.append(name.place)
            index.append(UInt16(key.1))
            index.append(name.standing)
            index.append(UInt8(0))
        }
        var data = Data("ENTENTEG".utf8)
        for number in [version, UInt32(rows.count), UInt32(names.count), UInt32(text.count), edition.0] {
            data.append(number)
        }
        data.append(UInt32(edition.1))
        data.append(UInt64(48 + places.count + index.count + text.count))
        data.append(UInt64(0))
        return data + places + index + text
    }
}

extension Data {
    /// Appends a number in little-endian order.
    mutating func append(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
