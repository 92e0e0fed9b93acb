// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hummingbird

/// Signing in and out.
struct SignInPage {
    let workplace: Workplace
    /// One at a time hashes a password; who comes when many wait is asked to come again.
    private let queue = SignInQueue()

    /// Where the form is.
    static let path: Substring = "sign-in"
    /// Where a session is ended.
    static let end: Substring = "sign-out"
    /// Both.
    static let own: Set<Substring> = [path, end]

    init(workplace: Workplace) { self.workplace = workplace }

    func addRoutes(to router: Router<DeskContext>) {
        guard let accounts = workplace.door.accounts else { return }
        router.get("sign-in") { request, context in
            let next = Self.local(QueryFields(request.uri.query)["next"])
            if context.user != nil { return workplace.seeOther(next) }
            return try page(next: next, for: request, context)
        }
        router.post("sign-in") { request, context in
            let form = try await context.form(of: request, upTo: 64 * 1024)
            return try await signIn(form, accounts, request, context)
        }
        router.post("sign-out") { request, context in
            _ = try await context.form(of: request, upTo: 64 * 1024)
            if case .session(let token) = context.visit.proof {
                try accounts.signOut(token, Performer(context.user?.name ?? "-", at: context.visit.address))
            }
            var response = workplace.seeOther("/\(Self.path)")
            response.setCookie(context.visit.cookie(AccessMiddleware.CookieName.session, "", lasting: 0))
            return response
        }
    }

    private func signIn(
        _ form: QueryFields, _ accounts: Accounts, _ request: Request, _ context: DeskContext
    ) async throws -> Response {
        let name = form["name"] ?? ""
        let password = form.verbatim("password") ?? ""
        let address = context.visit.address
        let next = Self.local(form["next"])
        let throttle = workplace.door.throttle
        let wait = throttle.attempt(account: name, address: address)
        guard wait == 0 else {
            var response = try page(
                next: next, problem: "wait", wait: Int(wait.rounded(.up)), status: .tooManyRequests, for: request,
                context)
            response.headers[.retryAfter] = String(Int(wait.rounded(.up)))
            return response
        }
        let token = try await queue.run { try accounts.signIn(name, password: password, from: address) }
        guard let token else {
            return try page(next: next, problem: "refused", status: .unprocessableContent, for: request, context)
        }
        throttle.succeeded(account: name, address: address)
        // The session that this browser had before is over, whoever's it was.
        if case .session(let old) = context.visit.proof {
            try accounts.signOut(old, Performer(context.user?.name ?? "-", at: address))
        }
        var response = workplace.seeOther(next)
        response.setCookie(
            context.visit.cookie(
                AccessMiddleware.CookieName.session, token.text, lasting: Accounts.SessionLife.whole))
        return response
    }

    private func page(
        next: String, problem: String? = nil, wait: Int = 0, status: HTTPResponse.Status = .ok,
        for request: Request, _ context: DeskContext
    ) throws -> Response {
        let words = try workplace.words(context.language)
        let message = problem.map { words.text("access.sign_in.\($0)", ["count": String(wait)]) }
        return try workplace.page(
            "sign-in", ["next": .text(next), "problem": .optional(message)], title: words["access.sign_in.title"],
            status: status, for: request, context)
    }

    /// A place on this Desk to go on to; the first page where `address` leads elsewhere.
    static func local(_ address: String?) -> String {
        guard let address, address.hasPrefix("/"), address.utf8.count <= 2000,
            !address.hasPrefix("//"), !address.hasPrefix("/\\"),
            address.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0 != "\\" && $0.value != 0x7F })
        else { return "/" }
        return address
    }
}

/// Lets a few wait for their turn to have a password checked.
final class SignInQueue: Sendable {
    private let room = Workroom(width: 1)
    private let waiting = Counter()

    /// How many may wait: about three seconds' worth.
    private static let most = 32

    func run<Outcome: Sendable>(_ work: @escaping @Sendable () throws -> Outcome) async throws -> Outcome {
        guard await waiting.enter(upTo: Self.most) else { throw HTTPError(.serviceUnavailable) }
        do {
            let outcome = try await room.run(work)
            await waiting.leave()
            return outcome
        } catch {
            await waiting.leave()
            throw error
        }
    }

    private actor Counter {
        private var count = 0

        func enter(upTo most: Int) -> Bool {
            guard count < most else { return false }
            count += 1
            return true
        }

        func leave() { count -= 1 }
    }
}
