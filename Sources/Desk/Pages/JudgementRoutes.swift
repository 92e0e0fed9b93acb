// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Ledger

/// Takes what persons decide: corrections, merges, verdicts, and taking them back.
struct JudgementRoutes {
    let workplace: Workplace

    private typealias Change =
        @Sendable (_ ledger: Ledger, _ id: String, _ form: QueryFields, _ by: Author) throws -> Void

    func addRoutes(to router: Router<DeskContext>) {
        add("entries/:id/correct", to: router) { ledger, id, form, author in
            guard let field = form["field"] else { throw DeskError(.badField, "field") }
            guard let value = form["value"] else { throw DeskError(.badField, "value") }
            _ = try ledger.assert(field, value, of: id, by: author, note: form["note"])
        }
        add("entries/:id/note", to: router) { ledger, id, form, author in
            guard let text = form["text"] else { throw DeskError(.badField, "text") }
            try ledger.addNote(text, about: id, by: author, isPrivate: form["private"] != nil)
        }
        add("entries/:id/join", to: router) { ledger, id, form, author in
            _ = try ledger.judge(id, try Self.other(form, than: id, ledger), .positive, by: author, note: form["note"])
        }
        add("entries/:id/part", to: router) { ledger, id, form, author in
            _ = try ledger.judge(id, try Self.other(form, than: id, ledger), .negative, by: author, note: form["note"])
        }
        for (path, verdict) in [("accept", Judgement.Verdict.positive), ("reject", .negative)] {
            add("proposals/:id/\(path)", to: router) { ledger, id, form, author in
                guard let proposal = try ledger.proposal(try Self.number(id)) else { throw DeskError(.notFound, id) }
                _ = try ledger.judge(
                    proposal.left.id, proposal.right.id, verdict, by: author, note: form["note"])
            }
        }
        add("judgements/:id/undo", to: router) { ledger, id, _, author in
            try ledger.undo(judgement: try Self.number(id), by: author)
        }
        add("claims/:id/withdraw", to: router) { ledger, id, _, author in
            try ledger.withdraw(claim: try Self.number(id), by: author)
        }
        add("conflicts/:id/resolve", to: router) { ledger, id, form, author in
            let holds = form["holds"]
            _ = try ledger.resolve(
                id, holds == nil ? .noConflict : .settled, holds: holds, note: form["note"] ?? "", by: author)
        }
        add("resolutions/:id/reopen", to: router) { ledger, id, _, author in
            try ledger.reopen(resolution: try Self.number(id), by: author)
        }
        for verdict in FollowUp.Verdict.allCases {
            add("follow-ups/:id/\(verdict.rawValue)", to: router) { ledger, id, form, author in
                try ledger.decide(followUp: try Self.number(id), verdict, by: author, note: form["note"])
            }
        }
    }

    private func add(_ path: String, to router: Router<DeskContext>, _ change: @escaping Change) {
        router.post(RouterPath(path)) { request, context in
            let author = workplace.author(try context.require(.editor))
            let id = try context.part("id")
            let form = try await context.form(of: request)
            try await workplace.ask { try change($0, id, form, author) }
            return workplace.seeOther(PreferencesRoute.local(form["back"]))
        }
    }

    /// The id of what is meant: by its id, by the address of its page, or by the name of the only other party called so.
    private static func other(_ form: QueryFields, than id: String, _ ledger: Ledger) throws -> String {
        guard let other = form["other"] else { throw DeskError(.badField, "other") }
        let parties = try ledger.partyIds(named: other).filter { $0 != id }
        guard parties.count < 2 else {
            let ids = parties.joined(separator: ", ")
            throw DeskError(.badField, "other", detail: "several are called \(other): \(ids)")
        }
        return parties.first ?? other.split(separator: "/").last.map(String.init) ?? other
    }

    private static func number(_ text: String) throws(DeskError) -> Int64 {
        guard let number = Int64(text) else { throw DeskError(.notFound, text) }
        return number
    }
}
