// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gazetteer

/// Gold of place names with their places on the map.
struct ToponymSet: GoldSet {
    /// A gold text with its place names.
    struct Gold: Decodable {
        let id: String
        let text: String
        let date: String?
        let toponyms: [Toponym]
    }

    /// The place names read in a text.
    struct Prediction: TextRecord, Encodable {
        let id: String
        let toponyms: [Toponym]
    }

    /// A place name and where its place is, if that is known.
    struct Toponym: Codable {
        let start: Int
        let end: Int
        let lat: Double?
        let lon: Double?
        /// What the reader takes the place for; gold does not say.
        var kind: String?

        var span: Span { Span(start: start, end: end) }
        var coordinate: Place.Coordinate? {
            lat.flatMap { latitude in lon.map { Place.Coordinate(latitude: latitude, longitude: $0) } }
        }
    }

    /// A hundred miles: what geoparsing calls the right place.
    static let reach = 161.0

    let name: String
    let folder: URL

    private var gold: [Gold] {
        get throws { try GoldFile.records(Gold.self, at: folder.appending(path: "gold.ndjson")) }
    }

    func predictions(by reader: TextReader) throws -> [PredictionFile] {
        let predictions = try gold.map { record in
            let result = try reader.read(id: record.id, text: record.text, published: record.date)
            let names = NamedSpans(result: result, gazetteer: reader.gazetteer)
            return Prediction(
                id: record.id,
                toponyms: names.names.filter { $0.type == "LOC" }.map { place in
                    let coordinate = names.coordinate(of: place.party)
                    return Toponym(
                        start: place.span.start, end: place.span.end, lat: coordinate?.latitude,
                        lon: coordinate?.longitude, kind: place.party.kind.rawValue)
                })
        }
        return [try PredictionFile(name + ".ndjson", predictions)]
    }

    func outcome(of predictions: [PredictionFile]) throws -> Outcome {
        let gold = try gold
        let read = try predictions.records(Prediction.self, in: name + ".ndjson")
        var outcome = Outcome()
        var same: [Tally] = []
        var overlap: [Tally] = []
        var near: [Tally] = []
        var cities: [Tally] = []
        for record in gold {
            let toponyms = read[record.id]?.toponyms ?? []
            let wanted = record.toponyms.map(\.span)
            let found = toponyms.map(\.span)
            let pairing = Pairing(gold: wanted, read: found)
            let close = pairing.pairs.filter { pair in
                guard let place = record.toponyms[pair.gold].coordinate,
                    let other = toponyms[pair.read].coordinate
                else { return false }
                return place.kilometres(to: other) <= Self.reach
            }
            let placed = pairing.pairs.filter { toponyms[$0.read].coordinate != nil }
            let exact = pairing.pairs.filter { wanted[$0.gold] == found[$0.read] }
            same.append(Tally(gold: wanted.count, read: found.count, right: exact.count))
            overlap.append(Tally(gold: wanted.count, read: found.count, right: pairing.pairs.count))
            near.append(Tally(gold: pairing.pairs.count, read: placed.count, right: close.count))
            let isCity = { (pair: (gold: Int, read: Int)) in toponyms[pair.read].kind == "city" }
            cities.append(
                Tally(
                    gold: pairing.pairs.filter(isCity).count, read: placed.filter(isCity).count,
                    right: close.filter(isCity).count))

            let text = ScalarText(record.text)
            let note = { (fault: Finding.Fault, span: Span, detail: String) in
                outcome.findings.append(
                    Finding(
                        gold: name, capability: "place names", fault: fault, text: record.id, detail: detail,
                        context: text.context(span)))
            }
            for index in wanted.indices where pairing.read(for: index) == nil { note(.missed, wanted[index], "") }
            for pair in pairing.pairs where !close.contains(where: { $0 == pair }) {
                let isPlaced = toponyms[pair.read].coordinate != nil
                note(.different, wanted[pair.gold], isPlaced ? "another place" : "no place on the map")
            }
            for index in found.indices where pairing.gold(for: index) == nil { note(.unwanted, found[index], "") }
        }
        outcome.measures = [
            Measure(gold: name, capability: "place names, same words", right: same, found: overlap),
            Measure(
                gold: name, capability: "of those found: within \(Int(Self.reach)) km", right: near, found: nil),
            Measure(
                gold: name, capability: "of those, towns and cities: within \(Int(Self.reach)) km", right: cities,
                found: nil),
        ]
        return outcome
    }
}

extension Place.Coordinate {
    /// The way to another point along the surface of a globe of the Earth's mean radius (the haversine formula).
    func kilometres(to other: Place.Coordinate) -> Double {
        let radians = Double.pi / 180
        let north = (other.latitude - latitude) * radians / 2
        let east = (other.longitude - longitude) * radians / 2
        let chord =
            sin(north) * sin(north) + cos(latitude * radians) * cos(other.latitude * radians) * sin(east) * sin(east)
        return 2 * 6371.0088 * asin(min(1, chord.squareRoot()))
    }
}
