// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hashing
import Hummingbird
import Synchronization

/// Finds out who asks; who is not known is sent to sign in.
struct AccessMiddleware: RouterMiddleware {
    let workplace: Workplace
    private let lastRefusal = RefusalClock()

    init(workplace: Workplace) { self.workplace = workplace }

    /// The names of the cookies, without what `Visit` puts before them.
    enum CookieName {
        static let session = "session"
        /// Stands for a browser in which nobody is signed in.
        static let browser = "browser"
    }

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.visit = Visit(request, peer: context.remoteAddress, through: workplace.door)
        try identify(request, &context)
        let isInterface = request.isToInterface
        guard context.user != nil || request.parts == [SignInPage.path] else { return try refusal(of: request) }
        switch context.visit.proof {
        case .bearer: return try await next(request, context)
        case .session(let token):
            context.formToken = Self.formToken(token)
            return try await next(request, context)
        case .machine, .none:
            let known = context.visit.token(CookieName.browser, in: request)
            let token = known ?? SecretToken()
            context.formToken = Self.formToken(token)
            var response = try await next(request, context)
            if known == nil, !isInterface {
                response.setCookie(context.visit.cookie(CookieName.browser, token.text, lasting: 31_536_000))
            }
            return response
        }
    }

    private func identify(_ request: Request, _ context: inout DeskContext) throws {
        guard let accounts = workplace.door.accounts else {
            context.visit.proof = .machine
            context.user = DeskUser(name: workplace.configuration.author, role: .admin)
            return
        }
        if request.isToInterface, let header = request.headers[.authorization] {
            let words = header.split(separator: " ")
            guard words.count == 2, words[0].lowercased() == "bearer", let token = SecretToken(text: words[1]),
                let bearer = try accounts.bearer(of: token)
            else {
                if lastRefusal.mayLog(at: workplace.configuration.now()) {
                    let stranger = Performer("-", at: context.visit.address)
                    try accounts.log(stranger, "\(request.method.rawValue) \(request.uri.path)", outcome: "401")
                }
                throw HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer error=\"invalid_token\""])
            }
            context.visit.proof = .bearer
            context.user = DeskUser(name: bearer.name, role: bearer.role)
        } else if let token = context.visit.token(CookieName.session, in: request),
            let holder = try accounts.holder(ofSession: token)
        {
            context.visit.proof = .session(token)
            context.user = DeskUser(name: holder.name, role: holder.role)
        }
    }

    private func refusal(of request: Request) throws -> Response {
        if request.isToInterface { throw HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer"]) }
        guard request.method == .get || request.method == .head else { throw HTTPError(.unauthorized) }
        let next = request.uri.string == "/" ? "" : "?" + QueryFields([("next", request.uri.string)]).text
        return workplace.seeOther("/\(SignInPage.path)\(next)")
    }

    /// What the forms carry; from it nobody can go back to the cookie.
    private static func formToken(_ token: SecretToken) -> String { token.digest(for: "form").description }
}

/// Lets one refused token a second into the log, so that strangers cannot fill the disk with them.
private final class RefusalClock: Sendable {
    private let last = Mutex(Date.distantPast)

    func mayLog(at moment: Date) -> Bool {
        last.withLock { last in
            guard moment.timeIntervalSince(last) >= 1 else { return false }
            last = moment
            return true
        }
    }
}

extension Request {
    /// The parts of the path, as the routes compare them.
    var parts: [Substring] { uri.path.split(separator: "/") }

    /// Whether a program asks, not a browser for a page.
    var isToInterface: Bool { parts.first == "api" }

    /// Whether the method promises to change nothing (RFC 9110, 9.2.1).
    var isSafe: Bool { [.get, .head, .options].contains(method) }
}
