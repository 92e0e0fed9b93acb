// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Ledger

/// What was made, by its number.
struct MadeNumber: Encodable, Sendable {
    let number: Int64
}

/// What was made, by its id.
struct MadeId: Encodable, Sendable {
    let id: String
}

extension InterfaceRoutes {
    /// Whether two things are one, what is right where pages disagree, and a person's word on it.
    static let judgementRoutes: [InterfaceRoute] = [
        .get("proposals", InterfaceRoute.longPaging) { call in
            let (limit, offset, after) = try call.longPage()
            let last = try after.map { text throws(DeskError) in
                guard let number = Int64(text) else { throw DeskError(.badField, "after", detail: "it is a number") }
                return number
            }
            let rows = try await call.workplace.ask {
                try $0.proposals(limit: limit + 1, offset: offset, after: last)
            }
            return try call.answer(page: rows, limit: limit, offset: offset) { String($0.number) }
        },
        .get("judgements", ["about"]) { call in
            let about = try call.needed("about")
            let rows = try await call.workplace.ask { try $0.judgements(of: about) }
            return try call.answer(page: rows, limit: max(1, rows.count), offset: 0)
        },
        .post("judgements") { call in
            let word = try await call.body(NewJudgement.self)
            let author = try call.author()
            let number = try await call.workplace.ask {
                try $0.judge(word.left, word.right, word.verdict.verdict, by: author, note: word.note)
            }
            return try call.made(MadeNumber(number: number))
        },
        .delete("judgements/{number}") { call in
            let number = try call.numberPart("number")
            let author = try call.author()
            try await call.workplace.ask { try $0.undo(judgement: number, by: author) }
            return Response(status: .noContent)
        },
        .get("follow-ups", ["about", "limit"]) { call in
            let about = try call.text("about")
            let limit = try call.page().limit
            let rows = try await call.workplace.ask { try $0.followUps(of: about, limit: limit + 1) }
            return try call.answer(page: rows, limit: limit, offset: 0)
        },
        .post("follow-ups/{number}/verdict") { call in
            let number = try call.numberPart("number")
            let word = try await call.body(NewVerdict.self)
            let author = try call.author()
            try await call.workplace.ask { try $0.decide(followUp: number, word.verdict, by: author, note: word.note) }
            return try call.made(MadeNumber(number: number))
        },
        .get("decisions", ["limit"]) { call in
            let limit = try call.page().limit
            let rows = try await call.workplace.ask { try $0.decisions(limit: limit + 1) }
            return try call.answer(page: rows, limit: limit, offset: 0)
        },
        .post("conflicts/{id}/resolution") { call in
            let id = try call.context.part("id")
            let word = try await call.body(NewResolution.self)
            let author = try call.author()
            let number = try await call.workplace.ask {
                try $0.resolve(id, word.outcome, holds: word.holds, note: word.note, by: author)
            }
            return try call.made(MadeNumber(number: number))
        },
        .delete("resolutions/{number}") { call in
            let number = try call.numberPart("number")
            let author = try call.author()
            try await call.workplace.ask { try $0.reopen(resolution: number, by: author) }
            return Response(status: .noContent)
        },
    ]

    /// A person's word on whether two things are one.
    private struct NewJudgement: Decodable, Sendable {
        enum Word: String, Decodable, Sendable {
            case positive, negative, unsure

            var verdict: Judgement.Verdict {
                switch self {
                case .positive: .positive
                case .negative: .negative
                case .unsure: .unsure
                }
            }
        }

        let left: String
        let right: String
        let verdict: Word
        let note: String?
    }

    /// A person's word on a suggested status.
    private struct NewVerdict: Decodable, Sendable {
        let verdict: FollowUp.Verdict
        let note: String?
    }

    /// A person's word on a conflict.
    private struct NewResolution: Decodable, Sendable {
        let outcome: Disagreement.Outcome
        let holds: String?
        let note: String
    }
}
