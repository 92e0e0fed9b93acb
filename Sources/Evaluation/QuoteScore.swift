// SPDX-License-Identifier: Apache-2.0

/// Scores quotations and their speakers in one text.
///
/// A quotation is found where its letters and those of the gold overlap by half of their union, and right where its
/// speaker is right too: by name, or by the words that stand for the speaker in the text. Gold of other kinds is neither wanted nor punished.
struct QuoteScore {
    /// Where the letters are the very same.
    private(set) var exact = Tally()
    /// Where the letters overlap enough.
    private(set) var overlap = Tally()
    /// Where the speaker is right too.
    private(set) var withSpeaker = Tally()
    /// What went wrong.
    private(set) var faults: [(fault: Finding.Fault, span: Span, detail: String)] = []

    private static let leastOverlap = 0.5

    /// Compares what was read in a text with its gold.
    init(gold: QuoteGold, prediction: QuotePrediction, kinds: Set<QuoteKind>) {
        let text = ScalarText(gold.text)
        let quotes = gold.quotes.map { ($0, text.lettered($0.content.spans)) }
        let wanted = quotes.filter { kinds.contains($0.0.kind) }
        let others = quotes.filter { !kinds.contains($0.0.kind) }.map(\.1)
        let read = prediction.quotes.map { ($0, text.lettered($0.content.spans)) }
            .filter { kinds.contains($0.0.kind) && !$0.1.isEmpty }
        let pairing = Self.pairing(wanted.map(\.1), read.map(\.1))

        let unwanted = read.indices.filter { index in
            let letters = read[index].1
            return pairing.gold(for: index) == nil
                && !others.contains { Self.share($0, letters, of: letters.count) >= Self.leastOverlap }
        }
        let same = pairing.pairs.filter { wanted[$0.gold].1 == read[$0.read].1 }.count
        let attributed = pairing.pairs.filter { Self.agree(read[$0.read].0, wanted[$0.gold].0, in: text) }
        let total = pairing.pairs.count + unwanted.count
        exact = Tally(gold: wanted.count, read: total, right: same)
        overlap = Tally(gold: wanted.count, read: total, right: pairing.pairs.count)
        withSpeaker = Tally(gold: wanted.count, read: total, right: attributed.count)

        for (index, quote) in wanted.enumerated() where pairing.read(for: index) == nil {
            note(.missed, quote.0.content, "said by \(quote.0.speaker?.text ?? "nobody")")
        }
        for pair in pairing.pairs where !attributed.contains(where: { $0 == pair }) {
            let quote = wanted[pair.gold].0
            let speaker = read[pair.read].0.speaker
            note(.different, quote.content, "said by \(quote.speaker?.text ?? "nobody"), read \(speaker ?? "nobody")")
        }
        for index in unwanted { note(.unwanted, read[index].0.content, "said by \(read[index].0.speaker ?? "nobody")") }
    }

    private mutating func note(_ fault: Finding.Fault, _ content: [[Int]], _ detail: String) {
        guard let first = content.spans.first else { return }
        faults.append((fault, first, detail))
    }

    private static func pairing(_ wanted: [Set<Int>], _ read: [Set<Int>]) -> Pairing {
        Pairing(
            wanted.indices.flatMap { gold in
                read.indices.compactMap { index in
                    let union = wanted[gold].union(read[index]).count
                    let worth = share(wanted[gold], read[index], of: union)
                    return worth >= leastOverlap ? .init(worth: worth, gold: gold, read: index) : nil
                }
            })
    }

    private static func share(_ left: Set<Int>, _ right: Set<Int>, of whole: Int) -> Double {
        whole > 0 ? Double(left.intersection(right).count) / Double(whole) : 0
    }

    // MARK: Speakers

    /// Where no name was read, the words that stand for the speaker are the name.
    private static func agree(_ read: QuotePrediction.Quote, _ quote: QuoteGold.Quote, in text: ScalarText) -> Bool {
        guard let speaker = quote.speaker else { return true }
        if let mention = read.mention, mention.overlaps(Span(start: speaker.start, end: speaker.end)) { return true }
        guard let name = read.speaker ?? read.mention.map({ text.words($0) }) else { return false }
        return ((quote.names ?? []) + [speaker.text ?? ""]).contains { isSameName(name, $0) }
    }

    /// Whether one name is part of the other and the shorter one's last word is in both; a pronoun is no name.
    private static func isSameName(_ left: String, _ right: String) -> Bool {
        let left = words(of: left)
        let right = words(of: right)
        guard !left.isEmpty, !right.isEmpty, !(left.count == 1 && pronouns.contains(left[0])) else { return false }
        if left == right { return true }
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard let last = short.last else { return false }
        return long.contains(last) && Set(short).isSubset(of: long)
    }

    private static func words(of name: String) -> [String] {
        name.lowercased().unicodeScalars
            .split { !(ScalarText.isLetterOrDigit($0) || $0 == "_") }
            .map { String($0) }
            .filter { !unnaming.contains($0) }
    }

    /// Words around a name that do not belong to it, and pronouns: both are part of the measure's definition.
    private static let unnaming: Set = ["the", "a", "an", "mr", "mrs", "ms", "dr", "s"]
    private static let pronouns: Set = [
        "he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "who", "his", "their", "its", "this", "that",
    ]
}
