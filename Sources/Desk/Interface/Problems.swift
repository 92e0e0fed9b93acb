// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hummingbird

/// Tells a program what went wrong in the form that RFC 9457 gives (`application/problem+json`).
struct Problems: RouterMiddleware {
    /// What the body says.
    private struct Problem: Encodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
        let code: String?
    }

    func handle(
        _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
    ) async throws -> Response {
        guard request.isToInterface else { return try await next(request, context) }
        do { return try await next(request, context) } catch {
            let failure = Failure(error)
            if failure.status.kind == .serverError { context.logger.error("\(error)") }
            let problem = Problem(
                type: failure.code.map { "urn:entente:\($0)" } ?? "about:blank", title: failure.status.reasonPhrase,
                status: failure.status.code, detail: failure.message, code: failure.code)
            var headers = (error as? HTTPError)?.headers ?? [:]
            headers[.contentType] = "application/problem+json"
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Response(
                status: failure.status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(problem))))
        }
    }
}
