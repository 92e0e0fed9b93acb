// SPDX-License-Identifier: Apache-2.0

import Cooperation
import TestNumbers

/// Readings of any shape that the contract allows.
enum RandomReading {
    static func reading(using random: inout SeededNumbers) -> Reading {
        let text = RandomText.text(length: Int.random(in: 0...120, using: &random), using: &random)
        let roles = BlockRole.allCases
        return Reading(
            id: word(&random),
            article: Article(
                source: Source(
                    id: "sha256:" + (word(&random) ?? ""), location: word(&random), publisher: word(&random),
                    language: word(&random), published: date(&random), modified: date(&random), retrieved: word(&random)
                ),
                title: word(&random), authors: words(&random), text: text,
                blocks: (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    Block(role: roles.randomElement(using: &random) ?? .body, range: range(&random))
                }),
            parties: (0..<Int.random(in: 0...4, using: &random)).map { party($0, &random) },
            entries: (0..<Int.random(in: 0...6, using: &random)).map { entry($0, &random) },
            conflicts: (0..<Int.random(in: 0...2, using: &random)).map { _ in
                Conflict(
                    kind: .officeHolder, between: ["p0", "p1"], odd: word(&random), reason: word(&random) ?? "",
                    evidence: proofs(&random))
            })
    }

    private static func party(_ number: Int, _ random: inout SeededNumbers) -> Party {
        Party(
            id: "p\(number)", kind: Party.Kind.allCases.randomElement(using: &random) ?? .person,
            name: word(&random) ?? "", aliases: words(&random), identifiers: ["geonames": word(&random) ?? "1"],
            mentions: [range(&random)],
            offices: Bool.random(using: &random)
                ? [Office(title: word(&random) ?? "Mayor", of: word(&random), evidence: proofs(&random))] : [])
    }

    private static func entry(_ number: Int, _ random: inout SeededNumbers) -> Entry {
        let content: Entry.Content =
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                .engagement(
                    Engagement(
                        type: Engagement.Form.allCases.randomElement(using: &random) ?? .other,
                        title: word(&random) ?? "",
                        participants: Engagement.Role.allCases.shuffled(using: &random).prefix(2).map {
                            .init(party: "p0", role: $0)
                        }, place: word(&random), date: date(&random),
                        status: Bool.random(using: &random) ? .past : .planned, partOf: word(&random)))
            case 1:
                .figure(
                    Figure(
                        indicator: word(&random) ?? "", value: Double.random(in: -1e12...1e12, using: &random),
                        upper: Bool.random(using: &random) ? 0.1 : nil,
                        relation: Figure.Comparison.allCases.randomElement(using: &random) ?? .equal,
                        unit: word(&random) ?? "%", scope: word(&random), asOf: date(&random), saidBy: word(&random)))
            case 2:
                .agreement(
                    Agreement(
                        type: Agreement.Form.allCases.randomElement(using: &random) ?? .other, name: word(&random),
                        parties: words(&random), signatories: words(&random), witnesses: words(&random),
                        scope: word(&random), status: Agreement.Status.allCases.randomElement(using: &random),
                        date: date(&random)))
            case 3:
                .commitment(
                    Commitment(
                        by: words(&random), force: Commitment.Force.allCases.randomElement(using: &random) ?? .wish,
                        what: word(&random) ?? "", measure: word(&random), target: amount(&random),
                        baseline: amount(&random), deadline: date(&random)))
            case 4:
                .institution(
                    Institution(
                        name: word(&random) ?? "", of: words(&random), place: word(&random),
                        state: Institution.State.allCases.randomElement(using: &random) ?? .existing))
            case 5:
                .programme(
                    Programme(
                        name: word(&random), topics: words(&random), parties: words(&random),
                        description: word(&random)))
            case 6:
                .relation(
                    Relation(
                        type: Relation.Form.allCases.randomElement(using: &random) ?? .part,
                        subject: word(&random) ?? "p1", object: word(&random) ?? "p2",
                        rank: Bool.random(using: &random) ? 3 : nil, scope: word(&random), asOf: date(&random)))
            default:
                .statement(
                    Statement(
                        speaker: word(&random), text: word(&random) ?? "", direct: Bool.random(using: &random),
                        verb: word(&random) ?? ""))
            }
        return Entry(
            id: "e\(number)", content: content, confidence: Double.random(in: 0...1, using: &random),
            evidence: proofs(&random))
    }

    private static func amount(_ random: inout SeededNumbers) -> Commitment.Amount? {
        guard let unit = word(&random) else { return nil }
        return .init(value: Double.random(in: -1e12...1e12, using: &random), unit: unit)
    }

    private static func date(_ random: inout SeededNumbers) -> DatedValue? {
        let texts = ["2025", "2025-08~", "2024-11-07/2024-11-09", "0001-01-01"]
        let bases: [DatedValue.Basis] = [.metadata, .stated, .inferred]
        guard Bool.random(using: &random), let value = PartialDate(texts.randomElement(using: &random) ?? "2025")
        else { return nil }
        return DatedValue(
            value: value, basis: bases.randomElement(using: &random) ?? .stated, premises: proofs(&random))
    }

    private static func proofs(_ random: inout SeededNumbers) -> [Evidence] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
            Evidence(range: range(&random), quote: RandomText.text(length: 12, using: &random))
        }
    }

    private static func range(_ random: inout SeededNumbers) -> TextRange {
        let start = Int.random(in: 0...500, using: &random)
        let length = Int.random(in: 0...50, using: &random)
        return TextRange(
            start: TextPosition(scalar: start, byte: start * 2),
            end: TextPosition(scalar: start + length, byte: start * 2 + length * 3))
    }

    private static func words(_ random: inout SeededNumbers) -> [String] {
        (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in word(&random) }
    }

    private static func word(_ random: inout SeededNumbers) -> String? {
        guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
        return RandomText.text(length: Int.random(in: 0...9, using: &random), using: &random)
    }
}
