// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Ledger

extension EntryViews {
    /// Something to look after.
    func signal(_ item: DueItem) -> View {
        let code = item.reason.rawValue.replacing(" ", with: "-")
        let isPair = item.reason == .noContact && item.parties.count == 2
        return [
            "code": .text(code), "reason": .text(words["reason.\(code)"]),
            "heading": .view(
                Phrase.view(
                    isPair
                        ? words.text("pair.title", ["left": item.parties[0].name, "right": item.parties[1].name])
                        : heading(item.entry.name))),
            "address": .text(
                isPair ? Address.pair(item.parties[0].id, item.parties[1].id) : Address.entry(item.entry.id)),
            "who": .list(isPair ? [] : item.parties.map { ["name": .view(Phrase.view($0.name))] }),
            "date": .optional(item.day.map { day($0) }),
            // HTML has no way to write a span of days.
            "machineDate": .optional(item.day.flatMap { $0.contains("/") ? nil : $0 }), "isReported": false,
        ]
    }

    /// A page of the ledger in a list.
    func page(_ source: SourceRow) -> View {
        [
            "address": .text(Address.source(source.id)),
            "title": .view(Phrase.view(source.title ?? source.location ?? words["reader.untitled"])),
            "publisher": Phrase.value(source.publisher), "date": .optional(source.published.map { date($0) }),
            "machineDate": .optional(source.published?.description), "isReported": false,
            "entries": .text(words.counted("count.entries", source.entries)),
        ]
    }

    /// A conflict across pages with both sides.
    func conflict(_ disagreement: Disagreement) -> View {
        [
            "id": .text(disagreement.id), "kindName": .text(words["conflict.\(disagreement.kind.rawValue)"]),
            "subject": .view(Phrase.view(heading(disagreement.subject.name))),
            "address": .text(Address.entry(disagreement.subject.id)),
            "reason": .view(
                Phrase.view(
                    words.language == .english
                        ? disagreement.reason : words["conflict_reason.\(disagreement.kind.rawValue)"])),
            "sides": .list(
                disagreement.sides.map { side in
                    let proofs = zip(side.sources, side.evidence).prefix(2).map { proof($1, in: $0) }
                    return [
                        "value": .view(Phrase.view(valueText(side.value, of: disagreement.kind))),
                        "plainValue": .text(side.value),
                        "count": .text(countText(side.sources.count, side.origins)),
                        "proofs": .list(Array(proofs)),
                    ]
                }),
        ]
    }

    private func valueText(_ value: String, of kind: DisagreementKind) -> String {
        switch kind {
        case .date: PartialDate(value).map { date($0) } ?? value
        case .value: DigitGroups.text(value)
        case .status: words.term(value)
        case .officeHolder, .place, .parties, .spelling: value
        }
    }
}
