// SPDX-License-Identifier: Apache-2.0

import Briefing
import Cooperation
import Ledger

/// Makes the view of one record for the templates `record` and `party`.
struct RecordView {
    let record: Record
    let views: EntryViews

    private var words: Words { views.words }

    /// What entries and parties have in common.
    func view(history: [Claim], judgements: [Judgement], conflicts: [Disagreement], notes: [NoteRow]) -> View {
        let fields = Dictionary(grouping: record.values.filter { $0.field != "alias" }, by: \.field)
        return views.view(record.row).merging([
            "fields": .list(fields.keys.sorted().map { field($0, fields[$0] ?? []) }),
            "corrections": list(history.compactMap(correction)),
            "judgements": list(judgements.filter { $0.author != nil }.map(judgement)),
            "conflicts": list(conflicts.map(views.conflict)), "notes": list(notes.map(note)),
            "fieldNames": .list(
                fields.sorted { $0.key < $1.key }.map { name, values in
                    // What is corrected is what stands there, where one value alone does.
                    let shown = values.filter(\.isShown)
                    return [
                        "code": .text(name), "name": .text(words["field.\(name)"]),
                        "shown": .optional(shown.count == 1 && shown[0].party == nil ? shown[0].value : nil),
                    ]
                }),
        ])
    }

    /// What only entries have.
    func entry(followUps: [FollowUp]) -> View {
        let fact = Fact(record)
        return [
            "parties": .list(views.participants(fact.participants)),
            "proofs": list(fact.proofs.prefix(40).map { views.proof($0) }), "value": .optional(views.valueText(fact)),
            "followUps": list(followUps.map(followUp)),
        ]
    }

    /// What only parties have.
    func party(entries: [RecordRow], holders: [OfficeHolder]) -> View {
        [
            "names": .list(
                record.names.map {
                    ["name": .view(Phrase.view($0.name)), "count": .text(words.counted("count.sources", $0.uses))]
                }),
            "identifiers": .optional(
                record.identifiers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")),
            "tenures": list(
                record.tenures.map { tenure in
                    [
                        "title": .view(Phrase.view(tenure.title)),
                        "standing": .optional(tenure.standing == "holder" ? nil : words.term(tenure.standing)),
                        "name": Phrase.value(tenure.body?.name),
                        "address": .optional(tenure.body.map { Address.party($0.id) }),
                        "date": .optional(tenure.lastSeen.map { views.day($0) }),
                        "machineDate": .optional(tenure.lastSeen), "isReported": false,
                    ]
                }),
            "holders": list(
                holders.map { holder in
                    [
                        "title": .view(Phrase.view(holder.title)),
                        "standing": .optional(holder.standing == "holder" ? nil : words.term(holder.standing)),
                        "name": Phrase.value(holder.person.name), "address": .text(Address.party(holder.person.id)),
                        "date": .optional(holder.lastSeen.map { views.day($0) }),
                        "machineDate": .optional(holder.lastSeen), "isReported": false,
                    ]
                }),
            "entries": list(entries.map(views.view)),
        ]
    }

    private func list(_ items: [View]) -> View.Value {
        items.isEmpty ? .none : .view(["items": .list(items), "count": .text(String(items.count))])
    }

    private func field(_ name: String, _ values: [ClaimedValue]) -> View {
        [
            "name": .text(words["field.\(name)"]),
            "values": .list(
                values.map { value in
                    [
                        "text": .view(Phrase.view(text(value))), "isShown": .flag(value.isShown),
                        "address": .optional(value.party.map { Address.party($0.id) }),
                        "count": .text(
                            value.claims.compactMap(\.author?.name).first.map {
                                words.text("record.says", ["name": $0])
                            }
                                ?? views.countText(value.sources, value.origins)),
                    ]
                }),
        ]
    }

    private func text(_ value: ClaimedValue) -> String {
        if let date = PartialDate(value.value), ["date", "deadline", "asOf"].contains(value.field) {
            return views.date(date)
        }
        let isWord = ["type", "status", "force", "state", "direct"].contains(value.field)
        return isWord ? words.term(value.value) : value.value
    }

    private func correction(_ claim: Claim) -> View? {
        guard let author = claim.author, let number = claim.number else { return nil }
        return [
            "number": .text(String(number)), "field": .text(words["field.\(claim.field)"]),
            "value": .view(Phrase.view(claim.value)), "author": .text(author.name), "time": .text(author.time),
            "note": Phrase.value(claim.note), "undoneBy": .optional(claim.withdrawnBy),
        ]
    }

    private func judgement(_ judgement: Judgement) -> View {
        let other = judgement.left.id == record.row.id ? judgement.right : judgement.left
        return [
            "number": .text(String(judgement.number)), "verdict": .text(words["verdict.\(judgement.verdict.rawValue)"]),
            "other": .view(Phrase.view(other.name)), "address": .text(Address.entry(other.id)),
            "author": .optional(judgement.author?.name), "time": .optional(judgement.author?.time),
            "note": Phrase.value(judgement.note), "undoneBy": .optional(judgement.undoneBy?.name),
        ]
    }

    private func note(_ note: NoteRow) -> View {
        ["text": .view(Phrase.view(note.text)), "author": .text(note.author), "time": .text(note.madeAt)]
    }

    /// A suggestion of how a commitment fares.
    func followUp(_ followUp: FollowUp) -> View {
        [
            "number": .text(String(followUp.number)), "status": .text(words.term(followUp.status.rawValue)),
            "heading": .view(Phrase.view(views.heading(followUp.entry.name))),
            "address": .text(Address.entry(followUp.entry.id)),
            "proof": followUp.evidence.first.map { .view(views.proof($0, in: followUp.source)) } ?? .none,
            "verdict": .optional(followUp.verdict.map { words["verdict.\($0.rawValue)"] }),
            "isOpen": .flag(followUp.verdict == nil), "author": .optional(followUp.author?.name),
            "commitment": .view(Phrase.view(followUp.commitment.name)),
            "commitmentAddress": .text(Address.entry(followUp.commitment.id)),
        ]
    }
}
