// SPDX-License-Identifier: Apache-2.0

import Cooperation
import Hummingbird
import Ledger

extension InterfaceRoutes {
    /// What people type in: entries, corrections, notes.
    static let handRoutes: [InterfaceRoute] = [
        .post("entries") { call in
            let typed = try await call.body(NewEntry.self)
            let author = try call.author()
            let made = try await call.workplace.ask { ledger in
                let entry = try HandEntry(
                    typed.kind, typed.fields.map { "\($0.name)=\($0.value)" }, words: typed.words, by: author
                ) { name in (try? ledger.kindOfParty(named: name)) ?? .organisation }
                let page = try entry.page()
                _ = try ledger.add(page.snapshot, reading: page.reading)
                let source = page.reading.article.source.id
                return MadeEntry(id: LastingId.make(source: source, kind: .entry, short: "e1"), source: source)
            }
            return try call.made(made)
        },
        .get("entries/{id}/history") { call in
            let id = try call.context.part("id")
            let claims = try await call.workplace.ask { try $0.history(of: id) }
            return try call.answer(page: claims, limit: max(1, claims.count), offset: 0)
        },
        .post("entries/{id}/corrections") { call in
            let id = try call.context.part("id")
            let word = try await call.body(NewCorrection.self)
            let author = try call.author()
            let number = try await call.workplace.ask {
                try $0.assert(word.field, word.value, of: id, by: author, note: word.note)
            }
            return try call.made(MadeNumber(number: number))
        },
        .delete("corrections/{number}") { call in
            let number = try call.numberPart("number")
            let author = try call.author()
            try await call.workplace.ask { try $0.withdraw(claim: number, by: author) }
            return Response(status: .noContent)
        },
        .get("notes", ["about"]) { call in
            let about = try call.text("about")
            let notes = try await call.workplace.ask { try $0.notes(about: about) }
            return try call.answer(page: notes, limit: max(1, notes.count), offset: 0)
        },
        .post("notes") { call in
            let note = try await call.body(NewNote.self)
            let author = try call.author()
            let id = try await call.workplace.ask {
                try $0.addNote(note.text, about: note.about, by: author, isPrivate: note.private ?? false)
            }
            return try call.made(MadeId(id: id))
        },
    ]

    /// An entry that a person types in.
    private struct NewEntry: Decodable, Sendable {
        struct Field: Decodable, Sendable {
            let name: String
            let value: String
        }

        let kind: Entry.Kind
        let fields: [Field]
        let words: String?
    }

    private struct MadeEntry: Encodable, Sendable {
        let id: String
        let source: String
    }

    /// A person's word on a value.
    private struct NewCorrection: Decodable, Sendable {
        let field: String
        let value: String
        let note: String?
    }

    /// What a person wrote about something.
    private struct NewNote: Decodable, Sendable {
        let about: String
        let text: String
        let `private`: Bool?
    }
}
