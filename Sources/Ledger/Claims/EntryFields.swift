// SPDX-License-Identifier: Apache-2.0

import Cooperation

extension Entry.Content {
    /// The values that the entry states, beside its parties; fields have the names of the contract.
    var values: [(field: String, value: String)] {
        switch self {
        case .engagement(let it):
            Self.list([
                ("type", it.type.rawValue), ("title", it.title), ("date", it.date?.value.description),
                ("status", it.status.rawValue),
            ])
        case .agreement(let it):
            Self.list([
                ("type", it.type.rawValue), ("name", it.name), ("scope", it.scope), ("status", it.status?.rawValue),
                ("date", it.date?.value.description),
            ])
        case .commitment(let it):
            Self.list([
                ("what", it.what), ("force", it.force.rawValue), ("measure", it.measure),
                ("target", it.target.map(Self.text)), ("baseline", it.baseline.map(Self.text)),
                ("deadline", it.deadline?.value.description),
            ])
        case .figure(let it):
            Self.list([
                ("indicator", it.indicator), ("value", Self.text(it)), ("unit", it.unit),
                ("asOf", it.asOf?.value.description),
            ])
        case .institution(let it): Self.list([("name", it.name), ("state", it.state.rawValue)])
        case .programme(let it):
            Self.list([("name", it.name), ("description", it.description)]) + it.topics.map { ("topic", $0) }
        case .relation(let it):
            Self.list([
                ("type", it.type.rawValue), ("rank", it.rank.map(String.init)), ("scope", it.scope),
                ("asOf", it.asOf?.value.description),
            ])
        case .statement(let it): Self.list([("text", it.text), ("verb", it.verb)])
        }
    }

    /// The fields that a list may head the entry by, the best first.
    var headingFields: [String] {
        switch self {
        case .engagement: ["title"]
        case .agreement: ["name", "scope", "type"]
        case .commitment: ["what"]
        case .figure: []
        case .institution: ["name"]
        case .programme: ["name", "description"]
        case .relation: []
        case .statement: ["text"]
        }
    }

    /// The field of the date by which the entry is found.
    var dateField: String? {
        switch self {
        case .engagement, .agreement: "date"
        case .commitment: "deadline"
        case .figure, .relation: "asOf"
        case .institution, .programme, .statement: nil
        }
    }

    /// The field of the finer kind.
    var sortField: String {
        switch self {
        case .engagement, .agreement, .relation: "type"
        case .commitment: "force"
        case .figure: "unit"
        case .institution: "state"
        case .programme: "topic"
        case .statement: "direct"
        }
    }

    /// Fields that hold several values at once.
    static let manyFields: Set<String> = [
        "topic", "host", "visitor", "participant", "organiser", "witness", "party", "signatory", "by", "of", "office",
        "identifier", "alias",
    ]

    /// Fields that hold dates.
    static let dateFields: Set<String> = ["date", "deadline", "asOf"]

    private static func list(_ pairs: [(String, String?)]) -> [(field: String, value: String)] {
        pairs.compactMap { field, value in value.flatMap { $0.isEmpty ? nil : (field, $0) } }
    }

    private static func text(_ amount: Commitment.Amount) -> String {
        "\(Cell.number(amount.value).text) \(amount.unit)"
    }

    private static func text(_ figure: Figure) -> String {
        let bounds = [figure.value, figure.upper].compactMap { $0.map { Cell.number($0).text } }
        let sign = figure.relation == .equal ? "" : "\(figure.relation.rawValue) "
        return sign + bounds.joined(separator: " to ")
    }
}
