// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Hashing
import Ledger

/// Makes pages about invented relationships, the same ones for the same number.
///
/// A relationship is a pair of cities with a mayor and a port each; every event is told by one to four pages, some of
/// which copy another. A page has ten entries.
struct Generator {
    struct Page {
        let snapshot: Snapshot
        let reading: Reading
    }

    private static let syllables = [
        "ba", "bel", "cor", "da", "den", "fa", "gor", "ha", "il", "ka", "lam", "mo", "nar", "or", "pel", "qui", "ro",
        "san", "ta", "ur", "vel", "wen", "xi", "yor", "zan", "lu", "mi", "te",
    ]
    private static let pagesOfRelationship = 120

    /// The page of this number; neighbours in number are far apart in subject, as in a real stream.
    func page(_ number: Int) -> Page {
        let group = number / 4
        let relationship = group % max(1, group / (Self.pagesOfRelationship / 4) + 7)
        var chance = Chance(seed: UInt64(group) &* 2_654_435_761)
        let day = chance.below(1_400)
        let isCopy = number % 4 == 2
        var own = Chance(seed: UInt64(isCopy ? number - 1 : number) &+ 77)
        return made(relationship, group, day: day, number, &own)
    }

    private func name(_ seed: Int, _ parts: Int) -> String {
        var chance = Chance(seed: UInt64(seed) &+ 0xABCD)
        let word = (0..<parts).map { _ in Self.syllables[chance.below(Self.syllables.count)] }.joined()
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private func date(_ day: Int) -> String {
        let (year, rest) = (2021 + day / 365, day % 365)
        let (month, inMonth) = (rest / 31 + 1, rest % 28 + 1)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(inMonth < 10 ? "0" : "")\(inMonth)"
    }

    private func filler(_ chance: inout Chance, _ words: Int) -> String {
        (0..<words).map { _ in name(chance.below(40_000), 2).lowercased() }.joined(separator: " ")
    }

    private func made(_ relationship: Int, _ group: Int, day: Int, _ number: Int, _ chance: inout Chance) -> Page {
        let cities = [name(relationship * 2 + 1, 3), name(relationship * 2 + 2, 3)]
        let mayors = cities.indices.map {
            "\(name(relationship * 8 + $0 + 500, 2)) \(name(relationship * 8 + $0 + 900, 3))"
        }
        let ports = cities.map { "\($0) Port Authority" }
        let topic = filler(&chance, 0) + name(group * 3, 3).lowercased() + " " + name(group * 3 + 1, 2).lowercased()
        var sentences: [String] = []
        func say(_ sentence: String) -> String {
            sentences.append(sentence)
            return sentence
        }
        let when = date(day)
        let met = say("Mayor \(mayors[0]) of \(cities[0]) met Mayor \(mayors[1]) of \(cities[1]) on \(when).")
        let visit = say("\(mayors[1]) visited \(ports[0]) to see \(topic).")
        let signed = say("\(cities[0]) and \(cities[1]) signed a memorandum on \(topic).")
        let pledge = say("\(cities[0]) will build \(topic) for \(20 + group % 70) ships.")
        let hope = say("\(cities[1]) hopes to finish \(topic) soon.")
        let trade = say("Trade of \(cities[0]) and \(cities[1]) reached \(100 + group % 900) million dollars.")
        let ships = say("\(ports[1]) counted \(1_000 + number % 9_000) ships.")
        let quotes = (0..<3).map { _ in say("“\(filler(&chance, 12))” said \(mayors[0]).") }
        let text = "\(topic)\n\n" + sentences.joined(separator: " ") + " " + filler(&chance, 60)
        return assemble(
            text, number, published: date(day + 1), cities: cities, mayors: mayors, ports: ports, relationship,
            entries: [
                (.engagement(meeting(met, ["p3", "p4"], "p1", when)), met),
                (.engagement(visiting(visit, when)), visit),
                (
                    .agreement(Agreement(type: .memorandum, parties: ["p1", "p2"], scope: topic, date: dated(when))),
                    signed
                ),
                (
                    .commitment(
                        Commitment(
                            by: ["p1"], force: .pledge, what: "build \(topic)", deadline: dated("\(2022 + group % 5)"))),
                    pledge
                ),
                (.commitment(Commitment(by: ["p2"], force: .hope, what: "finish \(topic)")), hope),
                (
                    .figure(
                        Figure(
                            indicator: "trade", value: Double(100 + group % 900) * 1e6, unit: "USD", scope: "p1",
                            asOf: dated(String(when.prefix(7))))), trade
                ),
                (
                    .figure(
                        Figure(
                            indicator: "ships", value: Double(1_000 + number % 9_000), unit: "ships", scope: "p6",
                            asOf: dated(when))), ships
                ),
            ]
                + quotes.map { quote in
                    (.statement(Statement(speaker: "p3", text: quote, direct: true, verb: "said")), quote)
                })
    }

    private func meeting(_ title: String, _ parties: [String], _ place: String, _ day: String) -> Engagement {
        Engagement(
            type: .meeting, title: title, participants: parties.map { .init(party: $0, role: .participant) },
            place: place, date: dated(day))
    }

    private func visiting(_ title: String, _ day: String) -> Engagement {
        Engagement(
            type: .visit, title: title,
            participants: [.init(party: "p4", role: .visitor), .init(party: "p5", role: .host)],
            place: "p1", date: dated(day))
    }

    private func dated(_ text: String) -> DatedValue? {
        PartialDate(text).map { DatedValue(value: $0, basis: .stated) }
    }

    private func assemble(
        _ text: String, _ number: Int, published: String, cities: [String], mayors: [String], ports: [String],
        _ relationship: Int, entries: [(Entry.Content, String)]
    ) -> Page {
        let finder = Finder(text)
        let bytes = Array("<article>\(number) \(text)</article>".utf8)
        let source = Source(
            id: "sha256:\(SHA256Digest(of: bytes))", location: "https://generated.example/\(number)",
            publisher: "Paper \(number % 50)", language: "en", published: dated(published))
        func party(_ id: String, _ kind: Party.Kind, _ name: String, _ geonames: Int?, of body: String? = nil) -> Party
        {
            Party(
                id: id, kind: kind, name: name, identifiers: geonames.map { ["geonames": String($0)] } ?? [:],
                mentions: finder.evidence(name).map { [$0.range] } ?? [],
                offices: body.map {
                    [Office(title: "Mayor", of: $0, evidence: finder.evidence(name).map { [$0] } ?? [])]
                }
                    ?? [])
        }
        let whole = finder.evidence(text).map { [Block(role: .body, range: $0.range)] } ?? []
        return Page(
            snapshot: Snapshot(bytes: bytes),
            reading: Reading(
                article: Article(source: source, title: nil, authors: [], text: text, blocks: whole),
                parties: [
                    party("p1", .city, cities[0], relationship * 2 + 1),
                    party("p2", .city, cities[1], relationship * 2 + 2),
                    party("p3", .person, mayors[0], nil, of: "p1"), party("p4", .person, mayors[1], nil, of: "p2"),
                    party("p5", .organisation, ports[0], nil), party("p6", .organisation, ports[1], nil),
                ],
                entries: entries.enumerated().compactMap { index, entry in
                    finder.evidence(entry.1).map {
                        Entry(id: "e\(index + 1)", content: entry.0, confidence: 0.9, evidence: [$0])
                    }
                }))
    }
}

/// Finds words in a text with both counts of their place.
private struct Finder {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    func evidence(_ words: String) -> Evidence? {
        let wanted = Array(words.utf8)
        guard let first = wanted.first, wanted.count <= bytes.count else { return nil }
        for start in 0...(bytes.count - wanted.count)
        where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
            let before = bytes[..<start].count { $0 & 0xC0 != 0x80 }
            let length = wanted.count { $0 & 0xC0 != 0x80 }
            return Evidence(
                range: TextRange(
                    start: TextPosition(scalar: before, byte: start),
                    end: TextPosition(scalar: before + length, byte: start + wanted.count)), quote: words)
        }
        return nil
    }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var number = state
        number = (number ^ (number >> 30)) &* 0xbf58_476d_1ce4_e5b9
        number = (number ^ (number >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((number ^ (number >> 31)) % UInt64(max(1, limit)))
    }
}
