// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird

/// Lets only those change something who may, from a page of the Desk, and writes down that they did.
struct ChangeGuard: RouterMiddleware {
    let door: DeskDoor

    /// Where everybody may send forms, since they concern the sender alone.
    private static let own: Set<Substring> = [
        SignInPage.path, SignInPage.end, OwnAccountPage.path, "preferences", "seen",
    ]

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        if request.isSafe {
            do { return try await next(request, context) } catch {
                if Failure(error).status == .forbidden { write(request, context, "403") }
                throw error
            }
        }
        try refuseStrange(request, context)
        let isOwn = request.parts.first.map(Self.own.contains) ?? false
        do {
            if !isOwn { try context.require(.editor) }
            let response = try await next(request, context)
            write(request, context, String(response.status.code))
            return response
        } catch {
            write(request, context, String(Failure(error).status.code))
            throw error
        }
    }

    /// Throws `DESK-004` where a browser says that another site sent the form.
    ///
    /// Browsers say so in one of these headers or both; who sends neither is no browser and has no cookies to abuse.
    private func refuseStrange(_ request: Request, _ context: DeskContext) throws(DeskError) {
        if case .bearer = context.visit.proof { return }
        if let site = Self.fetchSite.flatMap({ request.headers[$0] }), site != "same-origin", site != "none" {
            throw DeskError(.strangeForm, "")
        }
        if let origin = request.headers[.origin] {
            let authority = ["https://", "http://"].first { origin.hasPrefix($0) }.map { origin.dropFirst($0.count) }
            guard let authority, authority.lowercased() == context.visit.authority.lowercased() else {
                throw DeskError(.strangeForm, "")
            }
        }
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

    private func write(_ request: Request, _ context: DeskContext, _ outcome: String) {
        // Signing in and out writes its own lines.
        guard let accounts = door.accounts, let part = request.parts.first, !SignInPage.own.contains(part) else {
            return
        }
        let performer = Performer(context.user?.name ?? "-", at: context.visit.address)
        do { try accounts.log(performer, "\(request.method.rawValue) \(request.uri.path)", outcome: outcome) } catch {
            context.logger.error("\(error)")
        }
    }
}
