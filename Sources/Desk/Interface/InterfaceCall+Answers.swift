// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Hashing
import Hummingbird
import Ledger

/// A part of a list, and where the next one is.
struct ListPage<Item: Encodable>: Encodable {
    let items: [Item]
    let limit: Int
    let offset: Int
    let next: String?
}

extension InterfaceCall {
    /// Answers with `value` as JSON, or with nothing where the asker has it already.
    func answer(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let bytes = try Self.encoder.encode(value)
        var headers: HTTPFields = [.contentType: "application/json"]
        if request.isSafe {
            let tag = "\"\(SHA256Digest(of: [UInt8](bytes)).description.prefix(32))\""
            headers[.eTag] = tag
            if request.knows(tag) { return Response(status: .notModified, headers: headers) }
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Answers with a page of a list; `rows` has one more than asked for where the list goes on.
    ///
    /// `id` names the row behind which a long list goes on; others go on by counting.
    func answer<Row: Encodable>(
        page rows: [Row], limit: Int, offset: Int, after id: ((Row) -> String)? = nil
    ) throws -> Response {
        let shown = Array(rows.prefix(limit))
        var next: String?
        if rows.count > limit, let last = shown.last {
            let fields = QueryFields(request.uri.query)
            let further =
                id.map { fields.setting("offset", to: nil).setting("after", to: $0(last)) }
                ?? fields.setting("offset", to: String(offset + limit))
            next = request.uri.path + "?" + further.text
        }
        var response = try answer(ListPage(items: shown, limit: limit, offset: offset, next: next))
        if let next, let link = HTTPField.Name("Link") { response.headers[link] = "<\(next)>; rel=\"next\"" }
        return response
    }

    /// Asks the ledger and answers with what it says.
    func answer<Answer: Encodable & Sendable>(
        asking question: @escaping @Sendable (Ledger) throws -> Answer
    ) async throws -> Response {
        try answer(try await workplace.ask(question))
    }

    /// Says that something was made and what its number or id is.
    func made(_ value: some Encodable) throws -> Response { try answer(value, status: .created) }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
