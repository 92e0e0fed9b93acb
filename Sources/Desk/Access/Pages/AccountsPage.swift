// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// The accounts and the log, which admins look after.
struct AccountsPage {
    let workplace: Workplace

    /// The lines of the log on one page.
    private static let lines = 200

    func addRoutes(to router: Router<DeskContext>) {
        guard let accounts = workplace.door.accounts else { return }
        router.get("accounts") { request, context in try page(accounts, for: request, context) }
        router.post("accounts") { request, context in
            let form = try await admitted(request, context)
            guard let role = form["role"].flatMap(Role.init) else { throw DeskError(.badField, "role") }
            let name = form["name"] ?? ""
            let password = form.verbatim("password") ?? ""
            let performer = context.performer
            try await workplace.room.run { try accounts.add(name, role, password: password, by: performer) }
            return workplace.seeOther("/accounts")
        }
        router.post("accounts/:name/role") { request, context in
            let form = try await admitted(request, context)
            guard let role = form["role"].flatMap(Role.init) else { throw DeskError(.badField, "role") }
            try accounts.change(try context.part("name"), to: role, by: context.performer)
            return workplace.seeOther("/accounts")
        }
        router.post("accounts/:name/password") { request, context in
            let form = try await admitted(request, context)
            let name = try context.part("name")
            let password = form.verbatim("password") ?? ""
            let performer = context.performer
            try await workplace.room.run { try accounts.change(name, password: password, by: performer) }
            return workplace.seeOther("/accounts")
        }
        router.post("accounts/:name/remove") { request, context in
            _ = try await admitted(request, context)
            try accounts.remove(try context.part("name"), by: context.performer)
            return workplace.seeOther("/accounts")
        }
        router.get("log") { request, context in try log(accounts, for: request, context) }
    }

    private func admitted(_ request: Request, _ context: DeskContext) async throws -> QueryFields {
        try context.require(.admin)
        return try await context.form(of: request)
    }

    private func page(_ accounts: Accounts, for request: Request, _ context: DeskContext) throws -> Response {
        try context.require(.admin)
        let words = try workplace.words(context.language)
        func roles(_ chosen: Role) -> View.Value {
            .list(
                Role.allCases.map { role in
                    [
                        "value": .text(role.rawValue), "name": .text(words["access.role.\(role.rawValue)"]),
                        "isChosen": .flag(role == chosen),
                    ]
                })
        }
        let rows = try accounts.all().map { account -> View in
            [
                "name": .text(account.name), "address": .text("/accounts/\(QueryFields.encoded(account.name))"),
                "roles": roles(account.role), "madeAt": .text(account.madeAt),
                "signedInAt": .optional(account.signedInAt),
            ]
        }
        return try workplace.page(
            "accounts", ["accounts": .list(rows), "roles": roles(.viewer)], title: words["access.accounts.title"],
            for: request, context)
    }

    private func log(_ accounts: Accounts, for request: Request, _ context: DeskContext) throws -> Response {
        try context.require(.admin)
        let words = try workplace.words(context.language)
        let before = QueryFields(request.uri.query)["before"].flatMap { Int64($0) }
        let rows = try accounts.log(limit: Self.lines, before: before)
        let lines = rows.map { row -> View in
            [
                "time": .text(row.time), "who": .text(row.who), "what": .text(row.what),
                "outcome": .text(row.outcome), "address": .text(row.address),
            ]
        }
        return try workplace.page(
            "log",
            [
                "lines": .list(lines),
                "older": .optional(rows.count == Self.lines ? rows.last.map { "/log?before=\($0.number)" } : nil),
            ], title: words["access.log.title"], for: request, context)
    }
}
