// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hashing
import Hummingbird

/// What everybody looks after for themselves: the password and the tokens for programs.
struct OwnAccountPage {
    let workplace: Workplace

    /// Where it is.
    static let path: Substring = "account"

    func addRoutes(to router: Router<DeskContext>) {
        guard let accounts = workplace.door.accounts else { return }
        router.get("account") { request, context in try page(accounts, for: request, context) }
        router.post("account/password") { request, context in
            try await changePassword(try await context.form(of: request), accounts, request, context)
        }
        router.post("account/tokens") { request, context in
            let form = try await context.form(of: request)
            let user = try context.require(.viewer)
            let days = form["days"].flatMap { Int($0) }.map { max(1, min($0, 3660)) }
            let token = try accounts.makeToken(
                for: user.name, label: String((form["label"] ?? "").prefix(100)),
                role: form["role"].flatMap(Role.init) ?? .viewer, lasting: days, by: context.performer)
            return try page(accounts, newToken: token.text, for: request, context)
        }
        router.post("account/tokens/:number/remove") { request, context in
            _ = try await context.form(of: request)
            let user = try context.require(.viewer)
            let number = Int64(try context.part("number"))
            guard let number, try accounts.tokens().contains(where: { $0.number == number && $0.account == user.name })
            else { throw DeskError(.notFound, "") }
            try accounts.removeToken(number, by: context.performer)
            return workplace.seeOther("/account")
        }
    }

    private func changePassword(
        _ form: QueryFields, _ accounts: Accounts, _ request: Request, _ context: DeskContext
    ) async throws -> Response {
        let user = try context.require(.viewer)
        let address = context.visit.address
        let old = form.verbatim("old") ?? ""
        let new = form.verbatim("new") ?? ""
        let performer = context.performer
        // Who found an open browser may not guess here instead.
        guard workplace.door.throttle.attempt(account: user.name, address: address) == 0 else {
            throw HTTPError(.tooManyRequests)
        }
        let token = try await workplace.room.run { () -> SecretToken? in
            guard let check = try accounts.signIn(user.name, password: old, from: address) else { return nil }
            try accounts.signOut(check, performer)
            try accounts.change(user.name, password: new, by: performer)
            return try accounts.signIn(user.name, password: new, from: address)
        }
        guard let token else {
            let words = try workplace.words(context.language)
            return try page(
                accounts, problem: words["access.sign_in.refused"], status: .unprocessableContent, for: request, context
            )
        }
        workplace.door.throttle.succeeded(account: user.name, address: address)
        var response = workplace.seeOther("/account")
        response.setCookie(
            context.visit.cookie(AccessMiddleware.CookieName.session, token.text, lasting: Accounts.SessionLife.whole))
        return response
    }

    private func page(
        _ accounts: Accounts, newToken: String? = nil, problem: String? = nil, status: HTTPResponse.Status = .ok,
        for request: Request, _ context: DeskContext
    ) throws -> Response {
        let user = try context.require(.viewer)
        let words = try workplace.words(context.language)
        let tokens = try accounts.tokens().filter { $0.account == user.name }.map { token -> View in
            [
                "number": .text(String(token.number)), "label": .text(token.label),
                "role": .text(words["access.role.\(token.role.rawValue)"]), "madeAt": .text(token.madeAt),
                "expiresAt": .optional(token.expiresAt), "usedAt": .optional(token.usedAt),
            ]
        }
        let roles = Role.allCases.filter { $0 <= user.role }.map { role -> View in
            ["value": .text(role.rawValue), "name": .text(words["access.role.\(role.rawValue)"])]
        }
        return try workplace.page(
            "account",
            [
                "name": .text(user.name), "role": .text(words["access.role.\(user.role.rawValue)"]),
                "tokens": .list(tokens), "hasTokens": .flag(!tokens.isEmpty), "roles": .list(roles),
                "newToken": .optional(newToken), "problem": .optional(problem),
            ],
            title: words["access.account.title"], status: status, for: request, context)
    }
}

extension DeskContext {
    /// Who asks, for the log.
    var performer: Performer { Performer(user?.name ?? "-", at: visit.address) }
}
