// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A text with its parties and entries: hand-made gold, or a Reading in its JSON form.
///
/// Entries are kept as JSON, so that a kind that the contract gains is measured without a change here.
struct CooperationRecord: TextRecord {
    struct Party: Decodable {
        struct Office: Decodable { let title: String? }

        let id: String
        let kind: String
        let name: String
        let aliases: [String]?
        let offices: [Office]?

        /// All names that the party goes by, folded.
        var names: [String] { ([name] + (aliases ?? [])).map(FoldedName.fold).filter { !$0.isEmpty } }
    }

    struct Article: Decodable { let text: String }

    let id: String
    let title: String?
    let text: String?
    let date: String?
    let article: Article?
    let parties: [Party]
    let entries: [JSONValue]

    /// A text in which nothing was read.
    init(id: String) {
        self.id = id
        (title, text, date, article) = (nil, nil, nil, nil)
        (parties, entries) = ([], [])
    }

    /// The text that runs count in.
    var canonicalText: String { article?.text ?? (title ?? "") + "\n\n" + (text ?? "") }

    /// The names of a party; what is no party's id is taken for a name.
    func names(of id: String) -> [String] {
        parties.first { $0.id == id }.map(\.names) ?? [FoldedName.fold(id)]
    }

    /// The name to show for a party.
    func label(of id: String) -> String { parties.first { $0.id == id }?.name ?? id }

    /// The entries of a kind.
    func entries(of kind: String) -> [JSONValue] { entries.filter { $0["kind"]?.string == kind } }

    /// The runs of an entry's evidence, found by the quote where no place is given.
    func spans(of entry: JSONValue, in text: String) -> [Span] {
        (entry["evidence"]?.items ?? []).compactMap { evidence in
            if let start = evidence["start"]?.number, let end = evidence["end"]?.number {
                return Span(start: Int(start), end: Int(end))
            }
            guard let quote = evidence["quote"]?.string, let range = text.range(of: quote, options: .literal) else {
                return nil
            }
            let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
            return Span(start: start, end: start + quote.unicodeScalars.count)
        }
    }

    /// The members of an entry's slots that name parties.
    func parties(in slot: String, of entry: JSONValue) -> [[String]] {
        partyIds(in: slot, of: entry).map(names(of:))
    }

    /// The ids in an entry's slot, which may hold one, a list, or a list of participants.
    func partyIds(in slot: String, of entry: JSONValue) -> [String] {
        (entry[slot]?.items ?? []).compactMap { ($0["party"] ?? $0).string }
    }
}

/// Names made comparable.
enum FoldedName {
    /// The name in lower case, without diacritics and punctuation.
    static func fold(_ name: String) -> String {
        let letters = name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.canonicalCombiningClass == .notReordered }
            .map { $0 == "đ" ? "d" : $0 }
        return letters.split { !(ScalarText.isLetterOrDigit($0) || $0 == "_") }
            .map { words in
                var view = String.UnicodeScalarView()
                view.append(contentsOf: words)
                return String(view)
            }
            .joined(separator: " ")
    }

    /// Whether two parties share a name, or one has a name of four letters or more inside one of the other.
    static func isSame(_ left: [String], _ right: [String]) -> Bool {
        left.contains { one in right.contains { isSame(one, $0) } }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        guard min(left.unicodeScalars.count, right.unicodeScalars.count) > 3 else { return false }
        return " \(left) ".contains(" \(right) ") || " \(right) ".contains(" \(left) ")
    }
}
