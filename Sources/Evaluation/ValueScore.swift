// SPDX-License-Identifier: Apache-2.0

/// Scores the dates or quantities of one text: those found, and those whose value is right.
///
/// An expression is found where a scalar of it is; gold without a value, such as `PAST_REF`, does not count for values.
struct ValueScore {
    /// Where the runs are the very same.
    private(set) var exact = Tally()
    /// Where the runs overlap.
    private(set) var overlap = Tally()
    /// Where the value is right too.
    private(set) var resolved = Tally()
    /// What went wrong.
    private(set) var faults: [(fault: Finding.Fault, span: Span, detail: String)] = []

    /// What of the gold counts.
    struct Scope {
        /// The types that are wanted, all where empty; others are not punished.
        var types: Set<String> = []
        /// Whether the line that dates a report is left out.
        var skipsDateLine = false
    }

    /// Compares what was read in a text with its gold.
    init(gold: ValueGold, prediction: ValuePrediction, scope: Scope) {
        let counted = gold.wanted.filter { !(scope.skipsDateLine && $0.isDateLine == true) }
        let isWanted = { (item: ValueGold.Item) in scope.types.isEmpty || scope.types.contains(item.shortType) }
        let wanted = counted.filter(isWanted)
        let others =
            counted.filter { !isWanted($0) }
            + (scope.skipsDateLine ? gold.wanted.filter { $0.isDateLine == true } : [])
        let read = prediction.items
        let spans = wanted.compactMap(\.span)
        let pairing = Pairing(gold: spans, read: read.map(\.span))

        let unwanted = read.indices.filter { index in
            pairing.gold(for: index) == nil && !others.contains { $0.span?.overlaps(read[index].span) == true }
        }
        let total = pairing.pairs.count + unwanted.count
        let valued = pairing.pairs.filter { !wanted[$0.gold].readings.isEmpty }
        let right = valued.filter { pair in
            wanted[pair.gold].readings.contains { Self.agree(read[pair.read], $0) }
        }
        overlap = Tally(gold: wanted.count, read: total, right: pairing.pairs.count)
        exact = Tally(
            gold: wanted.count, read: total,
            right: pairing.pairs.filter { spans[$0.gold] == read[$0.read].span }.count)
        resolved = Tally(
            gold: wanted.filter { !$0.readings.isEmpty }.count, read: total - (pairing.pairs.count - valued.count),
            right: right.count)

        for index in wanted.indices where pairing.read(for: index) == nil && !wanted[index].readings.isEmpty {
            faults.append((.missed, spans[index], Self.text(wanted[index].readings)))
        }
        for pair in valued where !right.contains(where: { $0 == pair }) {
            let item = read[pair.read]
            let words = [item.value ?? "no value", item.unit].compactMap { $0 }.joined(separator: " ")
            faults.append((.different, spans[pair.gold], "\(Self.text(wanted[pair.gold].readings)), read \(words)"))
        }
        for index in unwanted { faults.append((.unwanted, read[index].span, read[index].value ?? "no value")) }
    }

    private static func text(_ readings: [(value: String, unit: String)]) -> String {
        readings.map { $0.unit.isEmpty ? $0.value : "\($0.value) \($0.unit)" }.joined(separator: " or ")
    }

    /// Whether a value read is the gold's: the same text but for midnight and case, or the same number.
    private static func agree(_ item: ValuePrediction.Item, _ gold: (value: String, unit: String)) -> Bool {
        guard let value = item.value else { return false }
        if value.contains("/"), gold.value.contains("/") { return ends(of: value) == ends(of: gold.value) }
        guard normalised(value) == normalised(gold.value) || isSameNumber(value, gold.value) else { return false }
        return gold.unit.isEmpty || (item.unit ?? "").lowercased() == gold.unit.lowercased()
    }

    private static func ends(of range: String) -> [String] {
        range.split(separator: "/", omittingEmptySubsequences: false).prefix(2).map { normalised(String($0)) }
    }

    private static func normalised(_ value: String) -> String {
        let trimmed = value.uppercased().drop(while: \.isWhitespace)
        var text = Substring(trimmed.replacing(" ", with: "T")).trimming("()")
        for midnight in ["T00:00:00", "T00:00"] where text.hasSuffix(midnight) {
            text = text.dropLast(midnight.count)
            break
        }
        return String(text)
    }

    /// Numbers are compared as numbers, but four digits are a year.
    private static func isSameNumber(_ value: String, _ gold: String) -> Bool {
        let isYear = gold.count == 4 && gold.allSatisfy { "0123456789".contains($0) }
        guard !isYear, let left = Numeral.value(unmarked(value)), let right = Numeral.value(unmarked(gold)) else {
            return false
        }
        return abs(left - right) <= 1e-6 * max(1, abs(right))
    }

    private static func unmarked(_ number: String) -> String {
        var number = number
        while number.hasSuffix("%") { number.removeLast() }
        return number
    }
}

extension Substring {
    fileprivate func trimming(_ characters: String) -> Substring {
        var text = self
        while let first = text.first, characters.contains(first) { text = text.dropFirst() }
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return text
    }
}
