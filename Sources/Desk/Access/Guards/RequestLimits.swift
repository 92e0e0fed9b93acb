// SPDX-License-Identifier: Apache-2.0

import Hummingbird

/// Refuses what is too large before any of it is read, what was meant for another name than the Desk's, and what came to
/// the proxy in the clear.
struct RequestLimits: RouterMiddleware {
    let door: DeskDoor
    /// The most bytes of a form or file.
    let largestBody: Int

    /// The most bytes of a path with its query.
    static let longestAddress = 8192

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.string.utf8.count <= Self.longestAddress else { throw HTTPError(.uriTooLong) }
        if let length = request.headers[.contentLength] {
            // Beside the file a form has its other fields.
            guard let length = Int(length), length <= largestBody + 1024 * 1024 else {
                throw DeskError(.tooLarge, "", detail: "the limit is \(largestBody) bytes")
            }
        }
        guard door.hasAnyName || DeskDoor.isLocalName(request.head.authority ?? "") else {
            throw HTTPError(.misdirectedRequest)
        }
        if door.isBehindProxy, let place = Visit.plainPlace(of: request) {
            guard request.isSafe else { throw HTTPError(.forbidden) }
            return Response(status: .permanentRedirect, headers: [.location: "https://\(place)\(request.uri.string)"])
        }
        return try await next(request, context)
    }
}
