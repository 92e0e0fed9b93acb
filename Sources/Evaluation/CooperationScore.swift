// SPDX-License-Identifier: Apache-2.0

/// Scores the reading of one press text: what stands in the right place, and what is right.
struct CooperationScore {
    /// The kinds of entry, in the order of the table.
    static let kinds = ["engagement", "agreement", "institution", "programme", "commitment", "figure", "statement"]
    /// What is measured besides: named parties and their offices.
    static let parties = ["person", "organisation", "office"]

    private(set) var right: [String: Tally] = [:]
    private(set) var found: [String: Tally] = [:]
    private(set) var faults: [(capability: String, fault: Finding.Fault, span: Span, detail: String)] = []

    private let gold: CooperationRecord
    private let reading: CooperationRecord
    private let text: String

    /// Compares `reading` with `gold`.
    init(gold: CooperationRecord, reading: CooperationRecord) {
        self.gold = gold
        self.reading = reading
        text = gold.canonicalText
        for kind in Self.kinds { score(kind) }
        score("person", kinds: ["person"])
        score("organisation", kinds: ["organisation", "government"])
        scoreOffices()
    }

    // MARK: Entries

    private mutating func score(_ kind: String) {
        let wanted = gold.entries(of: kind)
        let read = reading.entries(of: kind)
        let places = wanted.map { gold.spans(of: $0, in: text) }
        let readPlaces = read.map { reading.spans(of: $0, in: reading.canonicalText) }
        let pairing = Self.pairing(places.map(Self.cells), readPlaces.map(Self.cells), kind: kind)
        let agreement = CooperationAgreement(gold: gold, reading: reading)
        let good = pairing.pairs.filter { agreement.isRight(wanted[$0.gold], read[$0.read], kind: kind) }
        right[kind] = Tally(gold: wanted.count, read: read.count, right: good.count)
        found[kind] = Tally(gold: wanted.count, read: read.count, right: pairing.pairs.count)

        for index in wanted.indices where !good.contains(where: { $0.gold == index }) {
            guard let span = places[index].first else { continue }
            let detail = summary(of: wanted[index], in: gold)
            if let other = pairing.read(for: index) {
                faults.append((kind, .different, span, detail + " | read: " + summary(of: read[other], in: reading)))
            } else {
                faults.append((kind, .missed, span, detail))
            }
        }
        for index in read.indices where pairing.gold(for: index) == nil {
            guard let span = readPlaces[index].first else { continue }
            faults.append((kind, .unwanted, span, summary(of: read[index], in: reading)))
        }
    }

    private static func cells(_ spans: [Span]) -> Set<Int> {
        Set(spans.flatMap { Array($0.start..<max($0.start, $0.end)) })
    }

    /// Evidence has to share half of the shorter piece; statements half of both together.
    private static func pairing(_ wanted: [Set<Int>], _ read: [Set<Int>], kind: String) -> Pairing {
        let candidates = wanted.indices.flatMap { gold in
            read.indices.compactMap { index -> Pairing.Candidate? in
                let shared = wanted[gold].intersection(read[index]).count
                guard shared > 0 else { return nil }
                let whole =
                    kind == "statement"
                    ? wanted[gold].union(read[index]).count : min(wanted[gold].count, read[index].count)
                guard Double(shared) >= 0.5 * Double(whole) else { return nil }
                return .init(worth: Double(shared), gold: gold, read: index)
            }
        }
        return Pairing(candidates, lastFirst: true)
    }

    /// The slots of an entry in one line, parties by their names.
    private func summary(of entry: JSONValue, in record: CooperationRecord) -> String {
        guard case .object(let slots) = entry else { return "" }
        let dull: Set = ["id", "kind", "evidence", "confidence", "text", "dateBasis", "scope"]
        return slots.keys.filter { !dull.contains($0) }.sorted().compactMap { slot in
            let value = slots[slot] ?? .null
            let words = value.items.compactMap { ($0["party"] ?? $0.plain).string.map(record.label(of:)) }
            return words.isEmpty ? nil : "\(slot) \(words.joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    // MARK: Parties

    private mutating func score(_ capability: String, kinds: Set<String>) {
        let wanted = gold.parties.filter { kinds.contains($0.kind) }
        let read = reading.parties.filter { kinds.contains($0.kind) }
        let missed = wanted.filter { party in !read.contains { FoldedName.isSame(party.names, $0.names) } }
        let unwanted = read.filter { party in !wanted.contains { FoldedName.isSame(party.names, $0.names) } }
        let hits = wanted.count - missed.count
        right[capability] = Tally(
            gold: wanted.count, read: read.count, right: min(hits, read.count - unwanted.count))
        found[capability] = Tally(gold: wanted.count, read: read.count, right: hits)
        for party in missed { faults.append((capability, .missed, place(of: party), party.name)) }
        for party in unwanted { faults.append((capability, .unwanted, place(of: party), party.name)) }
    }

    private mutating func scoreOffices() {
        var wanted: [(title: String, names: [String], party: CooperationRecord.Party)] = []
        for party in gold.parties {
            for office in party.offices ?? [] {
                let title = FoldedName.fold(office.title ?? "")
                if !wanted.contains(where: { $0.title == title && Set($0.names) == Set(party.names) }) {
                    wanted.append((title, party.names, party))
                }
            }
        }
        let read = reading.parties.flatMap { party in
            (party.offices ?? []).map { (title: FoldedName.fold($0.title ?? ""), names: party.names) }
        }
        let missed = wanted.filter { office in
            !read.contains {
                isSameTitle(office.title, $0.title) && FoldedName.isSame(office.names, $0.names)
            }
        }
        let tally = Tally(gold: wanted.count, read: read.count, right: wanted.count - missed.count)
        right["office"] = tally
        found["office"] = tally
        for office in missed {
            faults.append(("office", .missed, place(of: office.party), "\(office.title) of \(office.party.name)"))
        }
    }

    /// Whether one title is part of the other.
    private func isSameTitle(_ wanted: String, _ read: String) -> Bool {
        !read.isEmpty && (wanted.isEmpty || wanted.contains(read) || read.contains(wanted))
    }

    /// Where a party is first named; the beginning where its name does not stand in the text.
    private func place(of party: CooperationRecord.Party) -> Span {
        for name in [party.name] + (party.aliases ?? []) {
            guard let range = text.range(of: name, options: .literal) else { continue }
            let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
            return Span(start: start, end: start + name.unicodeScalars.count)
        }
        return Span(start: 0, end: 0)
    }
}
