// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// A language that the pages of the Desk are written in.
package enum PageLanguage: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case korean = "ko"
    case vietnamese = "vi"

    /// The name of the cookie that keeps the choice.
    package static let cookie = "language"

    /// The language that `request` asks for: by `?lang=`, else by its cookie, else by `Accept-Language`.
    package init(of request: Request) {
        let asked = QueryFields(request.uri.query)["lang"] ?? request.cookies[Self.cookie]?.value
        self =
            asked.flatMap(Self.init(rawValue:)) ?? request.headers[.acceptLanguage].flatMap(Self.init(accepted:))
            ?? .english
    }

    /// The first language of ours in a header `Accept-Language` by weight (RFC 9110, 12.5.4).
    package init?(accepted header: String) {
        let wishes = header.prefix(1000).split(separator: ",").map { wish -> (tag: Substring, weight: Double) in
            let parts = wish.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (parts.first?.prefix { $0 != "-" && $0 != " " } ?? "", weight)
        }
        let best = wishes.enumerated()
            .filter { $0.element.weight > 0 && Self(rawValue: $0.element.tag.lowercased()) != nil }
            .min { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        guard let best, let language = Self(rawValue: best.element.tag.lowercased()) else { return nil }
        self = language
    }
}

/// Finds the language of each request, and keeps one that was chosen by `?lang=`.
struct LanguageChoice: RouterMiddleware {
    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = PageLanguage(of: request)
        var response = try await next(request, context)
        if let asked = QueryFields(request.uri.query)["lang"], let chosen = PageLanguage(rawValue: asked) {
            response.setCookie(
                Cookie(
                    name: PageLanguage.cookie, value: chosen.rawValue, maxAge: 31_536_000, path: "/", httpOnly: true,
                    sameSite: .lax))
        }
        return response
    }
}
