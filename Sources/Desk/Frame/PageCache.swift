// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// Gives a page that was made to everybody for whom it is the same, for as long as nothing in the ledger changes.
///
/// Kept pages hold neither the name of their reader nor what the forms of a browser carry: both are filled in when a
/// page is given. Who asks for a page that is just being made waits for it.
struct PageCache: RouterMiddleware {
    let workplace: Workplace
    private let shelf = PageShelf()
    private let blanks = PageBlanks()

    init(workplace: Workplace) { self.workplace = workplace }

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        guard Self.isShared(request), let user = context.user, let key = try? key(request, context, user.role) else {
            return try await next(request, context)
        }
        let reader = PageReader(name: user.name, token: context.formToken)
        switch await shelf.turn(key) {
        case .kept(let page): return page.response(to: request, for: reader)
        case .toMakeAlone: return try await make(request, context, next).response
        case .toMake:
            var kept: KeptPage?
            defer { shelf.settle(key, kept) }
            let (response, page) = try await make(request, context, next)
            if let page, page.isKept, page.size <= PageShelf.largest { kept = page }
            return response
        }
    }

    /// Whether the answer is a page of the ledger: jobs are none, exports and answers to programs go out piece by piece.
    private static func isShared(_ request: Request) -> Bool {
        guard request.method == .get else { return false }
        let parts = request.parts
        return !(parts.first == "add" || parts.first == "exports" || parts.first == "api" && parts.count > 1)
    }

    /// Throws where the ledger cannot be asked.
    ///
    /// It is read before the page is made: what changes meanwhile makes the page old at once.
    private func key(_ request: Request, _ context: DeskContext, _ role: Role) throws -> PageShelf.Key {
        PageShelf.Key(
            address: request.uri.string, looks: Preference.allCases.map { $0.chosen(in: request) },
            seen: request.parts.isEmpty ? TodayPage.seen(in: request) : 0, language: context.language, role: role,
            hasToken: !context.formToken.isEmpty, day: workplace.today, version: try workplace.ledger.version())
    }

    private func make(
        _ request: Request, _ context: DeskContext, _ next: (Request, DeskContext) async throws -> Response
    ) async throws -> (response: Response, page: KeptPage?) {
        var made = context
        if !context.formToken.isEmpty { made.formToken = blanks.token }
        made.user = context.user.map { DeskUser(name: blanks.name, role: $0.role) }
        let response = try await next(request, made)
        guard response.headers[.contentType]?.hasPrefix("text/html") == true else { return (response, nil) }
        let copy = BodyCopy()
        try await response.body.write(copy)
        let page = KeptPage(response, body: copy.buffer, blanks: blanks)
        let reader = PageReader(name: context.user?.name ?? "", token: context.formToken)
        return (page.response(to: request, for: reader), page)
    }
}

/// Takes a body down.
private final class BodyCopy: ResponseBodyWriter {
    private(set) var buffer = ByteBuffer()

    func write(_ piece: ByteBuffer) async throws {
        var piece = piece
        buffer.writeBuffer(&piece)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
