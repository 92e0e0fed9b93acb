// SPDX-License-Identifier: Apache-2.0

import Hummingbird

extension DeskContext {
    /// The name of the field that carries the form's token.
    package static let tokenField = "token"

    /// The fields of a form that a page of this Desk sent.
    ///
    /// Throws `DESK-004` for a form from elsewhere and `DESK-005` for a giant.
    package func form(of request: Request, upTo limit: Int = 1024 * 1024) async throws -> QueryFields {
        let fields = QueryFields(String(buffer: try await body(of: request, upTo: limit)))
        try check(token: fields.verbatim(Self.tokenField))
        return fields
    }

    /// The bytes that were sent; throws `DESK-005` past `limit`.
    package func body(of request: Request, upTo limit: Int) async throws -> ByteBuffer {
        do {
            return try await request.body.collect(upTo: limit)
        } catch {
            throw DeskError(.tooLarge, "", detail: "the limit is \(limit) bytes")
        }
    }

    /// Throws `DESK-004` unless `token` is the one that the user's pages carry.
    package func check(token: String?) throws(DeskError) {
        guard !formToken.isEmpty else { return }
        let given = Array((token ?? "").utf8)
        let wanted = Array(formToken.utf8)
        // All bytes are looked at, so that the time taken says nothing.
        let difference = zip(given, wanted).reduce(given.count ^ wanted.count) { $0 | Int($1.0 ^ $1.1) }
        guard difference == 0 else { throw DeskError(.strangeForm, "") }
    }
}
