// SPDX-License-Identifier: Apache-2.0

import Ledger

/// The field of exchange that an entry belongs to, by the words of its heading, scope and topics.
struct ExchangeFields: Sendable {
    private struct Row: Decodable {
        let field: String
        let words: [String]
    }

    private let rows: [Row]
    /// What has none of the words.
    static let other = "other"

    init() throws(BriefingError) { rows = try ResourceTable.decode([Row].self, "fields") }

    /// The names of the fields, in the order in which they are tried.
    var names: [String] { rows.map(\.field) + [Self.other] }

    /// The field of what `fact` tells of.
    func field(of fact: Fact) -> String {
        let topics =
            fact.values("topic")
            + [fact.value("scope"), fact.value("name"), fact.value("title")]
            .compactMap(\.self)
        // What an entry says of its own matter comes before the sentence that stands for it.
        return field(of: topics.joined(separator: " ")) ?? field(of: fact.row.heading) ?? Self.other
    }

    private func field(of text: String) -> String? {
        let folded = " " + text.lowercased().map { $0.isLetter ? String($0) : " " }.joined()
        return rows.first { row in row.words.contains { folded.contains(" \($0)") } }?.field
    }
}
