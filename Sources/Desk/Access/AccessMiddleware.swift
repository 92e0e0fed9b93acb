// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// Says who asks; on the machine's own address it is the one user, who may do everything.
struct AccessMiddleware: RouterMiddleware {
    let workplace: Workplace

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.user = DeskUser(name: workplace.configuration.author, role: .admin)
        return try await next(request, context)
    }
}
