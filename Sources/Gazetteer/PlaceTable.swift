// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The table of places that `scripts/build-gazetteer` writes; `scripts/gazetteer/table.py` describes the format.
///
/// The file is mapped into memory and searched in place, so opening it costs next to nothing. Lengths are checked on
/// opening and every offset is checked on use: damage inside the file yields missing places, never a crash.
package struct PlaceTable: Sendable {
    /// The version of the format that this type reads.
    package static let formatVersion: UInt32 = 1

    private static let magic = Array("ENTENTEG".utf8)
    private static let headerLength = 48
    private static let placeLength = 36
    private static let nameLength = 12
    private static let noPosition = Int32.max
    /// Country, province, district, city: no chain of containers is longer.
    private static let deepest = 4

    private let data: Data
    /// How many places there are.
    package let placeCount: Int
    private let nameCount: Int
    private let namesStart: Int
    private let textStart: Int
    private let textLength: Int
    /// Which script and sources made the table.
    package let edition: String

    /// Opens the table at `url`.
    package init(contentsOf url: URL) throws(GazetteerError) {
        guard FileManager.default.fileExists(atPath: url.path) else { throw .missing(path: url.path) }
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .alwaysMapped)
        } catch {
            throw .unreadable(path: url.path, reason: error.localizedDescription)
        }
        try self.init(data: data, path: url.path)
    }

    /// Reads the table in `data`; `path` is for messages.
    package init(data: Data, path: String) throws(GazetteerError) {
        let reader = ByteReader(data: data)
        guard data.count >= Self.headerLength else {
            throw .damaged(path: path, reason: "\(data.count) bytes, less than a header")
        }
        guard reader.bytes(at: 0, count: 8).elementsEqual(Self.magic) else {
            throw .damaged(path: path, reason: "it does not begin like one")
        }
        let version: UInt32 = reader.integer(at: 8)
        guard version == Self.formatVersion else {
            throw .otherVersion(path: path, found: version, wanted: Self.formatVersion)
        }
        let total: UInt64 = reader.integer(at: 32)
        guard total == UInt64(data.count) else {
            throw .damaged(path: path, reason: "\(data.count) bytes instead of \(total)")
        }
        placeCount = Int(reader.integer(at: 12) as UInt32)
        nameCount = Int(reader.integer(at: 16) as UInt32)
        textLength = Int(reader.integer(at: 20) as UInt32)
        namesStart = Self.headerLength + placeCount * Self.placeLength
        textStart = namesStart + nameCount * Self.nameLength
        guard textStart + textLength == data.count else {
            throw .damaged(path: path, reason: "its sections do not add up to its length")
        }
        self.data = data
        let editionStart = Int(reader.integer(at: 24) as UInt32)
        let editionLength = Int(reader.integer(at: 28) as UInt32)
        guard editionStart + editionLength <= textLength else {
            throw .damaged(path: path, reason: "its edition lies outside of it")
        }
        edition = String(decoding: reader.bytes(at: textStart + editionStart, count: editionLength), as: UTF8.self)
    }

    /// The places known by the folded name `key`, in the order in which to offer them.
    package func places(keyed key: String) -> [Place] {
        guard !key.isEmpty else { return [] }
        let key = Array(key.utf8)
        var places: [Place] = []
        var index = firstName(notBefore: key)
        while index < nameCount, reader.withBytes({ compare(name: index, with: key, in: $0) }) == 0 {
            let row = namesStart + index * Self.nameLength
            if let place = place(at: reader.integer(at: row + 4), standing: standing(row)) { places.append(place) }
            index += 1
        }
        return places
    }

    /// The country with the ISO 3166-1 alpha-2 code `code`, which is a key of its own in capitals.
    package func country(code: String) -> Place? { places(keyed: code).first { $0.kind == .country } }

    /// The place with the number `geonames` in GeoNames.
    package func place(geonames: Int) -> Place? {
        guard let wanted = UInt32(exactly: geonames), wanted > 0 else { return nil }
        var (low, high) = (0, placeCount)
        while low < high {
            let middle = (low + high) / 2
            let found: UInt32 = reader.integer(at: Self.headerLength + middle * Self.placeLength)
            if found < wanted { low = middle + 1 } else { high = middle }
        }
        guard let place = place(at: UInt32(low), standing: .proper), place.geonames == geonames else { return nil }
        return place
    }

    /// The place in row `number` of the table, counted from 0; `nil` where there is no such row or it is damaged.
    package func place(number: Int) -> Place? {
        UInt32(exactly: number).flatMap { place(at: $0, standing: .proper) }
    }

    private var reader: ByteReader { ByteReader(data: data) }

    private func firstName(notBefore key: [UInt8]) -> Int {
        reader.withBytes { bytes in
            var (low, high) = (0, nameCount)
            while low < high {
                let middle = (low + high) / 2
                if compare(name: middle, with: key, in: bytes) < 0 { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// Negative where the name's key comes before `key` by its bytes, 0 where they are equal.
    private func compare(name: Int, with key: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int {
        let row = namesStart + name * Self.nameLength
        let length = Int(bytes.integer(at: row + 8) as UInt16)
        guard let start = textOffset(bytes.integer(at: row), length: length) else { return -1 }
        return bytes.compare(at: start, count: length, with: key)
    }

    private func place(at number: UInt32, standing: Place.Standing) -> Place? {
        guard let row = placeRow(number), let name = placeName(row), let kind = kind(row) else { return nil }
        let identifier: UInt32 = reader.integer(at: row)
        let latitude: Int32 = reader.integer(at: row + 4)
        let longitude: Int32 = reader.integer(at: row + 8)
        var place = Place(
            geonames: identifier == 0 ? nil : Int(identifier), name: name, kind: kind,
            country: String(decoding: reader.bytes(at: row + 32, count: 2), as: UTF8.self), code: code(row),
            population: Int(reader.integer(at: row + 12) as UInt32), standing: standing)
        if latitude != Self.noPosition {
            place.coordinate = Place.Coordinate(
                latitude: Double(latitude) / 100_000, longitude: Double(longitude) / 100_000)
        }
        if let province = enclosingProvince(of: row) {
            place.province = placeName(province)
            place.provinceCode = code(province)
        }
        return place
    }

    /// The row of the first-level subdivision around a place: a province, or a city that is one (it has a code).
    private func enclosingProvince(of row: Int) -> Int? {
        var row = row
        for _ in 0..<Self.deepest {
            guard let outer = placeRow(reader.integer(at: row + 20)) else { return nil }
            switch kind(outer) {
            case .province: return outer
            case .city where code(outer) != nil: return outer
            case .country, nil: return nil
            case .district, .city: row = outer
            }
        }
        return nil
    }

    private func placeRow(_ number: UInt32) -> Int? {
        number < UInt32(placeCount) ? Self.headerLength + Int(number) * Self.placeLength : nil
    }

    private func standing(_ row: Int) -> Place.Standing {
        switch reader.byte(at: row + 10) {
        case 0: .proper
        case 1: .word
        default: .alternate
        }
    }

    private func kind(_ row: Int) -> Place.Kind? {
        switch reader.byte(at: row + 31) {
        case 0: .country
        case 1: .province
        case 2: .district
        case 3: .city
        default: nil
        }
    }

    private func placeName(_ row: Int) -> String? {
        let length = Int(reader.integer(at: row + 28) as UInt16)
        guard let start = textOffset(reader.integer(at: row + 16), length: length) else { return nil }
        return String(decoding: reader.bytes(at: start, count: length), as: UTF8.self)
    }

    private func code(_ row: Int) -> String? {
        let length = Int(reader.byte(at: row + 30))
        guard length > 0, let start = textOffset(reader.integer(at: row + 24), length: length) else { return nil }
        return String(decoding: reader.bytes(at: start, count: length), as: UTF8.self)
    }

    private func textOffset(_ offset: UInt32, length: Int) -> Int? {
        Int(offset) + length <= textLength ? textStart + Int(offset) : nil
    }
}
